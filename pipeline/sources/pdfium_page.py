"""A page that PDFium has open → a document's page of words and ruling lines."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from pipeline.document import Box, Page, RulingLine, Word
from pipeline.sources.clean_text import made_alike
from pipeline.sources.pdfium.fonts import Fonts
from pipeline.sources.pdfium.glyphs import Glyphs
from pipeline.sources.pdfium.letters import SPACE, Flags, Floats, Whole
from pipeline.sources.pdfium.odd_page import OddPageError
from pipeline.sources.pdfium.opened import OpenPage
from pipeline.sources.pdfium.words import GlyphWords, is_space, words_of
from pipeline.sources.rulings import rulings_of
from pipeline.sources.unseen_words import pictures_of
from pipeline.sources.word_rules import HIDDEN_SPACE, LEAST_SPACE, OVERPRINTED, THIN_SPACE, WORD_GAP, is_bold_font


def page_of(page: OpenPage, number: int, first_word: int) -> Page:
    """The page, counted from 1; its words are numbered from `first_word`, those that are not to be seen from 0.

    Raises OddPageError where its letters are not such as PDFium is trusted with.
    """
    glyphs = page.glyphs()
    layer = page.text_layer()
    words, unseen = tuple[Word, ...](), tuple[Word, ...]()
    if glyphs is not None:
        hidden = np.isin(glyphs.owner, list(layer.hidden)) if layer.hidden and not layer.unseen else None
        if hidden is not None and hidden.any():
            unseen = _words(glyphs.chosen(np.flatnonzero(hidden)), number, 0, page.fonts)
            glyphs = glyphs.chosen(np.flatnonzero(~hidden))
        words = _words(glyphs, number, first_word, page.fonts)
    rulings, pictures = tuple(_rulings(page)), pictures_of(layer.pictures)
    return Page(number, page.width, page.height, words, rulings, unseen=unseen, pictures=pictures)


def _words(glyphs: Glyphs, page: int, number: int, fonts: Fonts) -> tuple[Word, ...]:
    drawn = np.flatnonzero(~is_space(glyphs.code))
    if not len(drawn):
        return ()
    _refuse_overprinted(glyphs, drawn)
    hidden = _hidden_spaces(glyphs)
    if hidden.any():
        glyphs = glyphs.chosen(np.flatnonzero(~hidden))
    found = words_of(glyphs, _gaps_within_words(glyphs))
    texts, boxes = made_alike(found.text), map(Box, found.x0, found.top, found.x1, found.bottom)
    said = [each for each in zip(texts, boxes, _bold(found, fonts), strict=True) if each[0]]
    return tuple(Word(text, place, page, box, None, bold) for place, (text, box, bold) in enumerate(said, start=number))


def _refuse_overprinted(glyphs: Glyphs, drawn: Whole) -> None:
    place = (np.rint(glyphs.x0) * 2.0**42 + np.rint(glyphs.top) * 2.0**21 + glyphs.code)[drawn]
    # To ask for `unique` loads masked arrays, for a page's time.
    places = 1 + np.count_nonzero(np.diff(np.sort(place)))
    if len(place) > places * OVERPRINTED:
        raise OddPageError("overprinted")


def _gaps_within_words(glyphs: Glyphs) -> Floats:
    """The widest gap behind each letter that does not end its word.

    PDFium leaves out a thin space, so that one between thousands is told by its
    gap: the three digits behind it stand closer together.
    """
    size = glyphs.bottom - glyphs.top
    gaps = WORD_GAP * size
    digit = (glyphs.code >= ord("0")) & (glyphs.code <= ord("9"))
    behind = np.append(glyphs.x0[1:] - glyphs.x1[:-1], 0.0)
    four = digit[:-3] & digit[1:-2] & digit[2:-1] & digit[3:]
    closer = np.maximum(behind[1:-2], behind[2:-1]) + THIN_SPACE * size[:-3]
    gaps[:-3][four & (behind[:-3] > closer) & (behind[:-3] < size[:-3])] = 0.0
    return gaps


def _hidden_spaces(glyphs: Glyphs) -> Flags:
    """Spaces that the next letter covers, and those that PDFium makes up between letters set one by one."""
    space = glyphs.code == SPACE
    size, width = glyphs.bottom - glyphs.top, glyphs.x1 - glyphs.x0
    before_letter = space[:-1] & ~space[1:] & (np.abs(np.diff(glyphs.top)) < size[:-1])
    step = np.diff(glyphs.x0)
    covered = np.abs(step) < width[:-1] * HIDDEN_SPACE
    made_up = (width[:-1] == 0) & (step >= 0) & (step < size[:-1] * LEAST_SPACE)
    return np.append(before_letter & (covered | made_up), False)


def _bold(found: GlyphWords, fonts: Fonts) -> list[bool]:
    """Whether most of each word's letters are bold."""
    is_bold = np.array([is_bold_font(font.name) for font in fonts])[found.glyphs.font]
    if not is_bold.any():
        return [False] * len(found.text)
    letters = np.diff(found.first, append=len(is_bold))
    bold: list[bool] = (np.add.reduceat(is_bold.astype(np.int64), found.first) * 2 > letters).tolist()
    return bold


def _rulings(page: OpenPage) -> Iterator[RulingLine]:
    for path in page.paths():
        if path.kind != "curve":
            (x0, y0), (x1, y1) = path.points
            left, right = sorted((x0 - page.left, x1 - page.left))
            top, bottom = sorted((page.top - y0, page.top - y1))
            yield from rulings_of(Box(left, top, right, bottom), outlined=path.stroked)
