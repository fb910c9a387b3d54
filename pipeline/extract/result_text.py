"""The results row as one text: tables in it row by row, each row a piece by itself."""

from __future__ import annotations

from collections.abc import Sequence

import regex
from msgspec import Struct
from msgspec.structs import replace

from pipeline.document import Word
from pipeline.extract.result_grid import Grid, Row, grids_in
from pipeline.grammar.lists import MARK, YEAR_HEADING
from pipeline.grammar.result_years import is_year
from pipeline.grammar.table_heads import ColumnHead
from pipeline.layout.rows import CellText, FormRow, lines_by_column
from pipeline.passage import Passage, TextLine, passage_of
from pipeline.patterns import compiled

_MARK = compiled(r"(\d{1,3})[.)]{0,2}|(\d{1,2}(?:\.\d{1,2}){1,3}\.?)")
_ORDINAL = compiled(r"(?:[IVX]{1,4}|\d{1,2})\.?(?:\s*gads)?", regex.IGNORECASE)
_SUM = compiled(r"(?:kopā|kopskaits|kopsumma|pavisam|summa)(?!\p{L})[^\d.]{0,40}", regex.IGNORECASE)
_LONGEST_SECTION = 220
# A paragraph of a list, and the fewest that make one.
_FEWEST_ITEMS = 2


class RowCell(Struct, frozen=True):
    """A cell of a row at text[start:stop]; `merged` says whether it stands beside the next row too."""

    start: int
    stop: int
    head: ColumnHead
    merged: bool


class TableRow(Struct, frozen=True):
    """A row of a table, which is one activity, at text[start:stop]; `mark` is its number, "" where it has none."""

    start: int
    stop: int
    mark: str
    cells: tuple[RowCell, ...]
    alone: bool
    """Whether one column at most holds numbers that do not say what they count."""


class ResultText(Struct, frozen=True):
    """The text, its rows of tables, and where the headings of years and sections that tables hold begin and end.

    `heads` are the words that name columns; `unread` are words of tables that nobody can say anything of.
    """

    passage: Passage
    rows: tuple[TableRow, ...] = ()
    years: tuple[tuple[int, int], ...] = ()
    sections: tuple[tuple[int, int], ...] = ()
    heads: frozenset[Word] = frozenset()
    unread: frozenset[Word] = frozenset()

    def starts_of_flow(self) -> list[int]:
        """Where the lines begin that are in no row of a table."""
        return [each for each in self.passage.line_starts if not any(r.start <= each < r.stop for r in self.rows)]


def result_text(row: FormRow) -> ResultText:
    """The text of the results row; as it stands where no table is in it whose columns are known."""
    parts = grids_in(row.cells)
    if not any(isinstance(each, Grid) and _is_known(each) for each in parts):
        return ResultText(row.passage)
    writer = _Writer(_heads_years_itself(parts))
    waiting: list[CellText] = []
    for part in parts:
        if isinstance(part, CellText):
            waiting.append(part)
            continue
        writer.flow(lines_by_column(waiting))
        waiting = []
        if _is_known(part):
            writer.table(part)
        else:
            writer.flow(lines_by_column([cell for each in (*part.heads, *part.rows) for cell in each]))
    writer.flow(lines_by_column(waiting))
    return writer.text()


def _is_known(grid: Grid) -> bool:
    """Whether heads name the columns, or a column of marks, years or numbers does."""
    return bool(grid.heads) or bool(_unheaded(grid))


def _unheaded(grid: Grid) -> dict[float, ColumnHead]:
    """What the columns of a table without heads hold, by what stands in them; nothing where that is not clear."""
    rows = [row for row in grid.rows if len(row) > 1]
    firsts = [row[0].passage.text.strip() for row in rows]
    found: dict[float, ColumnHead] = {}
    if all(map(_MARK.fullmatch, firsts)):
        found[rows[0][0].left] = ColumnHead("number")
    elif all(map(is_year, firsts)):
        found[rows[0][0].left] = ColumnHead("period")
    lasts = [each[-1].passage.text.strip() for each in rows]
    if len(rows) > 1 and all(map(_MARK.fullmatch, lasts)) and all(len(each) == len(rows[0]) for each in rows):
        found[rows[0][-1].left] = ColumnHead("count")
    return found


def _heads_years_itself(parts: Sequence[Grid | CellText]) -> bool:
    """Whether headings of years stand in the text, so that a column of periods tells when something was done."""
    single = [part for part in parts if isinstance(part, CellText)]
    single += [row[0] for part in parts if isinstance(part, Grid) for row in part.rows if len(row) == 1]
    lines = [" ".join(word.text for word in line.words) for cell in single for line in cell.lines]
    return any(YEAR_HEADING.at(line) is not None for line in lines)


