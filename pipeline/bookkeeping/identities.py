"""The sums that must hold between the amounts of a finance period."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import get_args

from msgspec import Struct

from pipeline.bookkeeping.purposes import TOTAL, Amount, PurposeKey, amount_of, lines_by_purpose, sum_of_purposes
from pipeline.records import FinancePeriod


class Cell(Struct, frozen=True):
    """One amount of a period: that of a purpose, or of the total."""

    purpose: PurposeKey
    amount: Amount


class Identity(Struct, frozen=True):
    """Stated amounts, each with its sign, whose sum must be 0: planned − actual − remainder, or purposes − total."""

    terms: Mapping[Cell, int]

    def gap(self, stated: Mapping[Cell, Decimal]) -> Decimal:
        """The sum of the signed amounts, 0 where the identity holds."""
        return sum((sign * stated[cell] for cell, sign in self.terms.items()), Decimal(0))

    def mended(self, cell: Cell, stated: Mapping[Cell, Decimal]) -> Decimal:
        """The amount that `cell`, one of the terms, would need for the identity to hold."""
        return stated[cell] - self.terms[cell] * self.gap(stated)


class Sums(Struct, frozen=True):
    """The stated amounts of a period, and the identities between them; each of its cells is stated."""

    stated: Mapping[Cell, Decimal]
    identities: tuple[Identity, ...]

    def holding(self, cell: Cell | None = None, amount: Decimal | None = None) -> list[Identity]:
        """The identities that hold, with `amount` put into `cell` where that is given."""
        stated = self.stated if cell is None or amount is None else {**self.stated, cell: amount}
        return [each for each in self.identities if each.gap(stated) == 0]

    def proofs(self) -> Counter[PurposeKey]:
        """For each purpose, and for the total, how many identities hold that one of its amounts is a term of."""
        return Counter(purpose for each in self.holding() for purpose in {cell.purpose for cell in each.terms})


def sums_of(period: FinancePeriod) -> Sums:
    """The sums of a period; purposes are added up only where all state the amount and none was refused."""
    lines = lines_by_purpose(period)
    amounts = (
        (Cell(key, amount), amount_of(line, amount)) for key, line in lines.items() for amount in get_args(Amount)
    )
    stated = {cell: euros for cell, euros in amounts if euros is not None}
    return Sums(stated, (*_remainders(stated), *_breakdowns(stated, period)))


def proved_purposes(sums: Sums) -> frozenset[PurposeKey]:
    """The purposes, and the total, of whose amounts each is a term of a sum that holds and of none that does not.

    A single amount that was misread breaks its sum, so that such amounts were read rightly.
    """
    broken = {cell for each in sums.identities if each.gap(sums.stated) != 0 for cell in each.terms}
    held = {cell for each in sums.holding() for cell in each.terms} - broken
    return frozenset(cell.purpose for cell in sums.stated) - {cell.purpose for cell in sums.stated.keys() - held}


def figures_agree(periods: Iterable[FinancePeriod]) -> bool:
    """Whether every identity of every period holds, and no amount was refused."""
    return all(not period.refused and _holds(sums_of(period)) for period in periods)


def _holds(sums: Sums) -> bool:
    return len(sums.holding()) == len(sums.identities)


def remainder_identity(purpose: PurposeKey) -> Identity:
    """Planned − actual = remainder."""
    return Identity({Cell(purpose, "planned"): 1, Cell(purpose, "actual"): -1, Cell(purpose, "remainder"): -1})


def breakdown_identity(period: FinancePeriod, amount: Amount) -> Identity:
    """The purposes add up to the total."""
    return Identity({Cell(key, amount): -1 if key == TOTAL else 1 for key in lines_by_purpose(period)})


def _remainders(stated: Mapping[Cell, Decimal]) -> Iterator[Identity]:
    for purpose in dict.fromkeys(cell.purpose for cell in stated):
        identity = remainder_identity(purpose)
        if identity.terms.keys() <= stated.keys():
            yield identity


def _breakdowns(stated: Mapping[Cell, Decimal], period: FinancePeriod) -> Iterator[Identity]:
    lines = lines_by_purpose(period)
    for amount in get_args(Amount):
        if Cell(TOTAL, amount) in stated and not period.refused and sum_of_purposes(lines, amount) is not None:
            yield breakdown_identity(period, amount)
