"""A form as data: its fields, their labels and readers, from a TOML file beside this module."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

READERS = ("text", "period", "results", "finances", "answer")


@dataclass(frozen=True, slots=True)
class FormField:
    """A field of a form; `labels` holds its wordings, the form's own first."""

    code: str
    reader: str
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """A form: its name, what its title says, and its fields in order."""

    name: str
    title: str
    fields: tuple[FormField, ...]


@cache
def form_named(name: str) -> Form:
    """The form of `forms/<name>.toml`. Raises ValueError where it names an unknown reader or a field twice."""
    content = tomllib.loads((Path(__file__).parent / f"{name}.toml").read_text(encoding="utf-8"))
    fields = tuple(FormField(each["code"], each["reader"], tuple(each["labels"])) for each in content["fields"])
    codes = [field.code for field in fields]
    unknown = [field.reader for field in fields if field.reader not in READERS]
    if unknown or len(codes) != len(set(codes)):
        raise ValueError(f"{name}.toml: unknown readers {unknown}, or a code stands twice in {codes}")
    return Form(content["name"], content["title"], fields)
