"""The painted paths of a page, told apart as pdfminer does: straight lines, upright rectangles, and the rest."""

from __future__ import annotations

import ctypes
from typing import Literal, NamedTuple, TypeAlias

from pypdfium2 import raw

from pipeline.sources.pdfium import calls
from pipeline.sources.pdfium.calls import Address

Kind: TypeAlias = Literal["line", "rect", "curve"]
Point: TypeAlias = tuple[float, float]
Matrix: TypeAlias = tuple[float, float, float, float, float, float]

# A form in a form in a form …: more than this is no drawing.
MAX_DEPTH = 8
_SEGMENT_LETTERS = {raw.FPDF_SEGMENT_LINETO: "l", raw.FPDF_SEGMENT_BEZIERTO: "c", raw.FPDF_SEGMENT_MOVETO: "m"}
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class PaintedPath(NamedTuple):
    """A subpath that is stroked or filled; points are in the page's own space, `width` is the pen's."""

    kind: Kind
    points: list[Point]
    stroked: bool
    filled: bool
    width: float


def painted_paths(page: Address) -> list[PaintedPath]:
    """The painted subpaths of an open page and of the forms drawn on it, in the order in which they are drawn."""
    reader = _Reader()
    reader.read(calls.count_objects, calls.page_object, page, IDENTITY, 0)
    return reader.found


def chained(inner: Matrix, outer: Matrix) -> Matrix:
    """First the one matrix, then the other."""
    if outer is IDENTITY:
        return inner
    a, b, c, d, e, f = inner
    m, n, o, p, q, r = outer
    return a * m + b * o, a * n + b * p, c * m + d * o, c * n + d * p, e * m + f * o + q, e * n + f * p + r


def box_through(
    matrix: Matrix, left: float, bottom: float, right: float, top: float
) -> tuple[float, float, float, float]:
    """The upright box around a box that goes through a matrix."""
    a, b, c, d, e, f = matrix
    corners = [(a * x + c * y + e, b * x + d * y + f) for x in (left, right) for y in (bottom, top)]
    across, down = zip(*corners, strict=True)
    return min(across), min(down), max(across), max(down)


class _Reader:
    """Reads objects into places of its own, and keeps what it found."""

    def __init__(self) -> None:
        self.found: list[PaintedPath] = []
        self._x, self._y, self._width = (ctypes.c_float() for _ in "xyw")
        self._fill, self._stroke, self._matrix = ctypes.c_int(), ctypes.c_int(), (ctypes.c_float * 6)()
        self._point_at = ctypes.addressof(self._x), ctypes.addressof(self._y)
        self._mode_at = ctypes.addressof(self._fill), ctypes.addressof(self._stroke)
        self._width_at, self._matrix_at = ctypes.addressof(self._width), ctypes.addressof(self._matrix)

    def read(self, count: calls.Call, get: calls.Call, owner: Address, matrix: Matrix, depth: int) -> None:
        for number in range(count(owner)):
            drawn = get(owner, number)
            kind = calls.object_type(drawn)
            if kind == raw.FPDF_PAGEOBJ_PATH:
                self._read_path(drawn, matrix)
            elif kind == raw.FPDF_PAGEOBJ_FORM and depth < MAX_DEPTH:
                inner = self._placed(drawn, matrix)
                self.read(calls.count_form_objects, calls.form_object, drawn, inner, depth + 1)

    def _read_path(self, drawn: Address, outer: Matrix) -> None:
        calls.draw_mode(drawn, *self._mode_at)
        filled, stroked = self._fill.value != 0, self._stroke.value != 0
        if filled or stroked:
            calls.stroke_width(drawn, self._width_at)
            width = self._width.value
            for shape, points in self._traced(drawn, self._placed(drawn, outer)):
                classified = _classified(shape, points)
                if classified:
                    self.found.append(PaintedPath(*classified, stroked, filled, width))

    def _placed(self, drawn: Address, outer: Matrix) -> Matrix:
        """The matrix of an object, on the page: first its own, then that of the form in which it stands."""
        calls.object_matrix(drawn, self._matrix_at)
        a, b, c, d, e, f = self._matrix[:]
        return chained((a, b, c, d, e, f), outer)

    def _traced(self, drawn: Address, matrix: Matrix) -> list[tuple[str, list[Point]]]:
        """Each subpath as pdfminer writes it: letters m, l, c, h, and the end point of each."""
        a, b, c, d, e, f = matrix
        traced: list[tuple[str, list[Point]]] = []
        shape, points, controls, segment = "", list[Point](), 0, 0
        for number in range(calls.count_segments(drawn)):
            before, segment = segment, calls.segment_at(drawn, number)
            letter = _SEGMENT_LETTERS.get(calls.segment_type(segment), "")
            controls = (controls + 1) % 3 if letter == "c" else 0
            if letter == "m" and points:
                traced.append(_ended(shape, points, before))
                shape, points = "", []
            if not controls:
                calls.segment_point(segment, *self._point_at)
                x, y = self._x.value, self._y.value
                points.append((a * x + c * y + e, b * x + d * y + f))
                shape += letter
        if points:
            traced.append(_ended(shape, points, segment))
        return traced


def _ended(shape: str, points: list[Point], last: Address) -> tuple[str, list[Point]]:
    """A subpath whose last segment closes it ends where it began."""
    return (f"{shape}h", [*points, points[0]]) if calls.segment_closes(last) else (shape, points)


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
