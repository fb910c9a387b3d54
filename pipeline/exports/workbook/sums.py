"""The rows of sums below a sheet: formulas, each with the figure that it gives."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from decimal import Decimal

from pipeline.exports.workbook.sheet import Cell, Formula, Marked, SheetColumn

Row = Sequence[Cell]


def sums_of_rows(
    label: str, columns: Sequence[SheetColumn], rows: Sequence[Row], summed: Collection[str], empty: Sequence[str]
) -> tuple[Cell, ...]:
    """The sums of the columns `summed`, over the rows whose cells in the columns `empty` are empty."""
    where = ",".join(f'{_data(key)},""' for key in empty)
    places = [place for place, column in enumerate(columns) if column.key in empty]
    counted = [row for row in rows if not any(row[place] for place in places)]
    form = f'=IF(COUNTIFS({{of}},"<>",{where})=0,"",SUMIFS({{of}},{where}))'
    return _row(label, columns, counted, summed, form)


def sums_of_visible_rows(
    label: str, columns: Sequence[SheetColumn], rows: Sequence[Row], summed: Collection[str]
) -> tuple[Cell, ...]:
    """The sums over the rows that a filter leaves; before anybody filters these are all."""
    return _row(label, columns, rows, summed, '=IF(SUBTOTAL(102,{of})=0,"",SUBTOTAL(109,{of}))')


def _row(
    label: str, columns: Sequence[SheetColumn], rows: Sequence[Row], summed: Collection[str], form: str
) -> tuple[Cell, ...]:
    """The label in the first column; "" where nothing is known, since 0.00 would be a figure."""
    sums: list[Cell] = [label]
    for place, column in list(enumerate(columns))[1:]:
        figures = [figure for figure in (_figure(row[place]) for row in rows) if figure is not None]
        value = sum(figures, Decimal(0)) if figures else ""
        sums.append(Formula(form.replace("{of}", _data(column.key)), value) if column.key in summed else "")
    return tuple(sums)


def _data(key: str) -> str:
    """The cells of a column that hold rows, as a formula names them."""
    return f"${{{key}}}$2:${{{key}}}${{last}}"


def _figure(cell: Cell) -> Decimal | None:
    value = cell.value if isinstance(cell, Formula) else cell.shown if isinstance(cell, Marked) else cell
    return Decimal(value) if isinstance(value, Decimal | int) else None
