"""A page's picture → the same without skew and perspective: its lines of text level, its ruling lines square."""

from __future__ import annotations

from typing import TypeAlias

import cv2
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from pipeline.sources.ocr.pictures import WHITE, Grey, Mask, ink_of

Warp: TypeAlias = NDArray[np.float64]
"""Where a pixel goes, as a 3 × 3 homography."""

# A page further askew than this many degrees was not laid on the glass to be read.
MAX_SKEW = 8.0
_COARSE_STEP, _FINE_STEP = 0.5, 0.05
# The skew is searched on a picture so many times smaller.
_COARSE = 4
# A run of ink this long is no letter; pieces of a line are longer still.
_RUN, _LEAST_PIECE = 50, 150
# So many pieces of lines each way show how the page is warped.
_FEWEST_PIECES = 2
# How much, against a line as long as half the page, it counts that pages are hardly ever warped at all.
_UNWARPED = 0.05
# A piece that misses the level by more pixels than this for its length is none of the form's lines.
_STRAY = 0.02
# Angles smaller than this, in pixels over the page, change nothing.
_LEVEL_ENOUGH = 1.5


class _Pieces(Struct, frozen=True):
    """Pieces of straight lines: their ends, by the axis along which they run, each x0, y0, x1, y1."""

    level: NDArray[np.float64]
    upright: NDArray[np.float64]


def straightened(grey: Grey) -> Grey:
    """The picture made straight: by its lines of text, then by its ruling lines where it has some both ways."""
    angle = skew_of(ink_of(grey))
    if abs(angle) >= _FINE_STEP:
        grey = _warped(grey, _turn(angle, grey.shape))
    warp = _warp_of(_pieces_of(ink_of(grey)), grey.shape)
    return grey if warp is None else _warped(grey, warp)


def skew_of(ink: Mask) -> float:
    """By how many degrees the lines of text fall to the right (negative: rise); 0 where none are seen."""
    small = np.asarray(cv2.resize(ink, None, fx=1 / _COARSE, fy=1 / _COARSE, interpolation=cv2.INTER_AREA), np.uint8)
    best = _best_angle(small, 0.0, MAX_SKEW, _COARSE_STEP)
    return _best_angle(small, best, _COARSE_STEP, _FINE_STEP)


def _best_angle(ink: Mask, around: float, reach: float, step: float) -> float:
    angles = [around + n * step for n in range(round(-reach / step), round(reach / step) + 1)]
    scores = [(_sharpness(ink, angle), -abs(angle), angle) for angle in angles]
    return max(scores)[2]


def _sharpness(ink: Mask, angle: float) -> float:
    """How clearly rows of ink and of paper alternate once the picture is sheared by this angle."""
    height, width = ink.shape
    shear = np.array([[1, 0, 0], [-np.tan(np.radians(angle)), 1, np.tan(np.radians(angle)) * width / 2]])
    rows = cv2.warpAffine(ink, shear, (width, height), flags=cv2.INTER_LINEAR).sum(axis=1, dtype=np.float64)
    return float(np.square(np.diff(rows)).sum())


def _turn(angle: float, shape: tuple[int, ...]) -> Warp:
    height, width = shape
    return np.vstack([cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0), [0, 0, 1]])


def _warped(grey: Grey, warp: Warp) -> Grey:
    height, width = grey.shape
    return np.asarray(
        cv2.warpPerspective(
            grey, warp, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_CONSTANT, borderValue=WHITE
        ),
        np.uint8,
    )


def _pieces_of(ink: Mask) -> _Pieces:
    level = _runs(ink, _RUN, 1)
    upright = _runs(np.ascontiguousarray(ink.T), _RUN, 1)
    return _Pieces(level, upright[:, [1, 0, 3, 2]] if len(upright) else upright)


