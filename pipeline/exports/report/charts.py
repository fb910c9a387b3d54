"""Submissions → the overview's charts: groups of horizontal bars, each with its words and its figure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from msgspec import Struct

from pipeline.bookkeeping.ledger import LedgerEntry, ledger
from pipeline.catalogue import Language, text
from pipeline.checks.messages import written_euros
from pipeline.records import Submission, Summary
from pipeline.twins import distinct_submissions

MOST_COUNTED = 8
NOT_THINGS = frozenset({"%", "euro"})
NOTHING = Decimal(0)


class Bar(Struct, frozen=True):
    """A bar: what it stands for, its figure as people write it, its part of the longest bar, its series from 0."""

    name: str
    figure: str
    part: float
    series: int


class Group(Struct, frozen=True):
    """Bars under one name."""

    name: str
    bars: tuple[Bar, ...]


class Chart(Struct, frozen=True):
    """A chart; `note` says what it leaves out or how it counts."""

    title: str
    note: str
    groups: tuple[Group, ...]


Figures = dict[str, dict[str, Decimal]]
"""For each group, the figure of each bar, both by their names, in the order in which they are shown."""


def charts(submissions: Sequence[Submission], language: Language) -> tuple[Chart, ...]:
    """The charts that have something to show; a submission that came twice counts once."""
    summaries = [each.summary for each in distinct_submissions(submissions)]
    made = (
        _chart("by_year", _planned_and_actual(summaries, language), written_euros, language, _unknown(summaries)),
        _chart("money", _fates(summaries, language), written_euros, language, _without_actual(summaries)),
        _chart("units", _most_counted(summaries), _grouped_count, language),
    )
    return tuple(each for each in made if each.groups)


def _chart(
    key: str, figures: Figures, write: Callable[[Decimal, Language], str], language: Language, left_out: int = 0
) -> Chart:
    longest = max((abs(each) for bars in figures.values() for each in bars.values()), default=NOTHING) or Decimal(1)
    series = {name: place for place, name in enumerate(dict.fromkeys(n for bars in figures.values() for n in bars))}
    groups = tuple(
        Group(
            group,
            tuple(
                Bar(name, write(figure, language), float(abs(figure) / longest), series[name])
                for name, figure in bars.items()
            ),
        )
        for group, bars in figures.items()
    )
    note = text(f"report.chart_{key}_note", language)
    note += text(f"report.chart_{key}_left_out", language, count=left_out) if left_out else ""
    return Chart(text(f"report.chart_{key}", language), note, groups)


def _grouped_count(count: Decimal, language: Language) -> str:
    """A count with its thousands parted."""
    written = f"{count.normalize():,f}"
    return written if language == "en" else written.replace(",", " ").replace(".", ",")


def _planned_and_actual(summaries: Iterable[Summary], language: Language) -> Figures:
    """By the year in which a period starts; only periods that state both, so that the two may be compared."""
    names = {each: text(f"report.bar_{each}", language) for each in ("planned", "actual")}
    found: dict[str, dict[str, Decimal]] = defaultdict(lambda: dict.fromkeys(names.values(), NOTHING))
    for period in (period for summary in summaries for period in summary.finances):
        start, planned, actual = period.period.start, period.total.planned, period.total.actual
        if start is not None and planned is not None and actual is not None:
            found[str(start.year)][names["planned"]] += planned
            found[str(start.year)][names["actual"]] += actual
    return {year: found[year] for year in sorted(found)}


def _unknown(summaries: Iterable[Summary]) -> int:
    """How many periods have no place in that chart."""
    periods = [period for summary in summaries for period in summary.finances]
    return sum(None in (each.period.start, each.total.planned, each.total.actual) for each in periods)


def _fates(summaries: Iterable[Summary], language: Language) -> Figures:
    """What became of the money of all periods."""
    entries = [period.total for summary in summaries for period in ledger(summary.finances)]
    ways: dict[str, Callable[[LedgerEntry], Decimal | None]] = {
        "spent": lambda entry: entry.line.actual,
        "carried_out": lambda entry: (entry.carried_out or NOTHING) - (entry.unseen or NOTHING),
        "unseen": lambda entry: entry.unseen,
        "returned": lambda entry: entry.returned,
        "used_otherwise": lambda entry: entry.used_otherwise,
        "untold": _untold,
    }
    sums = {way: sum((amount(each) or NOTHING for each in entries), NOTHING) for way, amount in ways.items()}
    written = {way: text(f"report.fate_{way}", language) for way in ways}
    return {written[way]: {"": euros} for way, euros in sums.items() if euros}


def _without_actual(summaries: Iterable[Summary]) -> int:
    """How many periods do not state what was spent."""
    return sum(period.total.actual is None for summary in summaries for period in summary.finances)


def _untold(entry: LedgerEntry) -> Decimal:
    """What is left and of which nobody says what became of it."""
    gone = (entry.carried_out or NOTHING) + (entry.returned or NOTHING) + (entry.used_otherwise or NOTHING)
    return max((entry.left or NOTHING) - gone, NOTHING)


def _most_counted(summaries: Iterable[Summary]) -> Figures:
    """The units with the greatest sums of stated counts, each by the year in which an implementation year starts."""
    sums: dict[str, dict[str, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
    for year in (year for summary in summaries for year in summary.years):
        name = str(year.period.start.year) if year.period and year.period.start else f"{year.year_no}."
        for each in (each for activity in year.activities for each in activity.indicators):
            if each.adds_up and each.unit_lemma not in NOT_THINGS:
                sums[each.unit_lemma][name] += each.count
    largest = sorted(sums, key=lambda unit: (-sum(sums[unit].values()), unit))[:MOST_COUNTED]
    return {unit: {name: sums[unit][name] for name in sorted(sums[unit])} for unit in largest}
