"""The header of a file → where each column of its table stands, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from msgspec import Struct

from pipeline.catalogue import Sentence, sentence
from pipeline.readback.faults import SHOWN_LENGTH, Fault, column_called, shown
from pipeline.readback.headings import Naming, column_forms, column_names, naming
from pipeline.tables import Column, Table

HEADER_ROW = 1
# How like a missing name a name must be: to be suggested, and to be taken for a column that may be missing.
NEAR, MISSPELT = 0.6, 0.8
# The names among which a misspelt one is looked for.
MAX_NAMES = 500


class Header(Struct, frozen=True):
    """Where each column of the table stands; one that older versions did not write may have no place."""

    places: Mapping[str, int]
    width: int

    @property
    def needed_width(self) -> int:
        """How many cells a row has at least; notes behind the table's own columns may be left out."""
        return max(self.places.values()) + 1


def header(cells: Sequence[str], table: Table[Any]) -> Header:
    """The header that these cells make; it holds for one without faults."""
    names = column_names(cells, table)
    known = {column.name for column in table.columns}
    return Header({name: place for place, name in enumerate(names) if name in known}, len(names))


def header_faults(file: str, cells: Sequence[str], table: Table[Any]) -> Iterator[Fault]:
    """What is wrong with the cells of a header: no header at all, columns that stand there twice or are missing."""
    names = column_names(cells, table)
    present = {column.name for column in table.columns} & set(names)
    if not present:
        yield Fault(file, HEADER_ROW, "", _no_header(names, table))
        return
    missing = [column for column in table.columns if column.name not in present]
    own = naming(cells, table)
    misspelt = _misspelt_names([name for name in names if name and name not in present], missing, own)
    for column in table.columns:
        near = misspelt.get(column.name, "")
        if wrong := _column_fault(column, names, near, own.called[column.name]):
            yield Fault(file, HEADER_ROW, column.name, wrong)


def _column_fault(column: Column[Any], names: Sequence[str], near: str, called: str) -> Sentence | None:
    if near:
        return sentence("readback.column_misspelt", near=shown(near), name=column_called(called))
    if column.name not in names:
        return None if column.added else sentence("readback.column_missing")
    return sentence("readback.column_twice") if names.count(column.name) > 1 else None


def _no_header(names: Sequence[str], table: Table[Any]) -> Sentence:
    wanted = ", ".join(column.name for column in table.columns if not column.added)
    filled = [name for name in names if name]
    if len(filled) == 1 and _columns_in(filled[0], table) > 1:
        return sentence("readback.one_cell", delimiter=sentence(f"dialects.by_{_delimiter_in(filled[0])}"))
    first = shown(" ".join(filled[:SHOWN_LENGTH]))
    beginning = sentence("readback.stands", shown=first) if first else sentence("readback.nothing_stands")
    return sentence("readback.no_header", names=wanted, beginning=beginning)


def _columns_in(cell: str, table: Table[Any]) -> int:
    """How many columns are called in one cell."""
    return sum(any(form in cell for form in column_forms(column)) for column in table.columns)


def _delimiter_in(cell: str) -> str:
    """The word for what parts the names in a cell; a heading may hold a comma, and none a semicolon."""
    return "semicolon" if ";" in cell else "comma"


def _misspelt_names(unknown: Sequence[str], missing: Sequence[Column[Any]], own: Naming) -> Mapping[str, str]:
    """Each missing column with the name that stands in its place; a name stands in the place of one column."""
    small = {name.casefold(): name for name in unknown[:MAX_NAMES]}
    wanted = {form.casefold(): column.name for column in missing for form in column_forms(column)}
    nearest = {column.name: near for column in missing for near in _nearest(column, small, own)[:1]}
    return {
        name: small[near]
        for name, near in nearest.items()
        if wanted[get_close_matches(near, wanted, n=1, cutoff=0)[0]] == name
    }


def _nearest(column: Column[Any], small: Iterable[str], own: Naming) -> list[str]:
    """The names most like what the file would call the column, then those like what else may stand over it.

    A column that may be missing is looked for by the first alone, lest a note be taken for it.
    """
    called = own.called[column.name]
    forms = [called] if column.added else [called, *column_forms(column)]
    cutoff = MISSPELT if column.added else NEAR
    return [near for form in forms for near in get_close_matches(form.casefold(), small, n=1, cutoff=cutoff)]
