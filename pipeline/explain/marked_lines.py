"""The lines of a page around the words of a value, with those words marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import reduce
from itertools import groupby

from pipeline.document import Box, Document, Page, Word, box_of
from pipeline.layout.grid import cells_of, text_lines
from pipeline.records import Source

LINES_AROUND = 1
# Of a long text the first lines and the last ones are shown.
FIRST_LINES, LAST_LINES = 8, 3


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """The words of a line, left to right; `marked` says of each whether it is a word of the value."""

    page: int
    words: tuple[Word, ...]
    marked: tuple[bool, ...]

    @property
    def is_marked(self) -> bool:
        """Whether a word of the value stands in it."""
        return any(self.marked)

    @property
    def text(self) -> str:
        """The words with a space between them."""
        return " ".join(word.text for word in self.words)


def marked_lines(document: Document, source: Source) -> list[MarkedLine]:
    """The lines in which the source's words stand, with one before and one after in the same cell, page by page.

    A line of a document without ruling lines, or of plain text, is as wide as the page.
    """
    words = frozenset(source.words)
    pages = sorted({word.page for word in document.words if word.number in words})
    return [line for number in pages for line in _lines_of_page(document.pages[number - 1], words)]


def shortened(lines: Sequence[MarkedLine]) -> tuple[list[MarkedLine], int, list[MarkedLine]]:
    """The first lines, how many are left out, and the last ones.

    >>> [len(part) if isinstance(part, list) else part for part in shortened([MarkedLine(1, (), ())] * 20)]
    [8, 9, 3]
    >>> shortened([MarkedLine(1, (), ())] * 11)[1]
    0
    """
    left_out = len(lines) - FIRST_LINES - LAST_LINES
    if left_out <= 0:
        return list(lines), 0, []
    return list(lines[:FIRST_LINES]), left_out, list(lines[-LAST_LINES:])


def frames(document: Document, sources: Iterable[Source], page: int) -> list[Box]:
    """On one page, a box around the sources' words on each line of a cell; none without geometry."""
    words = frozenset(number for source in sources for number in source.words)
    lines = _lines_of_page(document.pages[page - 1], words)
    marked = [[word for word in line.words if word.number in words and word.box] for line in lines]
    return [reduce(Box.union, map(box_of, line)) for line in marked if line]


def _lines_of_page(page: Page, words: Set[int]) -> Iterator[MarkedLine]:
    for lines in _blocks(page):
        at = [place for place, line in enumerate(lines) if any(word.number in words for word in line)]
        if at:
            for line in lines[max(at[0] - LINES_AROUND, 0) : at[-1] + LINES_AROUND + 1]:
                yield MarkedLine(page.number, tuple(line), tuple(word.number in words for word in line))


def _blocks(page: Page) -> list[Sequence[Sequence[Word]]]:
    """The lines of each cell; of a page without geometry those of the page."""
    if all(word.box is not None for word in page.words):
        return [cell.lines for cell in cells_of(page)] if page.rulings else [text_lines(page.words)]
    return [[tuple(line) for _, line in groupby(page.words, key=lambda word: word.line)]]
