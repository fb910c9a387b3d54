"""The lines of a page around the words of a value, with those words marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import groupby

from msgspec import Struct

from pipeline.document import Box, Document, Page, Word, box_around, box_of
from pipeline.layout.grid import cells_of, text_lines
from pipeline.records import Source

LINES_AROUND = 1
# Of a long text the first lines and the last ones are shown.
FIRST_LINES, LAST_LINES = 8, 3


class MarkedLine(Struct, frozen=True):
    """The words of a line, left to right; `marked` says of each whether it is a word of the value."""

    page: int
    words: tuple[Word, ...]
    marked: tuple[bool, ...]

    @property
    def is_marked(self) -> bool:
        """Whether a word of the value stands in it."""
        return any(self.marked)

    @property
    def place(self) -> str:
        """Where it stands in a document without pages, "" where there are pages."""
        return self.words[0].place if self.words else ""

    @property
    def text(self) -> str:
        """The words with a space between them."""
        return " ".join(word.text for word in self.words)


class DocumentLines(Struct, frozen=True):
    """The lines of a document: `blocks` holds those of each cell, page by page, `places` the line of each word.

    A line of a page without ruling lines, or of plain text, is as wide as the page.
    """

    blocks: Sequence[tuple[int, Sequence[Sequence[Word]]]]
    places: Mapping[int, tuple[int, int]]


def document_lines(document: Document) -> DocumentLines:
    """The lines of all pages; a word is found by its number as the number of its block and of its line there."""
    blocks = [(page.number, lines) for page in document.pages for lines in _blocks(page)]
    places = {
        word.number: (at, place)
        for at, (_, lines) in enumerate(blocks)
        for place, line in enumerate(lines)
        for word in line
    }
    return DocumentLines(blocks, places)


def marked_lines(lines: DocumentLines, source: Source) -> list[MarkedLine]:
    """The lines in which the source's words stand, with one before and one after in the same cell, page by page."""
    return list(_marked(lines, frozenset(source.words)))


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


def frames(lines: DocumentLines, sources: Iterable[Source], page: int) -> list[Box]:
    """On one page, a box around the sources' words on each line of a cell; none without geometry."""
    words = frozenset(number for source in sources for number in source.words)
    on_page = (line for line in _marked(lines, words) if line.page == page)
    marked = [[word for word in line.words if word.number in words and word.box] for line in on_page]
    return [box_around([box_of(word) for word in line]) for line in marked if line]


def _marked(lines: DocumentLines, words: Set[int]) -> Iterator[MarkedLine]:
    met: dict[int, list[int]] = {}
    for at, place in sorted(lines.places[number] for number in words if number in lines.places):
        met.setdefault(at, []).append(place)
    for at, places in met.items():
        page, block = lines.blocks[at]
        for line in block[max(places[0] - LINES_AROUND, 0) : places[-1] + LINES_AROUND + 1]:
            yield MarkedLine(page, tuple(line), tuple(word.number in words for word in line))


def _blocks(page: Page) -> list[Sequence[Sequence[Word]]]:
    """The lines of each cell; of a page without geometry those of the page."""
    if all(word.box is not None for word in page.words):
        return [cell.lines for cell in cells_of(page)] if page.rulings else [text_lines(page.words)]
    return [[tuple(line) for _, line in groupby(page.words, key=lambda word: word.line)]]
