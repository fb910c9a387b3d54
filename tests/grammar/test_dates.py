"""Periods as Latvian documents write them."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.grammar.dates import periods_in

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
