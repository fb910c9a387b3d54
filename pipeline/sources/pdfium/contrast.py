"""Whether a page shows anything where a text object stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from pypdfium2 import PdfPage

from pipeline.sources.limits import MAX_SIDE

Bounds: TypeAlias = tuple[float, float, float, float]

# Pixels for each point at which a page is looked at; a difference of levels, of 255, that a person still sees.
_SCALE, _SEEN = 2.0, 16


def without_contrast(page: PdfPage, boxes: Sequence[Bounds], shown: Bounds) -> list[bool]:
    """In which boxes an open page shows one colour only; in none where it cannot be drawn.

    Boxes are left, bottom, right, top in the page's own space; `shown` is what the page shows of it.
    """
    left, _, _, top = shown
    width, height = page.get_size()
    turned = page.get_rotation()
    if not 0 < max(width, height) * _SCALE <= MAX_SIDE:
        return [False] * len(boxes)
    picture = page.render(scale=_SCALE, rotation=-turned % 360, grayscale=True).to_numpy()
    grey = np.asarray(picture).reshape(picture.shape[0], picture.shape[1], -1).max(axis=2)
    return [_is_even(grey, box, left, top) for box in boxes]


def _is_even(grey: NDArray[np.uint8], box: Bounds, left: float, top: float) -> bool:
    x0, y0, x1, y1 = box
    across = slice(max(0, int((x0 - left) * _SCALE)), max(0, int((x1 - left) * _SCALE)) + 1)
    down = slice(max(0, int((top - y1) * _SCALE)), max(0, int((top - y0) * _SCALE)) + 1)
    part = grey[down, across]
    return part.size == 0 or int(part.max()) - int(part.min()) < _SEEN
