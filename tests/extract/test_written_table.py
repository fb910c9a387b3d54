"""A finance table in plain text, whose columns are parted by white space alone."""

from __future__ import annotations

import pytest

from tests.extract.summaries import summary

HEADS = "Izdevumu mērķis\tPlānots, EUR\tFaktiski, EUR\tAtlikums, EUR\n"
PERIOD = "01.01.2023. – 31.12.2023.\n"
TALKS = ("talkām", "6000.00", "5000.50", "999.50", "carried_over")
TOTAL = ("", "24000.00", "22000.50", "1999.50", "carried_over")
REST = ("nometnēm", "18000.00", "17000.00", "1000.00", "carried_over")
CARRIED = "Atlikums pārcelts uz nākamo periodu."


def lines(finances: str) -> list[tuple[str | None, ...]]:
    found = [line for period in summary(finances=finances).finances for line in period.lines]
    return [
        (
            line.purpose,
            *(None if each is None else str(each) for each in (line.planned, line.actual, line.remainder)),
            line.disposition,
        )
        for line in found
    ]


def unclaimed(finances: str) -> list[str]:
    return [each.text for each in summary(finances=finances).unclaimed]


@pytest.mark.parametrize(
    "text",
    [
        f"{PERIOD}{HEADS}talkām\t6 000,00\t5 000,50\t999,50\nnometnēm\t18 000,00\t17 000,00\t1 000,00\nKopā\t24 000,00\t22 000,50\t1 999,50\n{CARRIED}",
        f"{PERIOD}            Plānots, euro   Faktiski, euro    Atlikums\ntalkām      6000,00     5000,50    999,50\nnometnēm   18000.00   17000.00  1000.00\nKopā  24000,00  22000,50  1999,50\n{CARRIED}",
        f"{PERIOD}{HEADS}talkām – 6 000,00 EUR 5 000,50 EUR 999,50 EUR\nnometnēm - 18 000,00 17 000,00 1 000,00\nKopā: 24 000,00 22 000,50 1 999,50\n{CARRIED}",
    ],
    ids=["tabs", "spaces", "dashes and currencies"],
)
def test_lines_of_a_purpose_and_its_amounts_are_rows(text: str) -> None:
    assert sorted(lines(text), key=str) == sorted([TOTAL, TALKS, REST], key=str)
    assert unclaimed(text) == []


def test_each_period_has_heads_of_its_own() -> None:
    text = f"{PERIOD}{HEADS}Kopā 10,00 9,00 1,00\n01.01.2024. – 31.12.2024.\nFaktiski Plānots\nKopā 7,00 8,00"
    assert lines(text) == [("", "10.00", "9.00", "1.00", None), ("", "8.00", "7.00", None, None)]


def test_a_column_may_be_empty_by_a_dash() -> None:
    assert lines(f"{PERIOD}{HEADS}Kopā 9,00 9,00 -") == [("", "9.00", "9.00", None, None)]


def test_whole_amounts_are_parted_where_only_one_way_fits() -> None:
    assert lines(f"{PERIOD}Plānots Faktiski\nKopā 24 000 23 512") == [("", "24000.00", "23512.00", None, None)]


@pytest.mark.parametrize(
    "row",
    ["Kopā 16 000 500 200", "Kopā 16 000,00", "Kopā 1,00 2,00 3,00", "Kopā 16 00,00 9,00", "Kopā 16,0 9,00"],
    ids=["two ways", "too few", "too many", "broken groups", "one decimal"],
)
def test_a_line_that_can_be_parted_in_no_way_or_in_several_gives_no_money(row: str) -> None:
    text = f"{PERIOD}Plānots Faktiski\nTalkas 10,00 9,00\n{row}"
    assert all(line[1:4] == (None, None, None) for line in lines(text))


def test_a_sentence_beside_the_table_is_no_row() -> None:
    text = f"{PERIOD}{HEADS}Kopā 10,00 9,00 1,00\nAtlikums 1,00 EUR atgriezts Valsts kasē 2024. gadā."
    assert lines(text) == [("", "10.00", "9.00", "1.00", "returned")]


def test_without_a_line_of_heads_nothing_is_a_table() -> None:
    text = f"{PERIOD}Plānots 10,00 euro\nFaktiski 9,00 euro"
    assert lines(text) == [("", "10.00", "9.00", None, None)]


@pytest.mark.parametrize("purpose", ["semināri 3", "modulim Nr. 5", "nometne 2023"])
@pytest.mark.parametrize("amount", ["400,00", "400", "6 000,00"])
def test_a_number_of_the_purpose_is_no_amount_where_a_cell_is_empty(purpose: str, amount: str) -> None:
    text = f"{PERIOD}Mērķis Plānots Faktiski\n{purpose} {amount}\nKopā 6400,00 300,00\n"
    assert lines(text) == []
    assert f"{purpose} {amount}" in " ".join(unclaimed(text))


@pytest.mark.parametrize(("amounts", "read"), [("500 400 100", 2), ("500 400 50", 0), ("12 3,50 8,50", 2)])
def test_doubtful_amounts_are_read_where_they_add_up(amounts: str, read: int) -> None:
    text = f"{PERIOD}{HEADS}talkām {amounts}\nKopā 6500,00 5500,50 999,50\n{CARRIED}"
    assert len([line for line in lines(text) if line[1]]) == read


def test_round_amounts_stand_beside_those_with_cents() -> None:
    text = f"{PERIOD}{HEADS}talkām 6 000 5 000,50 999,50\nnometnēm 500 500,00 0\nKopā 6500 5 500,50 999,50\n{CARRIED}"
    assert [line[1] for line in lines(text)] == ["6500.00", "6000.00", "500.00"]
