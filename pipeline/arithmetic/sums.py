"""The figures that a value must agree with, as sums: each with its terms, what they give, and what is stated for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Literal

from msgspec import Struct

from pipeline.bookkeeping.identities import Cell, Identity, sums_of
from pipeline.bookkeeping.purposes import TOTAL, Amount, PurposeKey, amount_of, lines_by_purpose, purpose_key
from pipeline.checks.finance_rows import hint_for
from pipeline.checks.kinds import Hint
from pipeline.checks.places import period_key
from pipeline.records import Activity, FinanceLine, FinancePeriod, Indicator, Summary

SumKind = Literal["remainder", "breakdown", "periods", "left", "product", "part", "list"]
Unit = Literal["euro", "number"]
# A period has a few purposes; one that is made to have thousands would be told in each of their sums.
MOST_TERMS = 12


class Term(Struct, frozen=True):
    """One figure of a sum, 1 or -1 as its sign; `name` is an amount, a purpose or a period's key."""

    sign: int
    name: str
    value: Decimal


class Sum(Struct, frozen=True):
    """Terms and what they give beside what is stated for it, None where it is only computed.

    Where `kind` is `part`, what the term is may not be more than what is stated;
    otherwise both are the same. `amount` is the amount of the finances that the sum is about.
    `left_out` says how many of its terms are counted in the result and not named.
    """

    kind: SumKind
    terms: tuple[Term, ...]
    result: Decimal
    stated: Decimal | None
    unit: Unit
    amount: Amount | None = None
    hint: Hint | None = None
    left_out: int = 0

    @property
    def gap(self) -> Decimal | None:
        """How far the result is from what is stated."""
        return None if self.stated is None else abs(self.result - self.stated)

    @property
    def holds(self) -> bool | None:
        """Whether the figures agree, None where nothing is stated to agree with."""
        if self.stated is None:
            return None
        return self.result <= self.stated if self.kind == "part" else self.result == self.stated


def sums_by_purpose(period: FinancePeriod, position: int) -> Mapping[PurposeKey, Sequence[Sum]]:
    """All sums of a period, in place `position` from 1, by each purpose, and the total, that is a term of them."""
    found: dict[PurposeKey, list[Sum]] = {}
    sums, lines = sums_of(period), lines_by_purpose(period)
    for identity in sums.identities:
        hint = hint_for(identity, sums, period_key(period.period, position), lines)
        made = _sum(identity, sums.stated, lines, hint)
        for purpose in dict.fromkeys(cell.purpose for cell in identity.terms):
            found.setdefault(purpose, []).append(made)
    return found


def sums_of_line(
    sums: Mapping[PurposeKey, Sequence[Sum]], purpose: str, amount: Amount | None, *, holding: bool = False
) -> list[Sum]:
    """Those of a period's sums in which an amount of this purpose stands, any amount where `amount` is None.

    With `holding`, only those that hold, which `proved_by` counts.
    """
    own = [each for each in sums.get(purpose_key(purpose), ()) if each.holds or not holding]
    return [each for each in own if each.kind == "remainder" or amount in (None, each.amount)]


def _sum(
    identity: Identity, stated: Mapping[Cell, Decimal], lines: Mapping[PurposeKey, FinanceLine], hint: Hint | None
) -> Sum:
    amounts = {cell.amount for cell in identity.terms}
    if len(amounts) > 1:
        planned, actual, remainder = identity.terms
        terms = [Term(1, "planned", stated[planned]), Term(-1, "actual", stated[actual])]
        return _euros("remainder", terms, stated[remainder], "remainder", hint)
    (amount,) = amounts
    parts = [cell for cell in identity.terms if cell.purpose != TOTAL]
    terms = [Term(1, lines[cell.purpose].purpose, stated[cell]) for cell in parts]
    return _euros("breakdown", terms, stated[Cell(TOTAL, amount)], amount, hint)


def _euros(
    kind: SumKind, terms: Sequence[Term], stated: Decimal | None, amount: Amount | None, hint: Hint | None = None
) -> Sum:
    result = sum((term.sign * term.value for term in terms), Decimal(0))
    left_out = max(len(terms) - MOST_TERMS, 0)
    return Sum(kind, tuple(terms[:MOST_TERMS]), result, stated, "euro", amount, hint, left_out)


def sum_of_periods(summary: Summary, amount: Amount) -> list[Sum]:
    """The amount of all periods together; none where one does not state it."""
    terms: list[Term] = []
    for position, period in enumerate(summary.finances, start=1):
        value = amount_of(period.total, amount)
        if value is None:
            return []
        terms.append(Term(1, period_key(period.period, position), value))
    return [_euros("periods", terms, None, amount)]


def sums_of_count(indicator: Indicator) -> Iterator[Sum]:
    """The product in brackets behind a count, and the whole of which it is a part."""
    count = indicator.count
    if indicator.product is not None and indicator.count_to is None:
        yield Sum("product", (Term(1, "product", indicator.product),), indicator.product, count, "number")
    if indicator.whole is not None:
        yield Sum("part", (Term(1, "part", count),), count, indicator.whole, "number")


def sums_of_list(activity: Activity, activities: Sequence[Activity]) -> Iterator[Sum]:
    """The length of the list below an item that announces it."""
    if activity.announced is not None:
        own = (activity.section, activity.item)
        listed = Decimal(sum((each.section, each.parent) == own for each in activities))
        yield Sum("list", (Term(1, "listed", listed),), listed, activity.announced, "number")
