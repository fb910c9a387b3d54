"""With what paint a text object is drawn, and whether the page shows anything where it stands."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from typing import Literal, TypeAlias

import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from numpy.typing import NDArray
from pypdfium2 import PdfPage, raw

from pipeline.sources.limits import MAX_SIDE
from pipeline.sources.pdfium import calls
from pipeline.sources.pdfium.calls import Address

Paint: TypeAlias = Literal["none", "seen", "doubtful"]
Bounds: TypeAlias = tuple[float, float, float, float]

# ISO 32000-1, 9.3.6: modes in which letters are filled; 3 paints nothing; 7 only clips what is painted through them.
_FILLED = (raw.FPDF_TEXTRENDERMODE_FILL, raw.FPDF_TEXTRENDERMODE_FILL_CLIP)
# Paint that is lighter, of 255, or lets more through, may be as pale as the paper.
_PALE, _CLEAR = 200, 60
# Pixels for each point at which a page is looked at; a difference of levels, of 255, that a person still sees.
_SCALE, _SEEN = 2.0, 16
# The name of the mark around content of a layer, as PDFium gives it: UTF-16 with a zero behind it.
_LAYER = [*b"OC", 0]


class PaintedText(Struct, frozen=True):
    """A text object, its left, bottom, right and top on the page, and its paint."""

    address: Address
    bounds: Bounds
    paint: Paint

    def doubted(self) -> PaintedText:
        """The same, under something that may hide it."""
        return replace(self, paint="doubtful")


class TextPaint:
    """Asks for the paint of the text objects of one open page into places of its own.

    A mark stands for as many objects as it holds, in a tagged page for each letter of a paragraph: it is asked once.
    """

    def __init__(self) -> None:
        self._layers: dict[Address, bool] = {}
        self._levels = (ctypes.c_uint * 4)()
        start, size = ctypes.addressof(self._levels), ctypes.sizeof(ctypes.c_uint)
        self._levels_at = tuple(start + place * size for place in range(4))
        self._name, self._length = (ctypes.c_ushort * len(_LAYER))(), ctypes.c_ulong()

    def of(self, drawn: Address) -> Paint:
        """`none` where it has none, `doubtful` where the page must be looked at, else `seen`."""
        mode = calls.render_mode(drawn)
        if mode == raw.FPDF_TEXTRENDERMODE_INVISIBLE:
            return "none"
        if mode not in _FILLED or self._is_in_layer(drawn):
            return "doubtful"
        if not calls.fill_color(drawn, *self._levels_at):
            return "seen"
        *colours, alpha = self._levels
        return "doubtful" if min(colours) >= _PALE or alpha <= _CLEAR else "seen"

    def _is_in_layer(self, drawn: Address) -> bool:
        """Whether the object is marked as content of a layer, which may be switched off."""
        for place in range(calls.count_marks(drawn)):
            mark = calls.mark_at(drawn, place)
            if mark not in self._layers:
                self._layers[mark] = self._is_layer(mark)
            if self._layers[mark]:
                return True
        return False

    def _is_layer(self, mark: Address) -> bool:
        name, length, room = self._name, self._length, ctypes.sizeof(self._name)
        told = calls.mark_name(mark, ctypes.addressof(name), room, ctypes.addressof(length))
        return bool(told) and length.value == room and list(name) == _LAYER


def without_contrast(page: PdfPage, texts: Sequence[PaintedText], shown: Bounds) -> list[PaintedText]:
    """The texts where an open page shows one colour only; none where it cannot be drawn. `shown` is what it shows."""
    left, _, _, top = shown
    width, height = page.get_size()
    turned = page.get_rotation()
    if not 0 < max(width, height) * _SCALE <= MAX_SIDE:
        return []
    picture = page.render(scale=_SCALE, rotation=-turned % 360, grayscale=True).to_numpy()
    grey = np.asarray(picture).reshape(picture.shape[0], picture.shape[1], -1).max(axis=2)
    return [each for each in texts if _is_even(grey, each.bounds, left, top)]


def _is_even(grey: NDArray[np.uint8], bounds: Bounds, left: float, top: float) -> bool:
    x0, y0, x1, y1 = bounds
    across = slice(max(0, int((x0 - left) * _SCALE)), max(0, int((x1 - left) * _SCALE)) + 1)
    down = slice(max(0, int((top - y1) * _SCALE)), max(0, int((top - y0) * _SCALE)) + 1)
    part = grey[down, across]
    return part.size == 0 or int(part.max()) - int(part.min()) < _SEEN
