"""What a text of the finance field says, as values."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from pipeline.extract.finance_periods import PeriodMark
from pipeline.grammar.finance_words import Head
from pipeline.records import Disposition, RefusedAmount, Source


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a breakdown."""

    purpose: str
    euros: Decimal
    source: Source


@dataclass(frozen=True, slots=True)
class Entry:
    """What one head says: *Plānots 49 000,00 euro, t.sk. …*.

    `total` is None where no amount follows the head, or it was refused.
    `opened` says whether a breakdown was announced. `period` is the last one
    before the head in its text.
    """

    head: Head
    period: PeriodMark | None
    total: Decimal | None
    items: tuple[Item, ...]
    opened: bool
    disposition: Disposition | None
    source: Source


@dataclass(slots=True)
class FinanceText:
    """What was read from one text: entries in order, refused amounts, the periods, and the claimed places."""

    entries: list[Entry] = field(default_factory=list)
    refused: list[RefusedAmount] = field(default_factory=list)
    periods: list[PeriodMark] = field(default_factory=list)
    claimed: list[tuple[int, int]] = field(default_factory=list)
