"""The money followed over the periods: what each purpose was given, spent and left, and where that went."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from pipeline.bookkeeping.periods import chronological
from pipeline.bookkeeping.purposes import TOTAL, PurposeKey, lines_by_purpose, sum_of_purposes_that_state
from pipeline.records import Disposition, FinanceLine, FinancePeriod

NOTHING = Decimal("0.00")
Lines = Mapping[PurposeKey, FinanceLine]


class LedgerEntry(Struct, frozen=True):
    """One purpose, or the total (its line has no purpose), in one period; all in euros, None where nobody can say.

    `brought_in` is what the period before carried over, `left` the remainder as
    stated, else what the line's amounts leave. `carried_out`, `returned` and
    `used_otherwise` say where `left` went; all are 0 where the document says
    nothing. `seen` is how much of `brought_in` shows in this period's amounts,
    `unseen` what was carried out of this period and is not seen again, which is
    the whole or nothing.
    """

    line: FinanceLine
    brought_in: Decimal | None
    left: Decimal | None
    carried_out: Decimal | None
    returned: Decimal | None
    used_otherwise: Decimal | None
    seen: Decimal | None = None
    unseen: Decimal | None = None

    @property
    def available(self) -> Decimal | None:
        """What could be spent: planned and brought in."""
        planned = self.line.planned
        return None if planned is None or self.brought_in is None else planned + self.brought_in


class PeriodLedger(Struct, frozen=True):
    """The entries of a period, its total first; `before` is the position of the period before it.

    Where the order of the periods is not known, none has one before it and none is the last.
    """

    entries: Mapping[PurposeKey, LedgerEntry]
    before: int | None = None
    is_last: bool = False

    @property
    def total(self) -> LedgerEntry:
        """The entry of the period as a whole."""
        return self.entries[TOTAL]


def ledger(periods: Sequence[FinancePeriod]) -> list[PeriodLedger]:
    """The ledger of each period, in the order of `periods`."""
    order = chronological(periods)
    if order is None:
        return [PeriodLedger(_entries(each, None, is_first=False)) for each in periods]
    kept: dict[int, PeriodLedger] = {}
    before: int | None = None
    for at in order:
        entries = _entries(periods[at], None if before is None else kept[before], is_first=before is None)
        kept[at] = PeriodLedger(entries, before, is_last=at == order[-1])
        before = at
    for earlier, later in pairwise(order):
        kept[earlier] = replace(kept[earlier], entries=_seen_again(kept[earlier], kept[later]))
    if order:
        kept[order[-1]] = replace(kept[order[-1]], entries=_lost(kept[order[-1]]))
    return [kept[at] for at in range(len(periods))]


def _entries(period: FinancePeriod, before: PeriodLedger | None, *, is_first: bool) -> dict[PurposeKey, LedgerEntry]:
    """The entries of a period; `before` is None for the first, and where nobody knows which is before it."""
    lines = lines_by_purpose(period)
    return {key: _entry(period, lines, key, NOTHING if is_first else _brought_in(key, before), before) for key in lines}


def _brought_in(purpose: PurposeKey, before: PeriodLedger | None) -> Decimal | None:
    if before is None:
        return None
    if purpose in before.entries:
        return before.entries[purpose].carried_out
    lines = {key: each.line for key, each in before.entries.items()}
    return NOTHING if before.total.carried_out == 0 else _unstated_share(lines)


def _entry(
    period: FinancePeriod,
    lines: Lines,
    purpose: PurposeKey,
    brought_in: Decimal | None,
    before: PeriodLedger | None,
) -> LedgerEntry:
    line = lines[purpose]
    left = _left(period, lines, line, brought_in)
    fate = line.disposition or lines[TOTAL].disposition
    carried, returned, otherwise = (
        _gone(left, fate, way, unsure=bool(period.refused)) for way in ("carried_over", "returned", "other")
    )
    planned_before = before.entries[purpose].line.planned if before and purpose in before.entries else None
    seen = None if period.refused else _seen(line, brought_in, planned_before)
    return LedgerEntry(line, brought_in, left, carried, returned, otherwise, seen)


def _left(period: FinancePeriod, lines: Lines, line: FinanceLine, brought_in: Decimal | None) -> Decimal | None:
    """What is left of a line; a refused amount of the period may be what is not stated here."""
    if line.remainder is not None:
        return line.remainder
    if period.refused:
        return None
    if line.planned is None or line.actual is None:
        return _unstated_share(lines) if line.purpose else None
    left = line.planned - line.actual
    return left if left >= 0 or brought_in is None else max(left + brought_in, NOTHING)


def _unstated_share(lines: Lines) -> Decimal | None:
    """What is left for a purpose whose share is not stated: 0 where the others' shares are all of the total."""
    total = lines[TOTAL].remainder
    return NOTHING if total is not None and sum_of_purposes_that_state(lines, "remainder") == total else None


def _gone(left: Decimal | None, fate: Disposition | None, way: Disposition, *, unsure: bool) -> Decimal | None:
    """How much of `left` went this way; `unsure` says that a refused amount may be what would tell."""
    if fate == way:
        return left
    return None if fate is None and unsure else NOTHING


def _seen(line: FinanceLine, brought_in: Decimal | None, planned_before: Decimal | None) -> Decimal | None:
    """How much of what came in shows: all where actual is above planned, else what planned grew by or what is left."""
    if brought_in is None or line.planned is None or line.actual is None or planned_before is None:
        return None
    if line.actual > line.planned:
        return brought_in
    shown = max(line.planned - planned_before, line.remainder or NOTHING, NOTHING)
    return min(shown, brought_in)


def _seen_again(earlier: PeriodLedger, later: PeriodLedger) -> dict[PurposeKey, LedgerEntry]:
    """The earlier entries with what is not seen of them in the later period; a purpose is seen where the total is."""
    total = later.total.seen
    all_seen = total is not None and total == later.total.brought_in
    return {
        key: replace(each, unseen=NOTHING if all_seen else _unseen(each, later.entries.get(key)))
        for key, each in earlier.entries.items()
    }


def _unseen(entry: LedgerEntry, later: LedgerEntry | None) -> Decimal | None:
    if entry.carried_out == 0:
        return NOTHING
    if entry.carried_out is None or later is None or later.seen is None:
        return None
    return NOTHING if later.seen >= entry.carried_out else entry.carried_out


def _lost(last: PeriodLedger) -> dict[PurposeKey, LedgerEntry]:
    """The last period's entries: what is carried out of it goes nowhere."""
    return {key: replace(each, unseen=each.carried_out) for key, each in last.entries.items()}
