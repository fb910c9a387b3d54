"""Cells → the rows of the form, on over page ends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.document import Document, Word, box_of
from pipeline.forms.matching import LabelMatch, label_matches, labels_each_once
from pipeline.forms.template import Form
from pipeline.layout.furniture import Line, line_text, page_furniture, repeated_edges, stamp_words
from pipeline.layout.grid import Cell, cells_of, text_lines
from pipeline.layout.gutters import parted_at_gutters
from pipeline.layout.label_column import with_label_border
from pipeline.layout.paragraphs import text_lines_of
from pipeline.passage import TextLine

# Borders of one column may be drawn this far apart on different pages.
SAME_BORDER = 4.0
# Cells that begin this near to each other stand in one column.
SAME_COLUMN = 12.0
# The part of a page's height in which a letterhead stands.
TOP_MARGIN = 0.08


@dataclass(frozen=True, slots=True)
class CellText:
    """What one cell of one page adds to a row; `left`, `right` and `top` place it there, 0 without geometry."""

    page: int
    left: float
    right: float
    top: float
    lines: tuple[TextLine, ...]


@dataclass(frozen=True, slots=True)
class FormRow:
    """A field of the form: the words of its label, and its cells page by page, top to bottom, left to right.

    `parted` holds the cells once more, parted where only white space makes columns.
    """

    code: str
    label: tuple[Word, ...]
    cells: tuple[CellText, ...]
    parted: tuple[CellText, ...] = ()

    @property
    def lines(self) -> tuple[TextLine, ...]:
        """All lines, column by column, so that a page end changes nothing in their order."""
        return lines_by_column(self.parted or self.cells)


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


@dataclass(frozen=True, slots=True)
class FilledForm:
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


@dataclass(frozen=True, slots=True)
class _Start:
    """Where a row begins: page and height on it."""

    match: LabelMatch
    label: tuple[Word, ...]
    page: int
    top: float


def filled_form(document: Document, form: Form) -> FilledForm:
    """The rows of a document with geometry; no rows where no label of the form was found."""
    document = with_label_border(document, form, _ruled_labels(document, form))
    pages = {page.number: cells_of(page) for page in document.pages}
    furniture = _furniture(document, pages)
    cells = [kept for page in pages.values() for cell in page if (kept := _without(cell, furniture)).lines]
    label_cells = _label_cells(cells, form)
    starts = _row_starts(label_cells, form)
    content = [cell for cell in cells if cell not in label_cells]
    furniture |= _letterhead(document, content, form.title_stem)
    content = [kept for cell in content if (kept := _without(cell, furniture)).lines]
    title = [cell for cell in content if not starts or _place(cell) < (starts[0].page, starts[0].top - SAME_BORDER)]
    inside = [cell for cell in content if cell not in title and any(cell.bounded)]
    return FilledForm(
        tuple(line for cell in title for line in text_lines_of([cell])[cell]),
        tuple(_rows(starts, inside, {field.code for field in form.fields if field.reader == "finances"})),
        frozenset(furniture),
    )


def _ruled_labels(document: Document, form: Form) -> int:
    """How many labels stand in a column that ruling lines show."""
    return len(_row_starts(_label_cells([cell for page in document.pages for cell in cells_of(page)], form), form))


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
    lines = tuple(kept for line in cell.lines if (kept := tuple(word for word in line if word not in words)))
    return Cell(cell.page, cell.box, cell.bounded, lines)


def _words_and_starts(lines: Sequence[Line]) -> tuple[list[str], list[int]]:
    words: list[str] = []
    starts: list[int] = []
    for line in lines:
        starts.append(len(words))
        words += [word.text for word in line]
    return words, starts


def _label_cells(cells: Sequence[Cell], form: Form) -> list[Cell]:
    """The cells of the column in which most letters of labels stand, on all pages."""
    letters: dict[float, int] = defaultdict(int)
    for cell in cells:
        if cell.bounded[1]:
            for match in labels_each_once(label_matches(form, *_words_and_starts(cell.lines[:12]))):
                letters[cell.box.x1] += match.letters if match.start == 0 else 0
    if not letters:
        return []
    border = max(letters, key=lambda at: sum(n for other, n in letters.items() if abs(other - at) <= SAME_BORDER))
    return [cell for cell in cells if cell.bounded[1] and cell.box.x1 <= border + SAME_BORDER]


def _row_starts(label_cells: Sequence[Cell], form: Form) -> list[_Start]:
    """The rows' beginnings in document order; a label may run on over a page end."""
    lines = [(cell, line) for cell in label_cells for line in cell.lines]
    words = [word for _, line in lines for word in line]
    cell_of = [cell for cell, line in lines for _ in line]
    texts, line_starts = _words_and_starts([line for _, line in lines])
    matches = labels_each_once(label_matches(form, texts, line_starts))
    starts = []
    for place, match in enumerate(matches):
        following = matches[place + 1].start if place + 1 < len(matches) else len(words)
        cell, first = cell_of[match.start], words[match.start]
        opens_cell = cell.lines[0][0] is first
        bounded_above = opens_cell and cell.box.top > 0
        top = cell.box.top if bounded_above else box_of(first).top - 1
        starts.append(_Start(match, tuple(words[match.start : following]), cell.page, top))
    return starts


def _rows(starts: Sequence[_Start], cells: Sequence[Cell], columned: set[str]) -> list[FormRow]:
    """The rows with their cells; those of `columned` fields also parted at gutters."""
    parts: list[list[Cell]] = [[] for _ in starts]
    for cell in cells:
        for start, part in _by_row(cell, starts).items():
            parts[start].append(part)
    rows = []
    for beginning, cells_here in zip(starts, parts, strict=True):
        code = beginning.match.code
        parted = _cell_texts(parted_at_gutters(cells_here)) if code in columned else ()
        rows.append(FormRow(code, beginning.label, _cell_texts(cells_here), parted))
    return rows


def _cell_texts(cells: Sequence[Cell]) -> tuple[CellText, ...]:
    ordered = sorted(cells, key=lambda each: (each.page, round(each.box.top), each.box.x0))
    lines_of = text_lines_of(ordered)
    return tuple(CellText(cell.page, cell.box.x0, cell.box.x1, cell.box.top, lines_of[cell]) for cell in ordered)


def _by_row(cell: Cell, starts: Sequence[_Start]) -> dict[int, Cell]:
    """The cell's lines by the row that they stand in; a cell without a line between two rows is parted there."""
    lines_of: dict[int, list[Line]] = defaultdict(list)
    for line in cell.lines:
        box = box_of(line[0])
        place = (cell.page, (box.top + box.bottom) / 2)
        row = max((i for i, start in enumerate(starts) if (start.page, start.top) <= place), default=0)
        lines_of[row].append(line)
    return {row: Cell(cell.page, cell.box, cell.bounded, tuple(lines)) for row, lines in lines_of.items()}
