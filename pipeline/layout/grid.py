"""Ruling lines and words → cells: a word looks left, right, up and down to the next line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from pipeline.document import Box, Page, RulingLine, Word, box_of

# Lines nearer than this are one line drawn twice (measured: doubled borders are up to 0.8 pt apart).
SAME_LINE = 2.0
# Pieces of one line may have gaps where borders cross.
LINE_GAP = 4.0
# A line whose ends are both this near to word edges, right under the words, underlines them.
UNDERLINE_SLACK = 2.5


@dataclass(frozen=True, slots=True)
class Cell:
    """Words of one cell of one page, as lines from top to bottom.

    `box` reaches to the page's edge where no line bounds the cell; `bounded`
    says whether a vertical line stands to its left, and to its right.
    """

    page: int
    box: Box
    bounded: tuple[bool, bool]
    lines: tuple[tuple[Word, ...], ...]


def cells_of(page: Page) -> list[Cell]:
    """The cells of a page that hold a word, from top to bottom, then left to right."""
    verticals = merged([line for line in page.rulings if line.axis == "vertical"])
    horizontals = merged(
        [line for line in page.rulings if line.axis == "horizontal" and not is_underline(line, page.words)]
    )
    words_of: dict[tuple[Box, bool, bool], list[Word]] = defaultdict(list)
    for word in page.words:
        words_of[_surroundings(word, page, verticals, horizontals)].append(word)
    cells = [Cell(page.number, box, (left, right), text_lines(words)) for (box, left, right), words in words_of.items()]
    return sorted(_joined(cells), key=lambda cell: (round(cell.box.top), cell.box.x0))


def merged(lines: Sequence[RulingLine]) -> list[RulingLine]:
    """The lines of one axis, with pieces of the same line made one."""
    done: list[RulingLine] = []
    for group in _by_position(lines):
        at = median(line.at for line in group)
        for line in sorted(group, key=lambda each: each.start):
            last = done[-1] if done else None
            if last is not None and last.at == at and line.start <= last.stop + LINE_GAP:
                done[-1] = RulingLine(line.axis, at, last.start, max(last.stop, line.stop))
            else:
                done.append(RulingLine(line.axis, at, line.start, line.stop))
    return [line for line in done if line.stop - line.start > LINE_GAP]


def _by_position(lines: Sequence[RulingLine]) -> list[list[RulingLine]]:
    groups: list[list[RulingLine]] = []
    for line in sorted(lines, key=lambda each: each.at):
        if groups and line.at - groups[-1][-1].at <= SAME_LINE:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def is_underline(line: RulingLine, words: Iterable[Word]) -> bool:
    """Whether a horizontal line only underlines words: it ends where words end, right below them."""
    boxes = [word.box for word in words if word.box is not None]
    above = [
        box
        for box in boxes
        if (box.top + box.bottom) / 2 <= line.at <= box.bottom + UNDERLINE_SLACK
        and box.x0 >= line.start - UNDERLINE_SLACK
        and box.x1 <= line.stop + UNDERLINE_SLACK
    ]
    if not above:
        return False
    starts, stops = min(box.x0 for box in above), max(box.x1 for box in above)
    return abs(starts - line.start) <= UNDERLINE_SLACK and abs(stops - line.stop) <= UNDERLINE_SLACK


def _surroundings(
    word: Word, page: Page, verticals: Sequence[RulingLine], horizontals: Sequence[RulingLine]
) -> tuple[Box, bool, bool]:
    """The nearest lines around the word's centre, the page's edges where there is none."""
    middle = box_of(word)
    x, y = (middle.x0 + middle.x1) / 2, (middle.top + middle.bottom) / 2
    beside = [line.at for line in verticals if line.start <= y <= line.stop]
    along = [line.at for line in horizontals if line.start <= x <= line.stop]
    left = max((at for at in beside if at <= x), default=None)
    right = min((at for at in beside if at > x), default=None)
    box = Box(
        0.0 if left is None else left,
        max((at for at in along if at <= y), default=0.0),
        page.width if right is None else right,
        min((at for at in along if at > y), default=page.height),
    )
    return box, left is not None, right is not None


def _joined(cells: Sequence[Cell]) -> list[Cell]:
    """Cells of one column whose heights overlap are one: a word at the edge missed an inner line."""
    done: list[Cell] = []
    for cell in sorted(cells, key=lambda each: (each.box.x0, each.box.x1, each.box.top)):
        last = done[-1] if done else None
        if (
            last is not None
            and last.bounded == cell.bounded
            and (last.box.x0, last.box.x1) == (cell.box.x0, cell.box.x1)
            and cell.box.top < last.box.bottom
        ):
            words = [word for line in (*last.lines, *cell.lines) for word in line]
            done[-1] = Cell(cell.page, last.box.union(cell.box), cell.bounded, text_lines(words))
        else:
            done.append(cell)
    return done


def text_lines(words: Iterable[Word]) -> tuple[tuple[Word, ...], ...]:
    """Words with boxes grouped into lines by their height on the page, each line left to right."""
    lines: list[list[Word]] = []
    bottom = 0.0
    for word in sorted(words, key=_middle):
        middle = _middle(word)
        if lines and middle < bottom:
            lines[-1].append(word)
        else:
            lines.append([word])
        box = box_of(word)
        lowest = middle + (box.bottom - box.top) * 0.4
        bottom = lowest if len(lines[-1]) == 1 else min(bottom, lowest)
    return tuple(tuple(sorted(line, key=lambda each: box_of(each).x0)) for line in lines)


def _middle(word: Word) -> float:
    box = box_of(word)
    return (box.top + box.bottom) / 2
