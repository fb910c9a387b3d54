"""Submissions → check rows that pair each finance period with its implementation year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from pipeline.checks.places import ONE_DAY, period_key, source_place
from pipeline.checks.rows import FinancePeriodRow
from pipeline.records import FinancePeriod, Period, Summary, days_key


class Span(Struct, frozen=True):
    """A readable period: its first and its last day."""

    start: date
    end: date

    @property
    def key(self) -> str:
        """The two ISO dates."""
        return days_key(self.start, self.end)

    def days_shared(self, other: Span) -> int:
        """How many days lie in both, 0 or less where none does."""
        return (min(self.end, other.end) - max(self.start, other.start)).days + 1


class Pair(Struct, frozen=True):
    """A finance period and the year that it is or should be; one of them can be missing."""

    finances: int | None
    year: Span | None


def span_of(period: Period | None) -> Span | None:
    """The days of a period, None where it is not readable."""
    if period is None or period.start is None or period.end is None or not period.is_readable:
        return None
    return Span(period.start, period.end)


def finance_period_rows(document_id: str, summary: Summary) -> Iterator[FinancePeriodRow]:
    """A row for each readable finance period and for each year that has none."""
    spans = [span_of(each.period) for each in summary.finances]
    unheaded = len(summary.years) == 1 and summary.years[0].period is None
    pairs = delegation_pairs(spans, span_of(summary.delegation)) if unheaded else year_pairs(summary, spans)
    for pair in pairs:
        year_period = pair.year.key if pair.year else None
        row = FinancePeriodRow(document_id=document_id, table="finances", year_period=year_period)
        if pair.finances is None:
            yield replace(row, row=row.year_period, match="no_finances")
        else:
            yield paired_row(row, summary.finances[pair.finances], pair.finances)


def paired_row(row: FinancePeriodRow, finances: FinancePeriod, at: int) -> FinancePeriodRow:
    """The row with its finance period filled in."""
    key = period_key(finances.period, at + 1)
    place = source_place(finances.period.source or finances.total.source)
    return replace(row, row=key, period=key, match="year" if row.year_period else "no_year", **place)


def year_pairs(summary: Summary, spans: Sequence[Span | None]) -> list[Pair]:
    """Each finance period with its year: the same days, else the most days in common.

    A finance period without a year is left out where a year is unreadable, and
    may be it; so is a year where a finance period is unreadable or the field is
    not there at all.
    """
    years = [span_of(each.period) for each in summary.years]
    pairs = closest_pairs(spans, [each for each in years if each is not None])
    if not years or None in years:
        pairs = [each for each in pairs if each.year is not None]
    if None in spans or (not spans and not has_finances(summary)):
        pairs = [each for each in pairs if each.finances is not None]
    return pairs


def has_finances(summary: Summary) -> bool:
    """Whether anything stands in the finance field."""
    field = summary.field("finances")
    return field is not None and bool(field.value.strip())


def closest_pairs(finances: Sequence[Span | None], years: Sequence[Span]) -> list[Pair]:
    """Finance periods in order, then the years that are left over; each stands in one pair."""
    left = list(years)
    chosen: dict[int, Span] = {}
    for at, span in enumerate(finances):
        if span in left:
            chosen[at] = span
            left.remove(span)
    for at, span in enumerate(finances):
        nearest = max(left, key=span.days_shared, default=None) if span and at not in chosen else None
        if span and nearest and span.days_shared(nearest) > 0:
            chosen[at] = nearest
            left.remove(nearest)
    return [Pair(at, chosen.get(at)) for at, span in enumerate(finances) if span] + [Pair(None, year) for year in left]


def delegation_pairs(finances: Sequence[Span | None], delegation: Span | None) -> list[Pair]:
    """Each finance period with the days that it must have to follow the one before and to fill the delegation.

    For a document whose only year has no heading. Empty where a date is unreadable.
    """
    known = [(span, at) for at, span in enumerate(finances) if span]
    if delegation is None or len(known) < len(finances):
        return []
    pairs: list[Pair] = []
    start = delegation.start
    for rank, (span, at) in enumerate(sorted(known, key=lambda each: (each[0].start, each[1])), start=1):
        end = delegation.end if rank == len(known) else span.end
        pairs.append(Pair(at, Span(start, end)))
        start = span.end + ONE_DAY
    return pairs
