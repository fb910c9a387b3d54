"""The only door to PDFium as a painter: the pages of a PDF as grey pictures, on which the words' boxes fit.

A box of `pipeline.document` in points, times the scale, is the place in pixels:
both count from the top left corner of the upright page, by its media box.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

import pypdfium2
from msgspec import Struct
from PIL import Image
from pypdfium2 import raw

from pipeline.errors import SourceError
from pipeline.sources.limits import MAX_SIDE
from pipeline.sources.pdfium.media_box import show_media_box

SCREEN_SCALE = 2.0
"""Pixels for each point at which a page is read with ease on a screen: 144 dots for each inch."""

# A picture is the page where it takes this part of it; it stands among the first things drawn.
_FILLING, _MOST_PICTURES = 0.7, 50


def page_picture(content: bytes, page: int, scale: float = SCREEN_SCALE) -> Image.Image:
    """The page, counted from 1, in grey (mode L) with `scale` pixels for each point, upright.

    Raises SourceError where the bytes are no PDF that PDFium opens, where there is
    no such page, or where a side would be longer than `MAX_SIDE` pixels.
    """
    with _opened(content) as pdf:
        return _picture(pdf, page, scale)


class PageMeasure(Struct, frozen=True):
    """A page as it is shown: its sides in points, and the pixels for each point of a picture that fills it.

    `pixels` is 0 where no picture fills the page.
    """

    width: float
    height: float
    pixels: float


def page_measure(content: bytes, page: int) -> PageMeasure:
    """The measure of the page, counted from 1. Raises SourceError as `page_picture` does."""
    with _opened(content) as pdf:
        if not 1 <= page <= len(pdf):
            raise SourceError("pictures.no_such_page", page=page, pages=len(pdf))
        try:
            drawable = pdf[page - 1]
            show_media_box(drawable)
            width, height = drawable.get_size()
            return PageMeasure(width, height, _pixels_of_filling(drawable, width * height))
        except Exception as error:  # as below
            raise SourceError("pictures.not_drawn", page=page) from error


def _pixels_of_filling(drawable: pypdfium2.PdfPage, area: float) -> float:
    """Pixels for each point of the picture that takes most of the page; 0 where none does."""
    for place, drawn in enumerate(drawable.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3)):
        if place >= _MOST_PICTURES:
            break
        left, bottom, right, top = drawn.get_bounds()
        if (right - left) * (top - bottom) > area * _FILLING:
            across, down = drawn.get_px_size()
            return float(max(across, down) / max(right - left, top - bottom))
    return 0.0


def page_pngs(content: bytes, pages: Iterable[int], scale: float = SCREEN_SCALE) -> Mapping[int, bytes]:
    """The PNG file of each of these pages by its number, without those that `page_picture` would refuse.

    Raises SourceError where the bytes are no PDF that PDFium opens.
    """
    drawn: dict[int, bytes] = {}
    with _opened(content) as pdf:
        for page in pages:
            try:
                drawn[page] = png(_picture(pdf, page, scale))
            except SourceError:
                continue
    return drawn


def png(picture: Image.Image) -> bytes:
    """The picture as a PNG file; one in grey is kept in 16 greys, which letters need and which takes half the room.

    A smaller file costs seven times the time for a twentieth of its size, and is not sought.
    """
    target = io.BytesIO()
    if picture.mode == "L":
        few = picture.point([level // 17 for level in range(17 * 16)][:256])
        few.putpalette([level * 17 for level in range(16) for _ in "rgb"])
        few.save(target, "PNG", bits=4)
    else:
        picture.save(target, "PNG", optimize=True)
    return target.getvalue()


@contextmanager
def _opened(content: bytes) -> Iterator[pypdfium2.PdfDocument]:
    try:
        pdf = pypdfium2.PdfDocument(content)
    except Exception as error:  # a hostile PDF can make any library raise nearly anything
        raise SourceError("pictures.not_opened") from error
    try:
        yield pdf
    finally:
        pdf.close()


def _picture(pdf: pypdfium2.PdfDocument, page: int, scale: float) -> Image.Image:
    if not 1 <= page <= len(pdf):
        raise SourceError("pictures.no_such_page", page=page, pages=len(pdf))
    try:
        return _drawn(pdf[page - 1], page, scale)
    except SourceError:
        raise
    except Exception as error:  # as above
        raise SourceError("pictures.not_drawn", page=page) from error


def _drawn(drawable: pypdfium2.PdfPage, page: int, scale: float) -> Image.Image:
    show_media_box(drawable)  # words outside the crop are read too
    width, height = drawable.get_size()
    if not 0 < max(width, height) * scale <= MAX_SIDE:
        size = {"width": round(width), "height": round(height), "most": round(MAX_SIDE / scale)}
        raise SourceError("pictures.too_large", page=page, **size)
    picture: Image.Image = drawable.render(scale=scale, grayscale=True).to_pil()
    return picture.copy()  # its bytes are PDFium's until the page is closed
