"""Columns of a row that no line parts: a gutter of white space with text on both sides of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import groupby, pairwise

from pipeline.document import Box, box_of
from pipeline.layout.furniture import Line, line_text
from pipeline.layout.grid import Cell, text_lines

# Narrower gaps are spaces between words of justified text.
NARROWEST = 8.0
# Fewer lines with text on both sides are no columns.
FEWEST_LINES = 3
# A line of a table has at least so many gaps, and a table between other text so many such lines.
FEWEST_GAPS = 2
FEWEST_ROWS = 2
# A list mark has fewer letters and digits.
FEWEST_SIGNS = 3
# Lines may run across a gutter, such as a heading over both columns: at most one for so many that do not.
LINES_PER_CROSSING = 2


def parted_at_gutters(cells: Sequence[Cell], fewest: int = FEWEST_LINES) -> list[Cell]:
    """The cells of a row, those with a gutter parted there; a column is told by all its cells, on all pages.

    A line across the gutter becomes a cell of its own between those above and below it. `fewest` lines must have text
    on both sides of a gutter.
    """
    done: list[Cell] = []
    for group in _columns(cells):
        gutter = _gutter([line for cell in group for line in cell.lines], fewest)
        if gutter is not None:
            done += _parted(group, gutter, fewest)
        else:
            done += _parted_band(group)
    return done


def _parted(cells: Sequence[Cell], gutter: float, fewest: int) -> list[Cell]:
    pieces = [piece for cell in cells for piece in _pieces(cell, gutter)]
    right = [piece for piece in pieces if piece.box.x0 == gutter]
    return [piece for piece in pieces if piece.box.x0 != gutter] + parted_at_gutters(right, fewest)


def _parted_band(cells: Sequence[Cell]) -> list[Cell]:
    """The cells, their lines that make a table between other text parted at its gutters."""
    lines = [line for cell in cells for line in cell.lines]
    tabular = [place for place, line in enumerate(lines) if len(_behind_gaps(line)) >= FEWEST_GAPS]
    band = lines[tabular[0] : tabular[-1] + 1] if tabular else []
    gutter = _gutter(band, FEWEST_ROWS) if len(tabular) >= FEWEST_ROWS else None
    if gutter is None:
        return list(cells)
    for line in lines[tabular[-1] + 1 :]:
        if _crosses(line, gutter + NARROWEST / 2) or line[-1].box is None or line[-1].box.x1 > gutter:
            break
        band.append(line)
    done: list[Cell] = []
    parts: list[Cell] = []
    for cell in cells:
        for inside, run in groupby(cell.lines, key=lambda line: line in band):
            piece = _of_lines(cell, tuple(run))
            done += [] if inside else [piece]
            parts += [piece] if inside else []
    return done + _parted(parts, gutter, FEWEST_ROWS)


def _of_lines(cell: Cell, lines: tuple[Line, ...]) -> Cell:
    tops = [box_of(word).top for line in lines for word in line]
    bottoms = [box_of(word).bottom for line in lines for word in line]
    return Cell(cell.page, Box(cell.box.x0, min(tops), cell.box.x1, max(bottoms)), cell.bounded, lines)


def _columns(cells: Sequence[Cell]) -> list[list[Cell]]:
    groups: dict[tuple[int, int], list[Cell]] = defaultdict(list)
    for cell in cells:
        groups[(round(cell.box.x0), round(cell.box.x1))].append(cell)
    return list(groups.values())


def _gutter(lines: Sequence[Line], fewest: int) -> float | None:
    """Where the second column begins, less half the gutter; None where there is none."""
    ends = sorted({round(after.x0, 1) for line in lines for after in _behind_gaps(line)})
    return next((end - NARROWEST / 2 for end in ends if _parts(lines, end, fewest)), None)


def _behind_gaps(line: Line) -> list[Box]:
    """The words that stand behind a wide gap."""
    boxes = [box_of(word) for word in line]
    return [after for before, after in pairwise(boxes) if after.x0 - before.x1 >= NARROWEST]


def _parts(lines: Sequence[Line], end: float, fewest: int) -> bool:
    """Whether the strip left of `end` parts two columns: text on both sides, figures in the second, few crossings."""
    beside = [line for line in lines if not _crosses(line, end)]
    left = [line_text(tuple(word for word in line if box_of(word).x0 < end - 1)) for line in beside]
    right = [line_text(tuple(word for word in line if box_of(word).x0 >= end - 1)) for line in beside]
    both = [(before, after) for before, after in zip(left, right, strict=True) if before and after]
    texts = [text for text in left if sum(map(str.isalnum, text)) >= FEWEST_SIGNS]
    enough = len(both) >= fewest and len(texts) >= fewest
    figures = any(map(str.isdigit, "".join(right)))
    return enough and figures and (len(lines) - len(beside)) * LINES_PER_CROSSING <= len(both)


def _crosses(line: Line, end: float) -> bool:
    """Whether words stand in the strip left of `end`."""
    return any(box_of(word).x0 < end - 1 and box_of(word).x1 > end - NARROWEST + 1 for word in line)


def _pieces(cell: Cell, gutter: float) -> list[Cell]:
    """The cell's bands from top to bottom: lines across the gutter whole, the others parted at it."""
    pieces = []
    for crosses, run in groupby(cell.lines, key=lambda line: _crosses(line, gutter + NARROWEST / 2)):
        whole = _of_lines(cell, tuple(run))
        box = whole.box
        if crosses:
            pieces.append(whole)
            continue
        words = [word for line in whole.lines for word in line]
        for side, kept in (
            (Box(box.x0, box.top, gutter, box.bottom), [word for word in words if box_of(word).x0 < gutter]),
            (Box(gutter, box.top, box.x1, box.bottom), [word for word in words if box_of(word).x0 >= gutter]),
        ):
            if kept:
                pieces.append(Cell(cell.page, side, cell.bounded, text_lines(kept)))
    return pieces
