"""What a table is: its columns as data, each with name, kind, meaning, and where the value comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Generic, Literal, TypeVar

from pipeline.catalogue import Language, text
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


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column: `value` gives the cell of a row, None where nothing is stated.

    `words` are those that a cell may hold, any where it is empty. A table that is
    read back may lack a column that is `added`: older versions did not write it.
    """

    name: str
    kind: Kind
    meaning: str
    value: Callable[[Row], Cell]
    words: tuple[str, ...] = ()
    added: bool = False

    def heading(self, language: Language) -> str:
        """What people call the column."""
        return text(f"columns.{self.name}", language)


@dataclass(frozen=True, slots=True)
class Table(Generic[Row]):
    """One table: `rows` gives its rows of submissions and their findings."""

    name: str
    meaning: str
    rows: Callable[[Sequence[Submission], Sequence[Finding]], Iterable[Row]]
    columns: tuple[Column[Row], ...]

    def cells(self, submissions: Sequence[Submission], findings: Sequence[Finding]) -> Iterable[tuple[Cell, ...]]:
        """The table's values, a tuple per row in the order of `columns`."""
        for row in self.rows(submissions, findings):
            yield tuple(column.value(row) for column in self.columns)


DOCUMENT_ID_MEANING = "the document that it stands in, see `documents.csv`"


def confidence_column(source: Callable[[Row], Source]) -> Column[Row]:
    """How surely the words at a row's source were recognised."""
    return Column(
        "confidence",
        "integer",
        "how sure the recogniser is of the least sure word, 0 to 100; empty where the document is text",
        lambda row: None if (sure := source(row).confidence) is None else int(sure),
        added=True,
    )
