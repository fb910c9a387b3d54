"""The door to PDFium for pictures: the pages of a PDF, grey and small, measured as its words are."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt

import pypdfium2
from PIL.Image import Image

# Pixels for each point: 108 to the inch, enough to read small print.
SCALE = 1.5
# An A4 page has 1.1 million at this scale; a page that would have more is drawn smaller.
MAX_PIXELS = 4_000_000
# So many greys show type as well as 256, in a third of the bytes.
GREYS = 16


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page, counted from 1: its width and height in points, upright, and its picture as a PNG."""

    page: int
    width: float
    height: float
    png: bytes


def page_pictures(content: bytes, limit: int) -> Iterator[PagePicture]:
    """The first `limit` pages of a PDF. Raises what PDFium raises where it cannot open one."""
    with pypdfium2.PdfDocument(content) as pdf:
        for number in range(min(len(pdf), limit)):
            page = pdf[number]
            image = page_image(page)
            width, height = page.get_size()
            yield PagePicture(number + 1, width, height, png_of(image))
            page.close()


def page_image(page: pypdfium2.PdfPage, scale: float = SCALE) -> Image:
    """The whole page, also what lies outside its crop box, since words are measured from the media box."""
    page.set_cropbox(*page.get_mediabox())
    width, height = page.get_size()
    fitting = min(scale, sqrt(MAX_PIXELS / max(width * height, 1)))
    image: Image = page.render(scale=fitting, grayscale=True).to_pil()
    return image


def png_of(image: Image) -> bytes:
    """The picture in few greys."""
    target = io.BytesIO()
    image.quantize(GREYS).save(target, "PNG")
    return target.getvalue()
