"""Numbers past all sense cost no document, and stand nowhere as a value."""

from __future__ import annotations

import pytest

from tests.extract.summaries import RESULTS, summary

LONG = "9" * 60
SPACED = "9" + " 999" * 12


@pytest.mark.parametrize("number", [LONG, SPACED])
@pytest.mark.parametrize(
    "text",
    [
        "{} semināri",
        "no 3 līdz {} semināri",
        "{},5 % dalībnieku",
        "{} tūkst. cilvēku",
        "5 semināri (6 x {})",
        "5 semināri, t.sk. {} tiešsaistē",
        "{} euro ziedojumos",
        "Dalībnieku skaits: {}",
    ],
)
def test_a_count_of_sixty_digits_is_none(text: str, number: str) -> None:
    [year] = summary(RESULTS.replace("5 semināri", text.format(number))).years
    counts = [each.count for activity in year.activities for each in activity.indicators]
    assert all(count < 10**12 for count in counts)


@pytest.mark.parametrize("mark", ["{})", "{}.", "1.{}."])
def test_a_list_number_of_sixty_digits_leaves_the_counts(mark: str) -> None:
    [year] = summary(RESULTS.replace("1)", mark.format(LONG))).years
    assert [each.count for activity in year.activities for each in activity.indicators] == [5]


@pytest.mark.parametrize("number", [LONG, SPACED, f"{SPACED},99", LONG.replace("999", ".999")[1:]])
def test_an_amount_of_sixty_digits_is_refused(number: str) -> None:
    finances = f"01.01.2023. – 31.12.2023.\nPlānots {number} euro\nFaktiski 1 000,00 euro"
    [period] = summary(finances=finances).finances
    assert period.lines[0].planned is None
    assert [each.reason for each in period.refused] == ["grouping"]
