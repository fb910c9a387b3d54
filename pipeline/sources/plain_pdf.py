"""The only door to pdfplumber, which reads a PDF by pdfminer."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.utils.exceptions import PdfminerException

from pipeline.document import Page
from pipeline.errors import SourceError
from pipeline.sources.plain_page import page_of


class PlainPdf:
    """A PDF that pdfplumber has open."""

    def __init__(self, pdf: pdfplumber.PDF) -> None:
        self._pages = pdf.pages

    def __len__(self) -> int:
        return len(self._pages)

    def page(self, number: int, first_word: int, fallback: str = "") -> Page:
        """The page of this number, counted from 1, its words numbered from `first_word`."""
        page = self._pages[number - 1]
        try:
            return page_of(page, number, first_word, fallback)
        finally:
            page.close()


@contextmanager
def open_plain(content: bytes) -> Iterator[PlainPdf]:
    """The PDF of these bytes. Raises SourceError where it is encrypted or broken, also when a page proves to be."""
    try:
        with pdfplumber.open(io.BytesIO(content)) as pdf:
            yield PlainPdf(pdf)
    except SourceError:
        raise
    except PdfminerException as error:
        raise _refusal(error) from error
    except Exception as error:  # a hostile PDF can make pdfminer raise nearly anything
        raise SourceError("sources.pdf_broken") from error


def _refusal(error: PdfminerException) -> SourceError:
    cause = error.args[0] if error.args else None
    locked = isinstance(cause, PDFPasswordIncorrect)
    return SourceError("sources.pdf_password") if locked else SourceError("sources.pdf_broken")
