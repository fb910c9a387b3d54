"""PDFium's functions asked of many objects at once: what they write about each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray

from pipeline.sources.pdfium.calls import Address, Call
from pipeline.sources.pdfium.letters import Flags


def answers(
    call: Call, objects: Sequence[Address], kind: DTypeLike, values: int, pointers: int
) -> tuple[Flags, NDArray[Any]]:
    """Which objects the function told of, and a row of `values` of this kind for each, zeros where it wrote none.

    It takes an object and so many pointers, behind which it writes the row in equal parts.
    """
    rows = np.zeros((len(objects), values), kind)
    start, step = rows.ctypes.data, values * rows.itemsize
    parts = range(start, start + step, step // pointers)
    places = [range(part, part + rows.nbytes, step) for part in parts]
    return np.fromiter(map(call, objects, *places), np.bool_, len(objects)), rows
