"""The cells of a finance row as rows of a table, also where only white space makes its columns."""

from __future__ import annotations

from collections.abc import Sequence

import regex
from msgspec.structs import replace

from pipeline.layout.rows import SAME_COLUMN, CellText
from pipeline.passage import TextLine
from pipeline.patterns import compiled

# Cells of one row begin, and lines of one row stand, this near to each other in height.
SAME_ROW = 3.0
# The text of a cell breaks off within a date or a joint.
_OPEN = compiled(r"(?:(?<=[\p{L}\d.]\s*)[-–—]|(?<!\p{L})(?:līdz|no|gada|un)|(?<!\d)\d{1,2}\.)$", regex.IGNORECASE)
_FIGURE = compiled(r"[€\s]*\d[\d\s.,]*(?:euro|eiro|eur|€)?[\s.]*", regex.IGNORECASE)
# A number without decimals at a line end, and a group of three digits that may go on with it.
_CUT = compiled(r"(?<![\d,.])\d{1,3}(?:\s\d{3})*$")
_CUT_REST = compiled(r"(?:\d{3}(?!\d)|(?:euro|eiro|eur)\b|,\d\d)", regex.IGNORECASE)


def merged_figures(cells: Sequence[CellText]) -> list[CellText]:
    """The cells of figures that reach over several rows or columns: nobody can say whose they are."""
    return [cell for cell in cells if _is_figure(cell) and (_is_tall(cell, cells) or _is_wide(cell, cells))]


def _is_figure(cell: CellText) -> bool:
    """Whether a cell is a single amount, with or without its currency."""
    text = " ".join(_text(line) for line in cell.lines)
    return len(cell.lines) > 0 and _FIGURE.fullmatch(text) is not None


def _is_tall(cell: CellText, cells: Sequence[CellText]) -> bool:
    """Whether other figures begin beside a cell, below where it begins."""
    beside = [each for each in cells if each.page == cell.page and abs(each.left - cell.left) > SAME_COLUMN]
    return any(_is_figure(each) and cell.top + SAME_ROW < each.top < cell.bottom - SAME_ROW for each in beside)


def _is_wide(cell: CellText, cells: Sequence[CellText]) -> bool:
    """Whether two other figures stand one beside the other above or below a cell."""
    others = [each for each in cells if each.page == cell.page and abs(each.top - cell.top) > SAME_ROW]
    under = [each for each in others if cell.left - SAME_COLUMN < each.left and each.right < cell.right + SAME_COLUMN]
    lefts = {round(each.left) for each in under if _is_figure(each)}
    return len(lefts) > 1


def table_rows(cells: Sequence[CellText]) -> list[list[CellText]]:
    """The rows from top to bottom, each from left to right.

    Cells that begin at one height, or stand side by side, make a row; where it
    holds several lines of figures side by side, each line of figures is a row.
    """
    bands: list[list[CellText]] = []
    for cell in sorted((cell for cell in cells if cell.lines), key=lambda each: (each.page, each.top, each.left)):
        if bands and _stands_beside(cell, bands[-1]):
            bands[-1].append(cell)
        else:
            bands.append([cell])
    rows = [row for band in bands for row in (_rows_of_lines(band) if _is_block(band) else [band])]
    return _over_page_ends([sorted(row, key=lambda cell: cell.left) for row in rows])


def _over_page_ends(rows: Sequence[list[CellText]]) -> list[list[CellText]]:
    """The rows, those that a page end had cut whole again.

    Below it they lack the first column or any figure, or have just the columns that the row above it lacks.
    """
    whole: list[list[CellText]] = []
    for row in rows:
        above = whole[-1] if whole else []
        lefts = [cell.left for cell in above]
        fits = bool(above) and len(above) > 1 and all(cell.left in lefts for cell in row)
        cut = fits and (row[0].left > lefts[0] or all(_continues(cell, above[lefts.index(cell.left)]) for cell in row))
        below_page_end = bool(above) and row[0].page != above[-1].page
        if below_page_end and fits and cut:
            below = {cell.left: cell.lines for cell in row}
            whole[-1] = [replace(cell, lines=(*cell.lines, *below.get(cell.left, ()))) for cell in above]
        elif (
            below_page_end
            and len(above) > 1
            and row[0].left > above[-1].left
            and row[0].left >= above[-1].right - SAME_ROW
        ):
            whole[-1] = [*above, *row]
        else:
            whole.append(row)
    return whole


def _stands_beside(cell: CellText, band: Sequence[CellText]) -> bool:
    """Whether a cell begins at the height of a band, or its text stands beside the band's text."""
    if cell.page != band[0].page:
        return False
    bottom = max(_height(other.lines[-1]) for other in band)
    in_its_column = any(other.left == cell.left for other in band)
    return abs(cell.top - band[0].top) <= SAME_ROW or (_height(cell.lines[0]) < bottom and not in_its_column)


def _is_block(band: Sequence[CellText]) -> bool:
    """Whether at least two cells side by side hold more than one line of figures, or one below a head."""
    figures = [[_has_figure(each.lines[0]) for each in _lines(cell)] for cell in band]
    return sum(sum(lines) > 1 or lines[:2] == [False, True] for lines in figures) > 1


def _has_figure(line: TextLine) -> bool:
    return any(map(str.isdigit, "".join([word.text for word in line.words])))


def _rows_of_lines(band: Sequence[CellText]) -> list[list[CellText]]:
    """The band's lines by height; one whose every cell goes on from the cell above it belongs to the row above."""
    rows: list[list[CellText]] = []
    for line in sorted((line for cell in band for line in _lines(cell)), key=lambda each: each.top):
        if rows and line.top - rows[-1][0].top <= SAME_ROW:
            rows[-1].append(line)
        else:
            rows.append([line])
    whole: list[list[CellText]] = []
    for row in rows:
        above = {cell.left: cell for cell in whole[-1]} if whole else {}
        if all(each.left in above and _continues(each, above[each.left]) for each in row):
            below = {each.left: each.lines for each in row}
            whole[-1] = [replace(cell, lines=(*cell.lines, *below.get(cell.left, ()))) for cell in whole[-1]]
        else:
            whole.append(row)
    return whole


def _goes_on(line: TextLine) -> bool:
    """Whether a line is the end of a purpose or a period that did not fit into one line."""
    return line.words[0].text[:1].islower()


def _continues(cell: CellText, above: CellText) -> bool:
    """Whether a cell goes on from the one above it: in lower case, or because that breaks off within a period."""
    return _goes_on(cell.lines[0]) or _OPEN.search(_text(above.lines[-1])) is not None


def _lines(cell: CellText) -> list[CellText]:
    """Each line of the cell as a cell of its own at its own height; a number that a line end cut stays whole."""
    done: list[CellText] = []
    for line in cell.lines:
        if done and _CUT_REST.match(_text(line)) and _CUT.search(_text(done[-1].lines[-1])):
            done[-1] = replace(done[-1], lines=(*done[-1].lines, line))
        else:
            done.append(CellText(cell.page, cell.left, cell.right, _height(line), (line,)))
    return done


def _text(line: TextLine) -> str:
    return " ".join(word.text for word in line.words)


def _height(line: TextLine) -> float:
    box = line.words[0].box
    return (box.top + box.bottom) / 2 if box else 0.0
