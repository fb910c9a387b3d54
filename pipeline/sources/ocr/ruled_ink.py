"""The ruling lines of a straightened picture."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median
from typing import Literal

import cv2
import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from pipeline.document import RulingLine
from pipeline.errors import SourceError
from pipeline.sources.limits import MAX_PIECES, MAX_STROKES
from pipeline.sources.ocr.pictures import PIXELS_PER_POINT, WHITE, Grey, Mask, faint_ink_of

# A run of ink this long, in pixels, is no letter: an em dash of twelve points has 50.
_RUN = 60
# Grain breaks a hairline for so long.
_BREAK = 9
# Shorter pieces are no borders: a row of one line is 14 points high.
_LEAST_LEVEL, _LEAST_UPRIGHT = 100, 55
# Thicker than this it is a bar or a picture; a border has a point or two, and a little more where the paper was askew.
_THICKEST = 20
# A letter of twelve points is so high; no row of a table is.
_STEM = 45
# Right beside a border there is paper; beside a row of letters, ink.
_BESIDE, _PAPER_BESIDE = 6, 0.25
# So much of a border is ink; of small type, which is closed to a bar, it is half.
_FULL = 0.75
# Pieces of one border have gaps where dust, a fold or a letter lies over it.
_GAP = 40
# An upright piece no longer than four lines of text, in pixels, may be stems above each other that grain joined.
_FOUR_LINES = 220
# A border ends so near to the one that it meets; a piece so much thinner than the page's borders is none.
_ENDS_AT, _THIN = 30, 0.6


class Stroke(Struct, frozen=True):
    """A straight piece of ink in pixels: `first` to `last` across, `start` to `stop` along, ends left out."""

    axis: Literal["horizontal", "vertical"]
    first: int
    last: int
    start: int
    stop: int

    @property
    def at(self) -> float:
        """Its middle across."""
        return (self.first + self.last) / 2


def strokes_of(grey: Grey) -> list[Stroke]:
    """The ruling lines of the picture, pieces of one line joined.

    Raises SourceError where it has more than any form.
    """
    ink = faint_ink_of(grey)
    level = list(_strokes(ink, "horizontal", _LEAST_LEVEL))
    upright = list(_strokes(np.ascontiguousarray(ink.T), "vertical", _LEAST_UPRIGHT))
    if len(level) + len(upright) > MAX_STROKES:
        raise SourceError("sources.ocr_crowded", limit=MAX_PIECES)
    level, upright = _joined(level), _joined(upright)
    level, upright = [_trimmed(each, upright) for each in level], [_trimmed(each, level) for each in upright]
    return [*level, *_borders(upright, level)]


def ruling_lines(strokes: list[Stroke]) -> tuple[RulingLine, ...]:
    """The strokes in points."""
    return tuple(
        RulingLine(each.axis, each.at / PIXELS_PER_POINT, each.start / PIXELS_PER_POINT, each.stop / PIXELS_PER_POINT)
        for each in strokes
    )


def without_strokes(grey: Grey, strokes: list[Stroke]) -> Grey:
    """The picture with its ruling lines made white."""
    clean = grey.copy()
    for each in strokes:
        across, along = slice(max(0, each.first - 2), each.last + 2), slice(max(0, each.start - 3), each.stop + 3)
        clean[(across, along) if each.axis == "horizontal" else (along, across)] = WHITE
    return clean


def _strokes(ink: Mask, axis: Literal["horizontal", "vertical"], least: int) -> Iterator[Stroke]:
    whole = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((1, _BREAK), np.uint8))
    long = cv2.morphologyEx(whole, cv2.MORPH_OPEN, np.ones((1, _RUN), np.uint8))
    long = cv2.morphologyEx(long, cv2.MORPH_CLOSE, np.ones((3, 5), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(long, connectivity=8)
    for label, (x, y, width, height, area) in enumerate(stats[:count].tolist()):
        if label and width >= least and height <= _THICKEST and area >= width and _is_alone(ink, x, y, width, height):
            within = np.s_[y : y + height, x : x + width]
            if np.count_nonzero(ink[within][labels[within] == label]) >= area * _FULL:
                yield Stroke(axis, y, y + height, x, x + width)


def _is_alone(ink: Mask, x: int, y: int, width: int, height: int) -> bool:
    """Whether there is paper on both sides of it, but for the lines and letters that meet it."""
    above = ink[max(0, y - _BESIDE) : max(0, y - 2), x : x + width]
    below = ink[y + height + 2 : y + height + _BESIDE, x : x + width]
    return all(side.size == 0 or side.mean() < WHITE * _PAPER_BESIDE for side in (above, below))


def _joined(strokes: list[Stroke]) -> list[Stroke]:
    """Pieces that lie in one line with a small gap between them are one."""
    done: list[Stroke] = []
    for each in sorted(strokes, key=lambda stroke: (stroke.start, stroke.at)):
        before = next((i for i, last in enumerate(done) if _goes_on(last, each)), None)
        if before is None:
            done.append(each)
            continue
        last = done[before]
        first, end = min(last.first, each.first), max(last.last, each.last)
        done[before] = Stroke(each.axis, first, end, last.start, max(last.stop, each.stop))
    return done


def _trimmed(stroke: Stroke, crossing: list[Stroke]) -> Stroke:
    """The stroke without what sticks out over a line that it crosses near its end: the stem of a letter that met it."""
    met = [each.at for each in crossing if each.start - _STEM <= stroke.at <= each.stop + _STEM]
    start = max((at for at in met if 0 < at - stroke.start <= _STEM), default=stroke.start)
    stop = min((at for at in met if 0 < stroke.stop - at <= _STEM), default=stroke.stop)
    return replace(stroke, start=round(start), stop=round(stop))


def _borders(upright: list[Stroke], level: list[Stroke]) -> Iterator[Stroke]:
    """The upright strokes without short ones that end nowhere: stems of letters, which would cut lines of text.

    A border of few lines ends on level ones; where a page end or a fold hides one of these, it is as thick as others.
    """
    long = [each.last - each.first for each in upright if each.stop - each.start > _FOUR_LINES]
    usual = median(long) if long else 0
    for each in upright:
        met = sum(any(_meets(each, end, other) for other in level) for end in (each.start, each.stop))
        if each.stop - each.start > _FOUR_LINES or met == 2 or (met and each.last - each.first >= usual * _THIN):
            yield each


def _meets(upright: Stroke, end: int, level: Stroke) -> bool:
    return abs(level.at - end) <= _ENDS_AT and level.start - _ENDS_AT <= upright.at <= level.stop + _ENDS_AT


def _goes_on(last: Stroke, each: Stroke) -> bool:
    return abs(last.at - each.at) <= 6 and each.start <= last.stop + _GAP and each.last - last.first <= _THICKEST
