"""A form as data: its fields, their labels and readers, from a TOML file beside this module."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from msgspec import Struct

READERS = ("text", "period", "results", "finances", "answer")


class FormField(Struct, frozen=True):
    """A field of a form; `labels` holds its wordings, the form's own first.

    `columns` says how the words begin that head the columns of its content,
    and is empty where it has none.
    """

    code: str
    reader: str
    labels: tuple[str, ...]
    columns: tuple[str, ...] = ()


class Form(Struct, frozen=True):
    """A form: its name, how the word begins that its title holds, and its fields in order."""

    name: str
    title_stem: str
    fields: tuple[FormField, ...]

    def __hash__(self) -> int:
        """The name alone: a form is looked up for every line of a document."""
        return hash(self.name)

    def with_reader(self, reader: str) -> str:
        """The code of the first field that is read so, "" where the form has none."""
        return next((field.code for field in self.fields if field.reader == reader), "")


@cache
def forms() -> tuple[Form, ...]:
    """Every form beside this module, by file name. Raises ValueError as `form_of_file` does."""
    return tuple(form_of_file(path) for path in sorted(Path(__file__).parent.glob("*.toml")))


def form_of_file(path: Path) -> Form:
    """The form that a TOML file holds. Raises ValueError where it names an unknown reader or a field twice."""
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    fields = tuple(
        FormField(each["code"], each["reader"], tuple(each["labels"]), tuple(each.get("columns", ())))
        for each in content["fields"]
    )
    codes = [field.code for field in fields]
    unknown = [field.reader for field in fields if field.reader not in READERS]
    if unknown or len(codes) != len(set(codes)):
        raise ValueError(f"{path.name}: unknown readers {unknown}, or a code stands twice in {codes}")
    return Form(content["name"], content["title_stem"], fields)
