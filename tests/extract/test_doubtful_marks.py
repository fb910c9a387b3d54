"""A number of a list or a year that a recogniser is not sure of is what those around it leave room for, and is told."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from pipeline.checks.figure_rows import figure_rows
from pipeline.forms.template import forms
from pipeline.journey import summary_of
from pipeline.records import Summary
from pipeline.sources.opening import document_of
from tests.extract.summaries import form_text

YEAR = "I. ĪSTENOŠANAS GADS (01.01.2023. – 31.12.2023.)\n"
DOUBT = "?"


def recognised(results: str, sure: float | None = 95) -> Summary:
    """What a recogniser read; a word behind which `?` stands it did not see surely. None: the same as text."""
    document = document_of(form_text(results).encode())
    words = []
    for word in document.pages[0].words:
        doubtful = word.text.endswith(DOUBT)
        seen = None if sure is None else 50.0 if doubtful else sure
        words.append(replace(word, text=word.text.removesuffix(DOUBT), confidence=seen))
    pages = (replace(document.pages[0], words=tuple(words)),)
    return summary_of(replace(document, pages=pages), forms())


def items(results: str, sure: float | None = 95) -> list[tuple[str, str]]:
    """The items of a year: what each is called, and what was seen of its number where that is doubtful."""
    [year] = recognised(YEAR + results, sure).years
    return [(each.item, each.doubt.quote if each.doubt else "") for each in year.activities]


def test_a_doubtful_number_between_two_is_the_one_that_is_missing() -> None:
    assert items("1) Talka;\n9)? Sapulce;\n3) Forums.") == [("1", ""), ("2", "9)"), ("3", "")]


def test_two_doubtful_numbers_fill_a_gap_of_two() -> None:
    assert items("1) Talka;\n9)? Sapulce;\n8)? Diena;\n4) Forums.")[1:3] == [("2", "9)"), ("3", "8)")]


def test_the_first_number_of_a_list_comes_before_the_second() -> None:
    assert items("7)? Talka;\n2) Sapulce.") == [("1", "7)"), ("2", "")]


def test_a_doubtful_number_that_its_neighbours_bear_out_is_told_no_more() -> None:
    assert items("1) Talka;\n2)? Sapulce;\n3) Forums.")[1] == ("2", "")


def test_a_doubtful_number_that_nothing_follows_stays_as_it_was_read() -> None:
    assert items("1) Talka;\n9)? Sapulce.") == [("1", ""), ("9", "9)")]


def test_a_doubtful_number_whose_neighbours_leave_no_room_stays_as_it_was_read() -> None:
    assert items("1) Talka;\n9)? Sapulce;\n2) Forums.")[1] == ("9", "9)")


def test_a_number_that_was_seen_surely_is_never_another() -> None:
    assert items("1) Talka;\n9) Sapulce;\n3) Forums.")[1] == ("9", "")


def test_a_number_that_was_typed_is_never_another() -> None:
    assert items("1) Talka;\n9)? Sapulce;\n3) Forums.", sure=None)[1] == ("9", "")


def test_a_gap_does_not_reach_over_a_heading() -> None:
    text = "1) Talka.\nJaunatnes centru atbalstam:\n1) Sapulce;\n9)? Forums.\nSenioru atbalstam:\n1) Diena;\n2) Aka."
    assert items(text)[2] == ("9", "9)")


@pytest.mark.parametrize("read", ["13.?", "1.3.?"])
def test_a_dotted_number_that_lost_its_dot_is_told(read: str) -> None:
    assert items(f"1.1. Talka;\n1.2. Sapulce;\n{read} Forums;\n1.4. Diena.")[2][0] == "1.3."


def test_a_whole_number_beside_dotted_ones_is_none_of_them() -> None:
    assert items("1.1. Talka;\n1.2. Sapulce;\n2.? Forums;\n2.1. Diena.")[2][0] == "2"


def test_a_doubtful_item_has_a_row_that_asks_to_look_at_the_picture() -> None:
    rows = list(figure_rows("aaa", recognised(f"{YEAR}1) Talka;\n9)? Sapulce;\n3) Forums.")))
    assert [(each.table, each.row, each.quote, each.confidence) for each in rows if each.table == "activities"] == [
        ("activities", "1/2", "9)", 50)
    ]


YEARS = (
    "(01.01.2021. – 31.12.2021.)\n1) Talka.",
    "(01.01.2022. – 31.12.2022.)\n1) Forums.",
    "(01.01.2023. – 31.12.2023.)\n1) Diena.",
)


def years(*numbers: str, sure: float | None = 95) -> list[tuple[int | None, bool]]:
    """The numbers of the years, and whether each is told as doubtful."""
    text = "\n".join(f"{no} īstenošanas gads {rest}".strip() for no, rest in zip(numbers, YEARS, strict=False))
    return [(each.stated_no, each.doubt is not None) for each in recognised(text, sure).years]


def test_a_year_whose_number_was_not_seen_has_its_place_and_is_told() -> None:
    assert years("", "II", "III") == [(1, True), (2, False), (3, False)]


def test_a_doubtful_number_of_a_year_is_the_one_between_the_others() -> None:
    assert years("I", "III?", "III") == [(1, False), (2, True), (3, False)]


def test_the_dates_bear_out_the_number_of_the_last_year() -> None:
    assert years("I", "II", "II?") == [(1, False), (2, False), (3, True)]


def test_a_year_typed_without_a_number_has_none() -> None:
    assert years("", "II", "III", sure=None) == [(None, False), (2, False), (3, False)]


def test_a_number_of_a_year_that_was_seen_surely_stays() -> None:
    assert years("I", "III", "III") == [(1, False), (3, False), (3, False)]
