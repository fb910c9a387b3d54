"""Page numbers, running heads and stamps are told from content."""

from __future__ import annotations

import pytest

from pipeline.document import Box, Word
from pipeline.layout.furniture import is_page_number, page_furniture, repeated_edges, stamp_words


def _line(text: str, page: int = 1, top: float = 780) -> tuple[Word, ...]:
    return tuple(
        Word(token, place, page, Box(50 + 40 * place, top, 85 + 40 * place, top + 10))
        for place, token in enumerate(text.split())
    )


@pytest.mark.parametrize("text", ["2", "- 3 -", "2 / 4", "3 no 12", "4. lpp.", "lpp. 4", "2(5)", "12."])
def test_a_page_number(text: str) -> None:
    assert is_page_number(_line(text))


@pytest.mark.parametrize("text", ["2023", "5 pasākumi", "Nav", "2. daļa", "1 213,47"])
def test_no_page_number(text: str) -> None:
    assert not is_page_number(_line(text))


def test_a_line_that_repeats_on_pages_is_a_running_head() -> None:
    lines = {page: [_line("Biedrība „Palīgs”", page), _line(f"Satura rinda {'abc'[page]}", page)] for page in (1, 2)}
    assert {word.text for word in page_furniture(lines)} == {"Biedrība", "„Palīgs”"}


def test_a_number_between_other_lines_is_no_page_number() -> None:
    assert page_furniture({1: [_line("Virsraksts"), _line("2"), _line("Paraksts")]}) == set()


def test_a_lone_number_that_is_not_its_pages_is_no_page_number() -> None:
    assert page_furniture({2: [_line("Satura rinda", 2), _line("12", 2)]}) == set()
    assert {word.text for word in page_furniture({2: [_line("Satura rinda", 2), _line("2", 2)]})} == {"2"}


def test_a_repeated_foot_inside_borders_is_furniture_too() -> None:
    lines = {page: [_line("a b", page, 100), _line("c d", page, 200), _line("Kājene 1", page)] for page in (1, 2)}
    assert {word.text for word in repeated_edges({1: [*lines[1]], 2: [_line("x y", 2, 50), *lines[2][2:]]})} == {
        "Kājene",
        "1",
    }


@pytest.mark.parametrize("text", ["Plānots 49 000,00 euro", "{} semināri"])
def test_repeated_content_is_no_running_head(text: str) -> None:
    lines = {page: [_line("a", page, 100), _line(text.format(page * page), page)] for page in (1, 2, 3)}
    words = {word.text for word in page_furniture(lines) | repeated_edges(lines)}
    assert not words & set(text.format(4).split())


def test_a_heading_at_the_end_of_two_pages_is_no_running_foot() -> None:
    lines = {page: [_line("abcd"[page - 1], page, 100), _line("efgh"[page - 1], page)] for page in (1, 2, 3, 4)}
    for page in (1, 2):
        lines[page].append(_line("Mediju izaugsme:", page, 790))
    assert repeated_edges(lines) == set()


@pytest.mark.parametrize(
    "text",
    [
        "ŠIS DOKUMENTS IR PARAKSTĪTS AR DROŠU ELEKTRONISKO PARAKSTU UN SATUR LAIKA ZĪMOGU",
        "Dokuments parakstīts ar drošu elektronisko parakstu un satur laika zīmogu",
    ],
)
def test_a_signature_stamp(text: str) -> None:
    assert len(stamp_words([_line("Plānots 5"), _line(text, top=800)])) == len(text.split())


def test_a_sentence_about_a_signed_document_is_none() -> None:
    assert stamp_words([_line("3) Sagatavots dokuments, parakstīts ar elektronisko parakstu, 5 eksemplāros")]) == set()
