"""Runs: letters side by side that one text object draws, with one font, size and matrix."""

from __future__ import annotations

import numpy as np
from msgspec import Struct

from pipeline.sources.pdfium import calls
from pipeline.sources.pdfium.answers import answers
from pipeline.sources.pdfium.calls import FLOAT, Address
from pipeline.sources.pdfium.fonts import Fonts
from pipeline.sources.pdfium.letters import Floats, Letters, Whole
from pipeline.sources.pdfium.odd_page import OddPageError


class Runs(Struct, frozen=True):
    """`of` is the run of each letter; the others have one entry a run.

    `first` is the place of its first letter, `matrix` are the rows a, b, c, d from a
    letter's own space to the page's, `size` is the type size before it, `font` is a
    place in the document's fonts.
    """

    of: Whole
    first: Whole
    matrix: Floats
    size: Floats
    font: Whole


def runs_of(text_page: Address, letters: Letters, fonts: Fonts) -> Runs:
    """The runs of a page's letters. Raises OddPageError where one is turned or upside down."""
    first = np.concatenate(([0], np.flatnonzero(letters.owner[1:] != letters.owner[:-1]) + 1))
    of = np.repeat(np.arange(len(first)), np.diff(np.append(first, len(letters.owner))))
    owners = letters.owner[first].tolist()
    matrix = _matrices(text_page, letters.index[first].tolist())
    a, b, c, d = matrix
    if not ((a > 0) & (d > 0) & (b * c <= 0)).all():
        raise OddPageError("turned")
    font = np.array([fonts.number_of(address) for address in map(calls.font_of, owners)])
    _, sizes = answers(calls.font_size, owners, np.float32, 1, 1)
    return Runs(of, first, matrix, sizes[:, 0].astype(np.float64), font)


def _matrices(text_page: Address, indices: list[int]) -> Floats:
    matrices = np.zeros((len(indices), 6), np.float32)
    place = matrices.ctypes.data
    for index in indices:
        calls.char_matrix(text_page, index, place)
        place += FLOAT * 6
    return matrices[:, :4].T.astype(np.float64)
