"""Nothing is raised that only follows from another cell which could not be read, or that the rules allow."""

from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec.structs import replace

from pipeline.bookkeeping.purposes import purpose_key
from pipeline.checks import findings_of
from pipeline.records import Summary
from tests.checks import made
from tests.checks.made import YEAR_1, YEAR_2, activity, finances, indicator, line, spent, summary, year

CARRIED = finances(YEAR_1, line("", "49000.00", "47786.53", "1213.47", "carried_over"))


def codes(content: Summary) -> list[str]:
    return [each.code for each in findings_of([made.submission(content)])]


ALLOWED = {
    "planned grew by what was carried in": summary(
        finances=(CARRIED, finances(YEAR_2, line("", "50213.47", "50213.47")))
    ),
    "actual is above planned by what was carried in": summary(
        finances=(CARRIED, finances(YEAR_2, line("", "49000.00", "50213.47")))
    ),
    "the remainder holds what was carried in": summary(
        finances=(CARRIED, finances(YEAR_2, line("", "49000.00", "47000.00", "2000.00", "returned")))
    ),
    "one year without a heading, its finances the whole delegation": summary(
        years=(year(1, None),), delegation=YEAR_1, title_years=(2022, 2023), finances=(spent(YEAR_1),)
    ),
    "one year without a heading, finances by year": summary(years=(year(1, None),)),
    "periods told backwards": summary(
        finances=(
            finances(YEAR_2, line("", "50213.47", "50213.47")),
            CARRIED,
        )
    ),
    "numbers that are not printed": summary(
        years=(year(1, YEAR_1, activity("1"), replace(activity("5"), numbered=False), activity("2")), year(2, YEAR_2))
    ),
    "numbers that start again under a heading": summary(
        years=(year(1, YEAR_1, activity("1"), activity("1", section="Romiem")), year(2, YEAR_2))
    ),
    "a range beside its product": summary(
        years=(
            year(1, YEAR_1, activity("1", indicator("20", count_to=Decimal(24), product=Decimal(24)))),
            year(2, YEAR_2, activity("1", indicator("22"))),
        )
    ),
    "a plan and another year's figure far above what was done": summary(
        years=(
            year(1, YEAR_1, activity("1", indicator("5"), indicator("80", scenario="planned"))),
            year(2, YEAR_2, activity("1", indicator("5"), indicator("90", scenario="earlier"))),
        )
    ),
    "a purpose in another case": summary(
        finances=(
            finances(
                YEAR_1,
                line("", "49000.00", "49000.00"),
                line("sabiedrības attīstībai", "49000.00", None),
                line("Sabiedrības attīstības,", None, "49000.00"),
            ),
            spent(YEAR_2),
        )
    ),
}


@pytest.mark.parametrize("case", ALLOWED)
def test_what_the_rules_allow_is_no_finding(case: str) -> None:
    assert codes(ALLOWED[case]) == []


def test_a_refused_amount_hides_what_needs_it() -> None:
    lines = (
        line("", "49000.00", "47000.00"),
        line(made.CIVIC, "30000.00", "1.00"),
        line(made.MINORITIES, None, "2.00"),
    )
    content = summary(finances=(finances(YEAR_1, *lines, refused="19.000 euro"), spent(YEAR_2)))
    assert codes(content) == ["amount-unreadable"]


def test_an_amount_that_is_not_stated_hides_the_sum() -> None:
    lines = (
        line("", "49000.00", "49000.00"),
        line(made.CIVIC, "30000.00", "1.00"),
        line(made.MINORITIES, "19000.00", None),
    )
    content = summary(finances=(finances(YEAR_1, *lines), spent(YEAR_2)))
    assert codes(content) == ["breakdown-missing"]


def test_two_headings_without_dates_are_not_unreadable() -> None:
    assert codes(summary(years=(year(1, None), year(2, None)))) == []


def test_a_missing_finance_field_is_one_finding() -> None:
    fields = tuple(
        made.field(code, "", found=False) if code == "finances" else made.field(code) for code in made.FIELDS
    )
    assert codes(summary(fields=fields, finances=())) == ["field-missing"]


def test_an_unreadable_period_keeps_its_place_in_the_chain_of_money() -> None:
    carried = replace(CARRIED, period=made.unreadable())
    assert sorted(codes(summary(finances=(carried, spent(YEAR_2))))) == ["carry-over-unaccounted", "period-unreadable"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("pilsoniskās sabiedrības attīstībai", "Pilsoniskās  sabiedrības attīstībai;"),
        ("organizāciju attīstības un ilgtspējas veicināšanai", "organizācijām attīstībai un ilgtspējai veicināšanu"),
    ],
)
def test_purposes_are_the_same_in_any_case(one: str, other: str) -> None:
    assert purpose_key(one) == purpose_key(other)


def test_purposes_of_other_words_are_not_the_same() -> None:
    assert purpose_key(made.CIVIC) != purpose_key(made.MINORITIES)
