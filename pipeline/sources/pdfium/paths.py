"""The painted paths of a page, told apart as pdfminer does: straight lines, upright rectangles, and the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple, TypeAlias

import numpy as np
from pypdfium2 import raw

from pipeline.sources.pdfium import calls
from pipeline.sources.pdfium.answers import answers
from pipeline.sources.pdfium.calls import Address
from pipeline.sources.pdfium.drawn_objects import Matrix, Stretch, matrices_of
from pipeline.sources.pdfium.letters import Flags, Floats

Kind: TypeAlias = Literal["line", "rect", "curve"]
Point: TypeAlias = tuple[float, float]

_SEGMENT_LETTERS = {raw.FPDF_SEGMENT_LINETO: "l", raw.FPDF_SEGMENT_BEZIERTO: "c", raw.FPDF_SEGMENT_MOVETO: "m"}


class PaintedPath(NamedTuple):
    """A subpath that is stroked or filled; points are in the page's own space, `width` is the pen's."""

    kind: Kind
    points: list[Point]
    stroked: bool
    filled: bool
    width: float


def painted_paths(objects: Sequence[Stretch]) -> list[PaintedPath]:
    """The painted subpaths among the objects of an open page, in the order in which they are drawn."""
    return [path for stretch in objects for path in _painted(stretch)]


def painted_modes(paths: Sequence[Address]) -> Flags:
    """A row for each path: whether it is filled, whether it is stroked."""
    _, modes = answers(calls.draw_mode, paths, np.int32, 2, 2)
    painted: Flags = modes != 0
    return painted


def _painted(stretch: Stretch) -> Iterator[PaintedPath]:
    paths = stretch.of_kind(raw.FPDF_PAGEOBJ_PATH)
    modes = painted_modes(paths)
    shown = modes.any(1)
    painted = [paths[place] for place in np.flatnonzero(shown).tolist()]
    _, widths = answers(calls.stroke_width, painted, np.float32, 1, 1)
    outlines = _outlines(painted, stretch.matrix)
    for outline, (filled, stroked), [width] in zip(outlines, modes[shown].tolist(), widths.tolist(), strict=True):
        for shape, points in _traced(*outline):
            classified = _classified(shape, points)
            if classified:
                yield PaintedPath(*classified, stroked, filled, width)


def _outlines(paths: Sequence[Address], outer: Matrix) -> Iterator[tuple[list[Address], list[int], list[Point]]]:
    """The segments of each path with their kinds and end points on the page."""
    counts = np.fromiter(map(calls.count_segments, paths), np.int64, len(paths))
    ends = np.cumsum(counts)
    of = np.repeat(np.arange(len(paths)), counts)
    numbers = np.arange(len(of)) - (ends - counts)[of]
    segments = list(map(calls.segment_at, [paths[place] for place in of.tolist()], numbers.tolist()))
    kinds = list(map(calls.segment_type, segments))
    points = _points(segments, matrices_of(paths, outer)[of])
    for begin, end in zip((ends - counts).tolist(), ends.tolist(), strict=True):
        yield segments[begin:end], kinds[begin:end], points[begin:end]


def _points(segments: Sequence[Address], matrices: Floats) -> list[Point]:
    """Where each segment ends, by the matrix of each."""
    _, own = answers(calls.segment_point, segments, np.float32, 2, 2)
    x, y = own.T.astype(np.float64)
    a, b, c, d, e, f = matrices.T
    return list(zip((a * x + c * y + e).tolist(), (b * x + d * y + f).tolist(), strict=True))


def _traced(
    segments: Sequence[Address], kinds: Sequence[int], points: Sequence[Point]
) -> list[tuple[str, list[Point]]]:
    """Each subpath as pdfminer writes it: letters m, l, c, h, and the end point of each."""
    traced: list[tuple[str, list[Point]]] = []
    shape, subpath, controls, before = "", list[Point](), 0, 0
    for segment, kind, point in zip(segments, kinds, points, strict=True):
        letter = _SEGMENT_LETTERS.get(kind, "")
        controls = (controls + 1) % 3 if letter == "c" else 0
        if letter == "m" and subpath:
            traced.append(_ended(shape, subpath, before))
            shape, subpath = "", []
        if not controls:
            subpath.append(point)
            shape += letter
        before = segment
    if subpath:
        traced.append(_ended(shape, subpath, before))
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
