"""The painted paths of a page, told apart as pdfminer does: straight lines, upright rectangles, and the rest."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

from pypdfium2 import raw

from pipeline.sources.pdfium import calls
from pipeline.sources.pdfium.calls import Address

Kind: TypeAlias = Literal["line", "rect", "curve"]
Point: TypeAlias = tuple[float, float]
Matrix: TypeAlias = tuple[float, float, float, float, float, float]

# A form in a form in a form …: more than this is no drawing.
_MAX_DEPTH = 8
_SEGMENT_LETTERS = {raw.FPDF_SEGMENT_LINETO: "l", raw.FPDF_SEGMENT_BEZIERTO: "c", raw.FPDF_SEGMENT_MOVETO: "m"}
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class PaintedPath(NamedTuple):
    """A subpath that is stroked or filled; points are in the page's own space, `width` is the pen's."""

    kind: Kind
    points: list[Point]
    stroked: bool
    filled: bool
    width: float


def painted_paths(page: Address) -> Iterator[PaintedPath]:
    """The painted subpaths of an open page and of the forms drawn on it, in the order in which they are drawn."""
    return _Reader().painted(calls.count_objects, calls.page_object, page, _IDENTITY, 0)


class _Reader:
    """Reads objects into places of its own."""

    def __init__(self) -> None:
        self._x, self._y, self._width = (ctypes.c_float() for _ in "xyw")
        self._fill, self._stroke, self._matrix = ctypes.c_int(), ctypes.c_int(), (ctypes.c_float * 6)()
        self._x_at, self._y_at, self._width_at = map(ctypes.addressof, (self._x, self._y, self._width))
        self._fill_at, self._stroke_at, self._matrix_at = map(
            ctypes.addressof, (self._fill, self._stroke, self._matrix)
        )

    def painted(
        self, count: calls.Call, get: calls.Call, owner: Address, matrix: Matrix, depth: int
    ) -> Iterator[PaintedPath]:
        for number in range(count(owner)):
            drawn = get(owner, number)
            kind = calls.object_type(drawn)
            if kind == raw.FPDF_PAGEOBJ_PATH:
                yield from self._subpaths(drawn, matrix)
            elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _MAX_DEPTH:
                inner = self._placed(drawn, matrix)
                yield from self.painted(calls.count_form_objects, calls.form_object, drawn, inner, depth + 1)

    def _placed(self, drawn: Address, outer: Matrix) -> Matrix:
        """The matrix of an object, on the page: first its own, then that of the form in which it stands."""
        calls.object_matrix(drawn, self._matrix_at)
        a, b, c, d, e, f = self._matrix
        if outer is _IDENTITY:
            return a, b, c, d, e, f
        m, n, o, p, q, r = outer
        return a * m + b * o, a * n + b * p, c * m + d * o, c * n + d * p, e * m + f * o + q, e * n + f * p + r

    def _subpaths(self, drawn: Address, outer: Matrix) -> Iterator[PaintedPath]:
        calls.draw_mode(drawn, self._fill_at, self._stroke_at)
        filled, stroked = self._fill.value != 0, self._stroke.value != 0
        if filled or stroked:
            calls.stroke_width(drawn, self._width_at)
            width = self._width.value
            for shape, points in self._traced(drawn, self._placed(drawn, outer)):
                classified = _classified(shape, points)
                if classified:
                    yield PaintedPath(*classified, stroked, filled, width)

    def _traced(self, drawn: Address, matrix: Matrix) -> Iterator[tuple[str, list[Point]]]:
        """Each subpath as pdfminer writes it: letters m, l, c, h, and the end point of each."""
        a, b, c, d, e, f = matrix
        shape, points, closed, controls = "", list[Point](), False, 0
        for number in range(calls.count_segments(drawn)):
            segment = calls.segment_at(drawn, number)
            letter = _SEGMENT_LETTERS.get(calls.segment_type(segment), "")
            controls = (controls + 1) % 3 if letter == "c" else 0
            if letter == "m":
                if points:
                    yield _ended(shape, points, closed)
                shape, points, closed = "", [], False
            if not controls:
                calls.segment_point(segment, self._x_at, self._y_at)
                x, y = self._x.value, self._y.value
                points.append((a * x + c * y + e, b * x + d * y + f))
                shape += letter
            closed = closed or bool(calls.segment_closes(segment))
        if points:
            yield _ended(shape, points, closed)


def _ended(shape: str, points: list[Point], closed: bool) -> tuple[str, list[Point]]:
    return (f"{shape}h", [*points, points[0]]) if closed else (shape, points)


def _classified(shape: str, points: list[Point]) -> tuple[Kind, list[Point]] | None:
    """Pdfminer's rule (`PDFLayoutAnalyzer.paint_path`); None for what draws nothing."""
    if len(shape) > 3 and shape.endswith("lh") and points[-2] == points[0]:
        shape, points = f"{shape[:-2]}h", points[:-1]
    if shape in ("ml", "mlh"):
        return "line", points[:2]
    if shape in ("mlllh", "mllll") and _is_upright_rectangle(points):
        return "rect", [points[0], points[2]]
    return ("curve", points) if len(shape) > 1 else None


def _is_upright_rectangle(points: list[Point]) -> bool:
    (x0, y0), (x1, y1), (x2, y2), (x3, y3), last = points
    across = x0 == x1 and y1 == y2 and x2 == x3 and y3 == y0
    along = y0 == y1 and x1 == x2 and y2 == y3 and x3 == x0
    return last == points[0] and (across or along)
