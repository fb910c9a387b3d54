"""The lines of a row in a document that knows its own order: tables in it one after the other, as they stand."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from msgspec.structs import replace

from pipeline.passage import TextLine
from pipeline.patterns import compiled

_MARK = compiled(r"\d{1,3}[.)]{1,2}")
# Below its heads, every row of such a table has a mark or is one cell; one mark is enough.
_FEWEST_MARKS = 1


def in_reading_order(lines: Sequence[TextLine]) -> tuple[TextLine, ...]:
    """Lines that stand column by column: paragraphs and tables in their order, each table column by column.

    Where the first column of a table holds list marks, each is the mark of its
    row. Lines of a document with pages stay as they are.
    """
    if not any(line.words[0].place for line in lines if line.words):
        return tuple(lines)
    place_of = {id(line): place for place, line in enumerate(lines)}
    done: list[TextLine] = []
    for _, run in groupby(sorted(lines, key=_number), key=_table):
        together = list(run)
        marked = _with_marks(together)
        done += marked or sorted(together, key=lambda line: place_of[id(line)])
    return tuple(done)


def _number(line: TextLine) -> int:
    return line.words[0].number


def _table(line: TextLine) -> str:
    """The innermost table in which the line stands, "" outside."""
    return _row(line).rpartition("/R")[0]


def _row(line: TextLine) -> str:
    return line.words[0].place.rpartition("/C")[0]


def _with_marks(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines row by row, each mark in front of its row; none where the rows have no marks."""
    rows = [list(row) for _, row in groupby(lines, key=_row)]
    marked = [len(row) > 1 and _is_mark(row[0]) for row in rows]
    if sum(marked) < _FEWEST_MARKS or not all(
        each or _is_one_cell(row) for each, row in zip(marked[1:], rows[1:], strict=True)
    ):
        return []
    done: list[TextLine] = []
    for row, has_mark in zip(rows, marked, strict=True):
        first, *others = row
        done += [replace(first, words=(*first.words, *others[0].words)), *others[1:]] if has_mark else row
    return done


def _is_one_cell(row: Sequence[TextLine]) -> bool:
    """Whether the row is a single cell, such as the heading of a year over the whole table."""
    return len({line.words[0].place.rpartition("/P")[0] for line in row}) == 1


def _is_mark(line: TextLine) -> bool:
    return len(line.words) == 1 and _MARK.fullmatch(line.words[0].text) is not None
