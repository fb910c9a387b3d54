"""Where the objects of a page lie on it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pipeline.sources.pdfium import calls
from pipeline.sources.pdfium.answers import answers
from pipeline.sources.pdfium.calls import Address
from pipeline.sources.pdfium.drawn_objects import IDENTITY, Matrix
from pipeline.sources.pdfium.letters import Floats


def bounds_of(objects: Sequence[Address], matrix: Matrix) -> Floats:
    """A row of left, bottom, right, top for each, in the page's own space; zeros where an object has none.

    `matrix` is that of the form in which they stand.
    """
    told, bounds = answers(calls.object_bounds, objects, np.float32, 4, 4)
    own = bounds.astype(np.float64)
    return np.where(told[:, None], own if matrix is IDENTITY else _upright(own, matrix), 0.0)


def _upright(bounds: Floats, matrix: Matrix) -> Floats:
    """The upright boxes around boxes that go through a matrix."""
    a, b, c, d, e, f = matrix
    across, up = bounds[:, [0, 0, 2, 2]], bounds[:, [1, 3, 1, 3]]
    x, y = a * across + c * up + e, b * across + d * up + f
    return np.stack((x.min(1), y.min(1), x.max(1), y.max(1)), axis=1)
