"""A breakdown that no mark shows to be one is read where it adds up to its total, and only there."""

from __future__ import annotations

import pytest

from tests.extract.summaries import lines

PERIOD = "01.01.2023. – 31.12.2023.\n"
SPENT = "\nFaktiski izlietots: 9 000,00 euro"
READ = [("", "10000.00"), ("semināriem", "6000.00"), ("telpām", "4000.00")]
TOTAL = [("", "10000.00")]


def _planned(finances: str) -> list[tuple[str, str]]:
    return [(each.purpose, str(each.planned)) for each in lines(PERIOD + finances + SPENT) if each.planned is not None]


@pytest.mark.parametrize(
    "finances",
    [
        "Plānots: 10 000,00 euro\nsemināriem 6 000,00 euro\ntelpām 4 000,00 euro",
        "Plānots: 10 000,00 euro\n1. semināriem 6 000,00 euro\n2. telpām 4 000,00 euro",
        "Plānots 10 000 euro: semināriem 6 000 euro, telpām 4 000 euro.",
        "Plānots 10 000 euro: semināriem 6 000, telpām 4 000.",
        "Plānots 10 000 euro (semināriem 6 000, telpām 4 000).",
        "Plānots 10 000 euro (6 000 semināriem un 4 000 telpām).",
        "Plānots 10 000 euro, t. sk. semināriem 6 000 un telpām 4 000 euro.",
    ],
)
def test_what_adds_up_is_read(finances: str) -> None:
    assert _planned(finances) == READ
    assert _planned(finances.replace("6 000", "5 000")) == TOTAL


@pytest.mark.parametrize(
    "finances",
    [
        "Plānots 10 000 euro: 1. pusgadā 6 000 euro, 2. pusgadā 4 000 euro.",
        "Plānots 10 000 euro: janvārī 6 000 euro, augustā 4 000 euro.",
        "Plānots 10 000 euro: valsts budžets 6 000 euro, pašvaldība 4 000 euro.",
        "Plānots 10 000 euro. Piešķirts divās daļās: pirmā daļa 6 000 euro, otrā daļa 4 000 euro.",
        "Plānots 10 000 euro: semināriem 6 000 euro. Telpām 4 000 euro.",
        "Plānots: 10 000,00 euro\nsemināriem 6 000,00 euro\nPar to nolēma valde\ntelpām 4 000,00 euro",
        "Plānots 10 000 euro: semināriem 6 000 euro, semināriem 4 000 euro.",
        "Plānots 10 000 euro: semināriem 10 000 euro.",
    ],
)
def test_times_payers_and_what_stands_apart_are_no_purposes(finances: str) -> None:
    assert _planned(finances) == TOTAL


def test_an_amount_inside_a_purpose_makes_it_none() -> None:
    assert _planned("Plānots 10 000 euro, t. sk. semināriem 6 000 un telpām 3 000 euro.") == TOTAL
    assert _planned("Plānots 10 000 euro, t. sk. semināriem 6 000,00 un telpām 3 000,00 euro.") == TOTAL
