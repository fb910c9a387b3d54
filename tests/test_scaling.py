"""What follows the reading grows with the document and no faster: counted in calls, which no busy machine changes."""

from __future__ import annotations

import sys
from types import FrameType

from bench.long_documents import STYLE, long_summary
from pipeline.document import Document
from pipeline.forms.template import forms
from pipeline.journey import summary_of
from pipeline.sources.pdf import document_of_pdf
from tests.makers.typst_pdf import typst_pdf


def calls_of(document: Document) -> int:
    """How many functions are called on the way from words to records, those of libraries included."""
    number = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal number
        number += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        summary_of(document, forms())
    finally:
        sys.setprofile(before)
    return number


def test_four_times_the_pages_take_four_times_the_work() -> None:
    short, long = (document_of_pdf(typst_pdf(long_summary(items), STYLE)) for items in (100, 800))
    summary_of(short, forms())  # what is loaded once is loaded
    times_longer = len(long.words) / len(short.words)
    assert times_longer > 5
    assert calls_of(long) < calls_of(short) * times_longer * 1.2
