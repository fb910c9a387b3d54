"""The lines around a value, and the marks right under its words."""

from __future__ import annotations

from collections import Counter

import pytest

from pipeline.document import Word
from pipeline.explain.carets import carets
from pipeline.explain.marked_lines import MarkedLine, document_lines, marked_lines
from pipeline.forms.template import forms
from pipeline.journey import ReadFile, summary_of
from pipeline.records import Source, Submission
from pipeline.sources.opening import document_of
from tests.explain.reading import SAMPLES, at, lines, made, only, sample
from tests.makers.drawn_form import drawn_form, line_count
from tests.test_page_end import ROWS, TITLE

PDF, TEXT = "kurzeme-libreoffice.pdf", "kurzeme-2022-2025.txt"
FIVE = ("adaptivais-sports.pdf", "diasporas-nometnes.pdf", "latgale-medijpratiba.txt", "riga-sociala.pdf", PDF)


def line(*words: str, marked: str) -> MarkedLine:
    """A line whose words are marked where `marked` has an x."""
    numbered = tuple(Word(text, number, 1) for number, text in enumerate(words))
    return MarkedLine(1, numbered, tuple(each == "x" for each in marked))


def shown(read: ReadFile, address: str) -> list[str]:
    """The lines of a value's first place, and their marks."""
    (place, *_) = only(read, address).places
    return [text for each in place.lines for text in (each.text, carets(each)) if text]


@pytest.mark.parametrize(
    ("words", "marked", "expected"),
    [
        (("Atlikums", "1", "213,47", "euro"), "-xx-", "         ^^^^^^^^"),
        (("Plānots", "euro"), "x-", "^^^^^^^"),
        (("a\u0304b", "cd"), "-x", "   ^^"),
        (("数字", "cd"), "-x", "     ^^"),
        (("a\u202eb", "cd"), "-x", "    ^^"),
        (("a", "b", "c"), "x-x", "^   ^"),
        (("a",), "-", ""),
    ],
)
def test_marks_stand_right_below(words: tuple[str, ...], marked: str, expected: str) -> None:
    assert carets(line(*words, marked=marked)) == expected


def test_one_line_stands_before_and_one_behind_in_the_same_cell() -> None:
    assert shown(sample(PDF), "finances/2022-07-15/remainder_eur") == [
        "ilgtspējas veicināšanai.",
        "Atlikums 1 213,47 euro",
        "         ^^^^^^^^^^^^^",
        "apmērā pārcelts uz nākamo",
    ]


def test_an_amount_over_a_line_end_is_marked_on_both_lines() -> None:
    address = "finances/2022-07-15/pilsoniskās sabiedrības attīstībai Kurzemes reģionā/remainder_eur"
    assert shown(sample(TEXT), address) == [
        "Atlikums 1 213,47 euro apmērā",
        "pārcelts uz nākamo periodu (1",
        "                           ^^",
        "040,13 euro pilsoniskās",
        "^^^^^^^^^^^",
        "sabiedrības attīstībai Kurzemes",
    ]


def test_no_cell_beside_is_shown() -> None:
    (place,) = only(sample(PDF), "finances/2022-07-15/planned_eur").places
    assert not any("Faktiski" in each.text for each in place.lines)


def test_the_right_one_of_equal_amounts_is_marked() -> None:
    read = made(finances="01.01.2023. – 31.12.2023.\nPlānots 5,00 euro\nFaktiski 5,00 euro\nAtlikums 0,00 euro")
    assert "Faktiski 5,00 euro" in shown(read, "finances/2023-01-01/actual_eur")[1]


def letters(text: str) -> Counter[str]:
    return Counter(filter(str.isalnum, text))


def assert_marks_are_the_quote(read: ReadFile) -> None:
    """The marked words of each source are those of its quote, and there is no other."""
    assert read.document
    sources: dict[Source, None] = {place.source: None for each in at(read, None) for place in each.places}
    assert len(sources) > 5
    for source in sources:
        around = marked_lines(document_lines(read.document), source)
        marked = [w.text for each in around for w, on in zip(each.words, each.marked, strict=True) if on]
        assert letters(source.quote) <= letters("".join(marked))
        assert len(marked) == len(source.words)


@pytest.mark.parametrize("name", FIVE)
def test_the_marked_words_are_those_of_the_quote(name: str) -> None:
    assert_marks_are_the_quote(sample(name))


@pytest.mark.slow
@pytest.mark.parametrize(
    "name", sorted(each.name for each in SAMPLES.iterdir() if each.suffix in (".pdf", ".docx", ".txt"))
)
def test_the_marked_words_are_those_of_the_quote_in_every_sample(name: str) -> None:
    assert_marks_are_the_quote(sample(name))


def drawn(page_end: int) -> ReadFile:
    """A form of words and ruling lines whose first page has so many lines."""
    document = drawn_form(TITLE, ROWS, page_end, closed=False)
    return ReadFile(Submission("a" * 12, "a.pdf", "pdf", 2, summary_of(document, forms())), document)


@pytest.mark.parametrize("page_end", range(5, line_count(ROWS), 9))
def test_wherever_the_page_ends_the_marked_words_are_those_of_the_quote(page_end: int) -> None:
    assert_marks_are_the_quote(drawn(page_end))


def test_what_a_page_end_cuts_is_marked_on_both_pages() -> None:
    (place,) = only(drawn(7), "indicators/1/1#4/count").places
    marked = [(each.page, carets(each).strip()) for each in place.lines if each.is_marked]
    assert marked == [(1, "^"), (2, "^" * len("tiešsaistes vebināri,"))]


def test_an_amount_over_a_page_end_is_marked_on_both_pages() -> None:
    text = (SAMPLES / TEXT).read_text(encoding="utf-8").replace("(1 \n040,13", "(1 \n\f040,13")
    document = document_of(text.encode())
    read = ReadFile(Submission("a" * 12, "a.txt", "text", 2, summary_of(document, forms())), document)
    address = "finances/2022-07-15/pilsoniskās sabiedrības attīstībai Kurzemes reģionā/remainder_eur"
    assert lines(read, address)[7:12] == [
        "    | pārcelts uz nākamo periodu (1",
        "    |                            ^^",
        "    | — 2. lappuse —",
        "    | 040,13 euro pilsoniskās",
        "    | ^^^^^^^^^^^",
    ]
