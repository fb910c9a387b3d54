"""Finance periods whose dates a recogniser misread: their amounts are refused at the years that they may belong to.

The years of the results field say which periods there are. A period of a scan that
is none of them, or that cannot be read at all, would take its amounts to a period that does not
exist, and nothing would be said at the one that they left.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set

from msgspec.structs import replace

from pipeline.document import SURE
from pipeline.extract.finance_periods import PeriodMark
from pipeline.extract.finance_values import Entry, FinanceText, Refused
from pipeline.grammar.dates import Span
from pipeline.records import RefusedAmount, Source

# The dates of one year are the misread ones where those of every other year differ in so many digits more.
_FEWER_DIGITS = 2


def with_misread_refused(texts: Sequence[FinanceText], years: Sequence[Span]) -> list[FinanceText]:
    """The texts of one finance row; what stands in a misread period is refused at each year it may be.

    `years` are those of the results field. A period that was typed is taken as it stands.
    """
    seen = Counter(mark.dates for text in texts for mark in text.periods)
    alone = {dates for dates, times in seen.items() if times == 1 and len(texts) > 1}
    return [_doubted(text, years, alone) for text in texts]


def _doubted(text: FinanceText, years: Sequence[Span], alone: Set[Span | None]) -> FinanceText:
    there = Counter(mark.dates for mark in text.periods)
    usual = max((there[year] for year in years), default=0) or 1
    lacking = [year for year in years if there[year] < usual]
    meant = {
        _place(mark): _nearest(mark, lacking) for mark in text.periods if lacking and _is_misread(mark, years, alone)
    }
    if not meant:
        return text
    kept = [entry for entry in text.entries if entry.period is None or _place(entry.period) not in meant]
    lost = [each for entry in text.entries if entry not in kept for each in _refused(entry)]
    refused = [each for said in (*text.refused, *lost) for each in _at_years(said, meant)]
    return replace(text, entries=kept, refused=refused)


def _is_misread(mark: PeriodMark, years: Sequence[Span], alone: Set[Span | None]) -> bool:
    """Whether a recogniser may have made these dates: no year has them, nor the other column, or it is not sure."""
    if mark.source.confidence is None or mark.year_no is not None or mark.dates in years:
        return False
    return mark.dates is None or mark.dates in alone or mark.source.confidence < SURE


def _nearest(mark: PeriodMark, years: Sequence[Span]) -> list[Span]:
    """The year whose dates have nearly the digits of these; all where several have."""
    apart = sorted((_digits_apart(mark.text, year), place) for place, year in enumerate(years))
    if len(apart) > 1 and apart[1][0] - apart[0][0] < _FEWER_DIGITS:
        return list(years)
    return [years[apart[0][1]]]


def _digits_apart(text: str, year: Span) -> int:
    """How many digits must be changed, left out or added to make the dates of a year of a text (V. Levenshtein)."""
    read = [letter for letter in text if letter.isdigit()]
    true = f"{year[0]:%d%m%Y}{year[1]:%d%m%Y}"
    row = list(range(len(true) + 1))
    for place, digit in enumerate(read, start=1):
        before, row = row, [place]
        for at, other in enumerate(true):
            row.append(min(before[at] + (digit != other), before[at + 1] + 1, row[at] + 1))
    return row[-1]


def _refused(entry: Entry) -> list[Refused]:
    """Each amount of an entry."""
    said = (
        [Refused(RefusedAmount("period", entry.source), entry.period, entry.order)] if entry.total is not None else []
    )
    items = [RefusedAmount("period", item.source, item.purpose) for item in entry.items]
    return said + [Refused(each, entry.period, entry.order) for each in items]


def _at_years(refused: Refused, meant: Mapping[Source, Sequence[Span]]) -> list[Refused]:
    if refused.period is None or _place(refused.period) not in meant:
        return [refused]
    mark = refused.period
    return [replace(refused, period=replace(mark, dates=year)) for year in meant[_place(mark)]]


def _place(mark: PeriodMark) -> Source:
    return mark.source
