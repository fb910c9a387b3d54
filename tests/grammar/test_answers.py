"""*Nav* is an answer only where it is the whole cell."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.grammar.answers import stated_amount


@pytest.mark.parametrize(
    "text",
    ["Nav", "Nav.", "nav konstatēti", "Nav attiecināms", "Netika konstatēti.", "-", "–", "×", "n/a", "0", "0,00 euro"],
)
def test_none_is_stated(text: str) -> None:
    assert stated_amount(text).none_stated


@pytest.mark.parametrize("text", ["Nav iesniegts pārskats par 100,00 euro", "Navigācijas izdevumi", "", "10,00 euro"])
def test_a_sentence_states_no_none(text: str) -> None:
    assert not stated_amount(text).none_stated


def test_the_one_amount_of_a_sentence_is_read() -> None:
    assert stated_amount("2021. gadā konstatēti 1 150,00 EUR apmērā.").euros == Decimal("1150.00")


def test_two_amounts_are_not_guessed_between() -> None:
    assert stated_amount("100,00 euro un 50,00 euro").euros is None
