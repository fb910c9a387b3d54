"""The only door to pdfplumber: the words and ruling lines of a PDF's pages."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.page import Page as PdfPage
from pdfplumber.utils.exceptions import PdfminerException

from pipeline.document import Box, Document, Page, RulingLine, Word
from pipeline.errors import SourceError
from pipeline.sources.letters import PRIVATE_LIGATURES, clean
from pipeline.sources.second_reader import second_reading

# Thicker than this, a filled rectangle is a background and not a border.
MAX_RULE_WIDTH = 3.0
# Gap between two letters, as a part of the type size, from which a new word begins.
WORD_GAP = 0.2
# A space whose next letter begins within this part of its width is covered by it.
HIDDEN_SPACE = 0.25
# A summary has a few pages; the largest seen has four.
MAX_PAGES = 500


def document_of_pdf(content: bytes) -> Document:
    """A PDF as a document, page by page.

    Raises SourceError where it is encrypted, broken, too long, or has no text.
    """
    try:
        with pdfplumber.open(io.BytesIO(content)) as pdf:
            _refuse_length(len(pdf.pages))
            pages = tuple(_pages(pdf.pages))
    except SourceError:
        raise
    except PdfminerException as error:
        raise _refusal(error) from error
    except Exception as error:  # a hostile PDF can make pdfminer raise nearly anything
        raise SourceError("sources.pdf_broken") from error
    if not any(page.words for page in pages):
        raise SourceError("sources.pdf_without_text", pages=len(pages))
    return Document("pdf", pages, second_reading(content, pages))


def _refuse_length(pages: int) -> None:
    if pages == 0:
        raise SourceError("sources.pdf_broken")
    if pages > MAX_PAGES:
        raise SourceError("sources.pdf_too_long", pages=pages, limit=MAX_PAGES)


def _refusal(error: PdfminerException) -> SourceError:
    cause = error.args[0] if error.args else None
    locked = isinstance(cause, PDFPasswordIncorrect)
    return SourceError("sources.pdf_password") if locked else SourceError("sources.pdf_broken")


def _pages(pdf_pages: list[PdfPage]) -> Iterator[Page]:
    number = 0
    for page_number, pdf_page in enumerate(pdf_pages, start=1):
        words = tuple(_words(pdf_page, page_number, number))
        number += len(words)
        yield Page(page_number, float(pdf_page.width), float(pdf_page.height), words, tuple(_rulings(pdf_page)))
        pdf_page.close()


def _words(pdf_page: PdfPage, page_number: int, first: int) -> Iterator[Word]:
    """The page's words in reading order; rotated ones are left out by pdfplumber's own rule for upright text."""
    left, top = float(pdf_page.bbox[0]), float(pdf_page.bbox[1])
    drawn = pdf_page.dedupe_chars(tolerance=0.5) if _is_overprinted(pdf_page) else pdf_page
    hidden = _hidden_spaces(drawn.chars)
    drawn = drawn.filter(lambda each: id(each) not in hidden) if hidden else drawn
    for found in drawn.extract_words(x_tolerance_ratio=WORD_GAP, return_chars=True):
        text = clean(found["text"]).translate(PRIVATE_LIGATURES)
        if text:
            box = Box(found["x0"] - left, found["top"] - top, found["x1"] - left, found["bottom"] - top)
            yield Word(text, first, page_number, box, bold=_is_bold(found["chars"]))
            first += 1


def _is_overprinted(pdf_page: PdfPage) -> bool:
    """Whether letters are drawn twice in the same place, as some programs draw bold type."""
    places = [(char["text"], round(char["x0"]), round(char["top"])) for char in pdf_page.chars if char["text"].strip()]
    return len(places) > len(set(places)) * 1.05


def _hidden_spaces(chars: list[dict[str, Any]]) -> set[int]:
    """The ids of spaces without a width of their own, as Skia draws soft hyphens: the next letter covers them."""
    return {
        id(space)
        for space, letter in pairwise(chars)
        if space["text"] == " "
        and letter["text"] != " "
        and abs(letter["top"] - space["top"]) < space["height"]
        and abs(letter["x0"] - space["x0"]) < (space["x1"] - space["x0"]) * HIDDEN_SPACE
    }


def _is_bold(chars: list[dict[str, Any]]) -> bool:
    bold = sum("bold" in char["fontname"].lower() or "black" in char["fontname"].lower() for char in chars)
    return bold * 2 > len(chars)


def _rulings(pdf_page: PdfPage) -> Iterator[RulingLine]:
    left, top = float(pdf_page.bbox[0]), float(pdf_page.bbox[1])
    for shape in (*pdf_page.lines, *pdf_page.rects):
        x0, x1 = shape["x0"] - left, shape["x1"] - left
        y0, y1 = shape["top"] - top, shape["bottom"] - top
        yield from _rulings_of_shape(Box(x0, y0, x1, y1), outlined=bool(shape.get("stroke")))


def _rulings_of_shape(box: Box, *, outlined: bool) -> Iterator[RulingLine]:
    width, height = box.x1 - box.x0, box.bottom - box.top
    if height <= MAX_RULE_WIDTH < width or (height <= MAX_RULE_WIDTH and width >= height):
        yield RulingLine("horizontal", (box.top + box.bottom) / 2, box.x0, box.x1)
    elif width <= MAX_RULE_WIDTH:
        yield RulingLine("vertical", (box.x0 + box.x1) / 2, box.top, box.bottom)
    elif outlined:
        for at in (box.top, box.bottom):
            yield RulingLine("horizontal", at, box.x0, box.x1)
        for at in (box.x0, box.x1):
            yield RulingLine("vertical", at, box.top, box.bottom)
