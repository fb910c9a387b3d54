"""How the text of a page stands to what it shows: scanning programs leave it invisible, or behind the picture.

Text is hidden where it is drawn without paint, as pale as its paper, under something
else, beside what the page shows, or in a layer that is switched off.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate

import numpy as np
from msgspec import Struct, field
from pypdfium2 import PdfPage, raw

from pipeline.document import Box
from pipeline.sources.pdfium import calls
from pipeline.sources.pdfium.calls import Address
from pipeline.sources.pdfium.contrast import Bounds, without_contrast
from pipeline.sources.pdfium.cut_outs import has_holes
from pipeline.sources.pdfium.drawn_objects import Stretch
from pipeline.sources.pdfium.letters import Flags, Floats
from pipeline.sources.pdfium.media_box import media_box
from pipeline.sources.pdfium.object_bounds import bounds_of
from pipeline.sources.pdfium.painting import unpainted
from pipeline.sources.pdfium.paths import painted_modes

# A picture this much of a page wide and high is the page itself.
_WHOLE_PAGE = 0.7
# A filled shape that is thinner, in points, is a line.
_THINNEST_COVER = 4.0
# So many comparisons of shapes with texts that they may cover; beyond them the page is looked at.
_MOST_COMPARED = 10_000_000


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


def text_layer(page: PdfPage, objects: Sequence[Stretch]) -> TextLayer:
    """That of an open page that draws these objects."""
    shown = page.get_bbox()
    left, bottom, right, top = media_box(page)
    texts = _Texts(objects)
    covers = _Covers(page, texts, right - left, top - bottom)
    covers.lay(objects)
    hidden = np.ones(len(texts.addresses), np.bool_) if covers.buried else texts.hidden(page, shown)
    placed = {
        texts.addresses[place]: _placed(texts.bounds[place].tolist(), left, top)
        for place in np.flatnonzero(hidden).tolist()
    }
    pictures = tuple(_placed(box, left, top) for box in covers.pictures)
    return TextLayer(len(placed) * 2 > len(texts.addresses), covers.pictured, placed, pictures)


def _placed(bounds: Sequence[float], left: float, top: float) -> Box:
    x0, y0, x1, y1 = bounds
    return Box(x0 - left, top - y1, x1 - left, top - y0)


class _Texts:
    """The text objects of a page, in the order in which they are drawn; all arrays have one entry an object.

    `none` have no paint, `doubtful` are such that the page must be looked at.
    """

    def __init__(self, objects: Sequence[Stretch]) -> None:
        drawn = [(stretch.of_kind(raw.FPDF_PAGEOBJ_TEXT), stretch.matrix) for stretch in objects]
        self.addresses = [address for addresses, _ in drawn for address in addresses]
        self.bounds: Floats = np.concatenate([bounds_of(addresses, matrix) for addresses, matrix in drawn])
        self.none, self.doubtful = unpainted(self.addresses)
        self._middle = (self.bounds[:, :2] + self.bounds[:, 2:]) / 2

    def inside(self, box: Bounds, before: int | None = None) -> Flags:
        """Whether the middle of each, of those drawn first, lies in a box."""
        x, y = self._middle[:before].T
        flags: Flags = (box[0] <= x) & (x <= box[2]) & (box[1] <= y) & (y <= box[3])
        return flags

    def hidden(self, page: PdfPage, shown: Bounds) -> Flags:
        """Which are unseen; `shown` is the part of the page that it shows."""
        placed, inside = self.bounds.any(1), self.inside(shown)
        hidden: Flags = self.none | (placed & ~inside)
        doubtful = np.flatnonzero(self.doubtful & placed & inside & ~self.none)
        if len(doubtful):
            hidden[doubtful] = without_contrast(page, self.bounds[doubtful].tolist(), shown)
        return hidden


class _Covers:
    """Lays the shapes and pictures of a page over the texts that were drawn before them."""

    def __init__(self, page: PdfPage, texts: _Texts, width: float, height: float) -> None:
        self._page, self._texts = page, texts
        self._least_width, self._least_height = width * _WHOLE_PAGE, height * _WHOLE_PAGE
        self.pictures: list[Bounds] = []
        self.pictured = self.buried = False
        self._compared = 0

    def lay(self, objects: Sequence[Stretch]) -> None:
        """All of them."""
        before = 0
        for stretch in objects:
            texts = [kind == raw.FPDF_PAGEOBJ_TEXT for kind in stretch.kinds]
            drawn_before = dict(zip(stretch.addresses, accumulate(texts, initial=before), strict=False))
            for picture in stretch.of_kind(raw.FPDF_PAGEOBJ_IMAGE):
                self._lay_picture(picture, stretch, drawn_before[picture])
            self._lay_shapes(stretch, drawn_before)
            before += sum(texts)

    def _lay_shapes(self, stretch: Stretch, drawn_before: Mapping[Address, int]) -> None:
        """A filled shape may hide the texts that were drawn before it and lie inside it."""
        shapes = [path for path in stretch.of_kind(raw.FPDF_PAGEOBJ_PATH) if drawn_before[path]]
        bounds = bounds_of(shapes, stretch.matrix)
        thick = (bounds[:, 2:] - bounds[:, :2]).min(1) >= _THINNEST_COVER
        for place in np.flatnonzero(painted_modes(shapes)[:, 0] & thick).tolist():
            self._doubt_under(bounds[place].tolist(), drawn_before[shapes[place]])

    def _lay_picture(self, picture: Address, stretch: Stretch, before: int) -> None:
        """A picture laid over texts may hide them; one of the whole page does, unless it can be seen through."""
        left, bottom, right, top = box = bounds_of([picture], stretch.matrix)[0].tolist()
        if right - left < self._least_width or top - bottom < self._least_height:
            self.pictures.append(box)
            self._doubt_under(box, before)
            return
        self.pictured = True
        visible = not self._texts.none[:before].all()
        if visible and not calls.see_through(picture) and not has_holes(self._page, picture):
            self.buried = True

    def _doubt_under(self, box: Bounds, before: int) -> None:
        self._compared += before
        compared = self._compared <= _MOST_COMPARED
        self._texts.doubtful[:before] |= self._texts.inside(box, before) if compared else True
