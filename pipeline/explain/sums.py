"""The figures that a value must agree with, as sums: each with its terms, what they give, and what is stated for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from pipeline.bookkeeping.identities import Cell, Identity, Sums, sums_of
from pipeline.bookkeeping.purposes import TOTAL, Amount, amount_of, lines_by_purpose, purpose_key
from pipeline.checks.finance_rows import hint_for
from pipeline.checks.kinds import Hint
from pipeline.checks.places import period_key
from pipeline.records import Activity, FinanceLine, FinancePeriod, Indicator, Summary

SumKind = Literal["remainder", "breakdown", "periods", "left", "product", "part", "list"]
Unit = Literal["euro", "number"]


@dataclass(frozen=True, slots=True)
class Term:
    """One figure of a sum, 1 or -1 as its sign; `name` is an amount, a purpose or a period's key."""

    sign: int
    name: str
    value: Decimal


@dataclass(frozen=True, slots=True)
class Sum:
    """Terms and what they give beside what is stated for it, None where it is only computed.

    Where `kind` is `part`, what the term is may not be more than what is stated;
    otherwise both are the same. `amount` is the amount of the finances that the sum is about.
    """

    kind: SumKind
    terms: tuple[Term, ...]
    result: Decimal
    stated: Decimal | None
    unit: Unit
    amount: Amount | None = None
    hint: Hint | None = None

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


def sums_of_line(
    period: FinancePeriod, position: int, line: FinanceLine, amount: Amount | None, *, holding: bool = False
) -> list[Sum]:
    """The sums in which the line's amount stands, any of its amounts where `amount` is None.

    With `holding`, only those that hold, which `proved_by` counts.
    """
    key, sums = purpose_key(line.purpose), sums_of(period)
    found = [each for each in sums.identities if _names(each, key, amount)]
    made = [_sum(each, sums, period, position) for each in found]
    return [each for each in made if each.holds or not holding]


def _names(identity: Identity, purpose: tuple[str, ...], amount: Amount | None) -> bool:
    return any(cell.purpose == purpose and amount in (None, cell.amount) for cell in identity.terms)


def _sum(identity: Identity, sums: Sums, period: FinancePeriod, position: int) -> Sum:
    lines = lines_by_purpose(period)
    hint = hint_for(identity, sums, period_key(period.period, position), lines)
    stated = sums.stated
    if len({cell.amount for cell in identity.terms}) > 1:
        planned, actual, remainder = identity.terms
        terms = (Term(1, "planned", stated[planned]), Term(-1, "actual", stated[actual]))
        return _euros("remainder", terms, stated[remainder], "remainder", hint)
    (amount,) = {cell.amount for cell in identity.terms}
    parts = [cell for cell in identity.terms if cell.purpose != TOTAL]
    terms_of_purposes = tuple(Term(1, lines[cell.purpose].purpose, stated[cell]) for cell in parts)
    return _euros("breakdown", terms_of_purposes, stated[Cell(TOTAL, amount)], amount, hint)


def _euros(
    kind: SumKind, terms: tuple[Term, ...], stated: Decimal | None, amount: Amount | None, hint: Hint | None = None
) -> Sum:
    return Sum(kind, terms, _result(terms), stated, "euro", amount, hint)


def _result(terms: Sequence[Term]) -> Decimal:
    return sum((term.sign * term.value for term in terms), Decimal(0))


def sum_of_periods(summary: Summary, amount: Amount) -> list[Sum]:
    """The amount of all periods together; none where one does not state it."""
    terms: list[Term] = []
    for position, period in enumerate(summary.finances, start=1):
        value = amount_of(period.total, amount)
        if value is None:
            return []
        terms.append(Term(1, period_key(period.period, position), value))
    return [_euros("periods", tuple(terms), None, amount)]


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
