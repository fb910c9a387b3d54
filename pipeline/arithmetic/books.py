"""The books of a document: what a period carried into the next one, and whether it is seen there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct

from pipeline.arithmetic.sums import Sum, Term, sums_by_purpose
from pipeline.bookkeeping.ledger import LedgerEntry, PeriodLedger, ledger
from pipeline.bookkeeping.purposes import PurposeKey, purpose_key
from pipeline.checks.places import period_key
from pipeline.records import FinancePeriod


class CarryOver(Struct, frozen=True):
    """What a period hands on, and how the next shows it; `to_period` is None where there is no next one.

    `seen` is how much of it shows there, None where nobody can say; `holds` is
    whether all of it does. Periods are named as findings.csv names them.
    """

    purpose: str
    from_period: str
    to_period: str | None
    carried: Decimal
    planned_before: Decimal | None
    planned: Decimal | None
    actual: Decimal | None
    remainder: Decimal | None
    seen: Decimal | None
    holds: bool | None


class Books(Struct, frozen=True):
    """The finance periods of a document, with what bookkeeping says of each, made once for all of its values."""

    periods: Sequence[FinancePeriod]
    ledgers: Sequence[PeriodLedger]
    sums: Sequence[Mapping[PurposeKey, Sequence[Sum]]]


def books(periods: Sequence[FinancePeriod]) -> Books:
    """The ledger and the sums of each period."""
    sums = [sums_by_purpose(period, position) for position, period in enumerate(periods, start=1)]
    return Books(periods, ledger(periods), sums)


def carried_out(kept: Books, at: int, purpose: str) -> Iterator[CarryOver]:
    """What the period at this position (from 0) hands on of this purpose, "" for the total; nothing where none does."""
    key, own = purpose_key(purpose), kept.ledgers[at]
    after = next((later for later, each in enumerate(kept.ledgers) if each.before == at), None)
    entry = own.entries.get(key)
    if entry and entry.carried_out and (after is not None or own.is_last):
        yield _carry_over(kept, key, at, after)


def brought_in(kept: Books, at: int, purpose: str) -> Iterator[CarryOver]:
    """What the period at this position took over of this purpose; nothing where the one before hands on none."""
    before = kept.ledgers[at].before
    if before is not None:
        yield from (each for each in carried_out(kept, before, purpose) if each.to_period is not None)


def left_over(entry: LedgerEntry) -> Iterator[Sum]:
    """How what is left comes from the line's amounts, where it is not stated and they give it."""
    line = entry.line
    if line.remainder is not None or line.planned is None or line.actual is None or entry.left is None:
        return
    terms = [Term(1, "planned", line.planned), Term(-1, "actual", line.actual)]
    if line.planned - line.actual != entry.left and entry.brought_in:
        terms.insert(1, Term(1, "brought_in", entry.brought_in))
    if sum(term.sign * term.value for term in terms) == entry.left:
        yield Sum("left", tuple(terms), entry.left, None, "euro", "remainder")


def _carry_over(kept: Books, key: PurposeKey, at: int, after: int | None) -> CarryOver:
    giver = kept.ledgers[at].entries[key]
    taker = kept.ledgers[after].entries.get(key) if after is not None else None
    return CarryOver(
        purpose=giver.line.purpose,
        from_period=period_key(kept.periods[at].period, at + 1),
        to_period=None if after is None else period_key(kept.periods[after].period, after + 1),
        carried=giver.carried_out or Decimal(0),
        planned_before=giver.line.planned,
        planned=taker.line.planned if taker else None,
        actual=taker.line.actual if taker else None,
        remainder=taker.line.remainder if taker else None,
        seen=taker.seen if taker else None,
        holds=None if giver.unseen is None else giver.unseen == 0,
    )
