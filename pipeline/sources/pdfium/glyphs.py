"""The letters of a page with the boxes that pdfminer would give them."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from pipeline.sources.pdfium import calls
from pipeline.sources.pdfium.calls import Address
from pipeline.sources.pdfium.fonts import KEPT_CODES, Fonts
from pipeline.sources.pdfium.letters import Floats, Letters, Whole, last_drawn, letters_of
from pipeline.sources.pdfium.runs import Runs, runs_of


class Glyphs(Struct, frozen=True):
    """Letters in the order in which they are drawn; all arrays have one entry a letter.

    Boxes are in points from the top left corner of the media box. `font` is a place
    in the document's fonts. A made-up space stands where the letter before it ends,
    and has no width. `owner` is the address of the text object that draws it.
    """

    code: Whole
    x0: Floats
    top: Floats
    x1: Floats
    bottom: Floats
    font: Whole
    owner: NDArray[np.uint64]

    def chosen(self, which: Whole) -> Glyphs:
        """Those in these places, in their order."""
        return Glyphs(
            self.code[which],
            self.x0[which],
            self.top[which],
            self.x1[which],
            self.bottom[which],
            self.font[which],
            self.owner[which],
        )


def glyphs_of(text_page: Address, fonts: Fonts, corner: tuple[float, float]) -> Glyphs | None:
    """The letters of an open text page, None where it has none; `corner` is the media box's top left in its space.

    Raises OddPageError where text is turned, or a letter has no Unicode.
    """
    letters = letters_of(text_page)
    if letters is None:
        return None
    runs = runs_of(text_page, letters, fonts)
    font = runs.font[runs.of]
    left, bottom, right, top = _boxes(letters, runs, fonts, _widths(text_page, letters, runs, font, fonts))
    if fonts.drops:
        dropped = _dropped_before(letters, runs, font, fonts)
        left, right = left + dropped, right + dropped
    if letters.made_up.any():
        here = letters.made_up
        before = last_drawn(here)[here]
        left[here] = right[here] = right[before]
        bottom[here], top[here] = bottom[before], top[before]
    x, y = corner
    return Glyphs(letters.code, left - x, y - top, right - x, y - bottom, font, letters.owner)


def _boxes(letters: Letters, runs: Runs, fonts: Fonts, width: Floats) -> tuple[Floats, Floats, Floats, Floats]:
    """Left, bottom, right, top: from the origin as far as the letter carries on, from the descent one size up."""
    a, b, c, d = runs.matrix
    low = np.array([font.descent for font in fonts])[runs.font] * runs.size
    high = low + runs.size
    along = width * runs.size[runs.of]
    left, right = _sides(along * a[runs.of], (low * c, high * c), runs.of)
    bottom, top = _sides(along * b[runs.of], (low * d, high * d), runs.of)
    return letters.x + left, letters.y + bottom, letters.x + right, letters.y + top


def _sides(along: Floats, ends: tuple[Floats, Floats], of: Whole) -> tuple[Floats, Floats]:
    """The least and the most of what a box reaches `along` the line and, in its run, to both `ends` across it."""
    least, most = np.minimum(*ends), np.maximum(*ends)
    return np.minimum(along, 0.0) + least[of], np.maximum(along, 0.0) + most[of]


def _dropped_before(letters: Letters, runs: Runs, font: Whole, fonts: Fonts) -> Floats:
    """How much PDFium has dropped, up to each letter, of the widths of those before it in its run, in points."""
    dropped: Floats = fonts.dropped[font, np.minimum(letters.code, KEPT_CODES - 1)]
    dropped *= (runs.size * runs.matrix[0])[runs.of]
    dropped[letters.made_up] = 0.0
    dropped[:-1][letters.x[1:] == letters.x[:-1]] = 0.0  # of several letters that are one glyph, the last counts
    before = np.cumsum(dropped) - dropped
    return before - before[runs.first][runs.of]


def _widths(text_page: Address, letters: Letters, runs: Runs, font: Whole, fonts: Fonts) -> Floats:
    """How far each letter carries on, as a part of its type size; a glyph of several letters is as wide for each."""
    seen = _seen_widths(text_page, letters, runs)
    code = letters.code
    kept = np.minimum(code, KEPT_CODES - 1)
    unknown = np.flatnonzero(np.isnan(fonts.widths[font, kept]))
    met = dict(zip(zip(font[unknown].tolist(), code[unknown].tolist(), strict=True), unknown.tolist(), strict=True))
    for (number, letter), place in met.items():
        fonts.keep_width(number, letter, seen(place))
    widths = fonts.widths[font, kept]
    for place in np.flatnonzero(code >= KEPT_CODES - 1).tolist():
        widths[place] = fonts[font[place]].width_of(int(code[place]), seen(place))
    for place, last in _shared_glyphs(letters):
        widths[place] = seen(last)
    return widths


def _seen_widths(text_page: Address, letters: Letters, runs: Runs) -> Callable[[int], float]:
    """Gives a letter's width, ink included, where it stands, as a part of its type size."""
    box = (ctypes.c_float * 4)()
    address = ctypes.addressof(box)
    sizes = runs.matrix[0] * runs.size

    def seen(place: int) -> float:
        along = float(sizes[runs.of[place]])
        calls.loose_box(text_page, int(letters.index[place]), address)
        return (box[2] - float(letters.x[place])) / along if along else 0.0

    return seen


def _shared_glyphs(letters: Letters) -> Iterator[tuple[int, int]]:
    """Letters that one glyph shows, each with the last of them: they begin in one place."""
    together = (letters.owner[1:] == letters.owner[:-1]) & (letters.x[1:] == letters.x[:-1])
    together &= (letters.y[1:] == letters.y[:-1]) & ~letters.made_up[1:] & ~letters.made_up[:-1]
    if together.any():
        last = np.flatnonzero(np.append(~together, True))
        shared = np.flatnonzero(np.append(together, False) | np.insert(together, 0, False))
        yield from zip(shared.tolist(), last[np.searchsorted(last, shared)].tolist(), strict=True)
