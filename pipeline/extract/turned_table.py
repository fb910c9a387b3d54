"""A finance table with the years side by side: turned so that each period is a row."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from pipeline.extract.finance_periods import cell_periods
from pipeline.grammar.finance_words import Head
from pipeline.layout.rows import SAME_COLUMN, CellText

Rows = Sequence[Sequence[CellText]]
_LONGEST_PERIOD = 150
_WIDTH = SAME_COLUMN * 4


def turned(rows: Rows, head_of: Callable[[CellText], Head | None]) -> Rows:
    """The rows as they are, or turned where a row of periods stands above rows that each begin with a head.

    `head_of` says what a cell heads. Rows above and below the figures stand in the first column then.
    """
    said = [head_of(row[0]) if len(row) > 1 else None for row in rows]
    for place, row in enumerate(rows):
        headed = [each for each in rows[place + 1 :] if len(each) > 1]
        heads = [head for each, head in zip(rows[place + 1 :], said[place + 1 :], strict=True) if len(each) > 1]
        distinct = len(set(heads)) == len(heads) > 1 and "planned" in heads and None not in heads
        if distinct and said[place] is None and sum(map(_is_period, row)) > 1:
            above = [[_moved(cell, 0) for cell in each] for each in rows[:place]]
            below = [[_moved(cell, 0) for cell in each] for each in rows[place + 1 :] if len(each) < 2]
            top = [_moved(each[0], column) for column, each in enumerate(headed, start=1)]
            columns = [cell for cell in row if cell.left > headed[0][0].left + SAME_COLUMN]
            return [*above, top, *(_period_row(cell, headed) for cell in columns), *below]
    return rows


def _is_period(cell: CellText) -> bool:
    """Whether a cell holds a period and hardly a letter more."""
    text = cell.passage
    if len(text.text) > _LONGEST_PERIOD:
        return False
    marks = cell_periods(text)
    return len(marks) == 1 and sum(map(str.isalpha, text.text[: marks[0].start] + text.text[marks[0].stop :])) < 3


def _period_row(period: CellText, headed: Rows) -> list[CellText]:
    figures = [
        _moved(cell, column)
        for column, row in enumerate(headed, start=1)
        for cell in row[1:]
        if abs(cell.left - period.left) <= SAME_COLUMN
    ]
    return [_moved(period, 0), *figures]


def _moved(cell: CellText, column: int) -> CellText:
    """The cell in a column of the turned table."""
    return replace(cell, left=column * _WIDTH, right=(column + 1) * _WIDTH)
