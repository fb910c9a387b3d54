"""The objects that a page draws, its own and those of the forms on it, in the order in which they are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import repeat
from typing import TypeAlias

import numpy as np
from msgspec import Struct
from pypdfium2 import raw

from pipeline.sources.pdfium import calls
from pipeline.sources.pdfium.answers import answers
from pipeline.sources.pdfium.calls import Address
from pipeline.sources.pdfium.letters import Floats

Matrix: TypeAlias = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

# A form in a form in a form …: more than this is no drawing.
_MAX_DEPTH = 8


class Stretch(Struct, frozen=True):
    """Objects that are drawn one after the other in one place; all lists have one entry an object.

    `kinds` are PDFium's, without forms; `matrix` is that of the form in which they stand, on the page.
    """

    addresses: list[Address]
    kinds: list[int]
    matrix: Matrix

    def of_kind(self, kind: int) -> list[Address]:
        """Those of one kind."""
        return [drawn for drawn, own in zip(self.addresses, self.kinds, strict=True) if own == kind]


def drawn_objects(page: Address) -> list[Stretch]:
    """The objects of an open page; their addresses mean nothing once it is closed."""
    return _stretches(calls.count_objects, calls.page_object, page, IDENTITY, 0)


def matrices_of(objects: Sequence[Address], outer: Matrix) -> Floats:
    """A row a, b, c, d, e, f for each: first its own matrix, then that of the form in which it stands."""
    _, own = answers(calls.object_matrix, objects, np.float32, 6, 1)
    matrices = own.astype(np.float64)
    if outer is IDENTITY:
        return matrices
    a, b, c, d, e, f = matrices.T
    m, n, o, p, q, r = outer
    columns = a * m + b * o, a * n + b * p, c * m + d * o, c * n + d * p, e * m + f * o + q, e * n + f * p + r
    return np.stack(columns, axis=1)


def _stretches(count: calls.Call, get: calls.Call, owner: Address, matrix: Matrix, depth: int) -> list[Stretch]:
    number = count(owner)
    addresses = list(map(get, repeat(owner), range(number)))
    kinds = list(map(calls.object_type, addresses))
    found: list[Stretch] = []
    begin = 0
    for place in [place for place, kind in enumerate(kinds) if kind == raw.FPDF_PAGEOBJ_FORM]:
        found.append(Stretch(addresses[begin:place], kinds[begin:place], matrix))
        begin = place + 1
        if depth < _MAX_DEPTH:
            form = addresses[place]
            a, b, c, d, e, f = matrices_of([form], matrix)[0].tolist()
            found += _stretches(calls.count_form_objects, calls.form_object, form, (a, b, c, d, e, f), depth + 1)
    return [*found, Stretch(addresses[begin:], kinds[begin:], matrix)]
