"""Cells → the rows of the form, on over page ends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property

from msgspec import Struct

from pipeline.document import Document, Word, box_of
from pipeline.forms.template import Form
from pipeline.layout.furniture import Line, line_text, page_furniture, repeated_edges, stamp_words
from pipeline.layout.grid import Cell, cells_of, text_lines
from pipeline.layout.gutters import parted_at_gutters
from pipeline.layout.label_column import with_label_border
from pipeline.layout.paragraphs import leading_of, text_lines_of
from pipeline.layout.reading_order import in_reading_order
from pipeline.layout.row_starts import SAME_BORDER, RowStart, label_cells, row_starts, with_heads_above_page_ends
from pipeline.passage import Passage, TextLine, passage_of

# Cells that begin this near to each other stand in one column.
SAME_COLUMN = 12.0
# The part of a page's height in which a letterhead stands.
TOP_MARGIN = 0.08


class CellText(Struct, frozen=True, dict=True):
    """What one cell of one page adds to a row; its edges place it there, 0 without geometry."""

    page: int
    left: float
    right: float
    top: float
    lines: tuple[TextLine, ...]
    bottom: float = 0.0

    @cached_property
    def passage(self) -> Passage:
        """Its lines joined."""
        return passage_of(self.lines)


class FormRow(Struct, frozen=True, dict=True):
    """A field of the form: the words of its label, and its cells page by page, top to bottom, left to right.

    `parted` holds the cells once more, parted where only white space makes columns.
    """

    code: str
    label: tuple[Word, ...]
    cells: tuple[CellText, ...]
    parted: tuple[CellText, ...] = ()

    @cached_property
    def lines(self) -> tuple[TextLine, ...]:
        """All lines, column by column, so that a page end changes nothing in their order."""
        lines = lines_by_column(self.parted or self.cells)
        return lines if self.parted else in_reading_order(lines)

    @cached_property
    def passage(self) -> Passage:
        """All lines joined."""
        return passage_of(self.lines)


def lines_by_column(cells: Sequence[CellText]) -> tuple[TextLine, ...]:
    """The lines of the cells, column by column."""
    return tuple(line for column in columns_of(cells) for cell in column for line in cell.lines)


def columns_of(cells: Sequence[CellText]) -> list[list[CellText]]:
    """The cells by the column that they stand in, left to right, each column on over page ends."""
    columns: list[list[CellText]] = []
    for cell in sorted(cells, key=lambda each: each.left):
        if columns and cell.left - columns[-1][0].left <= SAME_COLUMN:
            columns[-1].append(cell)
        else:
            columns.append([cell])
    return [sorted(column, key=lambda each: (each.page, each.top)) for column in columns]


class FilledForm(Struct, frozen=True):
    """A document seen as its form: the title above it, the rows found, and the page furniture.

    Words that are in none of the three stand outside the form.
    """

    title: tuple[TextLine, ...]
    rows: tuple[FormRow, ...]
    furniture: frozenset[Word]

    @property
    def label_letters(self) -> int:
        """How many letters the labels hold that were found."""
        return sum(len(word.text) for row in self.rows for word in row.label)


def filled_form(document: Document, form: Form) -> FilledForm:
    """The rows of a document with geometry; no rows where no label of the form was found."""
    ruled = {page.number: cells_of(page) for page in document.pages}
    column = _label_column([cell for cells in ruled.values() for cell in cells], form)
    bordered = with_label_border(document, form, len(column.starts))
    pages = ruled if bordered is document else {page.number: cells_of(page) for page in bordered.pages}
    furniture = _furniture(document, pages)
    cells = [kept for page in pages.values() for cell in page if (kept := _without(cell, furniture)).lines]
    if [cell for cell in cells if cell.bounded[1]] != column.found_in:
        column = _label_column(cells, form)
    content = [cell for cell in cells if cell not in column.cells]
    starts = with_heads_above_page_ends(column.starts, content, form)
    letterhead = _letterhead(document, content, form.title_stem)
    content = [kept for cell in content if (kept := _without(cell, letterhead)).lines]
    title = [cell for cell in content if not starts or _place(cell) < (starts[0].page, starts[0].top - SAME_BORDER)]
    in_title = set(title)
    inside = [cell for cell in content if cell not in in_title and any(cell.bounded)]
    columned = {field.code for field in form.fields if field.reader == "finances"}
    return FilledForm(
        tuple(line for cell in title for line in text_lines_of([cell])[cell]),
        tuple(_rows(starts, inside, columned, leading_of(cells))),
        frozenset(furniture | letterhead),
    )


class _LabelColumn(Struct, frozen=True):
    """The column of labels, where rows begin in it, and the cells that can be in it: a line stands to their right."""

    cells: frozenset[Cell]
    starts: list[RowStart]
    found_in: list[Cell]


def _label_column(cells: Sequence[Cell], form: Form) -> _LabelColumn:
    beside = [cell for cell in cells if cell.bounded[1]]
    labels = label_cells(beside, form)
    return _LabelColumn(frozenset(labels), row_starts(labels, form), beside)


def _place(cell: Cell) -> tuple[int, float]:
    box = cell.lines[0][0].box
    return cell.page, box.top if box else 0.0


def _furniture(document: Document, pages: dict[int, list[Cell]]) -> set[Word]:
    outer = {
        page: [line for cell in cells if not any(cell.bounded) for line in cell.lines] for page, cells in pages.items()
    }
    found = page_furniture(outer)
    whole = {page.number: text_lines(page.words) for page in document.pages}
    for lines in (*whole.values(), *(cell.lines for cells in pages.values() for cell in cells)):
        found |= stamp_words(lines)
    return found | repeated_edges(whole)


def _letterhead(document: Document, content: Sequence[Cell], title_stem: str) -> set[Word]:
    """The lines in the top margin of the first page, where the title begins further down."""
    first = document.pages[0]
    above = [line for cell in content if cell.page == first.number and not any(cell.bounded) for line in cell.lines]
    title = next((i for i, line in enumerate(above) if title_stem in line_text(line).casefold()), 0)
    lines = [line for line in above[:title] if line[0].box and line[0].box.bottom < first.height * TOP_MARGIN]
    return {word for line in lines for word in line}


def _without(cell: Cell, words: set[Word]) -> Cell:
    if not words or all(map(words.isdisjoint, cell.lines)):
        return cell
    lines = tuple(kept for line in cell.lines if (kept := tuple(word for word in line if word not in words)))
    return Cell(cell.page, cell.box, cell.bounded, lines)


def _rows(starts: Sequence[RowStart], cells: Sequence[Cell], columned: set[str], leading: float) -> list[FormRow]:
    """The rows with their cells; those of `columned` fields also parted at gutters."""
    parts: list[list[Cell]] = [[] for _ in starts]
    for cell in cells:
        for start, part in _by_row(cell, starts).items():
            parts[start].append(part)
    rows = []
    for beginning, cells_here in zip(starts, parts, strict=True):
        code = beginning.match.code
        texts, parted = (
            whole_and_parted(cells_here, leading) if code in columned else (cell_texts(cells_here, leading), ())
        )
        rows.append(FormRow(code, beginning.label, texts, parted))
    return rows


def whole_and_parted(cells: Sequence[Cell], leading: float) -> tuple[tuple[CellText, ...], tuple[CellText, ...]]:
    """What the cells of a row add to it, and once more with the cells parted at gutters; most have none."""
    whole, parted = _in_order(cells), _in_order(parted_at_gutters(cells))
    texts = cell_texts(whole, leading)
    return texts, texts if parted == whole else cell_texts(parted, leading)


def cell_texts(cells: Sequence[Cell], leading: float) -> tuple[CellText, ...]:
    """What the cells of a row add to it; `leading` is the document's (see `leading_of`)."""
    ordered = _in_order(cells)
    lines_of = text_lines_of(ordered, leading)
    return tuple(
        CellText(cell.page, cell.box.x0, cell.box.x1, cell.box.top, lines_of[cell], cell.box.bottom) for cell in ordered
    )


def _in_order(cells: Sequence[Cell]) -> list[Cell]:
    return sorted(cells, key=lambda each: (each.page, round(each.box.top), each.box.x0))


def _by_row(cell: Cell, starts: Sequence[RowStart]) -> dict[int, Cell]:
    """The cell's lines by the row that they stand in; a cell without a line between two rows is parted there."""
    before = max([i for i, start in enumerate(starts) if start.page < cell.page], default=0)
    here = [(i, start.top) for i, start in enumerate(starts) if start.page == cell.page and i > before]
    if not here:
        return {before: cell}
    lines_of: dict[int, list[Line]] = defaultdict(list)
    for line in cell.lines:
        box = box_of(line[0])
        middle = (box.top + box.bottom) / 2
        lines_of[max([i for i, top in here if top <= middle], default=before)].append(line)
    return {row: Cell(cell.page, cell.box, cell.bounded, tuple(lines)) for row, lines in lines_of.items()}
