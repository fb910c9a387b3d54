"""Finance periods in the order of time."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.records import FinancePeriod


def chronological(periods: Sequence[FinancePeriod]) -> list[int] | None:
    """The positions of the periods in order of time.

    Where some dates are unreadable, document order stands for it if the others
    follow it; else None.
    """
    starts = [each.period.start if each.period.is_readable else None for each in periods]
    known = [start for start in starts if start is not None]
    if len(known) == len(starts):
        return sorted(range(len(known)), key=known.__getitem__)
    return list(range(len(periods))) if known == sorted(known) else None
