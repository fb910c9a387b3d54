"""The header of a file → where each column of its table stands, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from pipeline.catalogue import Sentence, sentence
from pipeline.readback.faults import SHOWN_LENGTH, Fault, shown
from pipeline.tables import Column, Table

HEADER_ROW = 1
# How like a missing name a name must be: to be suggested, and to be taken for a column that may be missing.
NEAR, MISSPELT = 0.6, 0.8
# The names among which a misspelt one is looked for.
MAX_NAMES = 500


@dataclass(frozen=True, slots=True)
class Header:
    """Where each column of the table stands; one that older versions did not write may have no place."""

    places: Mapping[str, int]
    width: int

    @property
    def needed_width(self) -> int:
        """How many cells a row has at least; notes behind the table's own columns may be left out."""
        return max(self.places.values()) + 1


def header(cells: Sequence[str], table: Table[Any]) -> Header:
    """The header that these cells make; it holds for one without faults."""
    names = column_names(cells)
    known = {column.name for column in table.columns}
    return Header({name: place for place, name in enumerate(names) if name in known}, len(names))


def column_names(cells: Sequence[str]) -> list[str]:
    """The names in the cells of a header."""
    return [cell.strip() for cell in cells]


def header_faults(file: str, cells: Sequence[str], table: Table[Any]) -> Iterator[Fault]:
    """What is wrong with the cells of a header: no header at all, columns that stand there twice or are missing."""
    names = column_names(cells)
    present = {column.name for column in table.columns} & set(names)
    if not present:
        yield Fault(file, HEADER_ROW, "", _no_header(names, table))
        return
    missing = [column for column in table.columns if column.name not in present]
    misspelt = _misspelt_names([name for name in names if name and name not in present], missing)
    for column in table.columns:
        if wrong := _column_fault(column, names, misspelt):
            yield Fault(file, HEADER_ROW, column.name, wrong)


def _column_fault(column: Column[Any], names: Sequence[str], misspelt: Mapping[str, str]) -> Sentence | None:
    if column.name in misspelt:
        return sentence("readback.column_misspelt", near=shown(misspelt[column.name]), name=column.name)
    if column.name not in names:
        return None if column.added else sentence("readback.column_missing")
    return sentence("readback.column_twice") if names.count(column.name) > 1 else None


def _no_header(names: Sequence[str], table: Table[Any]) -> Sentence:
    wanted = ", ".join(column.name for column in table.columns if not column.added)
    filled = [name for name in names if name]
    if len(filled) == 1 and sum(column.name in filled[0] for column in table.columns) > 1:
        return sentence("readback.one_cell")
    first = shown(" ".join(filled[:SHOWN_LENGTH]))
    beginning = sentence("readback.stands", shown=first) if first else sentence("readback.nothing_stands")
    return sentence("readback.no_header", names=wanted, beginning=beginning)


def _misspelt_names(unknown: Sequence[str], missing: Sequence[Column[Any]]) -> Mapping[str, str]:
    """Each missing column with the name that stands in its place; a name stands in the place of one column."""
    small = {name.casefold(): name for name in unknown[:MAX_NAMES]}
    wanted = [column.name for column in missing]
    nearest = {
        column.name: near
        for column in missing
        for near in get_close_matches(column.name, small, n=1, cutoff=MISSPELT if column.added else NEAR)
    }
    return {
        name: small[near] for name, near in nearest.items() if get_close_matches(near, wanted, n=1, cutoff=0) == [name]
    }
