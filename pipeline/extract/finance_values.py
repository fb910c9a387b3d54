"""What a text of the finance field says, as values."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct, field

from pipeline.extract.finance_periods import PeriodMark
from pipeline.grammar.finance_words import Head
from pipeline.grammar.money import AMOUNT, BARE_AMOUNT
from pipeline.passage import Passage
from pipeline.records import Disposition, RefusedAmount, Source


class Item(Struct, frozen=True):
    """One line of a breakdown; `figure` is the place of its amount."""

    purpose: str
    euros: Decimal
    source: Source
    figure: Source


class Entry(Struct, frozen=True):
    """What one head says: *Plānots 49 000,00 euro, t.sk. …*.

    `total` is None where no amount follows the head, or it was refused.
    `opened` says whether a breakdown was announced. `period` is the last one
    before the head in its text. `order` is the number of its first word,
    `figure` the place of the total, None where it has none.
    """

    head: Head
    period: PeriodMark | None
    total: Decimal | None
    items: tuple[Item, ...]
    opened: bool
    disposition: Disposition | None
    source: Source
    order: int = 0
    figure: Source | None = None


class Refused(Struct, frozen=True):
    """An amount that was refused, in the period that its reader knew, None where nobody can say.

    `order` is the number of its first word: it tells what stands where without geometry too.
    """

    amount: RefusedAmount
    period: PeriodMark | None
    order: int


class FinanceText(Struct):
    """What was read from one text: entries in order, refused amounts, the periods with their places, claimed places."""

    entries: list[Entry] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    periods: list[PeriodMark] = field(default_factory=list)
    period_places: list[tuple[int, int]] = field(default_factory=list)
    claimed: list[tuple[int, int]] = field(default_factory=list)


def refused_in(
    passage: Passage, start: int, stop: int, reason: str, purpose: str = "", period: PeriodMark | None = None
) -> Refused:
    """The refusal of what stands in text[start:stop]."""
    return Refused(RefusedAmount(reason, passage.locate(start, stop), purpose), period, order_of(passage, start, stop))


def order_of(passage: Passage, start: int, stop: int) -> int:
    """The number of the first word of text[start:stop], which counts the words of the whole document."""
    return passage.words_in(start, stop)[0].number


def refused_amounts(passage: Passage) -> list[Refused]:
    """The refusal of every amount of a cell whose column or row nobody can tell."""
    amounts = AMOUNT.all_in(passage.text) or BARE_AMOUNT.all_in(passage.text)
    return [refused_in(passage, amount.start, amount.stop, "columns") for amount in amounts]
