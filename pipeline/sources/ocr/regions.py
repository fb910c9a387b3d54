"""A picture and its ruling lines → the pieces that are recognised one by one: cells, and blocks of text beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

import cv2
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from pipeline.errors import SourceError
from pipeline.sources.limits import MAX_OVERLAP, MAX_PIECES
from pipeline.sources.ocr.pictures import WHITE, Grey, Mask
from pipeline.sources.ocr.ruled_ink import Stroke

# Cells are told apart on a mask so many times smaller.
_COARSE = 2
# A line ends on another where it comes so near, in pixels.
_MEETS = 20
# Text goes on below the end of its borders while gaps between its lines are smaller than this; lines are 50 apart.
_SAME_PARAGRAPH = 36
# Blocks that stand so far above each other are recognised apart.
_BLOCK_GAP = 110
# Columns without a line between them have a strip of paper this wide, and at least so much ink on both sides.
_GUTTER, _LEAST_COLUMN = 55, 300
# Paper around a piece.
_MARGIN = 14
# A cell that is narrower or lower holds no letter: it lies between the two strokes of a double border.
_ROOM = 16
# Ink smaller than this either way is dust.
_DUST = 3
_Box: TypeAlias = tuple[int, int, int, int]


class Piece(Struct, frozen=True):
    """A part of the picture with nothing of its neighbours on it; `left` and `top` place it there, in pixels."""

    grey: Grey
    left: int
    top: int


def pieces_of(grey: Grey, ink: Mask, strokes: Sequence[Stroke]) -> list[Piece]:
    """The pieces that hold ink, from top to bottom; `grey` and `ink` are without the ruling lines.

    Raises SourceError where there are more than any form has.
    """
    ink = _without_dust(ink)
    found: list[Piece] = []
    pixels = 0
    for (x0, y0, x1, y1), inside in _cells(ink, strokes):
        held = np.where(inside, ink[y0:y1, x0:x1], 0).astype(np.uint8)
        for left, top, right, bottom in _blocks(held):
            part = np.s_[y0 + top : y0 + bottom, x0 + left : x0 + right]
            own = inside[top:bottom, left:right]
            found.append(_piece(np.where(own, grey[part], WHITE).astype(np.uint8), x0 + left, y0 + top))
            pixels += found[-1].grey.size
            if len(found) > MAX_PIECES or pixels > grey.size * MAX_OVERLAP:
                raise SourceError("sources.ocr_crowded", limit=MAX_PIECES)
    return sorted(found, key=lambda piece: (piece.top, piece.left))


def _piece(grey: Grey, left: int, top: int) -> Piece:
    bordered = cv2.copyMakeBorder(grey, *(_MARGIN,) * 4, cv2.BORDER_CONSTANT, value=WHITE)
    return Piece(np.asarray(bordered, np.uint8), left - _MARGIN, top - _MARGIN)


def _without_dust(ink: Mask) -> Mask:
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    kept = np.maximum(stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT]) > _DUST
    kept[0] = False
    return np.where(kept[labels], WHITE, 0).astype(np.uint8)


def _cells(ink: Mask, strokes: Sequence[Stroke]) -> Iterator[tuple[_Box, NDArray[np.bool_]]]:
    """The box of each cell that can hold a letter, and where in it the cell lies; so of what lies outside all cells."""
    height, width = ink.shape
    walls = np.full((height // _COARSE + 1, width // _COARSE + 1), WHITE, np.uint8)
    for each in (*strokes, *_closing(ink, strokes)):
        at, start, stop = (round(value / _COARSE) for value in (each.at, each.start - _MEETS, each.stop + _MEETS))
        ends = ((start, at), (stop, at)) if each.axis == "horizontal" else ((at, start), (at, stop))
        cv2.line(walls, *ends, 0, 1)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(walls, connectivity=4)
    roomy = [label for label, stat in enumerate(stats.tolist()) if label and min(stat[2:4]) * _COARSE >= _ROOM]
    if len(roomy) > MAX_PIECES:
        raise SourceError("sources.ocr_crowded", limit=MAX_PIECES)
    for label in roomy:
        x, y, across, down, _ = stats[label].tolist()
        inside = (labels[y : y + down, x : x + across] == label).astype(np.uint8)
        x0, y0 = x * _COARSE, y * _COARSE
        box = x0, y0, min(width, x0 + across * _COARSE), min(height, y0 + down * _COARSE)
        whole = cv2.resize(inside, None, fx=_COARSE, fy=_COARSE, interpolation=cv2.INTER_NEAREST)
        yield box, whole[: box[3] - y0, : box[2] - x0] > 0


def _closing(ink: Mask, strokes: Sequence[Stroke]) -> Iterator[Stroke]:
    """Level lines that close the cells which a page end leaves open, as far off as their text goes on."""
    level = [each for each in strokes if each.axis == "horizontal"]
    upright = sorted((each for each in strokes if each.axis == "vertical"), key=lambda each: each.at)
    for end in ("start", "stop"):
        ends = {each: getattr(each, end) for each in upright}
        extreme = (min if end == "start" else max)(ends.values(), default=0)
        last = [each for each, at in ends.items() if abs(at - extreme) <= _MEETS]
        for left, right in pairwise(last):
            middle = (left.at + right.at) / 2
            if not any(abs(each.at - extreme) <= _MEETS and each.start <= middle <= each.stop for each in level):
                inside = ink[:, round(left.at) + 4 : round(right.at) - 3]
                at = _text_end(inside, extreme, -1 if end == "start" else 1)
                yield Stroke("horizontal", at, at, round(left.at), round(right.at))
                for each in (left, right):
                    top, bottom = sorted((at, extreme))
                    yield Stroke("vertical", each.first, each.last, top, bottom)


def _text_end(ink: Mask, start: int, step: int) -> int:
    """How far from `start`, up (-1) or down (1), the text of a column goes on without a gap between paragraphs."""
    rows = _filled(ink, 1)
    near = range(start - step * _SAME_PARAGRAPH, start, step)
    if not any(rows[at] for at in near if 0 <= at < len(rows)):
        return start
    last, at = start, start
    while 0 <= at < len(rows) and abs(at - last) <= _SAME_PARAGRAPH:
        last = at if rows[at] else last
        at += step
    return last + step * 4


def _blocks(ink: Mask) -> Iterator[_Box]:
    """The boxes of ink that stand well apart: cut at wide gaps between lines, then at gutters, and again."""
    x, y, width, height = cv2.boundingRect(ink)
    if not width:
        return
    ink = ink[y : y + height, x : x + width]
    rows = _parts(_filled(ink, 1), _BLOCK_GAP, 0)
    columns = _parts(_filled(ink, 0), _GUTTER, _LEAST_COLUMN) if len(rows) == 1 else []
    if len(rows) == 1 and len(columns) == 1:
        yield x, y, x + width, y + height
        return
    parts = [(0, top, width, bottom) for top, bottom in rows] if len(rows) > 1 else []
    parts += [(left, 0, right, height) for left, right in columns] if len(rows) == 1 else []
    for left, top, right, bottom in parts:
        for part in _blocks(ink[top:bottom, left:right]):
            yield x + left + part[0], y + top + part[1], x + left + part[2], y + top + part[3]


def _filled(ink: Mask, axis: int) -> NDArray[np.bool_]:
    """Which columns (0) or rows (1) hold ink."""
    return np.asarray(ink.max(axis=axis) > 0) if ink.size else np.zeros(ink.shape[1 - axis], np.bool_)


def _parts(filled: NDArray[np.bool_], gap: int, least: int) -> list[tuple[int, int]]:
    """The runs of ink with gaps of at least so many pixels between them; a run shorter than `least` joins the next."""
    places = np.nonzero(filled)[0]
    parts: list[tuple[int, int]] = []
    for first, last in _runs(places, gap):
        if parts and (parts[-1][1] - parts[-1][0] < least or last - first < least):
            parts[-1] = parts[-1][0], last
        else:
            parts.append((first, last))
    return parts


def _runs(places: NDArray[np.int64], gap: int) -> Iterator[tuple[int, int]]:
    breaks = np.nonzero(np.diff(places) > gap)[0]
    starts, stops = np.concatenate([[0], breaks + 1]), np.concatenate([breaks, [len(places) - 1]])
    yield from ((int(places[a]), int(places[b]) + 1) for a, b in zip(starts, stops, strict=True))
