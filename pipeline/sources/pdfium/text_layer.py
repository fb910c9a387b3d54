"""How the text of a page stands to what it shows: scanning programs leave it invisible, or behind the picture."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass

from pypdfium2 import raw

from pipeline.sources.pdfium import calls
from pipeline.sources.pdfium.calls import FLOAT, Address

# A picture this much of a page wide and high is the page itself.
_WHOLE_PAGE = 0.7
_INVISIBLE = (raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP)
_MAX_DEPTH = 8


@dataclass(frozen=True, slots=True)
class TextLayer:
    """Whether most of a page's text is unseen, and whether the page is `pictured`: a picture of it fills it."""

    unseen: bool
    pictured: bool


UNKNOWN = TextLayer(unseen=False, pictured=False)
"""What is taken for true of a page that cannot be looked at."""


def text_layer(page: Address, width: float, height: float) -> TextLayer:
    """That of an open page, so many points wide and high."""
    counter = _Counter(width, height)
    counter.read(calls.count_objects, calls.page_object, page, (1.0, 1.0), 0)
    return TextLayer(counter.unseen * 2 > counter.texts, counter.pictured)


class _Counter:
    """Counts text objects in the order in which they are drawn, by the forms in which they stand."""

    def __init__(self, width: float, height: float) -> None:
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
            if not calls.see_through(picture):
                self.unseen = self.texts
