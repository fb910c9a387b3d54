"""A made phrase and what it truly counts."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Qualifier = Literal["exact", "about", "at_least", "more_than", "at_most"]
Basis = Literal["stated", "part", "factor"]


@dataclass(frozen=True, slots=True)
class Count:
    """One counted thing, as a row of indicators.csv has it."""

    count: Decimal
    unit: str
    unit_lemma: str
    count_to: Decimal | None = None
    qualifier: Qualifier = "exact"
    basis: Basis = "stated"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Text that begins with a capital and has no full stop at its end, with its counts in their order.

    `name` is that of its phrasing.
    """

    name: str
    text: str
    counts: tuple[Count, ...] = ()
