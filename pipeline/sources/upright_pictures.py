"""Scanned pages as they were recognised: upright and straight, so that the words' boxes fit on them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import cv2
from PIL import Image

from pipeline.errors import SourceError
from pipeline.sources.images import image_page
from pipeline.sources.ocr.page import upright_page
from pipeline.sources.ocr.pictures import PIXELS_PER_POINT
from pipeline.sources.page_pictures import png
from pipeline.sources.scanned_pdf import scan_picture
from pipeline.sources.sniff import kind_of


def upright_picture(content: bytes, number: int, scale: float) -> Image.Image:
    """The page of this number in grey, with `scale` pixels for each point.

    Raises SourceError where it cannot be drawn, or which way up it lies cannot be told without Tesseract.
    """
    picture, dpi = image_page(content, number) if kind_of(content) == "image" else scan_picture(content, number)
    grey = upright_page(picture, dpi)
    shrunk = scale / PIXELS_PER_POINT
    return Image.fromarray(cv2.resize(grey, None, fx=shrunk, fy=shrunk, interpolation=cv2.INTER_AREA))


def upright_pngs(content: bytes, pages: Iterable[int], scale: float) -> Mapping[int, bytes]:
    """The PNG file of each of these pages by its number, without those that `upright_picture` refuses."""
    drawn: dict[int, bytes] = {}
    for number in pages:
        try:
            drawn[number] = png(upright_picture(content, number, scale))
        except SourceError:
            continue
    return drawn