def _runs(ink: Mask, length: int, least: int) -> NDArray[np.float64]:
    """The ends of long level pieces of ink: the middle of their first and last columns."""
    thick = cv2.dilate(ink, np.ones((3, 1), np.uint8))
    long = cv2.morphologyEx(thick, cv2.MORPH_OPEN, np.ones((1, length), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(long, connectivity=8)
    found = []
    for label in range(1, count):
        x, y, width, height, area = (int(value) for value in stats[label])
        if width >= _LEAST_PIECE and area / width < 16 + least and height < width * 0.1 + 16:
            piece = labels[y : y + height, x : x + width] == label
            ends = [_middle(piece[:, :8]), _middle(piece[:, -8:])]
            found.append((x + 4, y + ends[0], x + width - 4, y + ends[1]))
    return np.array(found, np.float64).reshape(-1, 4)


def _middle(piece: NDArray[np.bool_]) -> float:
    rows = np.nonzero(piece)[0]
    return float(rows.mean()) if len(rows) else 0.0


def _warp_of(pieces: _Pieces, shape: tuple[int, ...]) -> Warp | None:
    """The homography near to none that makes level pieces level and upright ones upright; None where none is needed.

    To first order x' = x + s·y − x·(g·x + h·y) and y' = y + t·x − y·(g·x + h·y),
    from the page's middle: four unknowns, linear, solved anew on the straightened ends.
    """
    if len(pieces.level) < _FEWEST_PIECES or len(pieces.upright) < _FEWEST_PIECES:
        return None
    height, width = shape
    size = max(height, width) / 2
    to_middle = np.array([[1 / size, 0, -width / 2 / size], [0, 1 / size, -height / 2 / size], [0, 0, 1]])
    level, upright = _moved(pieces.level, to_middle), _moved(pieces.upright, to_middle)
    total = np.eye(3)
    for _ in range(4):
        step = _step(_moved(level, total), _moved(upright, total))
        if step is None:
            return None
        total = step @ total
    ends = np.abs(_moved(_corners(shape, to_middle), total) - _corners(shape, to_middle)).max() * size
    return None if ends < _LEVEL_ENOUGH else np.asarray(np.linalg.inv(to_middle) @ total @ to_middle, np.float64)


def _corners(shape: tuple[int, ...], to_middle: Warp) -> NDArray[np.float64]:
    height, width = shape
    return _moved(np.array([[0, 0, width, 0], [0, height, width, height]], np.float64), to_middle)


def _moved(ends: NDArray[np.float64], warp: Warp) -> NDArray[np.float64]:
    points = np.asarray(cv2.perspectiveTransform(ends.reshape(-1, 1, 2), warp), np.float64)
    return points.reshape(-1, 4)


def _step(level: NDArray[np.float64], upright: NDArray[np.float64]) -> Warp | None:
    """One step of the solution, without the pieces that run astray; None where too few are left."""
    level = level[np.abs(level[:, 3] - level[:, 1]) < np.abs(level[:, 2] - level[:, 0]) * 0.08]
    upright = upright[np.abs(upright[:, 2] - upright[:, 0]) < np.abs(upright[:, 3] - upright[:, 1]) * 0.08]
    rows, gaps = _equations(level, upright)
    prior = np.array([[1, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]]) * _UNWARPED
    for _ in range(3):
        if len(gaps) < _FEWEST_PIECES * 2:
            return None
        solved = np.linalg.lstsq(np.concatenate([rows, prior]), np.append(gaps, [0, 0, 0]), rcond=None)[0]
        missed = np.abs(rows @ solved - gaps)
        kept = missed <= max(3 * float(np.median(missed)), _STRAY / 20)
        rows, gaps = rows[kept], gaps[kept]
    s, t, g, h = solved
    return np.array([[1, s, 0], [t, 1, 0], [g, h, 1]])


def _equations(level: NDArray[np.float64], upright: NDArray[np.float64]) -> tuple[NDArray[np.float64], ...]:
    x0, y0, x1, y1 = level.T
    none = np.zeros(len(level))
    by_level = np.stack([none, x1 - x0, -(x1 * y1 - x0 * y0), -(y1 * y1 - y0 * y0)], axis=1)
    level_gaps = y0 - y1
    x0, y0, x1, y1 = upright.T
    none = np.zeros(len(upright))
    by_upright = np.stack([y1 - y0, none, -(x1 * x1 - x0 * x0), -(x1 * y1 - x0 * y0)], axis=1)
    return np.concatenate([by_level, by_upright]), np.concatenate([level_gaps, x0 - x1])
