"""What a table is: its columns as data; what people read of them stands in the catalogue."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Generic, Literal, TypeVar

from msgspec import Struct

from pipeline.catalogue import Language, text
from pipeline.catalogue.entries import entries
from pipeline.findings import Finding
from pipeline.records import Source, Submission

Kind = Literal["text", "id", "word", "date", "integer", "number", "euro", "point"]
Cell = str | int | float | Decimal | date | None
Row = TypeVar("Row")

KINDS: dict[Kind, str] = {
    "text": "text as it stands in the document or was made for people",
    "id": "12 hex digits",
    "word": "a word out of a fixed list, or a name that this program gives",
    "date": "ISO date, `YYYY-MM-DD`",
    "integer": "whole number",
    "number": "plain decimal number without trailing zeros, `2.5`",
    "euro": "euros with two decimals, `1213.47`",
    "point": "points (1/72 inch) from the page's top left corner, two decimals",
}


class Column(Struct, Generic[Row], frozen=True):
    """One column: `value` gives the cell of a row, None where nothing is stated.

    `words` are those that a cell may hold, any where it is empty. A table that is
    read back may lack a column that is `added`: older versions did not write it.
    Of a column that is `filled` no cell is empty.
    """

    name: str
    kind: Kind
    value: Callable[[Row], Cell]
    words: tuple[str, ...] = ()
    added: bool = False
    filled: bool = False

    def heading(self, language: Language) -> str:
        """What people call the column."""
        return text(f"columns.{self.name}", language)


class Table(Struct, Generic[Row], frozen=True):
    """One table: `rows` gives its rows of submissions and their findings."""

    name: str
    rows: Callable[[Sequence[Submission], Sequence[Finding]], Iterable[Row]]
    columns: tuple[Column[Row], ...]

    def meaning(self, language: Language) -> str:
        """What its rows are, a phrase without a full stop."""
        return text(f"meanings.{self.name}", language)

    def column_meaning(self, column: Column[Row], language: Language) -> str:
        """What a cell of the column says, a phrase without a full stop."""
        if f"{self.name}-{column.name}" in entries("meanings"):
            return text(f"meanings.{self.name}-{column.name}", language)
        return text(f"meanings.{column.name}", language)

    def cells(self, submissions: Sequence[Submission], findings: Sequence[Finding]) -> Iterable[tuple[Cell, ...]]:
        """The table's values, a tuple per row in the order of `columns`."""
        for row in self.rows(submissions, findings):
            yield tuple(column.value(row) for column in self.columns)


def confidence_column(source: Callable[[Row], Source]) -> Column[Row]:
    """How surely the words at a row's source were recognised."""
    return Column(
        "confidence",
        "integer",
        lambda row: None if (sure := source(row).confidence) is None else int(sure),
        added=True,
    )


def place_column(place: Callable[[Row], str]) -> Column[Row]:
    """Where a row's words stand in a document without pages."""
    return Column("place", "word", lambda row: place(row) or None, added=True)
