"""A second reader: where it sees other pages or words than were read, that is a finding with both."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from msgspec.structs import replace

from pipeline import journey
from pipeline.checks import findings_of
from pipeline.document import SecondReading
from pipeline.findings import Finding
from pipeline.options import Order, Verification
from pipeline.sources.pdf import document_of_pdf
from pipeline.sources.second_reader import second_reading
from tests.sources.changed_pdf import SAMPLES, changed, first_font_without_letters, last_page_again, second_page_turned


def found(content: bytes, folder: Path, verification: Verification = "words") -> list[Finding]:
    path = folder / "a.pdf"
    path.write_bytes(content)
    submission = journey.submission(path, "a.pdf", Order(verification))
    return [each for each in findings_of([submission]) if each.code == "readers-differ"]


def verified(content: bytes) -> SecondReading:
    return second_reading(content, document_of_pdf(content).pages, words=True)


@pytest.mark.parametrize("sample", ["kurzeme-typst.pdf", "adaptivais-sports.pdf"])
def test_another_number_of_pages_is_a_warning_with_both(sample: str, tmp_path: Path) -> None:
    pages = len(pikepdf.open(SAMPLES / sample).pages)
    (finding,) = found(changed(sample, last_page_again), tmp_path, "pages")
    assert (finding.severity, finding.table, finding.row) == ("warning", "documents", "pages")
    assert (finding.expected, finding.actual) == (str(pages), str(pages + 1))


@pytest.mark.parametrize(
    ("sample", "letters"),
    [("kurzeme-chromium.pdf", "gads"), pytest.param("kurzeme-wordlike.pdf", "atsevišķu", marks=pytest.mark.slow)],
)
def test_other_words_are_a_warning_with_both_and_the_page(sample: str, letters: str, tmp_path: Path) -> None:
    (finding,) = found(changed(sample, first_font_without_letters), tmp_path)
    assert (finding.severity, finding.table, finding.row, finding.page) == ("warning", "documents", "pages", 1)
    assert letters.casefold() in f"{finding.actual} {finding.expected}".casefold()
    assert finding.expected
    assert finding.expected != finding.actual
    assert len(finding.message) < 500


@pytest.mark.parametrize("sample", sorted(each.name for each in SAMPLES.glob("*.pdf")))
def test_the_readers_agree_on_every_sample(sample: str) -> None:
    content = (SAMPLES / sample).read_bytes()
    pages = len(document_of_pdf(content).pages)
    assert verified(content) == SecondReading(pages, compared=pages)


def test_a_page_that_pdfplumber_read_is_held_against_pdfium() -> None:
    content = changed("kurzeme-chromium.pdf", second_page_turned)
    pages = document_of_pdf(content).pages
    assert [page.number for page in pages if page.fallback] == [2]
    assert second_reading(content, pages, words=False) == SecondReading(len(pages), compared=1)


def test_words_are_not_compared_where_figures_agree_and_nobody_asks() -> None:
    path = SAMPLES / "kurzeme-typst.pdf"
    read = journey.submission(path, path.name, Order("pages")).summary
    assert read
    assert read.second_reading == SecondReading(4)
    unread = journey.submission(path, path.name, Order()).summary
    assert unread
    assert unread.second_reading is None


def test_words_are_always_compared_where_figures_disagree() -> None:
    path = SAMPLES / "adaptivais-sports.pdf"
    summary = journey.submission(path, path.name, Order("pages")).summary
    assert summary
    assert summary.second_reading == SecondReading(3, compared=3)


def test_words_that_part_elsewhere_differ_though_their_letters_do_not() -> None:
    content = (SAMPLES / "kurzeme-typst.pdf").read_bytes()
    first, *others = document_of_pdf(content).pages
    one, two, *rest = first.words
    joined = replace(first, words=(replace(one, text=one.text + two.text), *rest))
    assert second_reading(content, (joined, *others), words=True).read == one.text + two.text


def test_pages_are_not_compared_where_their_number_differs() -> None:
    assert verified(changed("kurzeme-typst.pdf", last_page_again)) == SecondReading(4)


def test_what_the_second_reader_cannot_open_has_no_pages() -> None:
    document = document_of_pdf((SAMPLES / "kurzeme-typst.pdf").read_bytes())
    assert second_reading(b"%PDF-1.7\n", document.pages, words=True) == SecondReading(0)
