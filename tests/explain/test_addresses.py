"""What an address names, however it is typed, and what is near to one that names nothing."""

from __future__ import annotations

import unicodedata

import pytest

from tests.explain.reading import at, made, nearest, only, sample

REAL = "kurzeme-typst.pdf"
CIVIC = "pilsoniskās sabiedrības attīstībai Kurzemes reģionā"
TWO_PURPOSES = """01.01.2023. – 31.12.2023.
Plānots 1 000,00 euro, t.sk.
- 600,00 euro telpu nomai/uzturēšanai;
- 400,00 euro semināriem
Faktiski 1 000,00 euro, t.sk.
- 600,00 euro telpu nomai/uzturēšanai;
- 400,00 euro semināriem"""


def test_a_period_is_named_by_its_first_day() -> None:
    assert only(sample(REAL), "finances/2022-07-15/remainder_eur").address == (
        "finances/2022-07-15/2023-07-14/remainder_eur"
    )


@pytest.mark.parametrize("row", ["2022-07-15", "2022-07-15/2023-07-14"])
def test_a_purpose_stands_behind_its_period(row: str) -> None:
    assert str(only(sample(REAL), f"finances/{row}/{CIVIC}/remainder_eur").cell) == "1040.13"


@pytest.mark.parametrize(
    "typed",
    [
        "FINANCES/2022-07-15/Remainder_EUR",
        "  finances / 2022-07-15 / remainder_eur ",
        "/finances/2022-07-15/remainder_eur/",
    ],
)
def test_case_and_spaces_do_not_matter(typed: str) -> None:
    assert str(only(sample(REAL), typed).cell) == "1213.47"


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_letters_may_be_decomposed(form: str) -> None:
    typed = unicodedata.normalize(form, f"finances/2022-07-15/{CIVIC.upper()}/planned_eur")  # type: ignore[arg-type]
    assert str(only(sample(REAL), typed).cell) == "30000.00"


def test_a_purpose_may_hold_a_slash() -> None:
    read = made(finances=TWO_PURPOSES)
    assert str(only(read, "finances/2023-01-01/telpu nomai/uzturēšanai/planned_eur").cell) == "600.00"
    assert {each.row for each in at(read, "finances/2023-01-01/telpu nomai/uzturēšanai")} == {
        "2023-01-01/2023-12-31/telpu nomai/uzturēšanai"
    }


def test_an_address_with_unseen_signs_is_typed_as_it_is_shown() -> None:
    read = made(finances=TWO_PURPOSES.replace("semināriem", "semi\u202enāriem"))
    assert str(only(read, "finances/2023-01-01/semi\ufffdnāriem/planned_eur").cell) == "400.00"


def test_a_row_gives_all_that_it_states() -> None:
    columns = [each.column for each in at(sample(REAL), "finances/2023-07-15")]
    assert columns == ["period_start", "period_end", "planned_eur", "actual_eur", "proved_by", "period"]


def test_a_row_of_one_document_needs_no_name() -> None:
    assert only(sample(REAL), "documents/performer").cell == "Biedrība „Kurzemes NVO centrs”"


def test_several_indicators_of_an_item_are_all_explained() -> None:
    assert [str(each.cell) for each in at(sample(REAL), "indicators/1/2/count")] == ["24", "6", "4", "5"]


def test_one_of_several_indicators_is_named_by_its_number() -> None:
    assert str(only(sample(REAL), "indicators/1/2#4/count").cell) == "5"


def test_an_indicator_alone_in_its_item_needs_no_number() -> None:
    assert only(sample(REAL), "indicators/1/6/count").address == "indicators/1/6/count"


def test_an_item_below_a_heading_is_named_with_it() -> None:
    heading = "Kurzemes reģiona mazākumtautību kapacitātes celšanai"
    assert only(sample(REAL), f"activities/1/{heading}/1.a/item").cell == "1.a"


def test_a_table_gives_all_of_its_rows() -> None:
    assert len({each.row for each in at(sample(REAL), "ledger")}) == 9


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("finances/2022-07-16/remainder_eur", "finances/2022-07-15/2023-07-14/remainder_eur"),
        ("documents/perfomer", "documents/performer"),
        ("finance/2024-07-15/actual_eur", "finances/2024-07-15/2025-07-14/actual_eur"),
    ],
)
def test_an_address_that_names_nothing_has_near_ones(typed: str, meant: str) -> None:
    assert meant in nearest(sample(REAL), typed)


def test_what_is_near_to_nothing_is_told_the_tables() -> None:
    assert nearest(sample(REAL), "?") == ("documents", "activities", "indicators", "finances", "ledger")


def test_every_address_that_is_listed_names_its_value_alone() -> None:
    for each in at(sample(REAL), None):
        found = only(sample(REAL), each.address)
        assert (found.address, found.cell) == (each.address, each.cell)
