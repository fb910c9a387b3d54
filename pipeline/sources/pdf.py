"""A PDF's bytes → a document: PDFium reads its pages, and pdfplumber those with which PDFium is not trusted."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

from pipeline.document import Document, Page
from pipeline.errors import SourceError
from pipeline.sources.belief import believed
from pipeline.sources.limits import MAX_PAGES
from pipeline.sources.pdfium.odd_page import OddPageError
from pipeline.sources.pdfium.opened import NotOpenedError, OpenPdf, open_pdf
from pipeline.sources.pdfium.text_layer import UNKNOWN, TextLayer
from pipeline.sources.pdfium_page import page_of
from pipeline.sources.unseen_words import with_unseen_noted, without_hidden

if TYPE_CHECKING:
    from pipeline.sources.plain_pdf import PlainPdf


def document_of_pdf(content: bytes) -> Document:
    """A PDF as a document, page by page.

    A page without text that shows something is recognised. Raises SourceError
    where the PDF is encrypted, broken or too long, and where no page has text and
    one cannot be recognised.
    """
    with ExitStack() as kept_open:
        try:
            pdf = kept_open.enter_context(open_pdf(content))
        except NotOpenedError:
            pages = _all_by_pdfplumber(_pdfplumber(content, kept_open), "unopened")
        else:
            _refuse_length(len(pdf))
            pages = _pages(pdf, content, kept_open)
    if all(page.words for page in pages):
        return with_unseen_noted(Document("pdf", tuple(pages)))
    from pipeline.sources.scanned_pdf import with_scans_read

    return with_scans_read(content, pages)


def _pages(pdf: OpenPdf, content: bytes, kept_open: ExitStack) -> list[Page]:
    """The pages, by pdfplumber where PDFium is not trusted; one on which neither sees text is left as it is."""
    pages: list[Page] = []
    other, first_word = None, 0
    for number in range(1, len(pdf) + 1):
        page, why = _page_by_pdfium(pdf, number, first_word)
        if page is None or not (page.words or page.disbelief):
            other = other or _pdfplumber(content, kept_open)
            if len(other) != len(pdf):  # which of its pages this one is, nobody can say
                return _all_by_pdfplumber(other, why)
            layer = _layer(pdf, number)
            again = without_hidden(other.page(number, first_word, why), layer, pdf.turn(number - 1))
            page = believed(again, layer) if page is None or again.words else page
        pages.append(page)
        first_word += len(page.words)
    return pages


def _page_by_pdfium(pdf: OpenPdf, number: int, first_word: int) -> tuple[Page | None, str]:
    """The page, and why it is not to be trusted: None where it could not be read at all."""
    try:
        with pdf.page(number - 1) as page:
            return believed(page_of(page, number, first_word), page.text_layer()), "unseen"
    except OddPageError as odd:
        return None, odd.reason
    except Exception:  # noqa: BLE001 -- a hostile page can make any library raise nearly anything
        return None, "broken"


def _layer(pdf: OpenPdf, number: int) -> TextLayer:
    try:
        return pdf.text_layer(number - 1)
    except Exception:  # noqa: BLE001 -- as above
        return UNKNOWN


def _all_by_pdfplumber(other: PlainPdf, why: str) -> list[Page]:
    _refuse_length(len(other))
    pages: list[Page] = []
    first_word = 0
    for number in range(1, len(other) + 1):
        pages.append(believed(other.page(number, first_word, why), UNKNOWN))
        first_word += len(pages[-1].words)
    return pages


def _pdfplumber(content: bytes, kept_open: ExitStack) -> PlainPdf:
    from pipeline.sources.plain_pdf import open_plain

    return kept_open.enter_context(open_plain(content))


def _refuse_length(pages: int) -> None:
    if pages == 0:
        raise SourceError("sources.pdf_broken")
    if pages > MAX_PAGES:
        raise SourceError("sources.pdf_too_long", pages=pages, limit=MAX_PAGES)
