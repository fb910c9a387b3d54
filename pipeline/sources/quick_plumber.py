"""pdfplumber's `Page`, filled by PDFium: its tables, crops and searches at a fraction of the time.

For programs that are written for pdfplumber; the reader itself needs no more than
words and ruling lines. Letters have no colours, and there are no images,
annotations or structure.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from pdfplumber.page import Page
from pdfplumber.utils.text import DEFAULT_X_TOLERANCE

from pipeline.sources.pdfium.opened import OpenPage, OpenPdf, open_pdf
from pipeline.sources.pdfium.paths import Kind, PaintedPath
from pipeline.sources.pdfium.words import words_of

Shape = dict[str, Any]


class QuickPdf:
    """What a page of pdfplumber asks of its document."""

    laparams = unicode_norm = None

    def __init__(self, pdf: OpenPdf) -> None:
        self.pages: list[QuickPage] = []
        top = 0.0
        for place in range(len(pdf)):
            with pdf.page(place) as page:
                self.pages.append(QuickPage(self, page, place + 1, top))
            top += self.pages[-1].height


class QuickPage(Page):  # type: ignore[misc]  # pdfplumber has no types
    """A page of pdfplumber whose letters and lines PDFium has read."""

    def __init__(self, pdf: QuickPdf, page: OpenPage, number: int, doctop: float) -> None:
        self.pdf, self.root_page, self.page_obj, self.rotation = pdf, self, None, 0
        self.page_number, self.initial_doctop = number, doctop
        above = page.height - page.top
        self.mediabox = self.cropbox = self.bbox = (page.left, above, page.left + page.width, above + page.height)
        self.get_textmap = lru_cache()(self._get_textmap)
        self._glyphs, self._fonts = page.glyphs(), page.fonts
        self._paths = page.paths()
        self._corner = page.left, page.top

    annots = property(lambda self: [])
    structure_tree = property(lambda self: [])
    lines = property(lambda self: self._shapes("line"))
    rects = property(lambda self: self._shapes("rect"))
    curves = property(lambda self: self._shapes("curve"))

    def parse_objects(self) -> dict[str, list[Shape]]:
        """Letters, lines, rectangles and curves, as pdfplumber names them."""
        return {"char": list(self._chars()), "line": self.lines, "rect": self.rects, "curve": self.curves}

    def extract_words(self, **settings: Any) -> list[Shape]:
        """As pdfplumber does; without settings no letters are made for it."""
        if settings or self._glyphs is None:
            return list(super().extract_words(**settings))
        found = words_of(self._glyphs, float(DEFAULT_X_TOLERANCE))
        places = zip(found.text, found.x0, found.top, found.x1, found.bottom, strict=True)
        return [{"text": text, **self._place(*box), "upright": True, "direction": "ltr"} for text, *box in places]

    def _chars(self) -> Iterator[Shape]:
        glyphs = self._glyphs
        if glyphs is None:
            return
        columns = (glyphs.code, glyphs.x0, glyphs.top, glyphs.x1, glyphs.bottom, glyphs.font)
        for code, x0, top, x1, bottom, font in zip(*(column.tolist() for column in columns), strict=True):
            yield {
                "object_type": "char",
                "text": chr(code),
                "fontname": self._fonts[font].name,
                "size": bottom - top,
                "upright": True,
                **self._place(x0, top, x1, bottom),
            }

    def _shapes(self, kind: Kind) -> list[Shape]:
        return [self._shape(path) for path in self._paths if path.kind == kind]

    def _shape(self, path: PaintedPath) -> Shape:
        left, top = self._corner
        points = [(x - left, top - y) for x, y in path.points]
        x, y = sorted(x for x, _ in points), sorted(y for _, y in points)
        return {
            "object_type": path.kind,
            "linewidth": path.width,
            "stroke": path.stroked,
            "fill": path.filled,
            "pts": [(self.bbox[0] + x, self.bbox[1] + y) for x, y in points],
            **self._place(x[0], y[0], x[-1], y[-1]),
        }

    def _place(self, x0: float, top: float, x1: float, bottom: float) -> Shape:
        """A box in points from the corner of the media box, by all the names that pdfplumber has for its sides."""
        left, above = self.bbox[:2]
        return {
            "page_number": self.page_number,
            "x0": left + x0,
            "x1": left + x1,
            "top": above + top,
            "bottom": above + bottom,
            "doctop": self.initial_doctop + above + top,
            "y0": self.height - bottom,
            "y1": self.height - top,
            "width": x1 - x0,
            "height": bottom - top,
        }


@contextmanager
def open_quick(content: bytes) -> Iterator[QuickPdf]:
    """The PDF of these bytes, all its pages read.

    Raises NotOpenedError where PDFium does not open them, and OddPageError where a
    page is not such as PDFium is trusted with: then plain pdfplumber reads it.
    """
    with open_pdf(content) as pdf:
        yield QuickPdf(pdf)
