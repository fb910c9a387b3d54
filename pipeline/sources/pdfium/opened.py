"""An open PDF, and its pages one by one."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2
from pypdfium2 import raw

from pipeline.sources.pdfium.calls import Address
from pipeline.sources.pdfium.drawn_objects import Stretch, drawn_objects
from pipeline.sources.pdfium.fonts import Fonts
from pipeline.sources.pdfium.glyphs import Glyphs, glyphs_of
from pipeline.sources.pdfium.media_box import media_box
from pipeline.sources.pdfium.odd_page import OddPageError
from pipeline.sources.pdfium.paths import PaintedPath, painted_paths
from pipeline.sources.pdfium.text_layer import TextLayer, text_layer
from pipeline.sources.pdfium.written_widths import dropped_widths


class NotOpenedError(Exception):
    """PDFium does not open these bytes as a PDF."""


# A picture in a form in a form.
_DEEPEST_PICTURE = 8


class OpenPdf:
    """A PDF that PDFium has open; `fonts` are those that its pages have shown so far."""

    def __init__(self, pdf: pypdfium2.PdfDocument, content: bytes) -> None:
        self._pdf = pdf
        self.fonts = Fonts(dropped_widths(content))

    def __len__(self) -> int:
        return len(self._pdf)

    @contextmanager
    def page(self, place: int) -> Iterator[OpenPage]:
        """The page at a place, counted from 0. Raises OddPageError where it is turned or has no size."""
        page = self._pdf[place]
        try:
            yield OpenPage(page, self.fonts)
        finally:
            page.close()

    def text_layer(self, place: int) -> TextLayer:
        """How the text of any page stands to what it shows."""
        page = self._pdf[place]
        try:
            return text_layer(page, _objects(page))
        finally:
            page.close()

    def turn(self, place: int) -> int:
        """By how many degrees the page is turned clockwise when it is shown."""
        page = self._pdf[place]
        try:
            return int(page.get_rotation())
        finally:
            page.close()

    def has_pictures(self, place: int) -> bool:
        """Whether any page shows a picture or what is drawn by curves, as letters are; straight lines are none."""
        page = self._pdf[place]
        try:
            pictures = page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=_DEEPEST_PICTURE)
            curved = any(path.kind == "curve" for path in painted_paths(_objects(page)))
            return curved or next(iter(pictures), None) is not None
        finally:
            page.close()

    def text(self, place: int) -> str:
        """The text of any page as PDFium puts it together, lines and spaces included."""
        page = self._pdf[place]
        try:
            return str(page.get_textpage().get_text_range())
        finally:
            page.close()


class OpenPage:
    """A page by its media box: `width` and `height` in points, `left` and `top` in its own space.

    `fonts` are those that the document has shown so far.
    """

    def __init__(self, page: pypdfium2.PdfPage, fonts: Fonts) -> None:
        self._page, self.fonts = page, fonts
        if page.get_rotation():
            raise OddPageError("turned")
        self._objects = _objects(page)
        self._layer = text_layer(
            page, self._objects
        )  # before its media box is asked for, which makes it show all of that
        self.left, bottom, right, self.top = media_box(page)
        self.width, self.height = right - self.left, self.top - bottom
        if self.width <= 0 or self.height <= 0:
            raise OddPageError("size")

    def glyphs(self) -> Glyphs | None:
        """Its letters, None where it has none. Raises OddPageError as `glyphs_of`."""
        text_page = raw.FPDFText_LoadPage(self._page)
        if not text_page:
            return None
        try:
            return glyphs_of(_address(text_page), self.fonts, (self.left, self.top))
        finally:
            raw.FPDFText_ClosePage(text_page)

    def text_layer(self) -> TextLayer:
        """How its text stands to what it shows."""
        return self._layer

    def paths(self) -> list[PaintedPath]:
        """What is drawn on it by lines."""
        return painted_paths(self._objects)


@contextmanager
def open_pdf(content: bytes) -> Iterator[OpenPdf]:
    """The PDF of these bytes. Raises NotOpenedError where PDFium does not open them."""
    try:
        pdf = pypdfium2.PdfDocument(content)
    except Exception as error:  # a hostile PDF can make any library raise nearly anything
        raise NotOpenedError(str(error)) from error
    try:
        yield OpenPdf(pdf, content)
    finally:
        pdf.close()


def _objects(page: pypdfium2.PdfPage) -> list[Stretch]:
    return drawn_objects(_address(page.raw))


def _address(pointer: ctypes._Pointer) -> Address:  # type: ignore[type-arg]
    return ctypes.addressof(pointer.contents)
