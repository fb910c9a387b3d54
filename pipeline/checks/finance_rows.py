"""Submissions → check rows about the amounts of the finance field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import get_args

from pipeline.checks.carrying import Neighbours, brought_in, neighbours
from pipeline.checks.places import period_key, row_name, source_place
from pipeline.checks.purposes import (
    TOTAL,
    Amount,
    PurposeKey,
    amount_of,
    lines_by_purpose,
    purpose_key,
    purposes_that_state,
    sum_of_purposes,
)
from pipeline.checks.rows import AmountRow, BreakdownRow, FinanceRow, PeriodTotalRow
from pipeline.records import FinanceLine, FinancePeriod, Summary

Lines = Mapping[PurposeKey, FinanceLine]


def amount_rows(document_id: str, summary: Summary) -> Iterator[AmountRow]:
    """A row for each refused amount, and one for each period that has none."""
    for key, period in keyed_periods(summary):
        if not period.refused:
            yield AmountRow(document_id=document_id, table="finances", row=key, period=key)
        for each in period.refused:
            place, row = source_place(each.source), row_name(key, each.purpose)
            yield AmountRow(document_id=document_id, table="finances", row=row, **place, period=key, reason=each.reason)


def keyed_periods(summary: Summary) -> list[tuple[str, FinancePeriod]]:
    """The finance periods in document order, each with what names it."""
    return [(period_key(each.period, position), each) for position, each in enumerate(summary.finances, start=1)]


def finance_rows(document_id: str, summary: Summary) -> Iterator[FinanceRow]:
    """A row for each period's total and for each of its purposes."""
    for (key, period), beside in zip(keyed_periods(summary), neighbours(summary.finances), strict=True):
        lines = lines_by_purpose(period)
        for line in lines.values():
            yield finance_row(document_id, key, line, beside, remainder_due=is_remainder_due(period, lines, line))


def finance_row(
    document_id: str, key: str, line: FinanceLine, beside: Neighbours, *, remainder_due: bool
) -> FinanceRow:
    """The row of one line."""
    left = difference(line.planned, line.actual)
    brought = brought_in(beside, purpose_key(line.purpose))
    allowed = None if line.planned is None or brought is None else line.planned + brought
    return FinanceRow(
        document_id=document_id,
        table="finances",
        row=row_name(key, line.purpose),
        **source_place(line.source),
        period=key,
        purpose=line.purpose,
        planned=line.planned,
        actual=line.actual,
        remainder=line.remainder,
        left=left,
        gap=distance(left, line.remainder),
        remainder_due=remainder_due,
        brought_in=brought,
        allowed=allowed,
        excess=difference(line.actual, allowed),
    )


def is_remainder_due(period: FinancePeriod, lines: Lines, line: FinanceLine) -> bool:
    """Whether the line should state a remainder: a purpose only where other purposes of the period do."""
    if period.refused or (line.purpose and not purposes_that_state(lines, "remainder")):
        return False
    return line.planned is not None and line.actual is not None and line.planned > line.actual


def breakdown_rows(document_id: str, summary: Summary) -> Iterator[BreakdownRow]:
    """A row for planned, actual and remainder of each period; nothing is summed beside a refused amount."""
    for key, period in keyed_periods(summary):
        lines = lines_by_purpose(period)
        for amount in get_args(Amount):
            total = amount_of(lines[TOTAL], amount)
            of_purposes = None if period.refused else sum_of_purposes(lines, amount)
            yield BreakdownRow(
                document_id=document_id,
                table="finances",
                row=key,
                **source_place(period.total.source),
                period=key,
                amount=amount,
                total=total,
                of_purposes=of_purposes,
                gap=distance(total, of_purposes),
            )


def period_total_rows(document_id: str, summary: Summary) -> Iterator[PeriodTotalRow]:
    """A row for each period."""
    keyed = keyed_periods(summary)
    for (key, period), beside in zip(keyed, neighbours(summary.finances), strict=True):
        previous_key = None if beside.previous_at is None else keyed[beside.previous_at][0]
        yield period_total_row(document_id, key, period, beside, previous_key)


def period_total_row(
    document_id: str, key: str, period: FinancePeriod, beside: Neighbours, previous_key: str | None
) -> PeriodTotalRow:
    """The row of one period."""
    total = period.total
    lines = lines_by_purpose(period)
    planned = purposes_that_state(lines, "planned")
    missing = [line.purpose for line in planned if line.actual is None]
    is_compared = bool(planned) and total.actual is not None and not period.refused
    return PeriodTotalRow(
        document_id=document_id,
        table="finances",
        row=key,
        **source_place(total.source),
        period=key,
        planned=total.planned,
        actual=total.actual,
        remainder=total.remainder,
        disposition=total.disposition,
        disposition_due=total.remainder is not None and total.remainder > 0,
        is_last=beside.is_last,
        purposes_planned=len(planned) if is_compared else None,
        purposes_actual=len(planned) - len(missing) if is_compared else None,
        purposes_missing=", ".join(f"„{each}”" for each in missing),
        previous_period=previous_key,
        planned_before=beside.previous.total.planned if beside.previous else None,
        carried_in=None if period.refused else brought_in(beside, TOTAL) or None,
    )


def difference(first: Decimal | None, second: Decimal | None) -> Decimal | None:
    """First minus second, None where one is not stated."""
    return None if first is None or second is None else first - second


def distance(first: Decimal | None, second: Decimal | None) -> Decimal | None:
    """How far the two are apart, None where one is not stated."""
    apart = difference(first, second)
    return None if apart is None else abs(apart)
