"""The entries of the catalogue by their keys, with their places filled in."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

from msgspec import Struct

Language = Literal["lv", "en"]


class Sentence(Struct, frozen=True):
    """A text for people, in Latvian and in English."""

    lv: str
    en: str

    def in_language(self, language: Language) -> str:
        """The text in this language."""
        return self.en if language == "en" else self.lv


def sentence(key: str, /, **values: object) -> Sentence:
    """The entry `area.name` in both languages, each `{place}` filled with its value.

    A value that is itself a `Sentence` gives each language its own. Raises
    KeyError for a key, and for a place without a value.
    """
    return Sentence(text(key, "lv", **values), text(key, "en", **values))


def text(key: str, language: Language, /, **values: object) -> str:
    """The entry in one language, filled in like `sentence`.

    >>> text("columns.planned_eur", "en")
    'Planned, EUR'
    """
    area, _, name = key.partition(".")
    template = entries(area)[name].in_language(language)
    own = {name: each.in_language(language) if isinstance(each, Sentence) else each for name, each in values.items()}
    return template.format_map(own)


@cache
def entries(area: str) -> Mapping[str, Sentence]:
    """All templates of an area by name, in the order of its file. Raises KeyError where there is no such area."""
    path = Path(__file__).with_name(f"{area}.toml")
    if not path.is_file():
        raise KeyError(area)
    return {name: Sentence(**entry) for name, entry in tomllib.loads(path.read_text(encoding="utf-8")).items()}


def areas() -> list[str]:
    """The names of all areas."""
    return sorted(path.stem for path in Path(__file__).parent.glob("*.toml"))
