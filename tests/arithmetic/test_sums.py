"""The figures that a value must agree with, and how they are written."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.arithmetic.books import books, brought_in, carried_out, left_over
from pipeline.arithmetic.sums import Sum, sum_of_periods, sums_by_purpose, sums_of_count, sums_of_line, sums_of_list
from pipeline.arithmetic.written_sums import written_check, written_sum
from pipeline.bookkeeping.ledger import ledger
from tests.checks import made
from tests.checks.made import CIVIC, MINORITIES, YEAR_1, YEAR_2, finances, line, spent

WHOLE = finances(
    YEAR_1,
    line("", "49000.00", "47786.53", "1213.47", "carried_over"),
    line(CIVIC, "30000.00", "28959.87", "1040.13"),
    line(MINORITIES, "19000.00", "18826.66", "173.34"),
)


def written(*found: Sum) -> list[str]:
    return [written_sum(each, "lv") for each in found]


def test_a_remainder_is_what_planned_and_actual_leave() -> None:
    period = finances(YEAR_1, line("", "49000.00", "47786.53", "1213.47"))
    assert written(*sums_of_line(sums_by_purpose(period, 1), "", "remainder")) == [
        "plānots 49 000,00 − faktiski 47 786,53 = 1 213,47 ✓ (norādīts atlikums 1 213,47)"
    ]


def test_a_sum_that_does_not_hold_says_by_how_much_and_what_may_be_mistyped() -> None:
    period = finances(YEAR_1, line("", "49000.00", "47786.53", "1213.74"))
    (said,) = written(*sums_of_line(sums_by_purpose(period, 1), "", "remainder"))
    assert said.startswith(
        "plānots 49 000,00 − faktiski 47 786,53 = 1 213,47 ✗ (norādīts atlikums 1 213,74; starpība 0,27)"
    )
    assert "1 213,47" in said.partition("0,27)")[2]


def test_purposes_add_up_to_the_total() -> None:
    (_, breakdown) = written(*sums_of_line(sums_by_purpose(WHOLE, 1), CIVIC, "actual"))
    assert breakdown == (
        "„pilsoniskās sabiedrības attīstībai…” 28 959,87 + „mazākumtautību nevalstisko organizāciju…” 18 826,66"
        " = 47 786,53 ✓ (kopā norādīts faktiski 47 786,53)"
    )


def test_a_purpose_has_only_its_own_sums() -> None:
    found = sums_of_line(sums_by_purpose(WHOLE, 1), MINORITIES, None)
    assert [each.kind for each in found] == ["remainder", "breakdown", "breakdown", "breakdown"]
    assert found[0].result == Decimal("173.34")


def test_what_proves_a_line_are_only_the_sums_that_hold() -> None:
    period = finances(YEAR_1, line("", "49000.00", "47786.53", "1.00"), line(CIVIC, "49000.00", "47786.53"))
    assert [each.holds for each in sums_of_line(sums_by_purpose(period, 1), "", None)] == [False, True, True]
    assert len(sums_of_line(sums_by_purpose(period, 1), "", None, holding=True)) == 2


def test_the_total_of_the_document_shows_its_periods() -> None:
    summary = made.summary(finances=(spent(YEAR_1), spent(YEAR_2)))
    assert written(*sum_of_periods(summary, "planned")) == [
        "15.07.2022.–14.07.2023. 49 000,00 + 15.07.2023.–14.07.2024. 49 000,00 = 98 000,00"
    ]


def test_no_total_of_the_document_where_a_period_lacks_it() -> None:
    assert sum_of_periods(made.summary(finances=(finances(YEAR_1, line("", None, "5.00")),)), "planned") == []


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"product": Decimal(24)}, "reizinājums iekavās 24 ✓ (norādīts skaits 24)"),
        ({"product": Decimal(20)}, "reizinājums iekavās 20 ✗ (norādīts skaits 24; starpība 4)"),
        ({"whole": Decimal(30)}, "daļa 24 ✓ (veselais 30)"),
        ({"whole": Decimal(24)}, "daļa 24 ✓ (veselais 24)"),
        ({"whole": Decimal(20)}, "daļa 24 ✗ (veselais 20; starpība 4)"),
    ],
)
def test_a_count_agrees_with_its_product_and_its_whole(changes: dict[str, Decimal], said: str) -> None:
    assert written(*sums_of_count(made.indicator("24", **changes))) == [said]


def test_a_product_is_not_compared_with_a_range() -> None:
    assert not list(sums_of_count(made.indicator("24", product=Decimal(20), count_to=Decimal(30))))


def test_an_announced_list_is_as_long_as_it_says() -> None:
    first = made.real_summary().years[0].activities
    (said,) = [each for activity in first for each in written(*sums_of_list(activity, first))]
    assert said == "uzskaitīts 3 ✓ (pieteikts 3)"


def test_what_is_carried_over_and_not_seen_is_said_of_both_periods() -> None:
    kept = books(made.real_finances())
    (out,), (into,) = carried_out(kept, 0, ""), brought_in(kept, 1, "")
    assert out == into
    assert written_check(out, "lv") == (
        "no perioda 15.07.2022.–14.07.2023. pārcelts 1 213,47: periodā 15.07.2023.–14.07.2024. tas nav redzams ✗"
        " (tur plānots 49 000,00, iepriekš 49 000,00; faktiski 49 000,00, atlikums nav norādīts)"
    )


@pytest.mark.parametrize(
    ("planned", "actual", "holds"), [("50213.47", "50213.47", True), ("49000.00", None, None), ("49000.00", "1", False)]
)
def test_what_is_carried_over_is_seen_or_not_or_nobody_knows(planned: str, actual: str | None, holds: object) -> None:
    later = finances(YEAR_2, line("", planned, actual))
    first = finances(YEAR_1, line("", "49000.00", "47786.53", "1213.47", "carried_over"))
    assert [each.holds for each in carried_out(books((first, later)), 0, "")] == [holds]


def test_what_the_last_period_carries_over_goes_nowhere() -> None:
    (found,) = carried_out(books([WHOLE]), 0, "")
    assert written_check(found, "en") == (
        "carried over from 2022-07-15–2023-07-14: 1,213.47, but there is no next period ✗"
    )


def test_nothing_is_said_of_a_period_that_carries_nothing() -> None:
    kept = books([spent(YEAR_1), spent(YEAR_2)])
    assert not list(carried_out(kept, 0, ""))
    assert not list(brought_in(kept, 1, ""))


@pytest.mark.parametrize(
    ("amounts", "said"),
    [
        (("10.00", "4.00"), ["plānots 10,00 − faktiski 4,00 = 6,00"]),
        (("10.00", "12.00"), ["plānots 10,00 + ienācis 5,00 − faktiski 12,00 = 3,00"]),
        (("10.00", "4.00", "6.00"), []),
    ],
)
def test_what_is_left_is_computed_only_where_it_is_not_stated(amounts: tuple[str, ...], said: list[str]) -> None:
    before = finances(YEAR_1, line("", "10.00", "5.00", "5.00", "carried_over"))
    _, kept = ledger([before, finances(YEAR_2, line("", *amounts))])
    assert written(*left_over(kept.total)) == said


def test_a_long_sum_is_shortened_but_adds_up() -> None:
    purposes = [line(f"{letter * 4} attīstībai", "1.00", None) for letter in "abcdefghijklmnopqrst"]
    (found,) = sums_of_line(sums_by_purpose(finances(YEAR_1, line("", "20.00", None), *purposes), 1), "", "planned")
    assert written_sum(found, "lv").endswith("+ … (vēl 8) = 20,00 ✓ (kopā norādīts plānots 20,00)")
