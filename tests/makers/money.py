"""Amounts of money as people write them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from tests.makers.choices import Choices
from tests.makers.numerals import GROUPING, grouped


@dataclass(frozen=True, slots=True)
class AmountWriting:
    """How one author writes amounts: what parts thousands and cents, the currency, and on which side it stands."""

    grouping: str
    decimal_sign: str
    currency: str
    currency_first: bool


def amount_writing(choices: Choices) -> AmountWriting:
    """One of the usual writings: *49 000,00 euro*, *49.000,00 EUR*, *EUR 49 000.00*, *€ 49000.00*."""
    currency = choices.one_of(("euro", "EUR", "eiro", "€"))
    if choices.chance(20):
        return AmountWriting(choices.one_of(GROUPING), ".", choices.one_of(("EUR", "€")), currency_first=True)
    if choices.chance(15):
        return AmountWriting(".", ",", currency, currency_first=False)
    return AmountWriting(choices.one_of(GROUPING), choices.one_of((",", ",", ".")), currency, currency_first=False)


def amount_text(euros: Decimal, writing: AmountWriting) -> str:
    """The amount with two decimals in this writing."""
    whole, cents = divmod(int(euros * 100), 100)
    number = f"{grouped(whole, writing.grouping)}{writing.decimal_sign}{cents:02}"
    return f"{writing.currency} {number}" if writing.currency_first else f"{number} {writing.currency}"


def made_euros(choices: Choices) -> Decimal:
    """An amount of 100,00 to 90 000,00 euro, mostly whole hundreds."""
    euros = Decimal(100 * choices.whole(1, 900)).quantize(Decimal("0.01"))
    return euros + Decimal(choices.whole(0, 9_999)) / 100 if choices.chance(40) else euros
