"""Which period a refused amount is put to, in plain text, where no box says what stands below what."""

from __future__ import annotations

import pytest

from tests.extract.summaries import summary

YEARS = ("01.01.2021. – 31.12.2021.", "01.01.2022. – 31.12.2022.", "01.01.2023. – 31.12.2023.")
PARTED = "".join(
    f"{year}\nPlānots {place}00,00 euro, t.sk.\n- {place}0,00 euro talkām;\n- {place}5,00 euro kursiem.\n"
    f"{year}\nFaktiski {place}01,00 euro.\n"
    for place, year in enumerate(YEARS, start=1)
)
PLANNED_FIRST = "".join(
    f"{year}\n{head} {place}0{cent},00 euro.\n"
    for cent, head in enumerate(("Plānots", "Faktiski"))
    for place, year in enumerate(YEARS, start=1)
)


def _refused(finances: str) -> list[tuple[str, list[str]]]:
    periods = summary(finances=finances).finances
    return [(each.period.text, [amount.source.quote for amount in each.refused]) for each in periods]


@pytest.mark.parametrize("text", [PARTED, PLANNED_FIRST])
@pytest.mark.parametrize("place", [1, 2, 3])
@pytest.mark.parametrize("cent", [0, 1])
def test_a_refused_total_is_its_own_period_s(text: str, place: int, cent: int) -> None:
    refused = _refused(text.replace(f"{place}0{cent},00", f"{place}.00{cent}"))
    assert refused == [(year, [f"{place}.00{cent} euro"] * (place == at)) for at, year in enumerate(YEARS, start=1)]


@pytest.mark.parametrize("place", [1, 2, 3])
def test_a_refused_item_is_its_own_period_s(place: int) -> None:
    refused = _refused(PARTED.replace(f"{place}5,00 euro", f"{place}5,0O euro"))
    assert refused == [(year, [f"{place}5,0O euro"] * (place == at)) for at, year in enumerate(YEARS, start=1)]


def test_the_same_words_are_refused_in_each_period() -> None:
    text = "".join(f"{year}\nPlānots 42.600 euro\nFaktiski 1,00 euro\n" for year in YEARS)
    assert _refused(text) == [(year, ["42.600 euro"]) for year in YEARS]


def test_without_periods_the_order_of_the_words_decides() -> None:
    text = "Plānots 42.600 euro\nFaktiski 1,00 euro\nPlānots 10,00 euro\nFaktiski 2,00 euro"
    assert _refused(text) == [("", ["42.600 euro"]), ("", [])]


def test_a_period_of_which_all_is_refused_stands_by_itself() -> None:
    text = f"{YEARS[0]}\nPlānots 1,00 euro\n{YEARS[1]}\n42.600 euro\n{YEARS[2]}\nPlānots 3,00 euro"
    assert _refused(text) == [(YEARS[0], []), (YEARS[1], ["42.600 euro"]), (YEARS[2], [])]
