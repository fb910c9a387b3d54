"""Texts that differ by how many things they tell of."""

from __future__ import annotations

from typing import Literal

from pipeline.catalogue.entries import Language, text

Noun = Literal["document", "file", "error", "warning", "note"]


def counted(count: int, noun: Noun, language: Language) -> str:
    """A count with its noun in the right number.

    >>> counted(1, "document", "lv"), counted(11, "document", "lv"), counted(21, "error", "lv")
    ('1 dokuments', '11 dokumenti', '21 kļūda')
    """
    return f"{count} {counted_text(f'nouns.{noun}', count, language)}"


def counted_text(key: str, count: int, language: Language, /, **values: object) -> str:
    """The entry `key_one` or `key_many`, whichever goes with this count, filled in like `text`."""
    return text(f"{key}_{'one' if is_singular(count, language) else 'many'}", language, **values)


def is_singular(count: int, language: Language) -> bool:
    """Whether a noun with this count stands in the singular.

    >>> [count for count in (0, 1, 2, 11, 21, 101, 111) if is_singular(count, "lv")]
    [1, 21, 101]
    """
    return count == 1 if language == "en" else count % 10 == 1 and count % 100 != 11
