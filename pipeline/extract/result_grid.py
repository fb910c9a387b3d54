"""The cells of the results row: tables in it row by row, and the text around them."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from pipeline.grammar.result_years import CALENDAR_WORDS, is_year
from pipeline.grammar.table_heads import ColumnHead, column_head
from pipeline.layout.rows import SAME_COLUMN, CellText
from pipeline.patterns import compiled

# Cells of one row begin this near to each other in height; a cell that ends so near to a row's end ends with it.
SAME_ROW = 3.0
# The edges of a table's rows lie this near to each other.
_SAME_EDGE = 2.0
_DIGIT = compiled(r"\d")

Row = tuple[CellText, ...]


class Column(Struct, frozen=True):
    """A column of a table by its left edge, and what its head says of it; `year` is the head that names its year."""

    left: float
    head: ColumnHead
    year: CellText | None = None


class Grid(Struct, frozen=True):
    """Rows of cells side by side, with single cells between them; `heads` are the rows that name the columns."""

    rows: tuple[Row, ...]
    heads: tuple[Row, ...]
    columns: tuple[Column, ...]

    def head_of(self, cell: CellText) -> ColumnHead:
        """What the head over a cell says; a text where none stands there, or where the cell reaches over several."""
        over = [each for each in self.columns if cell.left - SAME_COLUMN <= each.left < cell.right - SAME_COLUMN]
        return over[0].head if len(over) == 1 else ColumnHead("text")

    def year_of(self, cell: CellText) -> CellText | None:
        """The year that a cell's column is of, None where it is of none."""
        over = [each for each in self.columns if cell.left - SAME_COLUMN <= each.left < cell.right - SAME_COLUMN]
        return over[0].year if over else None

    def is_merged(self, cell: CellText) -> bool:
        """Whether a cell reaches down beside the next row."""
        tops = [each.top for row in self.rows for each in row if each.page == cell.page and each.left != cell.left]
        return any(cell.top + SAME_ROW < top < cell.bottom - SAME_ROW for top in tops)

    def spans(self, row: Row) -> bool:
        """Whether a row is one cell over the whole width."""
        several = [each for other in self.rows for each in other if len(other) > 1]
        left, right = min(each.left for each in several), max(each.right for each in several)
        return len(row) == 1 and abs(row[0].left - left) <= _SAME_EDGE and abs(row[0].right - right) <= _SAME_EDGE


def grids_in(cells: Sequence[CellText]) -> list[Grid | CellText]:
    """The tables and the other cells from top to bottom; a table that goes on over a page end is one."""
    rows = _rows(cells)
    done: list[Grid | CellText] = []
    while rows:
        length = _table_length(rows)
        if length:
            done.append(_grid(_whole_rows(rows[:length])))
            rows = rows[length:]
        else:
            done += rows.pop(0)
    return done


def _rows(cells: Sequence[CellText]) -> list[Row]:
    """Cells that begin at one height of a page, from left to right."""
    rows: list[list[CellText]] = []
    for cell in sorted((cell for cell in cells if cell.lines), key=lambda each: (each.page, each.top, each.left)):
        last = rows[-1][0] if rows else None
        if last is not None and cell.page == last.page and cell.top - last.top <= SAME_ROW:
            rows[-1].append(cell)
        else:
            rows.append([cell])
    return [tuple(sorted(row, key=lambda cell: cell.left)) for row in rows]


def _table_length(rows: Sequence[Row]) -> int:
    """How many of the first rows are one table: it begins with cells side by side, others lie within its edges."""
    if len(rows[0]) < 2:
        return _lead_length(rows)
    left, right = rows[0][0].left, max(cell.right for cell in rows[0])
    length = 1
    for place, row in enumerate(rows[1:], start=2):
        inside = all(cell.left >= left - _SAME_EDGE and cell.right <= right + _SAME_EDGE for cell in row)
        if not inside or (length > 1 and _begins_anew(row, rows[0])):
            break
        length = place
    while length > 1 and len(rows[length - 1]) == 1 and rows[length - 1][0].left <= left + _SAME_EDGE:
        if rows[length - 1][0].right < right - _SAME_EDGE:
            break
        length -= 1
    return length


def _lead_length(rows: Sequence[Row]) -> int:
    """A single cell as wide as the table below it, such as the heading of its first year, belongs to it."""
    if len(rows) < 2 or len(rows[1]) < 2:
        return 0
    lead, below = rows[0][0], rows[1]
    left, right = below[0].left, max(cell.right for cell in below)
    same = abs(lead.left - left) <= _SAME_EDGE and abs(lead.right - right) <= _SAME_EDGE
    touches = lead.page == below[0].page and abs(lead.bottom - below[0].top) <= SAME_ROW
    return _table_length(rows[1:]) + 1 if same and touches else 0


def _begins_anew(row: Row, first: Row) -> bool:
    """Whether a row of heads with other columns begins another table."""
    heads = [column_head(cell.passage.text) for cell in row]
    lefts = [[round(cell.left) for cell in each] for each in (row, first)]
    return len(row) > 1 and all(heads) and lefts[0] != lefts[1]


