"""A figure that rests on a word of which the recogniser was not sure."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from pipeline.checks import findings_of
from pipeline.document import Document
from pipeline.findings import Finding
from pipeline.forms.template import forms
from pipeline.journey import summary_of
from pipeline.records import Submission
from tests.makers.drawn_form import drawn_form
from tests.test_page_end import ROWS, TITLE

PERIODS = ("2022-03-01/2023-02-28", "2023-03-01/2024-02-29")
DRAWN = drawn_form(TITLE, ROWS, 12, closed=True)


def recognised(unsure: str, confidence: float) -> Document:
    """The drawn form as if recognised: every word for sure but those of this text."""
    pages = tuple(
        replace(
            page,
            words=tuple(replace(word, confidence=confidence if word.text == unsure else 96.5) for word in page.words),
        )
        for page in DRAWN.pages
    )
    return replace(DRAWN, route="ocr", pages=pages)


def uncertain(document: Document) -> list[Finding]:
    content = summary_of(document, forms())
    findings = findings_of([Submission("a" * 12, "a.pdf", document.route, 2, content)])
    return [each for each in findings if each.code == "ocr-uncertain"]


@pytest.mark.parametrize(
    ("word", "rows"),
    [
        ("vebināri,", [("warning", "indicators", "1/1")]),
        ("213,47", [("info", "finances", period) for period in PERIODS]),
        ("826,66", [("info", "finances", f"{period}/mobilā darba veicināšanai") for period in PERIODS]),
    ],
)
def test_a_doubtful_word_of_a_figure_is_told_at_its_row(word: str, rows: list[tuple[str, str, str]]) -> None:
    """It is a warning, but where sums prove every amount of the row."""
    found = uncertain(recognised(word, 61.8))
    assert [(each.severity, each.table, each.row, each.actual) for each in found] == [(*row, "61") for row in rows]


def test_a_doubtful_word_that_no_figure_rests_on_is_none() -> None:
    assert uncertain(recognised("Biedrība", 12.0)) == []


def test_eighty_is_sure_enough() -> None:
    assert uncertain(recognised("213,47", 80.0)) == []


def test_text_was_not_recognised_and_has_none() -> None:
    assert uncertain(DRAWN) == []


def test_a_figure_that_breaks_its_sum_is_not_proved() -> None:
    """The last digit of an amount was misread, and the recogniser was not sure of it."""
    document = recognised("826,66", 61.8)
    pages = tuple(
        replace(
            page, words=tuple(replace(word, text="826,60") if word.text == "826,66" else word for word in page.words)
        )
        for page in document.pages
    )
    found = uncertain(replace(document, pages=pages))
    assert {(each.severity, each.row) for each in found} == {
        ("warning", f"{period}/mobilā darba veicināšanai") for period in PERIODS
    }
