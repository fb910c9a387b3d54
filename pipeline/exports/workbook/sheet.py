"""What a sheet is, as values: columns, rows and the sums below them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Literal

from msgspec import Struct

CellKind = Literal["text", "wrapped", "euro", "number", "integer", "date", "severity"]


class Link(Struct, frozen=True):
    """A cell that leads elsewhere: to a file beside the workbook, or with `sheet` to a row of that sheet, from 1."""

    text: str | int
    target: str = ""
    sheet: str = ""
    row: int = 0


class Formula(Struct, frozen=True):
    """A formula of ours in English notation, and its value for programs that do not calculate.

    `{row}` stands for the number of its row, `{last}` for that of the last row of data,
    and a column's key for the column's letters: `={planned_eur}{row}-{actual_eur}{row}`.
    """

    text: str
    value: Decimal | int | str


class Marked(Struct, frozen=True):
    """A word or number with the tone in which it is shown: `error`, `warning`, `info` or `fine`."""

    shown: str | int
    tone: str


Cell = str | int | Decimal | date | Link | Formula | Marked | None


class SheetColumn(Struct, frozen=True):
    """A column: the key by which formulas name it, its heading, what its cells hold, its width in characters."""

    key: str
    heading: str
    kind: CellKind
    width: int


class Sheet(Struct, frozen=True):
    """A sheet; `sums` are rows below the data, each a cell for every column."""

    name: str
    columns: tuple[SheetColumn, ...]
    rows: Iterable[Sequence[Cell]]
    sums: tuple[tuple[Cell, ...], ...] = ()

    @property
    def letters(self) -> dict[str, str]:
        """The letters of each column, by its key."""
        return {column.key: column_letter(place) for place, column in enumerate(self.columns)}


def column_letter(number: int) -> str:
    """The letters of a column, counted from 0.

    >>> column_letter(0), column_letter(25), column_letter(26)
    ('A', 'Z', 'AA')
    """
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