class _Writer:
    """Lines in their order, with what each of them is."""

    def __init__(self, years_known: bool) -> None:
        self.years_known = years_known
        self.lines: list[TextLine] = []
        self.rows: list[tuple[str, list[tuple[int, int, ColumnHead, bool]], bool]] = []
        self.years: list[tuple[int, int]] = []
        self.sections: list[tuple[int, int]] = []
        self.heads: set[Word] = set()
        self.unread: set[Word] = set()
        self.year = ""

    def flow(self, lines: Sequence[TextLine], mark: tuple[Word, ...] = ()) -> tuple[int, int]:
        """Lines of running text, a mark in front of the first; gives from which line on to which they stand."""
        kept = [line for line in lines if line.words]
        if kept:
            kept[0] = replace(kept[0], words=(*mark, *kept[0].words), fresh=True, apart=True)
        self.lines += kept
        return len(self.lines) - len(kept), len(self.lines)

    def table(self, grid: Grid) -> None:
        self.heads.update(word for row in grid.heads for cell in row for word in cell.passage.words)
        implied = {} if grid.heads else _unheaded(grid)
        years = (
            [] if self.years_known else list({each.year.left: each.year for each in grid.columns if each.year}.values())
        )
        for year in years:
            self._year(year)
            for row in grid.rows:
                self._row(grid, tuple(cell for cell in row if grid.year_of(cell) in (None, year)), implied)
        for row in () if years else grid.rows:
            if len(row) == 1 and grid.spans(row):
                self._spanning(row[0])
            else:
                self._row(grid, row, implied)

    def _spanning(self, cell: CellText) -> None:
        text = cell.passage.text
        place = self.flow(cell.lines)
        year = YEAR_HEADING.at(text) is not None
        ended = text.rstrip().endswith((".", ";", ","))
        mark = MARK.at(text)
        counted = any(map(str.isdecimal, text[mark.stop if mark else 0 :]))
        if not (year or ended or counted) and len(text) <= _LONGEST_SECTION:
            self.sections.append(place)

    def _row(self, grid: Grid, row: Row, implied: dict[float, ColumnHead]) -> None:
        heads = {cell: implied.get(cell.left) or grid.head_of(cell) for cell in row}
        number = next((c for c in row if heads[c].role == "number" and _MARK.fullmatch(c.passage.text.strip())), None)
        period = None if self.years_known else next((c for c in row if self._heads_year(c, heads[c])), None)
        if period is not None:
            self._year(period)
        content = [cell for cell in row if cell not in (number, period)]
        if not content:
            return
        if _SUM.fullmatch(content[0].passage.text.strip()) and len(content) > 1:
            self.unread.update(word for cell in row for word in cell.passage.words)
            self.flow([line for cell in row for line in cell.lines])
            return
        if self._runs_on(content, heads, number, period is not None):
            for cell in content:
                place = self.flow(cell.lines, number.passage.words if number and cell is content[0] else ())
                if heads[cell].role in ("planned", "mixed"):
                    self.unread.update(word for line in self.lines[slice(*place)] for word in line.words)
            return
        if number is not None:
            self.flow(number.lines)
        cells = [(*self.flow(cell.lines), heads[cell], grid.is_merged(cell)) for cell in content]
        mark = " ".join(number.passage.text.split()) if number else ""
        self.rows.append((mark, cells, _alone([*implied.values(), *_heads_beside(grid, content)])))

    def _heads_year(self, cell: CellText, head: ColumnHead) -> bool:
        text = " ".join(cell.passage.text.split())
        named = is_year(text) or bool(_ORDINAL.fullmatch(text))
        return head.role == "period" and named

    def _year(self, cell: CellText) -> None:
        text = " ".join(cell.passage.text.split())
        if text != self.year:
            self.year = text
            self.years.append(self.flow(cell.lines))
        else:
            self.heads.update(cell.passage.words)

    def _runs_on(
        self, content: Sequence[CellText], heads: dict[CellText, ColumnHead], number: CellText | None, year: bool
    ) -> bool:
        """Whether the cells of a row are texts of their own: a list in a cell, or the one cell of a year or a mark."""
        listed = [sum(_is_item(line) for line in cell.lines) for cell in content]
        if max(listed) >= _FEWEST_ITEMS:
            return True
        marked = number is None or MARK.at(number.passage.text.strip() + " A") is not None
        return (
            len(content) == 1 and heads[content[0]].role in ("text", "achieved") and (year or bool(number and marked))
        )

    def text(self) -> ResultText:
        passage = passage_of(self.lines)
        starts = (*passage.line_starts, len(passage.text) + 1)

        def place(span: tuple[int, int]) -> tuple[int, int]:
            return starts[span[0]], max(starts[span[0]], starts[span[1]] - 1)

        rows = []
        for mark, cells, alone in self.rows:
            made = tuple(RowCell(*place((first, last)), head, merged) for first, last, head, merged in cells)
            start = starts[cells[0][0] - 1] if mark else made[0].start
            rows.append(TableRow(start, made[-1].stop, mark, made, alone))
        return ResultText(
            passage,
            tuple(rows),
            tuple(map(place, self.years)),
            tuple(map(place, self.sections)),
            frozenset(self.heads),
            frozenset(self.unread),
        )


def _is_item(line: TextLine) -> bool:
    return MARK.at(" ".join(word.text for word in line.words)) is not None


def _heads_beside(grid: Grid, cells: Sequence[CellText]) -> list[ColumnHead]:
    """The heads of the columns of the same year as these cells."""
    years = {year.left for cell in cells if (year := grid.year_of(cell))}
    return [each.head for each in grid.columns if each.year is None or each.year.left in years or not years]


def _alone(heads: Sequence[ColumnHead]) -> bool:
    figures = [each for each in heads if each.role in ("achieved", "count", "mixed") and not each.lemma]
    return len(figures) == 1 and figures[0].role != "mixed"
