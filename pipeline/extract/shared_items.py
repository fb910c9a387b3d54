"""Breakdowns that a page end had handed to the wrong column of a plain text, put right by their purposes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from msgspec.structs import replace

from pipeline.extract.finance_periods import PeriodMark
from pipeline.extract.finance_values import Entry, Item


def with_shared_items(entries: Sequence[Entry]) -> list[Entry]:
    """Entries of which a list that a page end had cut is whole again.

    Where one entry of a period holds a purpose twice and its counterpart lacks
    it, the first amount is the planned one: the planned cell stands on the left.
    """
    done = list(entries)
    for place, entry in enumerate(done):
        doubled = _doubled(entry.items)
        other = _counterpart(done, place, doubled) if doubled else None
        if other is not None:
            kept, first, second = _parted(entry.items, doubled)
            mine, theirs = (first, second) if entry.head == "planned" else (second, first)
            done[place] = replace(entry, items=(*kept, *mine))
            done[other] = replace(done[other], items=(*done[other].items, *theirs))
    return done


@lru_cache(maxsize=10_000)
def folded_purpose(purpose: str) -> str:
    """A purpose for comparing: letters and digits only, in lower case."""
    return "".join(filter(str.isalnum, purpose)).casefold()


def _doubled(items: Sequence[Item]) -> set[str]:
    times = Counter(folded_purpose(item.purpose) for item in items)
    return {name for name, number in times.items() if number == 2}


def _counterpart(entries: Sequence[Entry], place: int, doubled: set[str]) -> int | None:
    """The entry of the same period with a breakdown that lacks these purposes."""
    mine = entries[place]
    for other, entry in enumerate(entries):
        opposite = {entry.head, mine.head} == {"planned", "actual"} and same_period(entry.period, mine.period)
        lacks_them = not doubled & {folded_purpose(item.purpose) for item in entry.items}
        if opposite and entry.opened and lacks_them:
            return other
    return None


def same_period(first: PeriodMark | None, second: PeriodMark | None) -> bool:
    """Whether two marks name one period."""
    if first is None or second is None:
        return first is second
    return first.dates == second.dates if first.dates else first.text == second.text


def _parted(items: Sequence[Item], doubled: set[str]) -> tuple[list[Item], list[Item], list[Item]]:
    """The items that stand once, and of the doubled ones the first and the second."""
    kept: list[Item] = []
    first: list[Item] = []
    second: list[Item] = []
    for item in items:
        name = folded_purpose(item.purpose)
        if name not in doubled:
            kept.append(item)
        elif name in {folded_purpose(each.purpose) for each in first}:
            second.append(item)
        else:
            first.append(item)
    return kept, first, second
