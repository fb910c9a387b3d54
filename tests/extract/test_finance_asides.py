"""Rates, products, explanations and what a plan was before: none is a purpose, and none spoils the next one."""

from __future__ import annotations

import pytest

from tests.extract.summaries import lines, summary

PERIOD = "01.01.2023. – 31.12.2023.\n"
BOTH = [("algas", "6000.00"), ("telpas", "4000.00")]


def _planned(said: str) -> list[tuple[str, str]]:
    found = lines(f"{PERIOD}Plānots 10 000 euro{said}. Faktiski 10 000 euro.")
    assert (str(found[0].planned), str(found[0].actual)) == ("10000.00", "10000.00")
    return [(each.purpose, str(each.planned)) for each in found[1:]]


@pytest.mark.parametrize(
    "behind",
    [
        "(500 euro mēnesī),", "(500 euro x 12 mēneši) un", "(likme 40,00 euro/h),", "(0,25 euro/km) un",
        "(katram līdz 2 000 euro) un", "(pilna slodze),", "(bruto) un", "gadā,", "ar PVN,", "+", "[1],",
        ", jo piesaistīti eksperti,", "(vidēji 500 euro mēnesī),",
    ],
)  # fmt: skip
def test_what_is_said_of_an_item_is_no_part_of_the_next(behind: str) -> None:
    assert _planned(f", t.sk. algas 6 000 euro {behind} telpas 4 000 euro") == BOTH


@pytest.mark.parametrize("part", ["(t.sk. VSAOI 1 000 euro),", ", no tā VSAOI 1 000 euro,"])
def test_a_part_of_an_item_is_no_purpose_and_stays_in_sight(part: str) -> None:
    said = f", t.sk. algas 6 000 euro {part} telpas 4 000 euro"
    assert _planned(said) == BOTH
    unread = summary(finances=f"{PERIOD}Plānots 10 000 euro{said}. Faktiski 10 000 euro.").unclaimed
    assert "VSAOI 1 000 euro" in " ".join(each.text for each in unread)


@pytest.mark.parametrize(
    "aside",
    [
        " (50 euro uz vienu dalībnieku)", " (1 000 euro mēnesī)", " (pa 1 000 euro katru mēnesi)",
        " (atbilstoši grozījumiem Nr.1; sākotnēji 8 000 euro)", " (iepriekš 8 000 euro)",
        ", t.sk. 1.pusgadā 5 000 euro un 2.pusgadā 5 000 euro",
    ],
)  # fmt: skip
def test_rates_earlier_plans_and_times_are_no_purposes(aside: str) -> None:
    assert _planned(aside) == []


@pytest.mark.parametrize(
    "said",
    [
        "Plānots 10 000 euro, precizētais plāns 9 000 euro.",
        "Plānots 10 000 euro. Samazināts par 1 000 euro ar grozījumiem Nr. 2.",
        "Plānots 10 000 euro (bez PVN), 12 100 euro (ar PVN).",
        "Plānots 10 000 euro, PVN 21% – 2 100 euro, kopā 12 100 euro.",
        "Plānots vidēji 800 euro mēnesī jeb 9 600 euro gadā.",
        "Plānots 800 euro mēnesī,",
    ],
)
def test_a_plan_of_which_another_is_told_and_a_rate_are_refused(said: str) -> None:
    [line] = lines(f"{PERIOD}{said} Faktiski 9 000 euro.")
    assert (line.planned, str(line.actual)) == (None, "9000.00")
