"""Submissions → check rows about the amounts of the finance field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import get_args

from pipeline.bookkeeping.identities import Identity, Sums, breakdown_identity, remainder_identity, sums_of
from pipeline.bookkeeping.ledger import LedgerEntry, PeriodLedger, ledger
from pipeline.bookkeeping.purposes import (
    TOTAL,
    Amount,
    PurposeKey,
    amount_of,
    lines_by_purpose,
    purposes_that_state,
    sum_of_purposes,
)
from pipeline.bookkeeping.suggestions import suggestion
from pipeline.checks.kinds import Hint
from pipeline.checks.places import period_key, row_name, source_place
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
    for (key, period), kept in zip(keyed_periods(summary), ledger(summary.finances), strict=True):
        lines, sums = lines_by_purpose(period), sums_of(period)
        for purpose, entry in kept.entries.items():
            due = is_remainder_due(period, lines, entry.line)
            hint = hint_for(remainder_identity(purpose), sums, key, lines)
            yield finance_row(document_id, key, entry, remainder_due=due, hint=hint)


def finance_row(
    document_id: str, key: str, entry: LedgerEntry, *, remainder_due: bool, hint: Hint | None
) -> FinanceRow:
    """The row of one line."""
    line = entry.line
    left = difference(line.planned, line.actual)
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
        brought_in=entry.brought_in,
        allowed=entry.available,
        excess=difference(line.actual, entry.available),
        hint=hint,
    )


def is_remainder_due(period: FinancePeriod, lines: Lines, line: FinanceLine) -> bool:
    """Whether the line should state a remainder: a purpose only where other purposes of the period do."""
    if period.refused or (line.purpose and not purposes_that_state(lines, "remainder")):
        return False
    return line.planned is not None and line.actual is not None and line.planned > line.actual


def hint_for(identity: Identity, sums: Sums, period: str, lines: Lines) -> Hint | None:
    """Which amount may be mistyped where this identity is stated and does not hold."""
    if not identity.terms.keys() <= sums.stated.keys() or identity.gap(sums.stated) == 0:
        return None
    found = suggestion(identity, sums)
    if found is None:
        return None
    purpose = lines[found.cell.purpose].purpose
    return Hint(period, purpose, found.cell.amount, found.stated, found.meant, found.slip)


def breakdown_rows(document_id: str, summary: Summary) -> Iterator[BreakdownRow]:
    """A row for planned, actual and remainder of each period; nothing is summed beside a refused amount."""
    for key, period in keyed_periods(summary):
        lines, sums = lines_by_purpose(period), sums_of(period)
        for amount in get_args(Amount):
            total = amount_of(lines[TOTAL], amount)
            of_purposes = None if period.refused else sum_of_purposes(lines, amount)
            identity = breakdown_identity(period, amount)
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
                hint=hint_for(identity, sums, key, lines),
            )


def period_total_rows(document_id: str, summary: Summary) -> Iterator[PeriodTotalRow]:
    """A row for each period."""
    keyed = keyed_periods(summary)
    for (key, period), kept in zip(keyed, ledger(summary.finances), strict=True):
        previous = None if kept.before is None else keyed[kept.before]
        yield period_total_row(document_id, key, period, kept, previous)


def period_total_row(
    document_id: str, key: str, period: FinancePeriod, kept: PeriodLedger, previous: tuple[str, FinancePeriod] | None
) -> PeriodTotalRow:
    """The row of one period; `previous` is the one before it with its key."""
    total = period.total
    planned = purposes_that_state(lines_by_purpose(period), "planned")
    missing = tuple(line.purpose for line in planned if line.actual is None)
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
        is_last=kept.is_last,
        purposes_planned=len(planned) if is_compared else None,
        purposes_actual=len(planned) - len(missing) if is_compared else None,
        purposes_missing=missing,
        previous_period=previous[0] if previous else None,
        planned_before=previous[1].total.planned if previous else None,
        carried_in=kept.total.brought_in or None,
        seen=kept.total.seen,
        planned_due=not period.refused,
        actual_due=not period.refused,
    )


def difference(first: Decimal | None, second: Decimal | None) -> Decimal | None:
    """First minus second, None where one is not stated."""
    return None if first is None or second is None else first - second


def distance(first: Decimal | None, second: Decimal | None) -> Decimal | None:
    """How far the two are apart, None where one is not stated."""
    apart = difference(first, second)
    return None if apart is None else abs(apart)
