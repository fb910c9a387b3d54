"""A scanned page as a picture: its resolution, its paper made white, its ink."""

from __future__ import annotations

from typing import TypeAlias

import cv2
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

Grey: TypeAlias = NDArray[np.uint8]
"""Rows of pixels from 0, black, to 255, white."""
Mask: TypeAlias = NDArray[np.uint8]
"""Rows of pixels, 255 where something is and 0 elsewhere."""

DPI = 300
"""Dots for each inch at which pages are recognised; every length in pixels in this room is at this resolution."""
PIXELS_PER_POINT = DPI / 72

WHITE = 255
# A patch of this side holds paper between its letters; the light of a photograph changes little over it.
_PATCH = 61
# The light is measured on a picture so many times smaller.
_COARSE = 6
# Paper in the deepest shadow that is still made white; what is darker is ink, a picture or the table below the sheet.
_DARKEST_PAPER = 70
# Ink is darker than this part of the paper, whatever Otsu's threshold says.
_PALEST_INK, _DARKEST_INK = 190, 110
# The palest shade of a line that is half as wide as a pixel; the grain of paper stays above it.
_FAINT = 195
# Dots and full stops of eight-point type have four pixels, and stand this near to their letters.
_DUST, _NEAR_LETTERS = 4, 14

cv2.setNumThreads(1)  # a run reads as many documents at once as there are processors
cv2.ocl.setUseOpenCL(False)  # no driver of a graphics card touches a hostile picture


class Sheet(Struct, frozen=True):
    """A page's picture at `DPI`, its paper white; `width` and `height` are in points."""

    grey: Grey

    @property
    def width(self) -> float:
        """The width in points."""
        return float(self.grey.shape[1] / PIXELS_PER_POINT)

    @property
    def height(self) -> float:
        """The height in points."""
        return float(self.grey.shape[0] / PIXELS_PER_POINT)


def at_reading_dpi(grey: Grey, dpi: float) -> Grey:
    """A picture of `dpi` dots for each inch at `DPI`."""
    scale = DPI / dpi
    if abs(scale - 1) < 0.01:
        return grey
    width, height = (max(1, round(side * scale)) for side in grey.shape[::-1])
    return np.asarray(
        cv2.resize(grey, (width, height), interpolation=cv2.INTER_CUBIC if scale > 1 else cv2.INTER_AREA), np.uint8
    )


def with_white_paper(grey: Grey) -> Grey:
    """The picture with its light made even: each pixel as a part of the paper around it."""
    height, width = grey.shape
    small = cv2.resize(grey, (max(1, width // _COARSE), max(1, height // _COARSE)), interpolation=cv2.INTER_AREA)
    side = _PATCH // 2 * 2 // _COARSE * 2 + 1
    paper = cv2.medianBlur(cv2.dilate(small, np.ones((side, side), np.uint8)), side)
    light = cv2.resize(np.maximum(paper, _DARKEST_PAPER), (width, height), interpolation=cv2.INTER_LINEAR)
    return np.asarray(cv2.divide(grey, light, scale=WHITE), np.uint8)


def without_steps(grey: Grey) -> Grey:
    """The picture, softened a little where it has black and white only: letters without steps are read better."""
    greys = np.count_nonzero((grey > 40) & (grey < 215))
    return np.asarray(cv2.GaussianBlur(grey, (0, 0), 0.8), np.uint8) if greys * 1000 < grey.size else grey


def without_specks(grey: Grey) -> Grey:
    """The picture without single dark and light dots, where it is strewn with them."""
    calm = cv2.medianBlur(grey, 3)
    strewn = np.count_nonzero(cv2.absdiff(grey, calm) > 90)
    return np.asarray(calm if strewn * 400 > grey.size else grey, np.uint8)


def without_dust(grey: Grey) -> Grey:
    """The picture without ink that is smaller than a dot and stands by itself; a dot has its letter near."""
    ink = faint_ink_of(grey)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    sides = np.maximum(stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT])
    small = sides <= _DUST
    small[0] = True
    letters = np.where(small[labels], 0, WHITE).astype(np.uint8)
    near = cv2.dilate(letters, np.ones((_NEAR_LETTERS * 2 + 1,) * 2, np.uint8))
    dust = np.where(small[labels] & (near == 0), ink, 0).astype(np.uint8)
    return np.where(cv2.dilate(dust, np.ones((3, 3), np.uint8)) > 0, WHITE, grey).astype(np.uint8)


def faint_ink_of(grey: Grey) -> Mask:
    """Where something darker than paper stands: a hairline is a grey shade of its ink."""
    return np.asarray(cv2.threshold(grey, _FAINT, WHITE, cv2.THRESH_BINARY_INV)[1], np.uint8)


def ink_of(grey: Grey) -> Mask:
    """Where something dark stands on white paper."""
    threshold, _ = cv2.threshold(grey, 0, WHITE, cv2.THRESH_BINARY | cv2.THRESH_OTSU)
    level = min(max(threshold, _DARKEST_INK), _PALEST_INK)
    return np.asarray(cv2.threshold(grey, level, WHITE, cv2.THRESH_BINARY_INV)[1], np.uint8)
