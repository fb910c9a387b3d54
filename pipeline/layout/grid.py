"""Ruling lines and words → cells: a word looks left, right, up and down to the next line."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from math import inf
from operator import attrgetter, itemgetter
from statistics import median

from msgspec import Struct
from msgspec.structs import replace

from pipeline.document import Box, Page, RulingLine, Word, box_around, box_of

# Lines nearer than this are one line drawn twice (measured: doubled borders are up to 0.8 pt apart).
SAME_LINE = 2.0
# Pieces of one line may have gaps where borders cross.
LINE_GAP = 4.0
# Lines of one paragraph stand no further apart, as a part of their height.
WITHIN_PARAGRAPH = 0.6
# A line whose ends are both this near to word edges, right under the words, underlines them.
UNDERLINE_SLACK = 2.5
_LEFT_EDGE = attrgetter("box.x0")
# Where the lines on both sides of something are, None where there is none.
_Between = tuple[float | None, float | None]


class Cell(Struct, frozen=True):
    """Words of one cell of one page, as lines from top to bottom.

    `box` reaches to the page's edge where no line bounds the cell; `bounded`
    says whether a vertical line stands to its left, and to its right.
    """

    page: int
    box: Box
    bounded: tuple[bool, bool]
    lines: tuple[tuple[Word, ...], ...]

    def __hash__(self) -> int:
        """Cells of a page have places of their own."""
        return hash((self.page, self.box))


def cells_of(page: Page) -> list[Cell]:
    """The cells of a page that hold a word, from top to bottom, then left to right."""
    verticals = merged([line for line in page.rulings if line.axis == "vertical"])
    words = WordsByBottom(page.words)
    across = [line for line in page.rulings if line.axis == "horizontal"]
    horizontals = merged([line for line in across if _is_border(line, verticals) or not is_underline(line, words)])
    words_of = _words_between(lengthened(verticals, horizontals, page.words), horizontals, page.words)
    cells = [_cell(page, *around, inside) for around, inside in words_of.items()]
    return sorted(_joined(cells), key=lambda cell: (round(cell.box.top), cell.box.x0))


def _words_between(
    verticals: Sequence[RulingLine], horizontals: Sequence[RulingLine], words: Sequence[Word]
) -> Mapping[tuple[_Between, _Between], list[Word]]:
    """The words by the vertical and the horizontal lines around their middles."""
    beside, along = _Bands(verticals), _Bands(horizontals)
    words_of: dict[tuple[_Between, _Between], list[Word]] = defaultdict(list)
    left, right, top, bottom = inf, -inf, inf, -inf
    for word in words:
        box = word.box or box_of(word)
        x, y = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2
        if not (left < x < right and top < y < bottom):  # most words stand in the cell of the word before
            sides, ends = beside.around(y, x), along.around(x, y)
            inside = words_of[sides, ends]
            left, right = _narrowed(along.stretch(x), sides)
            top, bottom = _narrowed(beside.stretch(y), ends)
        inside.append(word)
    return words_of


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


def lengthened(
    verticals: Sequence[RulingLine], horizontals: Sequence[RulingLine], words: Sequence[Word]
) -> list[RulingLine]:
    """The vertical lines; those beside a cell that is open at the table's end are lengthened by its text below.

    Browsers end the borders of a row at a page end with its shortest cell, and set the others on below.
    """
    lowest = max((line.stop for line in verticals), default=0.0)
    ending = sorted((line for line in verticals if lowest - line.stop <= SAME_LINE), key=attrgetter("at"))
    stops = {line.at: line.stop for line in ending}
    for left, right in pairwise(ending):
        middle = (left.at + right.at) / 2
        closed = any(abs(line.at - lowest) <= SAME_LINE and line.start <= middle <= line.stop for line in horizontals)
        if not closed:
            end = _text_end([box for box in map(box_of, words) if left.at <= box.x0 < right.at], lowest)
            stops.update({line.at: max(stops[line.at], end) for line in (left, right)})
    return [replace(line, stop=stops[line.at]) if lowest - line.stop <= SAME_LINE else line for line in verticals]


def _text_end(column: Sequence[Box], lowest: float) -> float:
    """Where the text ends that stands above this height and, line by line, goes on below it."""
    end = max((box.bottom for box in column if (box.top + box.bottom) / 2 <= lowest), default=None)
    for box in sorted(column, key=attrgetter("top")):
        if end is not None and box.bottom > end:
            if box.top - end > (box.bottom - box.top) * WITHIN_PARAGRAPH:
                break
            end = box.bottom
    return lowest if end is None else max(end, lowest)


def _by_position(lines: Sequence[RulingLine]) -> list[list[RulingLine]]:
    groups: list[list[RulingLine]] = []
    for line in sorted(lines, key=lambda each: each.at):
        if groups and line.at - groups[-1][-1].at <= SAME_LINE:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


class WordsByBottom:
    """The boxes of words, found by where they end below."""

    def __init__(self, words: Sequence[Word]) -> None:
        self._words = words

    @cached_property
    def _boxes(self) -> list[Box]:
        """Sorted only where a line may underline something: most are borders."""
        return sorted([word.box for word in self._words if word.box is not None], key=attrgetter("bottom"))

    @cached_property
    def _bottoms(self) -> list[float]:
        return [box.bottom for box in self._boxes]

    @cached_property
    def _tallest(self) -> float:
        return max([box.bottom - box.top for box in self._boxes], default=0.0)

    def ending_near(self, at: float) -> list[Box]:
        """Those whose lower half reaches to this height, or ends right above it, and perhaps others near by."""
        first = bisect_left(self._bottoms, at - UNDERLINE_SLACK)
        last = bisect_right(self._bottoms, at + self._tallest)
        return self._boxes[first:last]


class _Bands:
    """Lines of one axis by the place on it: between the ends of lines the same ones are met."""

    def __init__(self, lines: Sequence[RulingLine]) -> None:
        self._lines = lines
        self._ends = sorted({end for line in lines for end in (line.start, line.stop)})
        self._known: dict[tuple[int, bool], list[float]] = {}

    def around(self, place: float, at: float) -> _Between:
        """The nearest lines that reach over `place`: the last one up to `at`, and the first one behind it."""
        first = bisect_left(self._ends, place)
        at_end = first < len(self._ends) and self._ends[first] == place
        lines = self._known.get((first, at_end))
        if lines is None:
            lines = sorted(line.at for line in self._lines if line.start <= place <= line.stop)
            self._known[first, at_end] = lines
        behind = bisect_right(lines, at)
        return (lines[behind - 1] if behind else None, lines[behind] if behind < len(lines) else None)

    def stretch(self, place: float) -> tuple[float, float]:
        """Between which ends of lines `place` stands, infinite where there is none; twice itself where it is one."""
        first, behind = bisect_left(self._ends, place), bisect_right(self._ends, place)
        before = self._ends[behind - 1] if behind else -inf
        return before, self._ends[first] if first < len(self._ends) else inf


def _narrowed(stretch: tuple[float, float], between: _Between) -> tuple[float, float]:
    """The part of the stretch that lies between the lines."""
    (start, stop), (first, last) = stretch, between
    return start if first is None else max(start, first), stop if last is None else min(stop, last)


def _is_border(line: RulingLine, verticals: Sequence[RulingLine]) -> bool:
    """Whether both ends of a line meet vertical lines, as the border of a cell does and no underline."""
    meeting = [each.at for each in verticals if each.start - SAME_LINE <= line.at <= each.stop + SAME_LINE]
    return all(any(abs(at - end) <= SAME_LINE for at in meeting) for end in (line.start, line.stop))


def is_underline(line: RulingLine, words: WordsByBottom) -> bool:
    """Whether a horizontal line only underlines words: it ends where words end, right below them."""
    above = [
        box
        for box in words.ending_near(line.at)
        if (box.top + box.bottom) / 2 <= line.at <= box.bottom + UNDERLINE_SLACK
        and box.x0 >= line.start - UNDERLINE_SLACK
        and box.x1 <= line.stop + UNDERLINE_SLACK
    ]
    if not above:
        return False
    starts, stops = min(box.x0 for box in above), max(box.x1 for box in above)
    return abs(starts - line.start) <= UNDERLINE_SLACK and abs(stops - line.stop) <= UNDERLINE_SLACK


def _cell(page: Page, beside: _Between, along: _Between, words: Sequence[Word]) -> Cell:
    """The cell between these lines, or the page's edges where there is none."""
    (left, right), (top, bottom) = beside, along
    box = Box(
        0.0 if left is None else left,
        0.0 if top is None else top,
        page.width if right is None else right,
        page.height if bottom is None else bottom,
    )
    return Cell(page.number, box, (left is not None, right is not None), text_lines(words))


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
            done[-1] = Cell(cell.page, box_around((last.box, cell.box)), cell.bounded, text_lines(words))
        else:
            done.append(cell)
    return done


def text_lines(words: Iterable[Word]) -> tuple[tuple[Word, ...], ...]:
    """Words with boxes grouped into lines by their height on the page, each line left to right."""
    lines: list[list[Word]] = []
    end = 0.0
    for middle, height, run in _runs_by_height(words):
        lowest = middle + height * 0.4
        if lines and middle < end:
            lines[-1] += run
            end = min(end, lowest)
        else:
            lines.append(run)
            end = lowest
    return tuple([tuple(sorted(line, key=_LEFT_EDGE)) for line in lines])


def _runs_by_height(words: Iterable[Word]) -> list[tuple[float, float, list[Word]]]:
    """Runs of words that follow each other with one top and bottom, as most do, each with its middle and height."""
    runs: list[tuple[float, float, list[Word]]] = []
    top, bottom = 0.0, 0.0
    for word in words:
        box = word.box or box_of(word)
        if box.top == top and box.bottom == bottom and top < bottom:
            runs[-1][2].append(word)
        else:
            top, bottom = box.top, box.bottom
            runs.append(((top + bottom) / 2, bottom - top, [word]))
    return sorted(runs, key=itemgetter(0))
