"""How the text of a page stands to what it shows: scanning programs leave it invisible, or behind the picture."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass

import numpy as np
from pypdfium2 import PdfPage, raw

from pipeline.sources.pdfium import calls
from pipeline.sources.pdfium.calls import FLOAT, Address

# A picture this much of a page wide and high is the page itself.
_WHOLE_PAGE = 0.7
_INVISIBLE = (raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP)
_MAX_DEPTH = 8
# A4 at 600 dots for each inch has 35 million pixels; each takes four bytes here.
_MOST_PIXELS = 40_000_000
_SOLID = 255


@dataclass(frozen=True, slots=True)
class TextLayer:
    """Whether most of a page's text is unseen, and whether the page is `pictured`: a picture of it fills it."""

    unseen: bool
    pictured: bool


UNKNOWN = TextLayer(unseen=False, pictured=False)
"""What is taken for true of a page that cannot be looked at."""


def text_layer(page: PdfPage, width: float, height: float) -> TextLayer:
    """That of an open page, so many points wide and high."""
    counter = _Counter(page, width, height)
    counter.read(calls.count_objects, calls.page_object, ctypes.addressof(page.raw.contents), (1.0, 1.0), 0)
    return TextLayer(counter.unseen * 2 > counter.texts, counter.pictured)


class _Counter:
    """Counts text objects in the order in which they are drawn, by the forms in which they stand."""

    def __init__(self, page: PdfPage, width: float, height: float) -> None:
        self._page = page
        self.texts = self.unseen = 0
        self.pictured = False
        self._least_width, self._least_height = width * _WHOLE_PAGE, height * _WHOLE_PAGE
        self._bounds, self._matrix = (ctypes.c_float * 4)(), (ctypes.c_float * 6)()
        start = ctypes.addressof(self._bounds)
        self._bounds_at = tuple(start + place * FLOAT for place in range(4))

    def read(self, count: calls.Call, get: calls.Call, owner: Address, scale: tuple[float, float], depth: int) -> None:
        """The objects of a page or form; `scale` is how much wider and higher it is on the page than by itself."""
        for number in range(count(owner)):
            drawn = get(owner, number)
            kind = calls.object_type(drawn)
            if kind == raw.FPDF_PAGEOBJ_TEXT:
                self.texts += 1
                self.unseen += calls.render_mode(drawn) in _INVISIBLE
            elif kind == raw.FPDF_PAGEOBJ_IMAGE:
                self._lay(drawn, scale)
            elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _MAX_DEPTH:
                inner = self._scaled(drawn, scale)
                self.read(calls.count_form_objects, calls.form_object, drawn, inner, depth + 1)

    def _scaled(self, form: Address, scale: tuple[float, float]) -> tuple[float, float]:
        """How wide and high a unit of the form is on the page; one that is turned counts as if it were not."""
        calls.object_matrix(form, ctypes.addressof(self._matrix))
        a, b, c, d = self._matrix[:4]
        return scale[0] * max(abs(a), abs(b)), scale[1] * max(abs(c), abs(d))

    def _lay(self, picture: Address, scale: tuple[float, float]) -> None:
        """A picture of the whole page, laid over the text so far, hides it, unless it can be seen through."""
        if not calls.object_bounds(picture, *self._bounds_at):
            return
        left, bottom, right, top = self._bounds
        if (right - left) * scale[0] >= self._least_width and (top - bottom) * scale[1] >= self._least_height:
            self.pictured = True
            if self.texts > self.unseen and not calls.see_through(picture) and not _has_holes(self._page, picture):
                self.unseen = self.texts


def _has_holes(page: PdfPage, picture: Address) -> bool:
    """Whether most of a picture is cut out, by a mask or a colour that is not drawn; too large a one is whole."""
    found = ctypes.cast(picture, raw.FPDF_PAGEOBJECT)
    width, height = ctypes.c_uint(), ctypes.c_uint()
    if not raw.FPDFImageObj_GetImagePixelSize(found, width, height) or width.value * height.value > _MOST_PIXELS:
        return False
    bitmap = raw.FPDFImageObj_GetRenderedBitmap(page.pdf, page, found)
    if not bitmap:
        return False
    try:
        return _is_cut_out(bitmap)
    finally:
        raw.FPDFBitmap_Destroy(bitmap)


def _is_cut_out(bitmap: raw.FPDF_BITMAP) -> bool:
    if raw.FPDFBitmap_GetFormat(bitmap) not in (raw.FPDFBitmap_BGRA, raw.FPDFBitmap_BGRA_Premul):
        return False
    size = raw.FPDFBitmap_GetStride(bitmap) * raw.FPDFBitmap_GetHeight(bitmap)
    pixels = (ctypes.c_ubyte * size).from_address(raw.FPDFBitmap_GetBuffer(bitmap))
    alpha = np.frombuffer(pixels, np.uint8)[3::4]
    return bool(np.count_nonzero(alpha < _SOLID) * 2 > alpha.size)
