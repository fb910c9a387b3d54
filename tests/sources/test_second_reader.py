"""PDFium as second reader: where it sees other pages or letters than were read, that is a finding with both."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from pipeline.checks import findings_of
from pipeline.findings import Finding
from pipeline.forms.template import forms
from pipeline.journey import summary_of
from pipeline.records import Submission
from pipeline.sources.pdf import document_of_pdf
from pipeline.sources.second_reader import second_reading

SAMPLES = Path(__file__).parents[2] / "samples"
Change = Callable[[pikepdf.Pdf], object]


def changed(sample: str, change: Change) -> bytes:
    """A sample with its pages or fonts changed, no letter drawn otherwise."""
    target = io.BytesIO()
    with pikepdf.open(SAMPLES / sample) as pdf:
        change(pdf)
        pdf.save(target)
    return target.getvalue()


def last_page_again(pdf: pikepdf.Pdf) -> None:
    """The tree of pages names its last page twice; the first reader goes to each object once."""
    kids = pdf.Root.Pages.Kids
    kids.append(kids[-1])
    pdf.Root.Pages.Count = len(kids)


def first_font_without_letters(pdf: pikepdf.Pdf) -> None:
    """The table that says which letter a glyph shows is gone from one font."""
    fonts = (each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/Font")
    del next(font for font in fonts if "/ToUnicode" in font)["/ToUnicode"]


def found(content: bytes) -> list[Finding]:
    document = document_of_pdf(content)
    submission = Submission("a" * 12, "a.pdf", "pdf", len(document.pages), summary_of(document, forms()))
    return [each for each in findings_of([submission]) if each.code == "readers-differ"]


@pytest.mark.parametrize("sample", ["kurzeme-typst.pdf", "adaptivais-sports.pdf"])
def test_another_number_of_pages_is_a_warning_with_both(sample: str) -> None:
    pages = len(pikepdf.open(SAMPLES / sample).pages)
    (finding,) = found(changed(sample, last_page_again))
    assert (finding.severity, finding.table, finding.row) == ("warning", "documents", "pages")
    assert (finding.expected, finding.actual) == (str(pages + 1), str(pages))


@pytest.mark.parametrize(
    ("sample", "letters"), [("kurzeme-chromium.pdf", "gads"), ("kurzeme-wordlike.pdf", "sadarbĬbas")]
)
def test_other_letters_are_a_warning_with_both_and_the_page(sample: str, letters: str) -> None:
    (finding,) = found(changed(sample, first_font_without_letters))
    assert (finding.severity, finding.table, finding.row, finding.page) == ("warning", "documents", "pages", 1)
    assert letters.casefold() in finding.actual.casefold()
    assert finding.expected
    assert finding.expected != finding.actual
    assert len(finding.message) < 500


@pytest.mark.parametrize("sample", sorted(each.name for each in SAMPLES.glob("*.pdf")))
def test_the_readers_agree_on_every_sample(sample: str) -> None:
    document = document_of_pdf((SAMPLES / sample).read_bytes())
    assert document.second_reading is not None
    assert (document.second_reading.pages, document.second_reading.page) == (len(document.pages), None)


def test_what_the_second_reader_cannot_open_has_no_pages() -> None:
    document = document_of_pdf((SAMPLES / "kurzeme-typst.pdf").read_bytes())
    assert second_reading(b"%PDF-1.7\n", document.pages).pages == 0
