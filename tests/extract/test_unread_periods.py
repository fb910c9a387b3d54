"""A finance period with a date that is not in the calendar keeps its amounts, and gets no dates."""

from __future__ import annotations

import pytest

from tests.extract.summaries import summary

BEFORE = "01.01.2021. – 31.12.2021.\nPlānots 10,00 euro\nFaktiski 9,00 euro\n"
UNREAD = (
    "01.01.2022. – 31.11.2022.",
    "31.13.2022.–31.12.2022.",
    "no 2022. gada 1. janvāra līdz 2022. gada 31. jūnijam",
)
Totals = tuple[bool, str, str | None, str | None]


def _periods(finances: str) -> list[Totals]:
    return [
        (each.period.is_readable, each.period.text, _text(each.total.planned), _text(each.total.actual))
        for each in summary(finances=finances).finances
    ]


def _text(euros: object) -> str | None:
    return None if euros is None else str(euros)


@pytest.mark.parametrize("period", UNREAD)
def test_planned_and_actual_of_one_unread_period_come_together(period: str) -> None:
    text = f"{BEFORE}{period}\nPlānots 20,00 euro\n{period}\nFaktiski 19,00 euro"
    assert _periods(text) == [
        (True, "01.01.2021. – 31.12.2021.", "10.00", "9.00"),
        (False, period, "20.00", "19.00"),
    ]
    unread = summary(finances=text).finances[1].period
    assert (unread.start, unread.end) == (None, None)
    assert unread.source is not None


def test_spaces_and_the_kind_of_dash_do_not_part_an_unread_period() -> None:
    text = "01.01.2022. – 31.11.2022.\nPlānots 20,00 euro\n01.01.2022.-31.11.2022.\nFaktiski 19,00 euro"
    assert _periods(text) == [(False, UNREAD[0], "20.00", "19.00")]


def test_a_date_that_is_wrong_once_leaves_both_halves_apart() -> None:
    text = f"{BEFORE}01.01.2022. – 30.11.2022.\nPlānots 20,00 euro\n{UNREAD[0]}\nFaktiski 19,00 euro"
    assert _periods(text)[1:] == [
        (True, "01.01.2022. – 30.11.2022.", "20.00", None),
        (False, UNREAD[0], None, "19.00"),
    ]


def test_the_number_of_a_year_gives_unread_dates_none() -> None:
    text = "I īstenošanas gads (01.01.2023. – 32.12.2023.)\nPlānots 20,00 euro\nFaktiski 19,00 euro"
    assert _periods(text) == [(False, "01.01.2023. – 32.12.2023.", "20.00", "19.00")]


def test_an_amount_refused_in_an_unread_period_stays_there() -> None:
    (_, unread) = summary(finances=f"{BEFORE}{UNREAD[0]}\nPlānots 20.000 euro\nFaktiski 19,00 euro").finances
    assert [each.source.quote for each in unread.refused] == ["20.000 euro"]
