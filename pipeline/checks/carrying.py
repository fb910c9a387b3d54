"""What one finance period carries into the next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from pipeline.checks.places import is_readable
from pipeline.checks.purposes import TOTAL, PurposeKey, lines_by_purpose, sum_of_purposes_that_state
from pipeline.records import FinanceLine, FinancePeriod

NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Where a period stands in time.

    `known` is False where unreadable dates leave the order open; then there is
    no `previous` (nor for the first period), and no period `is_last`.
    """

    known: bool
    previous: FinancePeriod | None = None
    previous_at: int | None = None
    is_last: bool = False


def neighbours(periods: Sequence[FinancePeriod]) -> list[Neighbours]:
    """For each period what stands before and behind it in time."""
    order = chronological(periods)
    if order is None:
        return [Neighbours(known=False)] * len(periods)
    beside = {order[0]: Neighbours(known=True, is_last=len(order) == 1)} if order else {}
    for rank, (before, at) in enumerate(pairwise(order), start=2):
        beside[at] = Neighbours(True, periods[before], before, rank == len(order))
    return [beside[at] for at in range(len(periods))]


def chronological(periods: Sequence[FinancePeriod]) -> list[int] | None:
    """The positions of the periods in order of time.

    Where some dates are unreadable, document order stands for it if the others
    follow it; else None.
    """
    starts = [start_of(each) for each in periods]
    known = [start for start in starts if start is not None]
    if len(known) == len(starts):
        return sorted(range(len(known)), key=known.__getitem__)
    return list(range(len(periods))) if known == sorted(known) else None


def start_of(period: FinancePeriod) -> date | None:
    """The first day, None where the dates are unreadable."""
    return period.period.start if is_readable(period.period) else None


def brought_in(beside: Neighbours, purpose: PurposeKey) -> Decimal | None:
    """What the period before carried over for this purpose or in total; None where that is not known."""
    if not beside.known:
        return None
    if beside.previous is None:
        return NOTHING
    lines = lines_by_purpose(beside.previous)
    if lines[TOTAL].disposition != "carried_over":
        return None if beside.previous.refused else NOTHING
    stated = lines[purpose].remainder if purpose in lines else None
    return unstated_share(lines) if stated is None else stated


def unstated_share(lines: Mapping[PurposeKey, FinanceLine]) -> Decimal | None:
    """What is left for a purpose whose share is not stated: 0 where the others' shares are all of the total."""
    total = lines[TOTAL].remainder
    return NOTHING if total is not None and sum_of_purposes_that_state(lines, "remainder") == total else None
