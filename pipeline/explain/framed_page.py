"""The page on which a value stands, as a picture with a frame around its words."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw

from pipeline.catalogue import Sentence
from pipeline.document import Box
from pipeline.errors import SourceError
from pipeline.sources.opening import content_of, unlocked
from pipeline.sources.page_pictures import SCREEN_SCALE, page_picture, png

FRAME_COLOUR = (200, 0, 30)
# Points between the words and their frame, and the frame's width in pixels.
FRAME_GAP, FRAME_WIDTH = 1.5, 3


def framed_png(
    path: Path,
    page: int,
    boxes: Sequence[Box],
    passwords: tuple[str, ...] = (),
    scan: bool = False,
    scale: float = SCREEN_SCALE,
) -> bytes | Sentence:
    """The page as a PNG file with a frame around each box, or why there is none; a `scan` as it was recognised.

    It is meant to be called in a process of its own.
    """
    try:
        picture = _picture(unlocked(content_of(path), passwords), page, scale, scan=scan).convert("RGB")
    except SourceError as error:
        return error.sentence
    pen = ImageDraw.Draw(picture)
    for box in boxes:
        left, top = max((box.x0 - FRAME_GAP) * scale, 0), max((box.top - FRAME_GAP) * scale, 0)
        right = min((box.x1 + FRAME_GAP) * scale, picture.width - 1)
        bottom = min((box.bottom + FRAME_GAP) * scale, picture.height - 1)
        if left < right and top < bottom:
            pen.rectangle((left, top, right, bottom), outline=FRAME_COLOUR, width=FRAME_WIDTH)
    return png(picture)


def _picture(content: bytes, page: int, scale: float, *, scan: bool) -> Image.Image:
    if not scan:
        return page_picture(content, page, scale)
    from pipeline.sources.upright_pictures import upright_picture

    return upright_picture(content, page, scale)
