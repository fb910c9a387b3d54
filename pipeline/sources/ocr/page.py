"""A picture of a page → the recognised page."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PIL import Image

from pipeline.document import Page, Word
from pipeline.sources.limits import LEAST_DPI
from pipeline.sources.ocr.lines import Reading, capital_height, read_lines, type_boxes
from pipeline.sources.ocr.pictures import (
    PIXELS_PER_POINT,
    Grey,
    at_reading_dpi,
    ink_of,
    with_white_paper,
    without_dust,
    without_specks,
    without_steps,
)
from pipeline.sources.ocr.regions import pieces_of
from pipeline.sources.ocr.ruled_ink import ruling_lines, strokes_of, without_strokes
from pipeline.sources.ocr.second_look import looked_at_again
from pipeline.sources.ocr.slips import without_slips
from pipeline.sources.ocr.straightening import straightened
from pipeline.sources.ocr.tesseract import BLOCK, seen_words
from pipeline.sources.ocr.turning import quarter_turns, turned
from pipeline.sources.ocr.unread_ink import doubted, has_letters, with_unread_ink, without_dust_words


def recognised_page(picture: Image.Image, number: int, first_word: int, dpi: float) -> Page:
    """The page of this number that the picture shows, its words numbered from `first_word`.

    `dpi` is the picture's resolution. Boxes and size are those of the page made
    upright and straight, as `upright_picture` shows it. Every word has a
    confidence; no figure of a picture of fewer than `LEAST_DPI` dots is sure.
    Raises SourceError where Tesseract is missing or fails.
    """
    grey = upright_page(picture, dpi)
    strokes = strokes_of(grey)
    clean = without_dust(without_strokes(grey, strokes))
    ink = ink_of(clean)
    pieces = pieces_of(clean, ink, strokes)
    lines = read_lines(seen_words([piece.grey for piece in pieces], BLOCK), pieces)
    lines = without_dust_words(ink, looked_at_again(clean, lines))
    lines = with_unread_ink(clean, ink, [without_slips(line) for line in lines])
    if dpi < LEAST_DPI:
        lines = [[doubted(word) for word in line] for line in lines]
    height, width = grey.shape
    words = _words(lines, number, first_word)
    size = width / PIXELS_PER_POINT, height / PIXELS_PER_POINT
    return Page(number, *size, words, ruling_lines(strokes), scan="recognised")


def holds_text(picture: Image.Image, dpi: float) -> bool:
    """Whether the picture shows ink that may be letters: an empty page need not be recognised."""
    grey = _even(picture, dpi)
    return has_letters(ink_of(without_strokes(grey, strokes_of(grey))))


def upright_page(picture: Image.Image, dpi: float) -> Grey:
    """The page at the resolution of reading, its paper white, upright and straight."""
    grey = _even(picture, dpi)
    return straightened(turned(grey, quarter_turns(grey)))


def _even(picture: Image.Image, dpi: float) -> Grey:
    grey = without_steps(without_specks(np.asarray(picture.convert("L"), np.uint8)))
    return with_white_paper(at_reading_dpi(grey, dpi))


def _words(lines: Sequence[Sequence[Reading]], page: int, first: int) -> tuple[Word, ...]:
    usual = capital_height(lines)
    placed = [(reading, box) for line in lines for reading, box in zip(line, type_boxes(line, usual), strict=True)]
    return tuple(
        Word(reading.text, first + place, page, box, confidence=reading.confidence)
        for place, (reading, box) in enumerate(placed)
    )
