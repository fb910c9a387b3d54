"""The lines of a finance period, by purpose, however its name is inflected."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Literal, get_args

from msgspec.structs import replace

from pipeline.patterns import compiled
from pipeline.records import FinanceLine, FinancePeriod

Amount = Literal["planned", "actual", "remainder"]
PurposeKey = tuple[str, ...]

TOTAL: PurposeKey = ()
"""The key of the line without a purpose."""

CASE_ENDING = compiled(r"(?<=\p{L}{3})(?:[aāeēiīouū]+[sm]?|s)$")
"""The last vowels of a word and an *s* or *m* behind them: `attīstīb-ai`, `organizācij-u`, `reģion-s`."""

WORD = compiled(r"[\p{L}\p{M}\d]+")


@lru_cache(maxsize=4096)
def purpose_key(purpose: str) -> PurposeKey:
    """The words of a purpose without case, marks and case endings.

    >>> purpose_key("NVO attīstībai,") == purpose_key("nvo  attīstības")
    True
    """
    return tuple(CASE_ENDING.sub("", word) for word in WORD.findall(purpose.casefold()))


def lines_by_purpose(period: FinancePeriod) -> Mapping[PurposeKey, FinanceLine]:
    """The total first, then each purpose once, in document order.

    Where a purpose stands twice, with its planned and its actual amount apart,
    the amounts are those of the first line that states them.
    """
    lines: dict[PurposeKey, FinanceLine] = {}
    for line in period.lines:
        key = purpose_key(line.purpose)
        lines[key] = joined_line(lines[key], line) if key in lines else line
    return lines


def joined_line(first: FinanceLine, second: FinanceLine) -> FinanceLine:
    """The first line with what it does not state, and its place, taken from the second."""
    planned, actual, remainder = (second if amount_of(first, amount) is None else first for amount in get_args(Amount))
    return replace(
        first,
        planned=planned.planned,
        planned_source=planned.planned_source,
        actual=actual.actual,
        actual_source=actual.actual_source,
        remainder=remainder.remainder,
        remainder_source=remainder.remainder_source,
        disposition=first.disposition or second.disposition,
    )


def amount_of(line: FinanceLine, amount: Amount) -> Decimal | None:
    """The amount of this name."""
    amounts: Mapping[Amount, Decimal | None] = {
        "planned": line.planned,
        "actual": line.actual,
        "remainder": line.remainder,
    }
    return amounts[amount]


def purposes_that_state(lines: Mapping[PurposeKey, FinanceLine], amount: Amount) -> list[FinanceLine]:
    """The purposes whose amount of this name is stated, without the total."""
    return [line for key, line in lines.items() if key != TOTAL and amount_of(line, amount) is not None]


def sum_of_purposes_that_state(lines: Mapping[PurposeKey, FinanceLine], amount: Amount) -> Decimal | None:
    """The sum over the purposes that state their amount, None where none does."""
    stated = [amount_of(line, amount) for line in purposes_that_state(lines, amount)]
    return sum((each for each in stated if each is not None), Decimal(0)) if stated else None


def sum_of_purposes(lines: Mapping[PurposeKey, FinanceLine], amount: Amount) -> Decimal | None:
    """The sum over the purposes, None where there is none or one does not state its amount."""
    all_state = len(purposes_that_state(lines, amount)) == len(lines) - 1
    return sum_of_purposes_that_state(lines, amount) if all_state else None
