"""A picture file, TIFF with its pages, JPEG or PNG → a document, every page recognised."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
from PIL import Image, ImageOps

from pipeline.asked_time import ask_for_time
from pipeline.document import Document, Page
from pipeline.errors import SourceError
from pipeline.sources.limits import MAX_PIXELS, MAX_SCANNED_PAGES, SECONDS_A_PAGE
from pipeline.sources.ocr.page import holds_text, recognised_page
from pipeline.sources.ocr.recogniser import recogniser

# Pillow's own bound says no size; ours does, and is held before a pixel is decoded.
Image.MAX_IMAGE_PIXELS = None
_FORMATS = ("TIFF", "JPEG", "PNG")
# Sides of A4 in inches; a photograph says nothing of the size of what it shows.
_A4_LONG, _A4_SHORT = 11.69, 8.27
# A page is between A6 and A3, if what the file says of its resolution is to be believed.
_SHORTEST_PAGE, _LONGEST_PAGE = 5.5, 17.5


def document_of_images(content: bytes) -> Document:
    """The pages of a picture file.

    Raises SourceError where it is broken or too large, has too many pages, where
    a page cannot be recognised, or where none shows any text.
    """
    pages: list[Page] = []
    first_word = 0
    with _opened(content) as file:
        for number, (picture, dpi) in enumerate(_pictures(file), start=1):
            page = Page(number, picture.width / dpi * 72, picture.height / dpi * 72, ())
            if holds_text(picture, dpi):
                ask_for_time(SECONDS_A_PAGE)
                page = recognised_page(picture, number, first_word, dpi)
            pages.append(page)
            first_word += len(page.words)
    if not first_word:
        raise SourceError("sources.image_without_text", pages=len(pages))
    return Document("ocr", tuple(pages), recogniser=recogniser())


def image_page(content: bytes, number: int) -> tuple[Image.Image, float]:
    """The page of this number, counted from 1, in grey, and its dots for each inch. Raises SourceError as above."""
    with _opened(content) as file:
        for place, found in enumerate(_pictures(file), start=1):
            if place == number:
                return found
    raise SourceError("pictures.no_such_page", page=number, pages=place)


@contextmanager
def _opened(content: bytes) -> Iterator[Image.Image]:
    """The file, whatever goes wrong in it a SourceError."""
    try:
        with warnings.catch_warnings(), Image.open(io.BytesIO(content), formats=_FORMATS) as file:
            warnings.simplefilter("ignore")
            yield file
    except SourceError:
        raise
    except Exception as error:  # a hostile file can make a decoder raise nearly anything
        raise SourceError("sources.image_broken") from error


def _pictures(file: Image.Image) -> Iterator[tuple[Image.Image, float]]:
    """Each page in grey and upright as the file says, with its dots for each inch."""
    _refuse_length(file)
    number = 0
    while _is_there(file, number):
        width, height = file.size
        if width * height > MAX_PIXELS:
            raise SourceError("sources.image_too_large", width=width, height=height, limit=MAX_PIXELS // 1_000_000)
        yield _square(_grey(file), file)
        number += 1


def _refuse_length(file: Image.Image) -> None:
    """Without counting them: a file of ten thousand pages is long to walk through."""
    if _is_there(file, MAX_SCANNED_PAGES):
        raise SourceError("sources.ocr_too_long", limit=MAX_SCANNED_PAGES)


def _is_there(file: Image.Image, number: int) -> bool:
    try:
        file.seek(number)
    except EOFError:
        return False
    return True


def _grey(file: Image.Image) -> Image.Image:
    picture = ImageOps.exif_transpose(file)
    if picture.mode.startswith("I;16") or picture.mode in ("I", "F"):
        levels = np.asarray(picture, np.float32)
        span = max(float(levels.max() - levels.min()), 1.0)
        return Image.fromarray(((levels - levels.min()) * (255 / span)).astype(np.uint8))
    if "A" in picture.getbands() or "transparency" in picture.info:
        drawn = picture.convert("RGBA")
        picture = Image.alpha_composite(Image.new("RGBA", drawn.size, "white"), drawn)
    return picture.convert("L")


def _square(picture: Image.Image, file: Image.Image) -> tuple[Image.Image, float]:
    """The picture with pixels as wide as high, as a fax has not, and its dots for each inch."""
    across, down = _stated_dpi(file)
    if not (across > 0 and down > 0):
        return picture, _guessed_dpi(picture)
    if abs(across / down - 1) > 0.05 and 0.3 < across / down < 3:
        size = (picture.width, round(picture.height * across / down)) if across > down else None
        picture = picture.resize(size or (round(picture.width * down / across), picture.height))
        if picture.width * picture.height > MAX_PIXELS:
            limit = MAX_PIXELS // 1_000_000
            raise SourceError("sources.image_too_large", width=picture.width, height=picture.height, limit=limit)
    dpi = max(across, down)
    believed = _SHORTEST_PAGE <= max(picture.size) / dpi <= _LONGEST_PAGE
    return picture, dpi if believed else _guessed_dpi(picture)


def _stated_dpi(file: Image.Image) -> tuple[float, float]:
    """Dots for each inch, across and down, as the file has them; 0 where it has none."""
    stated = file.info.get("dpi")
    if not isinstance(stated, tuple) or len(stated) != 2:
        return 0.0, 0.0
    across, down = (float(str(value)) for value in stated)
    return (across, down) if 0 < across < 10_000 and 0 < down < 10_000 else (0.0, 0.0)


def _guessed_dpi(picture: Image.Image) -> float:
    """As if the picture were as large as A4: neither side longer than the sheet's."""
    short, long = sorted(picture.size)
    return max(long / _A4_LONG, short / _A4_SHORT, 1.0)
