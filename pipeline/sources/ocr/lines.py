"""Words that a recogniser saw → lines of words on the page."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from statistics import median

from msgspec import Struct

from pipeline.document import Box
from pipeline.sources.ocr.pictures import PIXELS_PER_POINT
from pipeline.sources.ocr.regions import Piece
from pipeline.sources.ocr.tesseract import SeenWord

# A box of type reaches above its capitals and below its base line by these parts of a capital's height.
_ABOVE_CAPITALS, _BELOW_BASE = 0.15, 0.3
# A word whose base is further from its line's than this part of a capital's height stands on its own.
_OFF_LINE = 0.6
_DESCENDING = frozenset("gjpqyģķļņŗ,;()[]{}/„@Q§_")
_UNMEASURED = frozenset("-–—~=+*.·•'\"”“»«:^°")


class Reading(Struct, frozen=True):
    """A word as it was read: its own box in the page's pixels, 0 to 100 how surely."""

    text: str
    left: int
    top: int
    right: int
    bottom: int
    confidence: float


def read_lines(seen: Iterable[SeenWord], pieces: Sequence[Piece]) -> list[list[Reading]]:
    """The words line by line, from the pieces in their order; each line from left to right."""
    lines: dict[tuple[int, tuple[int, int, int]], list[Reading]] = defaultdict(list)
    for word in seen:
        text, piece = unicodedata.normalize("NFC", word.text.strip()), pieces[word.picture]
        if text:
            lines[word.picture, word.line].append(placed(word, text, piece.left, piece.top))
    return [sorted(line, key=lambda each: each.left) for _, line in sorted(lines.items(), key=lambda pair: pair[0])]


def placed(word: SeenWord, text: str, left: int, top: int, scale: float = 1.0) -> Reading:
    """The word on a page, where its picture, `scale` times as large as the page, lies at this place."""
    across, down = (word.left, word.right), (word.top, word.bottom)
    x0, x1 = (round(left + at / scale) for at in across)
    y0, y1 = (round(top + at / scale) for at in down)
    return Reading(text, x0, y0, x1, y1, word.confidence)


def capital_height(lines: Sequence[Sequence[Reading]]) -> float:
    """The usual height of capitals and digits on the page, in pixels; that of twelve points where none stand there."""
    heights = [each.bottom - each.top for line in lines for each in line if _is_plain(each.text)]
    return float(median(heights)) if heights else 34.0


def type_boxes(line: Sequence[Reading], usual: float) -> list[Box]:
    """Boxes in points that are all as high as the type, as a PDF's are: a dash, too, stands on a line."""
    plain = [each for each in line if _is_plain(each.text)]
    height = float(median(each.bottom - each.top for each in plain)) if plain else usual
    bases = [each.bottom for each in line if not set(each.text) & (_DESCENDING | _UNMEASURED)]
    base = float(median(bases)) if bases else None
    return [_type_box(each, height, base) for each in line]


def _is_plain(text: str) -> bool:
    """Whether it reaches from the base line to the height of capitals."""
    tall = any(letter.isdigit() or letter in "bdfhklt" for letter in text)
    return tall and text.isalnum() and not set(text) & _DESCENDING and text == text.lower()


def _type_box(word: Reading, height: float, base: float | None) -> Box:
    own = word.bottom
    if set(word.text) <= _UNMEASURED:  # dashes hang, quotes are raised: their own place says little
        own = round((word.top + word.bottom) / 2 + height / 2)
    elif set(word.text) & _DESCENDING:
        own = round(word.bottom - height * 0.25)
    here = own if base is None or abs(own - base) > height * _OFF_LINE else base
    top, bottom = here - height * (1 + _ABOVE_CAPITALS), here + height * _BELOW_BASE
    return Box(*(value / PIXELS_PER_POINT for value in (word.left, top, word.right, bottom)))
