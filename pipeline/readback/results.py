"""Rows of activities.csv and indicators.csv → the implementation years of a document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from typing import Any

from msgspec.structs import replace

from pipeline.grammar.lists import LATIN_LETTERS, LATVIAN_LETTERS, letter_number
from pipeline.grammar.vocabulary import lemma_known, reading, vocabulary
from pipeline.readback.cell_values import Cells, period, source
from pipeline.records import Activity, ImplementationYear, Indicator

YEAR_COLUMNS = ("year_no", "year_start", "year_end", "year_period")
MAX_DIGITS = 6
LETTERS = frozenset(LATIN_LETTERS + LATVIAN_LETTERS)
ITEM_COLUMNS = ("year_no", "section", "item")


def implementation_years(
    activities: Sequence[Cells], indicators: Sequence[Cells], count: int | None
) -> tuple[ImplementationYear, ...]:
    """The years of one document, in the order of its rows.

    Where there are others than `count`, some have no item and so no row: then the
    years' numbers and periods say nothing, and are left out.
    """
    counted: dict[Any, list[Indicator]] = defaultdict(list)
    for row in indicators:
        counted[item_key(row)].append(_indicator(row))
    years = []
    for _, rows in groupby(activities, key=lambda row: [row[name] for name in YEAR_COLUMNS]):
        own = list(rows)
        items = tuple(_activities(own, counted))
        number: Any = own[0]["year_no"]
        dates = period(own[0], "year_start", "year_end", "year_period")
        years.append(ImplementationYear(number, number, "", dates, items, None))
    if count is not None and count != len(years):
        return tuple(replace(each, period=None, stated_no=None) for each in years)
    return tuple(years)


def item_key(row: Cells) -> tuple[object, ...]:
    """What names the item of a row within its document: year, section and item."""
    return tuple(row[name] or "" for name in ITEM_COLUMNS)


def _activities(rows: Sequence[Cells], counted: dict[Any, list[Indicator]]) -> Iterator[Activity]:
    """The items of a year; the counts of an item whose name stands twice go to the first."""
    named = {(row["section"] or "", str(row["item"] or "")) for row in rows}
    for row in rows:
        section, item = str(row["section"] or ""), str(row["item"] or "")
        parent, number = _place(item, {name for where, name in named if where == section})
        announced: Any = row["announced"]
        yield Activity(
            section,
            item,
            number,
            parent,
            row["numbered"] != "no",
            str(row["text"] or ""),
            announced,
            tuple(counted.pop(item_key(row), ())),
            source(row, str(row["text"] or "")),
        )


def is_item(item: str) -> bool:
    """Whether this is the number of an item: digits or a letter, behind those of the items above it.

    >>> [is_item(item) for item in ("3", "1.a", "2.1", "1.1.", "02.janv", "")]
    [True, True, True, True, False, False]
    """
    levels = item.removesuffix(".").split(".")
    return all((each.isdecimal() and len(each) <= MAX_DIGITS) or each in LETTERS for each in levels)


def _place(item: str, items: set[str]) -> tuple[str, int]:
    """The item above this one, "" where none is, and its number on its own level."""
    above, _, own = item.removesuffix(".").rpartition(".")
    parent = next((name for name in (above, f"{above}.") if name in items), above)
    return parent, int(own) if own.isdecimal() else letter_number(own)


def _indicator(row: Cells) -> Indicator:
    values: Any = row
    unit, lemma = str(row["unit"] or ""), str(row["unit_lemma"] or "")
    return Indicator(
        values["count"] if row["count"] is not None else Decimal(0),
        values["count_to"],
        values["qualifier"] or "exact",
        unit,
        lemma,
        values["basis"] or "stated",
        lemma_known(lemma) or reading(lemma).known or lemma in vocabulary().measure_abbreviations,
        values["product"],
        values["whole"],
        source(row, str(row["quote"] or "")),
        values["scenario"] or "actual",
    )
