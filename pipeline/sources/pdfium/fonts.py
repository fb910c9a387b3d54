"""The fonts of an open document: their names, descents, and how far each letter carries on."""

from __future__ import annotations

import ctypes
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from pipeline.sources.pdfium import calls
from pipeline.sources.pdfium.calls import Address
from pipeline.sources.pdfium.odd_page import OddPageError
from pipeline.sources.pdfium.written_widths import Dropped, bare_name

# Measures are asked at this size and kept as parts of it.
_EM = 1000.0
# A private place that no font has a letter for: the width of what is not found.
_NO_LETTER = 0xE5E5
# Latin letters and punctuation; the last letter kept stands for all behind it, whose widths are asked each time.
KEPT_CODES = 0x3001
# A summary has a few; each takes a row of the widths.
MOST_FONTS = 200
# What PDFium says of a letter and what it draws differ by no more than rounding.
_ROUNDING = 0.002


class Font:
    """A font of an open document. `descent` is a part of the type size, below the line and so negative."""

    def __init__(self, address: Address) -> None:
        self._address = address
        self._answer = ctypes.c_float()
        self.name = self._name()
        calls.font_descent(address, _EM, ctypes.addressof(self._answer))
        self.descent = -abs(self._answer.value) / _EM
        self._not_found = self._width(_NO_LETTER)

    def width_of(self, code: int, seen: float) -> float:
        """How far a letter of this Unicode carries on; it and `seen` are parts of the type size.

        PDFium looks for a glyph by the Unicode and may find none, or another one.
        `seen` is where the drawn one ends, ink included, so that a wider one is not it.
        """
        width = self._width(code)
        is_it = 0 < width <= seen + _ROUNDING and width != self._not_found
        return width if is_it else max(seen, 0.0)

    def _width(self, code: int) -> float:
        self._answer.value = 0.0
        calls.letter_width(self._address, code, _EM, ctypes.addressof(self._answer))
        return self._answer.value / _EM

    def _name(self) -> str:
        length = calls.font_name(self._address, None, 0)
        name = ctypes.create_string_buffer(length or 1)
        calls.font_name(self._address, ctypes.addressof(name), length)
        return name.value.decode("utf-8", "replace")


class Fonts(list[Font]):
    """The fonts of one open document in the order in which they are met.

    `widths` has a row for each and a column for each of the first `KEPT_CODES`
    letters of Unicode: how far it carries on as a part of the type size, NaN where it is not known yet.
    `dropped` says by the same places how much further it does by the file than PDFium moves on behind it,
    `drops` whether that is anything at all.
    """

    def __init__(self, dropped_of: Mapping[str, Dropped]) -> None:
        super().__init__()
        self.widths: NDArray[np.float64] = np.empty((0, KEPT_CODES))
        self.dropped: NDArray[np.float64] = np.empty((0, KEPT_CODES))
        self.drops = any(map(any, (each.values() for each in dropped_of.values())))
        self._dropped_of = dropped_of
        self._dropped: list[Dropped] = []
        self._numbers: dict[Address, int] = {}

    def number_of(self, address: Address) -> int:
        """The place of the font that PDFium has at this address. Raises OddPageError beyond `MOST_FONTS`."""
        if address not in self._numbers:
            if len(self) == MOST_FONTS:
                raise OddPageError("fonts")
            self._numbers[address] = len(self)
            self.append(Font(address))
            self._dropped.append(self._dropped_of.get(bare_name(self[-1].name), {}))
            self.widths = np.vstack((self.widths, np.full(KEPT_CODES, np.nan)))
            self.dropped = np.vstack((self.dropped, np.zeros(KEPT_CODES)))
        return self._numbers[address]

    def keep_width(self, font: int, code: int, seen: float) -> None:
        """Asks how far a letter carries on, for `widths`; see `Font.width_of`."""
        if code < KEPT_CODES - 1:
            width = self[font].width_of(code, seen)
            dropped = self._dropped[font].get(round(width * _EM), 0.0) / _EM
            self.widths[font, code] = width + dropped
            self.dropped[font, code] = dropped
