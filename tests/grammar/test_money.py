"""Amounts: what is written is read to the cent, or refused."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.grammar.money import amounts_in, number_value

SPACES = st.sampled_from([" ", "\u00a0", "\u202f", "\u2009", "\n", "  "])


def _written(cents: int, space: str, comma: str) -> str:
    return f"{cents // 100:,}".replace(",", space) + f"{comma}{cents % 100:02d}"


@given(st.integers(0, 10**11), SPACES, st.sampled_from([",", "."]), st.sampled_from(["euro", "EUR", "eiro", "€"]))
def test_every_amount_with_cents_is_read_as_written(cents: int, space: str, comma: str, currency: str) -> None:
    found = amounts_in(f"Plānots {_written(cents, space, comma)} {currency}, t.sk.")
    assert [each.value.euros for each in found] == [Decimal(cents) / 100]


@given(st.integers(10**5, 10**9), st.data())
def test_a_lost_digit_in_a_group_is_refused(cents: int, data: st.DataObject) -> None:
    whole, _, decimals = _written(cents, " ", ",").partition(",")
    groups = whole.split(" ")
    place = data.draw(st.integers(1, len(groups) - 1))
    groups[place] = groups[place][:2]
    found = amounts_in(f"Plānots {' '.join(groups)},{decimals} euro")
    assert [each.value.euros for each in found] == [None]


@pytest.mark.parametrize("text", ["49.000", "49,000", "49 00", "4 9000", "1 49 000", "1,2,3", "49 000,000"])
def test_a_number_that_breaks_or_leaves_open_its_grouping_has_no_value(text: str) -> None:
    assert number_value(text) is None


def test_an_amount_cut_from_its_thousands_is_not_read_as_the_rest() -> None:
    assert [each.value.reason for each in amounts_in("Plānots 49 000 ,00 euro")] == ["grouping"]
