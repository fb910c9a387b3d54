"""Blocks → a page in a room of its own: as wide as its longest lines, each cell between ruling lines.

A Word file has no places on paper, yet all that is known of forms is told by
places. In this room a cell is a cell whether its borders are drawn or not, and
no line is wrapped. Where something stands in it says nothing about paper and is
shown to nobody: words say their place in the document instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate

from msgspec import Struct, field

from pipeline.document import Box, Page, Picture, RulingLine, Word
from pipeline.sources.docx.blocks import Block, Paragraph, Table, TableCell
from pipeline.sources.docx.set_lines import SetWord, set_lines

# In points: a line, from one to the next, and from one paragraph to the next.
HEIGHT, PITCH, PARAGRAPH_PITCH = 10.0, 14.0, 21.0
# Text keeps away from ruling lines, so that none looks like an underline; a column has room behind its longest line.
PADDING, ROOM = 6.0, 60.0
# The text keeps away from the edges of the page too, where letterheads and page numbers stand.
MARGIN, TOP_SHARE = 100.0, 0.15


class _SetParagraph(Struct, frozen=True):
    place: str
    lines: tuple[tuple[SetWord, ...], ...]
    pictures: tuple[tuple[float, float], ...] = ()

    @property
    def width(self) -> float:
        return max((line[-1].stop for line in self.lines if line), default=0.0)

    @property
    def height(self) -> float:
        return max(0, len(self.lines) - 1) * PITCH + PARAGRAPH_PITCH


class _SetCell(Struct, frozen=True):
    cell: TableCell
    blocks: tuple[_Set, ...]

    @property
    def width(self) -> float:
        return max((block.width for block in self.blocks), default=0.0) + 2 * PADDING + ROOM

    @property
    def height(self) -> float:
        return sum(block.height for block in self.blocks) + 2 * PADDING


class _SetTable(Struct, frozen=True):
    rows: tuple[tuple[_SetCell, ...], ...]
    columns: tuple[float, ...]

    @property
    def width(self) -> float:
        return sum(self.columns)

    @property
    def height(self) -> float:
        return sum(map(_row_height, self.rows)) + PARAGRAPH_PITCH


_Set = _SetParagraph | _SetTable


def _row_height(row: Sequence[_SetCell]) -> float:
    return max(cell.height for cell in row)


class _Placed(Struct):
    """Words and ruling lines as they are placed, in reading order."""

    words: list[Word] = field(default_factory=list)
    rulings: list[RulingLine] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    line: int = 0

    def place_all(self, blocks: Iterable[_Set], left: float, right: float, top: float) -> float:
        """Places the blocks one below the other; gives where the last one ends.

        A table parts what stands above it from what stands below over the whole width.
        """
        for block in blocks:
            if isinstance(block, _SetParagraph):
                self._place_paragraph(block, left, top)
            else:
                bottom = self._place_table(block, left, top)
                self.rulings += [RulingLine("horizontal", at, left, right) for at in (top, bottom)]
            top += block.height
        return top

    def _place_paragraph(self, paragraph: _SetParagraph, left: float, top: float) -> None:
        self.line += 1
        self.pictures += [
            Picture(Box(left, top, left + HEIGHT, top + HEIGHT), *size, place=paragraph.place)
            for size in paragraph.pictures
        ]
        for row, line in enumerate(paragraph.lines):
            at = top + row * PITCH
            for word in line:
                box = Box(left + word.start, at, left + word.stop, at + HEIGHT)
                number = len(self.words)
                self.words.append(
                    Word(word.text, number, 1, box, self.line, word.bold, place=paragraph.place, apart=word.apart)
                )
            self.line += 1

    def _place_table(self, table: _SetTable, left: float, top: float) -> float:
        """Places the rows; gives where the last one ends."""
        edges = [left + edge for edge in accumulate(table.columns, initial=0.0)]
        for row in table.rows:
            bottom = top + _row_height(row)
            for each in row:
                x0, x1 = edges[each.cell.column], edges[each.cell.column + each.cell.span]
                self.rulings += [RulingLine("vertical", at, top, bottom) for at in (x0, x1)]
                self.rulings += [] if each.cell.merged else [RulingLine("horizontal", top, x0, x1)]
                self.place_all(each.blocks, x0 + PADDING, x1 - PADDING, top + PADDING)
            top = bottom
        return top


def page_of_blocks(blocks: Sequence[Block]) -> Page:
    """One page that holds them all."""
    done = _with_one_first_column([_set(block) for block in blocks])
    height = sum(block.height for block in done)
    placed = _Placed()
    width = max((block.width for block in done), default=0.0) + 2 * MARGIN
    bottom = placed.place_all(done, MARGIN, width - MARGIN, MARGIN + height * TOP_SHARE)
    return Page(1, width, bottom + MARGIN, tuple(placed.words), tuple(placed.rulings), pictures=tuple(placed.pictures))


def words_beside(paragraphs: Iterable[Paragraph], first_number: int) -> tuple[Word, ...]:
    """The words of paragraphs that stand beside the text, in no room."""
    words: list[Word] = []
    for paragraph in paragraphs:
        for line in set_lines(paragraph):
            words += [
                Word(word.text, first_number + len(words) + place, 1, bold=word.bold, place=paragraph.place)
                for place, word in enumerate(line)
            ]
    return tuple(words)


def _set(block: Block) -> _Set:
    if isinstance(block, Paragraph):
        return _SetParagraph(block.place, set_lines(block), block.pictures)
    return _set_table(block)


def _set_table(table: Table) -> _SetTable:
    rows = tuple(
        tuple(_SetCell(cell, tuple(_set(block) for block in cell.blocks)) for cell in row) for row in table.rows
    )
    return _SetTable(rows, _columns([cell for row in rows for cell in row]))


def _columns(cells: Sequence[_SetCell]) -> tuple[float, ...]:
    """How wide each grid column is, so that every cell has room; what a wide cell lacks its last column gets."""
    count = max(each.cell.column + each.cell.span for each in cells)
    widths = [0.0] * count
    for each in sorted(cells, key=lambda each: (each.cell.span, each.cell.column)):
        start, stop = each.cell.column, each.cell.column + each.cell.span
        widths[stop - 1] += max(0.0, each.width - sum(widths[start:stop]))
    return tuple(max(width, 2 * PADDING) for width in widths)


def _with_one_first_column(blocks: Sequence[_Set]) -> list[_Set]:
    """The first columns of all tables made equal: a form may be written as a table for each of its rows."""
    several = (block.columns for block in blocks if isinstance(block, _SetTable) and len(block.columns) > 1)
    first = max((columns[0] for columns in several), default=0.0)
    return [
        _SetTable(block.rows, (first, *block.columns[1:]))
        if isinstance(block, _SetTable) and len(block.columns) > 1
        else block
        for block in blocks
    ]
