"""Where in a column a paragraph begins: by the room that the line above had left."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import islice, pairwise

from msgspec import Struct

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
    several = [cell.lines for cell in cells if len(cell.lines) > 1 and _height(cell.lines[0])]
    pitches = [(_pitch(lines, _steps(lines)), _height(lines[0])) for lines in several]
    return min([pitch / height for pitch, height in pitches if pitch], default=0.0)


class _Step(Struct, frozen=True):
    """From a line to the next one, in points.

    `down` is how far their lower ends are apart, None on different pages or without geometry. `stop` is where the
    upper one ends on the right, `needed` the room that the first word of the lower one takes, and `height` its height.
    """

    down: float | None
    stop: float
    needed: float
    height: float

    def is_apart(self, pitch: float) -> bool:
        """Whether a gap stands between the lines."""
        return self.down is not None and self.down > pitch * _WIDE_GAP and pitch > 0

    def has_room(self, right: float) -> bool:
        """Whether the upper line had room for the first word of the lower one."""
        return right - self.stop > self.needed


def _steps(lines: Sequence[Line]) -> list[_Step]:
    """From each line to the next: one less than there are lines."""
    return [_step(above, below) for above, below in pairwise(lines)]


def _step(above: Line, below: Line) -> _Step:
    first, box = above[0].box, below[0].box
    if box is None:
        return _Step(None, _stop(above), 0.0, 0.0)
    down = box.bottom - first.bottom if first and above[0].page == below[0].page else None
    height = box.bottom - box.top
    return _Step(down, _stop(above), box.x1 - box.x0 + height * 0.4, height)


def _column_lines(column: Sequence[Cell], leading: float) -> dict[Cell, tuple[TextLine, ...]]:
    lines = [line for cell in column for line in cell.lines]
    steps = _steps(lines)
    left, right = _text_edges(column, lines)
    pitch = _pitch(lines, steps)
    if leading and not _is_wrapped(steps, right, pitch):
        pitch = min(pitch, leading * _height(lines[0]))
    spaced = _is_spaced(steps, right, pitch)
    texts = [TextLine(lines[0], True, _start(lines[0]) - left, True)]
    for step, above, line in zip(steps, lines, lines[1:], strict=False):
        apart = step.is_apart(pitch)
        fresh: bool | None = apart or step.has_room(right)
        if fresh and not apart and spaced:
            fresh = None if step.down is not None else step.has_room(right - step.height * 2)
        if line[0].place:  # The source itself says where its paragraphs and lines begin.
            apart, fresh = above[0].place != line[0].place, True
        texts.append(TextLine(line, fresh, _start(line) - left, apart))
    following = iter(texts)
    return {cell: tuple(islice(following, len(cell.lines))) for cell in column}


def _is_wrapped(steps: Sequence[_Step], right: float, pitch: float) -> bool:
    """Whether most lines that follow each other at this distance do so since the one above was full.

    Else each may be a paragraph, and the other columns tell how lines are set.
    """
    near = [step for step in steps if step.down is not None and step.down <= pitch * _WIDE_GAP]
    return len([step for step in near if not step.has_room(right)]) * 2 > len(near)


def _is_spaced(steps: Sequence[_Step], right: float, pitch: float) -> bool:
    """Whether gaps part paragraphs in this column, so that room alone at a line's end says little."""
    apart = [step for step in steps if step.is_apart(pitch)]
    if len(apart) < _FEWEST_GAPS:
        return False
    with_room = [step for step in steps if step.down is not None and step.has_room(right) and not step.is_apart(pitch)]
    return len(apart) > len(with_room) * 2


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


def _pitch(lines: Sequence[Line], steps: Sequence[_Step]) -> float:
    """The distance from one line to the next inside a paragraph, in points; 0 where there is one line only.

    It is the smallest step between lines that do not overlap: where most
    paragraphs are of one line, most steps are wider. Of recognised lines, whose
    places waver, the smallest ones say nothing by themselves.
    """
    downs = [step.down for step in steps if step.down is not None and step.down >= step.height * _TIGHT_LEADING]
    recognised = any(line[0].confidence is not None for line in lines)
    return sorted(downs)[len(downs) // _WAVERING if recognised else 0] if downs else 0.0
