"""How the text of a page stands to what it shows: scanning programs leave it invisible, or behind the picture.

Text is hidden where it is drawn without paint, as pale as its paper, under something
else, beside what the page shows, or in a layer that is switched off.
"""

from __future__ import annotations

import ctypes

from msgspec import Struct, field
from pypdfium2 import PdfPage, raw

from pipeline.document import Box
from pipeline.sources.pdfium import calls
from pipeline.sources.pdfium.calls import FLOAT, Address
from pipeline.sources.pdfium.cut_outs import has_holes
from pipeline.sources.pdfium.media_box import media_box
from pipeline.sources.pdfium.painting import PaintedText, TextPaint, without_contrast
from pipeline.sources.pdfium.paths import IDENTITY, MAX_DEPTH, Matrix, box_through, chained

# A picture this much of a page wide and high is the page itself.
_WHOLE_PAGE = 0.7
# The bounds of what has none.
_NOWHERE = (0.0, 0.0, 0.0, 0.0)
# A filled shape that is thinner, in points, is a line.
_THINNEST_COVER = 4.0
# So many comparisons of shapes with texts that they may cover; beyond them the page is looked at.
_MOST_COMPARED = 1_000_000


class TextLayer(Struct, frozen=True):
    """Whether most of a page's text is unseen, and whether the page is `pictured`: a picture of it fills it.

    `hidden` are the text objects that are unseen, by their addresses, which mean nothing once the page
    is closed, each with its box; `pictures` are the boxes of the pictures on it that do
    not fill it. Boxes are in points from the top left corner of the media box, before any turn.
    """

    unseen: bool
    pictured: bool
    hidden: dict[Address, Box] = field(default_factory=dict)
    pictures: tuple[Box, ...] = ()


UNKNOWN = TextLayer(unseen=False, pictured=False)
"""What is taken for true of a page that cannot be looked at."""


def text_layer(page: PdfPage) -> TextLayer:
    """That of an open page."""
    shown = page.get_bbox()
    left, bottom, right, top = media_box(page)
    counter = _Counter(page, right - left, top - bottom)
    counter.read(calls.count_objects, calls.page_object, ctypes.addressof(page.raw.contents), IDENTITY, 0)
    hidden = {each.address: each.bounds for each in counter.hidden(shown)}
    if counter.buried:
        hidden = {each.address: each.bounds for each in counter.texts}
    placed = {address: Box(x0 - left, top - y1, x1 - left, top - y0) for address, (x0, y0, x1, y1) in hidden.items()}
    pictures = tuple(Box(x0 - left, top - y1, x1 - left, top - y0) for x0, y0, x1, y1 in counter.pictures)
    return TextLayer(len(hidden) * 2 > len(counter.texts), counter.pictured, placed, pictures)


class _Counter:
    """Counts text objects in the order in which they are drawn, by the forms in which they stand."""

    def __init__(self, page: PdfPage, width: float, height: float) -> None:
        self._page = page
        self.texts: list[PaintedText] = []
        self.pictures: list[tuple[float, float, float, float]] = []
        self.pictured = self.buried = False
        self._compared = 0
        self._least_width, self._least_height = width * _WHOLE_PAGE, height * _WHOLE_PAGE
        self._paint = TextPaint()
        self._bounds, self._matrix = (ctypes.c_float * 4)(), (ctypes.c_float * 6)()
        self._fill, self._stroke = ctypes.c_int(), ctypes.c_int()
        start = ctypes.addressof(self._bounds)
        self._bounds_at = tuple(start + place * FLOAT for place in range(4))

    def read(self, count: calls.Call, get: calls.Call, owner: Address, matrix: Matrix, depth: int) -> None:
        """The objects of a page or form; `matrix` is that of the form on the page."""
        for number in range(count(owner)):
            drawn = get(owner, number)
            kind = calls.object_type(drawn)
            if kind == raw.FPDF_PAGEOBJ_TEXT:
                self.texts.append(PaintedText(drawn, self._box(drawn, matrix), self._paint.of(drawn)))
            elif kind == raw.FPDF_PAGEOBJ_IMAGE:
                self._lay(drawn, self._box(drawn, matrix))
            elif kind == raw.FPDF_PAGEOBJ_PATH:
                self._cover(drawn, matrix)
            elif kind == raw.FPDF_PAGEOBJ_FORM and depth < MAX_DEPTH:
                calls.object_matrix(drawn, ctypes.addressof(self._matrix))
                inner = chained(tuple(self._matrix), matrix)
                self.read(calls.count_form_objects, calls.form_object, drawn, inner, depth + 1)

    def hidden(self, shown: tuple[float, float, float, float]) -> list[PaintedText]:
        """The texts that are unseen; `shown` is the part of the page that it shows."""
        drawn = [each for each in self.texts if each.paint != "none" and each.bounds != _NOWHERE]
        hidden = [each for each in self.texts if each.paint == "none"]
        hidden += [each for each in drawn if not _is_inside(each.bounds, shown)]
        doubtful = [each for each in drawn if each.paint == "doubtful" and _is_inside(each.bounds, shown)]
        return hidden + (without_contrast(self._page, doubtful, shown) if doubtful else [])

    def _box(self, drawn: Address, matrix: Matrix) -> tuple[float, float, float, float]:
        if not calls.object_bounds(drawn, *self._bounds_at):
            return _NOWHERE
        left, bottom, right, top = self._bounds
        return (left, bottom, right, top) if matrix is IDENTITY else box_through(matrix, left, bottom, right, top)

    def _cover(self, drawn: Address, matrix: Matrix) -> None:
        """A filled shape may hide the texts that were drawn before it and lie inside it."""
        calls.draw_mode(drawn, ctypes.addressof(self._fill), ctypes.addressof(self._stroke))
        if self._fill.value and self.texts:
            left, bottom, right, top = box = self._box(drawn, matrix)
            if min(right - left, top - bottom) >= _THINNEST_COVER:
                self._doubt_under(box)

    def _doubt_under(self, box: tuple[float, float, float, float]) -> None:
        self._compared += len(self.texts)
        for place, each in enumerate(self.texts):
            if each.paint == "seen" and (self._compared > _MOST_COMPARED or _is_inside(each.bounds, box)):
                self.texts[place] = each.doubted()

    def _lay(self, picture: Address, box: tuple[float, float, float, float]) -> None:
        """A picture laid over texts may hide them; one of the whole page does, unless it can be seen through."""
        left, bottom, right, top = box
        if right - left < self._least_width or top - bottom < self._least_height:
            self.pictures.append(box)
            self._doubt_under(box)
            return
        self.pictured = True
        visible = any(each.paint != "none" for each in self.texts)
        if visible and not calls.see_through(picture) and not has_holes(self._page, picture):
            self.buried = True


def _is_inside(bounds: tuple[float, float, float, float], box: tuple[float, float, float, float]) -> bool:
    """Whether the middle of one lies in the other."""
    x, y = (bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]
