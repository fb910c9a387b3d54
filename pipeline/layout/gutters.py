"""Columns of a row that no line parts: a gutter of white space with text on both sides of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import groupby, pairwise, takewhile
from math import inf

from msgspec import Struct

from pipeline.document import Box, box_of
from pipeline.layout.furniture import Line, line_text
from pipeline.layout.grid import Cell, text_lines

# A line of a table has at least so many gaps, and a table between other text so many such lines.
FEWEST_GAPS = 2
FEWEST_ROWS = 2


class Measure(Struct, frozen=True):
    """How wide in points a gutter is at least, and how many lines have text on both sides of it."""

    narrowest: float
    fewest: int


# Two texts side by side: narrower gaps are spaces between words of justified text.
TEXTS = Measure(8.0, 3)
# Texts so far apart that fewer lines do.
WIDE = Measure(24.0, 2)
# The rows of a table that is known for one: cells are padded by two points at least, and a space is narrower.
ROWS = Measure(4.5, FEWEST_ROWS)
# Words at the left edge of one column begin this near to each other.
_SAME_EDGE = 0.75
# A list mark has fewer letters and digits.
FEWEST_SIGNS = 3
# Lines may run across a gutter, such as a heading over both columns: at most one for so many that do not.
LINES_PER_CROSSING = 2


def parted_at_gutters(cells: Sequence[Cell], measure: Measure = TEXTS) -> list[Cell]:
    """The cells of a row, those with a gutter parted there; a column is told by all its cells, on all pages.

    A line across the gutter becomes a cell of its own between those above and below it; `measure` says what one is.
    """
    done: list[Cell] = []
    for group in _columns(cells):
        gutter = _gutter([line for cell in group for line in cell.lines], measure)
        if gutter is not None:
            done += _parted(group, gutter, measure)
        else:
            done += _parted_band(group)
    return done


def _parted(cells: Sequence[Cell], gutter: float, measure: Measure) -> list[Cell]:
    pieces = [piece for cell in cells for piece in _pieces(cell, gutter, measure)]
    right = [piece for piece in pieces if piece.box.x0 == gutter]
    left = [piece for piece in pieces if piece.box.x0 != gutter]
    parted = parted_at_gutters(right, measure)
    table = measure == TEXTS and len(_columns(parted)) > len(_columns(right))
    return [*(parted_at_gutters(left, ROWS) if table else left), *parted]


def _parted_band(cells: Sequence[Cell]) -> list[Cell]:
    """The cells, their lines that make a table between other text parted at its gutters."""
    lines = [line for cell in cells for line in cell.lines]
    tabular = [place for place, line in enumerate(lines) if len(_behind_gaps(line, TEXTS)) >= FEWEST_GAPS]
    band = lines[tabular[0] : tabular[-1] + 1] if tabular else []
    gutters = _gutters(band) if len(tabular) >= FEWEST_ROWS else []
    if not gutters:
        wide = _gutter(lines, WIDE)
        return list(cells) if wide is None else _parted(cells, wide, WIDE)
    below = lines[tabular[-1] + 1 :]
    band += takewhile(lambda line: not any(_crosses(line, gutter, ROWS) for gutter in gutters), below)
    done: list[Cell] = []
    parts: list[Cell] = []
    for cell in cells:
        for inside, run in groupby(cell.lines, key=lambda line: line in band):
            piece = _of_lines(cell, tuple(run))
            done += [] if inside else [piece]
            parts += [piece] if inside else []
    return done + _parted(parts, gutters[0], ROWS)


def _of_lines(cell: Cell, lines: tuple[Line, ...]) -> Cell:
    tops = [box_of(word).top for line in lines for word in line]
    bottoms = [box_of(word).bottom for line in lines for word in line]
    return Cell(cell.page, Box(cell.box.x0, min(tops), cell.box.x1, max(bottoms)), cell.bounded, lines)


def _columns(cells: Sequence[Cell]) -> list[list[Cell]]:
    groups: dict[tuple[int, int], list[Cell]] = defaultdict(list)
    for cell in cells:
        groups[(round(cell.box.x0), round(cell.box.x1))].append(cell)
    return list(groups.values())


def _gutter(lines: Sequence[Line], measure: Measure) -> float | None:
    """Where the second column begins, less half the gutter; None where there is none."""
    ends = sorted({round(after.x0, 1) for line in lines for after in _behind_gaps(line, measure)})
    gutters = (end - measure.narrowest / 2 for end in ends)
    return next((gutter for gutter in gutters if _parts(lines, gutter, measure)), None)


def _gutters(lines: Sequence[Line]) -> list[float]:
    """The gutters of a table's lines, left to right."""
    first = _gutter(lines, ROWS)
    if first is None:
        return []
    right = [kept for line in lines if (kept := tuple(word for word in line if box_of(word).x0 >= first))]
    return [first, *_gutters(right)]


def _behind_gaps(line: Line, measure: Measure) -> list[Box]:
    """The words that stand behind a wide gap."""
    found, end = [], inf
    for word in line:
        box = word.box or box_of(word)
        if box.x0 - end >= measure.narrowest:
            found.append(box)
        end = box.x1
    return found


def _parts(lines: Sequence[Line], gutter: float, measure: Measure) -> bool:
    """Whether a gutter parts two columns: text on both sides, figures in the second, few crossings."""
    beside = [line for line in lines if not _crosses(line, gutter, measure)]
    left = [line_text(tuple(word for word in line if box_of(word).x0 < gutter)) for line in beside]
    right = [line_text(tuple(word for word in line if box_of(word).x0 >= gutter)) for line in beside]
    both = [(before, after) for before, after in zip(left, right, strict=True) if before and after]
    texts = [text for text in left if sum(map(str.isalnum, text)) >= FEWEST_SIGNS]
    enough = len(both) >= measure.fewest and len(texts) >= measure.fewest
    figures = any(map(str.isdigit, "".join(right)))
    return enough and figures and (len(lines) - len(beside)) * LINES_PER_CROSSING <= len(both)


def _crosses(line: Line, gutter: float, measure: Measure) -> bool:
    """Whether words stand in the strip whose middle is `gutter`."""
    left, right = gutter - measure.narrowest / 2 + 1, gutter + measure.narrowest / 2 - 1
    for word in line:
        box = word.box or box_of(word)
        if box.x0 < right and box.x1 > left:
            return True
    return False


def _is_parted(line: Line | None, gutter: float, measure: Measure) -> bool:
    """Whether a line has words on both sides of the gutter and none in it."""
    if line is None or _crosses(line, gutter, measure):
        return False
    return box_of(line[0]).x0 < gutter < box_of(line[-1]).x0


def _touches(line: Line, gutter: float, measure: Measure) -> bool:
    """Whether a word begins right where the second column does: the one before it filled the first column."""
    start = gutter + measure.narrowest / 2
    return any(
        abs(box_of(after).x0 - start) < _SAME_EDGE and box_of(before).x1 < start for before, after in pairwise(line)
    )


def _pieces(cell: Cell, gutter: float, measure: Measure) -> list[Cell]:
    """The cell's bands from top to bottom: lines across the gutter whole, the others parted at it."""
    pieces = []
    whole_lines = {
        line
        for above, line, below in zip((None, *cell.lines), cell.lines, (*cell.lines[1:], None), strict=False)
        if _crosses(line, gutter, measure)
        and not (
            _is_parted(above, gutter, measure)
            and _is_parted(below, gutter, measure)
            and _touches(line, gutter, measure)
        )
    }
    for crosses, run in groupby(cell.lines, key=lambda line: line in whole_lines):
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
