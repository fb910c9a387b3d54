"""Periods as Latvian documents write them."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.grammar.dates import periods_in, unread_periods_in

PERIODS = {
    "15.07.2022. – 14.07.2023.": (date(2022, 7, 15), date(2023, 7, 14)),
    "2022.gada 15.jūlijs līdz\n2023.gada 14.jūlijs": (date(2022, 7, 15), date(2023, 7, 14)),
    "2023. gada 1. janvāris – 31. decembris": (date(2023, 1, 1), date(2023, 12, 31)),
    "no 2020. gada 1. janvāra līdz 2021. gada 31. decembrim": (date(2020, 1, 1), date(2021, 12, 31)),
    "15.07. – 14.08.2023.": (date(2023, 7, 15), date(2023, 8, 14)),
    "2024.gada janvāris – februāris": (date(2024, 1, 1), date(2024, 2, 29)),
    "01.01.2023.-31.12.2023.": (date(2023, 1, 1), date(2023, 12, 31)),
}


@pytest.mark.parametrize("text", PERIODS)
def test_a_period_is_read(text: str) -> None:
    assert [found.value for found in periods_in(text)] == [PERIODS[text]]


@pytest.mark.parametrize("text", ["15.07.2022.", "31.02.2022. – 14.07.2023.", "2022-2025", "no 5 līdz 7 dalībniekiem"])
def test_what_is_no_period_is_refused(text: str) -> None:
    assert periods_in(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "01.03.2022. – 31.02.2023.",
        "29.13.2024.–28.02.2025.",
        "01.03.2033. līdz 29.02.2034.",
        "00.03.2022 - 28.02.2023",
        "01.03.2022. –\n28.02.3023.",
        "2022. gada 1. marts – 2023. gada 31. februāris",
        "31. aprīlis, 2022 – 30. marts, 2023",
    ],
)
def test_two_dates_not_both_in_the_calendar_are_a_period_that_cannot_be_read(text: str) -> None:
    assert periods_in(text) == []
    assert [found.value for found in unread_periods_in(f"no {text} Plānots 5,00 euro")] == [text]


@pytest.mark.parametrize(
    "text",
    [
        *PERIODS,
        "31.02.2022.",
        "10.20 – 30.40",
        "1.14.10.–1.14.20. punkts",
        "31.02.–31.11.",
        "2021–2024",
        "2.5-11-207",
        "12 345,67 – 23 456,78 euro",
        "1.234.5678-31.02.2022.",
    ],
)
def test_other_numbers_are_no_period_that_cannot_be_read(text: str) -> None:
    assert unread_periods_in(text) == []