def _whole_rows(rows: Sequence[Row]) -> list[Row]:
    """The rows, those that a page end had cut whole again."""
    whole: list[Row] = []
    for row in rows:
        above = whole[-1] if whole else ()
        if above and row[0].page != above[-1].page and _goes_on(row, above):
            below = {cell.left: cell.lines for cell in row}
            kept = tuple(replace(cell, lines=(*cell.lines, *_under(cell, below))) for cell in above)
            more = [cell for cell in row if not any(abs(cell.left - each.left) <= SAME_COLUMN for each in above)]
            whole[-1] = tuple(sorted((*kept, *more), key=lambda cell: cell.left))
        else:
            whole.append(row)
    return whole


def _under(cell: CellText, below: dict[float, tuple]) -> tuple:  # type: ignore[type-arg]
    return next((lines for left, lines in below.items() if abs(left - cell.left) <= SAME_COLUMN), ())


def _goes_on(row: Row, above: Row) -> bool:
    """Whether a row below a page end is the rest of the one above it.

    It begins in lower case, lacks the first column, or has only text where the row above has figures.
    """
    if len(above) < 2:
        return False
    figures = [cell.left for cell in above if _is_figure(cell)]
    lacks = bool(figures) and not any(_is_figure(cell) for cell in row)
    lower = all(cell.lines[0].words[0].text[:1].islower() for cell in row)
    return lower or lacks or row[0].left > above[0].left + SAME_COLUMN


def _is_figure(cell: CellText) -> bool:
    text = cell.passage.text
    return any(map(str.isdecimal, text)) and not any(map(str.isalpha, text))


def _grid(rows: Sequence[Row]) -> Grid:
    """The rows with what the first of them say of their columns."""
    lead = [row for row in rows[:1] if len(row) == 1]
    heads: list[Row] = []
    for row in rows[len(lead) :]:
        if not _is_head(row, heads):
            break
        heads.append(row)
    counted = rows[len(lead) + len(heads) :][:1]
    columns: dict[float, Column] = {}
    for row in heads:
        columns = _with_heads(columns, row, heads)
    body = [row for row in rows[len(lead) + len(heads) :] if not _repeats(row, heads)]
    again = [row for row in rows[len(lead) + len(heads) :] if _repeats(row, heads)]
    if heads and counted and numbers_columns(counted[0]):
        body, again = body[1:], [*counted, *again]
    return Grid((*lead, *body), (*heads, *again), tuple(columns[left] for left in sorted(columns)))


def _is_head(row: Row, above: Sequence[Row]) -> bool:
    """Whether a row heads columns: most of its cells say what a column holds, and no cell could be a result.

    One below another row of heads parts the columns of that.
    """
    if len(row) < 2:
        return False
    found = [column_head(cell.passage.text) for cell in row]
    said = [each for each in found if each is not None]
    years = [cell for cell in row if is_year(cell.passage.text)]
    if any(_DIGIT.search(_without_year(cell.passage.text)) for cell in row if cell not in years):
        return False
    if above:
        return len(said) == len(found) and all(_over(cell, above[-1:], wider=True) for cell in row)
    sure = [each for each in said if each.role != "count" or not each.lemma]
    return bool(sure or len(years) > 1) and (len(said) + len(years)) * 2 > len(found)


def _without_year(text: str) -> str:
    return CALENDAR_WORDS.sub("", text)


def _over(cell: CellText, rows: Sequence[Row], *, wider: bool = False) -> list[CellText]:
    """The heads that stand over a cell; only those over more columns than its own where they must be wider."""
    return [
        each
        for row in rows
        for each in row
        if (each.page, each.top) < (cell.page, cell.top - SAME_ROW)
        and each.left - SAME_COLUMN <= cell.left < each.right - SAME_COLUMN
        and not (wider and each.right - each.left <= cell.right - cell.left + SAME_COLUMN)
    ]


def _with_heads(columns: dict[float, Column], row: Row, heads: Sequence[Row]) -> dict[float, Column]:
    """The columns with a further row of heads; a head below another one is read with it."""
    over = {cell: _over(cell, heads) for cell in row}
    parted = {each.left for above in over.values() for each in above}
    kept = {left: column for left, column in columns.items() if left not in parted}
    for cell in row:
        said = [each for each in (*over[cell], cell) if not is_year(each.passage.text)]
        year = next((each for each in (*over[cell], cell) if is_year(each.passage.text)), None)
        text = " ".join(each.passage.text for each in said)
        head = (
            column_head(text) or column_head(cell.passage.text) or ColumnHead("count" if year and not said else "text")
        )
        kept[cell.left] = Column(cell.left, head, year)
    return kept


def numbers_columns(row: Sequence[CellText]) -> bool:
    """Whether a row only numbers the columns: *1 | 2 | 3 | 4*."""
    said = [cell.passage.text.strip(" .()") for cell in row]
    return len(row) > 1 and said == [str(place) for place in range(1, len(row) + 1)]


def _repeats(row: Row, heads: Sequence[Row]) -> bool:
    texts = [" ".join(cell.passage.text.split()) for cell in row]
    return any(texts == [" ".join(cell.passage.text.split()) for cell in head] for head in heads)
