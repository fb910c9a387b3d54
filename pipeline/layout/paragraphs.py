"""Where in a column a paragraph begins: by the room that the line above had left."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from pipeline.layout.furniture import Line
from pipeline.layout.grid import Cell
from pipeline.passage import TextLine

# A gap above a line this many times the usual one parts paragraphs; six points at eleven-point type are 1.4.
_WIDE_GAP = 1.25
# So many gaps show that paragraphs are parted by them.
_FEWEST_GAPS = 3
# Lines are set no nearer than this share of their height; below it they overlap, as an exponent does.
_TIGHT_LEADING = 0.95
# Of the steps between recognised lines so many, one in five, may be too small by chance.
_WAVERING = 5


def text_lines_of(cells: Sequence[Cell], leading: float = 0.0) -> dict[Cell, tuple[TextLine, ...]]:
    """The lines of each cell with what is known of paragraphs; cells of one column go on into each other.

    `leading` is the document's: see `leading_of`.
    """
    columns: dict[tuple[float, float], list[Cell]] = defaultdict(list)
    for cell in cells:
        columns[(cell.box.x0, cell.box.x1)].append(cell)
    return {cell: lines for column in columns.values() for cell, lines in _column_lines(column, leading).items()}


def leading_of(cells: Sequence[Cell]) -> float:
    """The least distance from one line to the next in any of the cells, by the height of a line; 0 where none is."""
    steps = [
        pitch / _height(cell.lines[0]) for cell in cells if _height(cell.lines[0]) and (pitch := _pitch(cell.lines))
    ]
    return min(steps, default=0.0)


def _column_lines(column: Sequence[Cell], leading: float) -> dict[Cell, tuple[TextLine, ...]]:
    lines = [line for cell in column for line in cell.lines]
    left, right = _text_edges(column, lines)
    pitch = _pitch(lines)
    if leading and not _is_wrapped(lines, right, pitch):
        pitch = min(pitch, leading * _height(lines[0]))
    spaced = _is_spaced(lines, right, pitch)
    done: dict[Cell, tuple[TextLine, ...]] = {}
    above: Line | None = None
    for cell in column:
        texts = []
        for line in cell.lines:
            apart = above is None or _is_apart(line, above, pitch)
            fresh: bool | None = apart or _has_room(above, line, right)
            if fresh and not apart and spaced and above is not None:
                fresh = None if _step(above, line) is not None else _has_room(above, line, right - _height(line) * 2)
            if line[0].place:  # The source itself says where its paragraphs and lines begin.
                apart, fresh = above is None or above[0].place != line[0].place, True
            texts.append(TextLine(line, fresh, _start(line) - left, apart))
            above = line
        done[cell] = tuple(texts)
    return done


def _is_wrapped(lines: Sequence[Line], right: float, pitch: float) -> bool:
    """Whether most lines that follow each other at this distance do so since the one above was full.

    Else each may be a paragraph, and the other columns tell how lines are set.
    """
    near = [(a, b) for a, b in pairwise(lines) if (step := _step(a, b)) is not None and step <= pitch * _WIDE_GAP]
    return sum(not _has_room(a, b, right) for a, b in near) * 2 > len(near)


def _is_spaced(lines: Sequence[Line], right: float, pitch: float) -> bool:
    """Whether gaps part paragraphs in this column, so that room alone at a line's end says little."""
    pairs = [(a, b) for a, b in pairwise(lines) if _step(a, b) is not None]
    apart = sum(_is_apart(b, a, pitch) for a, b in pairs)
    with_room = sum(_has_room(a, b, right) and not _is_apart(b, a, pitch) for a, b in pairs)
    return apart >= _FEWEST_GAPS and apart > with_room * 2


def _start(line: Line) -> float:
    return line[0].box.x0 if line[0].box else 0.0


def _stop(line: Line) -> float:
    return line[-1].box.x1 if line[-1].box else 0.0


def _height(line: Line) -> float:
    return line[0].box.bottom - line[0].box.top if line[0].box else 0.0


def _text_edges(column: Sequence[Cell], lines: Sequence[Line]) -> tuple[float, float]:
    """The left and right end of the room for text: what is used, or the cell less its left padding on both sides."""
    left = min(map(_start, lines))
    right = max(map(_stop, lines))
    box, bounded = column[0].box, column[0].bounded
    return left, max(right, box.x1 - (left - box.x0)) if all(bounded) else right


def _pitch(lines: Sequence[Line]) -> float:
    """The distance from one line to the next inside a paragraph, in points; 0 where there is one line only.

    It is the smallest step between lines that do not overlap: where most
    paragraphs are of one line, most steps are wider. Of recognised lines, whose
    places waver, the smallest ones say nothing by themselves.
    """
    steps = [
        step for a, b in pairwise(lines) if (step := _step(a, b)) is not None and step >= _height(b) * _TIGHT_LEADING
    ]
    recognised = any(line[0].confidence is not None for line in lines)
    return sorted(steps)[len(steps) // _WAVERING if recognised else 0] if steps else 0.0


def _step(above: Line, below: Line) -> float | None:
    a, b = above[0], below[0]
    if a.page != b.page or a.box is None or b.box is None:
        return None
    return b.box.bottom - a.box.bottom


def _is_apart(line: Line, above: Line, pitch: float) -> bool:
    """Whether a gap stands between the lines."""
    step = _step(above, line)
    return step is not None and pitch > 0 and step > pitch * _WIDE_GAP


def _has_room(above: Line | None, line: Line, right: float) -> bool:
    """Whether the line above had room for the first word of this one."""
    box = line[0].box
    width = box.x1 - box.x0 if box else 0.0
    return above is None or right - _stop(above) > width + _height(line) * 0.4
