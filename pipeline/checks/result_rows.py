"""Submissions → check rows about the results field: items, counted indicators, sums of units."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from textwrap import shorten

from msgspec import Struct

from pipeline.checks.numbering import expected_numbers
from pipeline.checks.places import row_name, source_place
from pipeline.checks.rows import ActivityRow, IndicatorRow, UnitTotalRow
from pipeline.patterns import compiled
from pipeline.records import Activity, ImplementationYear, Indicator, Summary

# Shorter ones are units, abbreviations and letters of lists.
WORD = compiled(r"\p{L}{3,}|\p{Lu}{2,}")
SHOWN_LETTERS = 60
NOT_SUMMED = frozenset({"%", "euro"})
"""Units whose sum says nothing about how much was done."""


def activity_rows(document_id: str, summary: Summary) -> Iterator[ActivityRow]:
    """A row for each item of the results field."""
    for year in summary.years:
        expected = expected_items(year.activities)
        children = Counter((each.section, each.parent) for each in year.activities)
        for activity, expected_item in zip(year.activities, expected, strict=True):
            yield ActivityRow(
                document_id=document_id,
                table="activities",
                row=row_name(year.year_no, activity.section, activity.item),
                **source_place(activity.source),
                year_no=year.year_no,
                section=activity.section,
                item=activity.item,
                expected_item=expected_item,
                announced=activity.announced,
                sub_items=Decimal(children[activity.section, activity.item]),
                words=len(WORD.findall(activity.text)) + _things(activity),
                text=shorten(activity.text, SHOWN_LETTERS, placeholder=" …"),
            )


def _things(activity: Activity) -> int:
    """How many counted things an item has whose short name is no word by itself: *5 km*; a share is none."""
    return sum(any(map(str.isalpha, each.unit_lemma)) for each in activity.indicators)


def expected_items(activities: Sequence[Activity]) -> list[str | None]:
    """What each item should be called by its place in its list; None where its number is not printed."""
    lists = defaultdict[tuple[str, str], list[int]](list)
    for at, activity in enumerate(activities):
        lists[activity.section, activity.parent].append(at)
    expected: list[str | None] = [None] * len(activities)
    for places in lists.values():
        items = [activities[at] for at in places]
        numbers = expected_numbers([each.number if each.numbered else None for each in items])
        for at, item, number in zip(places, items, numbers, strict=True):
            expected[at] = None if number is None else renumbered(item, number)
    return expected


def renumbered(activity: Activity, number: int) -> str:
    """The item's name with this number on its own level, as a letter where it is one."""
    if number == activity.number:
        return activity.item
    bare = activity.item.rstrip(".")
    above, dot, own = bare.rpartition(".")
    letter = own.isalpha() and number <= 26
    return above + dot + (chr(ord("a") + number - 1) if letter else str(number)) + activity.item[len(bare) :]


def indicator_rows(document_id: str, summary: Summary) -> Iterator[IndicatorRow]:
    """A row for each counted thing; a product is not compared with a range."""
    for year in summary.years:
        for activity in year.activities:
            for each in activity.indicators:
                yield IndicatorRow(
                    document_id=document_id,
                    table="indicators",
                    row=row_name(year.year_no, activity.section, activity.item),
                    **source_place(each.source),
                    year_no=year.year_no,
                    section=activity.section,
                    item=activity.item,
                    unit=each.unit,
                    unit_lemma=each.unit_lemma,
                    lemma_known=each.lemma_known,
                    count=each.count,
                    product=each.product if each.count_to is None else None,
                    whole=each.whole,
                )


class UnitTotal(Struct):
    """The sum of a unit's stated counts in a section of a year, and where the first of them stands."""

    activity: Activity
    first: Indicator
    total: Decimal = Decimal(0)


def unit_total_rows(document_id: str, summary: Summary) -> Iterator[UnitTotalRow]:
    """A row for each unit of a section that the year before has too."""
    before: dict[tuple[str, str], UnitTotal] = {}
    for year in summary.years:
        totals = unit_totals(year)
        for (section, lemma), unit in totals.items():
            if (section, lemma) in before:
                yield UnitTotalRow(
                    document_id=document_id,
                    table="indicators",
                    row=row_name(year.year_no, section, unit.activity.item),
                    **source_place(unit.first.source),
                    year_no=year.year_no,
                    section=section,
                    unit_lemma=lemma,
                    total=unit.total,
                    total_before=before[section, lemma].total,
                )
        before = totals


def unit_totals(year: ImplementationYear) -> dict[tuple[str, str], UnitTotal]:
    """By section and lemma, in document order; parts, factors, per cent and money are left out."""
    totals: dict[tuple[str, str], UnitTotal] = {}
    for activity in year.activities:
        for each in activity.indicators:
            if each.adds_up and each.unit_lemma not in NOT_SUMMED:
                unit = totals.setdefault((activity.section, each.unit_lemma), UnitTotal(activity, each))
                unit.total += each.count
    return totals
