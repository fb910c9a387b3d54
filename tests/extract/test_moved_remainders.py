"""What was carried over or returned is the remainder where it is just what the totals leave."""

from __future__ import annotations

import pytest

from tests.extract.summaries import lines, summary

PERIOD = "01.01.2023. – 31.12.2023.\n"


def _remainder(finances: str) -> tuple[str, str | None]:
    [line] = lines(PERIOD + finances)
    return str(line.remainder), line.disposition


@pytest.mark.parametrize(
    ("finances", "disposition"),
    [
        ("Plānots: 900 euro\nIzlietots: 800 euro\nPārcelts uz nākamo periodu: 100 euro", "carried_over"),
        ("Piešķirti 900 euro, no kuriem izlietoti 800 euro, bet 100 euro atgriezti ministrijai.", "returned"),
        ("Plānots 900 euro, izlietoti 800 euro. 15.01.2024. valsts budžetā atmaksāti 100 euro.", "returned"),
    ],
)
def test_what_the_totals_leave_is_the_remainder(finances: str, disposition: str) -> None:
    assert _remainder(finances) == ("100.00", disposition)
    assert not summary(finances=PERIOD + finances).unclaimed
    assert _remainder(finances.replace("100 euro", "90 euro")) == ("None", None)


@pytest.mark.parametrize(
    "behind",
    [
        "50 euro atgriezti ministrijai un 50 euro pārcelti uz 2024. gadu.",
        "Iepriekšējā gadā 100 euro atgriezti ministrijai.",
        "Nav atgriezti 100 euro.",
        "100 euro novirzīti semināriem.",
    ],
)
def test_other_money_is_no_remainder(behind: str) -> None:
    assert _remainder(f"Plānots 900 euro, izlietoti 800 euro. {behind}") == ("None", None)


def test_a_stated_remainder_stands() -> None:
    stated = "Plānots 900 euro, izlietoti 800 euro, atlikums 50 euro. 100 euro atgriezti."
    assert _remainder(stated)[0] == "50.00"
