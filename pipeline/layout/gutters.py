"""Columns of a cell that no line parts: a gutter of white space with text on both sides of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.document import Box, Word, box_of
from pipeline.layout.grid import Cell, text_lines

# Narrower gaps are spaces between words of justified text.
NARROWEST = 8.0
# Fewer lines with text on both sides are no columns.
FEWEST_LINES = 3
# Texts of one column begin this near to each other.
SAME_START = 3.0


def parted_at_gutters(cell: Cell) -> list[Cell]:
    """The cell's columns from left to right; the cell alone where it has no gutter."""
    gutter = _gutter(cell)
    if gutter is None:
        return [cell]
    words = [word for line in cell.lines for word in line]
    left = [word for word in words if box_of(word).x1 <= gutter]
    right = [word for word in words if box_of(word).x0 >= gutter]
    box = cell.box
    first = Cell(cell.page, Box(box.x0, box.top, gutter, box.bottom), cell.bounded, text_lines(left))
    second = Cell(cell.page, Box(gutter, box.top, box.x1, box.bottom), cell.bounded, text_lines(right))
    return [first, *parted_at_gutters(second)]


def _gutter(cell: Cell) -> float | None:
    """Where the second column begins, None where there is none."""
    starts = [_second_starts(line) for line in cell.lines]
    candidates = sorted({start for line in starts for start in line})
    for start in candidates:
        lines = sum(any(abs(other - start) <= SAME_START for other in line) for line in starts)
        if lines >= FEWEST_LINES and not _is_crossed(cell.lines, start):
            return start - NARROWEST / 2
    return None


def _second_starts(line: Sequence[Word]) -> list[float]:
    """Where words of a line begin behind a wide gap."""
    boxes = [box_of(word) for word in line]
    return [after.x0 for before, after in pairwise(boxes) if after.x0 - before.x1 >= NARROWEST]


def _is_crossed(lines: Sequence[Sequence[Word]], start: float) -> bool:
    """Whether a word stands in the gutter left of `start`, or one column has no text to speak of."""
    words = [box_of(word) for line in lines for word in line]
    crossed = any(box.x0 < start - SAME_START and box.x1 > start - NARROWEST / 2 for box in words)
    left = [word for line in lines for word in line if box_of(word).x1 < start and any(map(str.isalpha, word.text))]
    return crossed or len(left) < FEWEST_LINES
