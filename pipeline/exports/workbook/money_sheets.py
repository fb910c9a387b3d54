"""The sheets of the money: the finances as stated, and where the money went."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from pipeline.catalogue import text
from pipeline.checks.finance_rows import keyed_periods
from pipeline.checks.places import row_name
from pipeline.exports.workbook.context import Context
from pipeline.exports.workbook.sheet import Cell, Formula, Sheet, SheetColumn, column_letter
from pipeline.tables import LEDGER
from pipeline.tables.rows import FinanceRow, finance_rows, ledger_rows

NOTHING = Decimal(0)
LEDGER_AMOUNTS = LEDGER.columns[4:]


def finance_sheet(context: Context) -> Sheet:
    """A row for each period and purpose; what the amounts leave is computed beside what is stated."""
    language = context.language
    columns = (
        *_opening(context),
        SheetColumn(text("columns.planned_eur", language), "euro", 15),
        SheetColumn(text("columns.actual_eur", language), "euro", 15),
        SheetColumn(text("workbook.remainder_stated", language), "euro", 15),
        SheetColumn(text("workbook.left_computed", language), "euro", 15),
        SheetColumn(text("workbook.gap", language), "euro", 13),
        SheetColumn(text("columns.remainder_disposition", language), "text", 26),
        SheetColumn(text("columns.proved_by", language), "integer", 14),
        SheetColumn(text("columns.refused", language), "wrapped", 26),
        SheetColumn(text("columns.quote", language), "wrapped", 40),
        SheetColumn(text("columns.page", language), "integer", 9),
        _again(context),
    )
    name = text("workbook.finances", language)
    return _with_sums(context, name, columns, list(_finance_cells(context, name)), range(5, 9))


def _finance_cells(context: Context, sheet: str) -> Iterator[tuple[Cell, ...]]:
    keys = _period_keys(context)
    for line, row in enumerate(finance_rows(context.submissions, context.findings), start=2):
        key = keys[row.document_id, id(row.period)]
        context.note_line((row.document_id, "finances", row_name(key, row.line.purpose)), sheet, line)
        yield (*_opening_cells(context, row), *_amount_cells(context, row), context.again(row.document_id))


def _amount_cells(context: Context, row: FinanceRow) -> tuple[Cell, ...]:
    planned, actual, remainder = row.line.planned, row.line.actual, row.line.remainder
    left = None if planned is None or actual is None else planned - actual
    return (
        planned,
        actual,
        remainder,
        None if left is None else Formula("=F{row}-G{row}", left),
        None if left is None or remainder is None else Formula("=ROUND(H{row}-I{row},2)", remainder - left),
        context.word(row.line.disposition),
        row.proved_by,
        " | ".join(row.refused),
        row.line.source.quote,
        context.to_report(row.document_id, row.line.source.page, row.line.source.page),
    )


def ledger_sheet(context: Context) -> Sheet:
    """A row for each period and purpose: where its money came from and went to."""
    amounts = tuple(SheetColumn(each.heading(context.language), "euro", 17) for each in LEDGER_AMOUNTS)
    rows = [
        (
            *context.origin(row.document_id),
            row.period.start,
            row.period.end,
            row.entry.line.purpose,
            *(_euros(column.value(row)) for column in LEDGER_AMOUNTS),
            context.again(row.document_id),
        )
        for row in ledger_rows(context.submissions, context.findings)
    ]
    columns = (*_opening(context), *amounts, _again(context))
    return _with_sums(context, text("workbook.ledger", context.language), columns, rows, range(5, 5 + len(amounts)))


def _again(context: Context) -> SheetColumn:
    return SheetColumn(text("workbook.again", context.language), "text", 12)


def _opening(context: Context) -> tuple[SheetColumn, ...]:
    language = context.language
    return (
        SheetColumn(text("columns.source_file", language), "text", 28),
        SheetColumn(text("columns.performer", language), "wrapped", 30),
        SheetColumn(text("columns.period_start", language), "date", 13),
        SheetColumn(text("columns.period_end", language), "date", 13),
        SheetColumn(text("workbook.purpose", language), "wrapped", 34),
    )


def _opening_cells(context: Context, row: FinanceRow) -> tuple[Cell, ...]:
    period = row.period.period
    return (*context.origin(row.document_id), period.start, period.end, row.line.purpose)


def _with_sums(
    context: Context, name: str, columns: tuple[SheetColumn, ...], rows: list[tuple[Cell, ...]], summed: range
) -> Sheet:
    """The sheet with the sums of its totals' rows, since a purpose is a part of its period's total.

    What came before is left out; the last column says so.
    """
    sums: list[Cell] = [text("workbook.sum_of_totals", context.language), *[""] * (len(columns) - 1)]
    for place in summed:
        of, purposes, again = (_range(each) for each in (place, 4, len(columns) - 1))
        figures = [_figure(row[place]) for row in rows if not row[4] and not row[-1]]
        known = [each for each in figures if each is not None]
        where = f'{purposes},"",{again},""'
        formula = f'=IF(COUNTIFS({of},"<>",{where})=0,"",SUMIFS({of},{where}))'
        sums[place] = Formula(formula, sum(known, NOTHING) if known else "")
    return Sheet(name, columns, rows, (tuple(sums),))


def _range(place: int) -> str:
    """A column's cells of data."""
    letter = column_letter(place)
    return f"${letter}$2:${letter}${{last}}"


def _figure(cell: Cell) -> Decimal | None:
    value = cell.value if isinstance(cell, Formula) else cell
    return Decimal(value) if isinstance(value, Decimal | int) else None


def _euros(value: object) -> Cell:
    return value if isinstance(value, Decimal) else None


def _period_keys(context: Context) -> Mapping[tuple[str, int], str]:
    """What names each finance period in its document."""
    return {
        (each.document_id, id(period)): key
        for each in context.documents.values()
        if each.summary
        for key, period in keyed_periods(each.summary)
    }
