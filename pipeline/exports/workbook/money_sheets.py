"""The sheets of the money: the finances as stated, and where the money went."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from decimal import Decimal

from pipeline.catalogue import text
from pipeline.checks.places import row_name
from pipeline.exports.workbook.context import Context
from pipeline.exports.workbook.sheet import Cell, Formula, Sheet, SheetColumn
from pipeline.exports.workbook.sums import sums_of_rows
from pipeline.tables import LEDGER
from pipeline.tables.rows import FinanceRow, finance_rows, ledger_rows

GAP = "=ROUND({remainder_eur}{row}-{left}{row},2)"
SUMMED = ("planned_eur", "actual_eur", "remainder_eur", "left")
LEDGER_AMOUNTS = LEDGER.columns[4:]


def finance_sheet(context: Context) -> Sheet:
    """A row for each period and purpose; what the amounts leave is computed beside what is stated."""
    columns = (
        *_opening(context),
        context.column("planned_eur", "euro", 15),
        context.column("actual_eur", "euro", 15),
        context.column("remainder_eur", "euro", 15, "workbook.remainder_stated"),
        context.column("left", "euro", 15, "workbook.left_computed"),
        context.column("gap", "euro", 13, "workbook.gap"),
        context.column("remainder_disposition", "text", 26),
        context.column("proved_by", "integer", 14),
        context.column("refused", "wrapped", 26),
        context.column("quote", "wrapped", 40),
        context.column("page", "integer", 9),
        _again(context),
    )
    name = text("workbook.finances", context.language)
    return _with_sums(context, name, columns, list(_finance_cells(context, name)), SUMMED)


def _finance_cells(context: Context, sheet: str) -> Iterator[tuple[Cell, ...]]:
    for line, row in enumerate(finance_rows(context.submissions, context.findings), start=2):
        context.note_line((row.document_id, "finances", row_name(row.key, row.line.purpose)), sheet, line)
        yield (*_opening_cells(context, row), *_amount_cells(context, row), context.again(row.document_id))


def _amount_cells(context: Context, row: FinanceRow) -> tuple[Cell, ...]:
    planned, actual, remainder = row.line.planned, row.line.actual, row.line.remainder
    left = None if planned is None or actual is None else planned - actual
    return (
        planned,
        actual,
        remainder,
        None if left is None else Formula("={planned_eur}{row}-{actual_eur}{row}", left),
        None if left is None or remainder is None else Formula(GAP, remainder - left),
        context.word(row.line.disposition),
        row.proved_by,
        " | ".join(row.refused),
        row.line.source.quote,
        context.place_of(row.document_id, row.line.source.page, row.line.source.place),
    )


def ledger_sheet(context: Context) -> Sheet:
    """A row for each period and purpose: where its money came from and went to."""
    amounts = tuple(context.column(each.name, "euro", 17) for each in LEDGER_AMOUNTS)
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
    return _with_sums(context, text("workbook.ledger", context.language), columns, rows, [each.key for each in amounts])


def _again(context: Context) -> SheetColumn:
    return context.column("again", "text", 12, "workbook.again")


def _opening(context: Context) -> tuple[SheetColumn, ...]:
    return (
        context.column("source_file", "text", 28),
        context.column("performer", "wrapped", 30),
        context.column("period_start", "date", 13),
        context.column("period_end", "date", 13),
        context.column("purpose", "wrapped", 34, "workbook.purpose"),
    )


def _opening_cells(context: Context, row: FinanceRow) -> tuple[Cell, ...]:
    period = row.period.period
    return (*context.origin(row.document_id), period.start, period.end, row.line.purpose)


def _with_sums(
    context: Context, name: str, columns: tuple[SheetColumn, ...], rows: list[tuple[Cell, ...]], summed: Collection[str]
) -> Sheet:
    """The sheet with the sums of its totals' rows, since a purpose is a part of its period's total.

    What came before is left out; the last column says so.
    """
    label = text("workbook.sum_of_totals", context.language)
    return Sheet(name, columns, rows, (sums_of_rows(label, columns, rows, summed, ("purpose", "again")),))


def _euros(value: object) -> Cell:
    return value if isinstance(value, Decimal) else None
