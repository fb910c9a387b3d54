"""The header of a file → where each column of its table stands, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from pipeline.catalogue import Sentence
from pipeline.readback.faults import SHOWN_LENGTH, Fault, shown
from pipeline.tables import Column, Table

HEADER_ROW = 1
# How like a missing name a name must be: to be suggested, and to be taken for a column that may be missing.
NEAR, MISSPELT = 0.6, 0.8
# The names among which a misspelt one is looked for.
MAX_NAMES = 500

EMPTY = Sentence("te nestāv nekas", "nothing stands there")
NO_HEADER = Sentence(
    "{beginning}, bet pirmajā rindā jābūt kolonnu nosaukumiem {names}. Ielieciet šo rindu atpakaļ no sākotnējā faila.",
    "{beginning}; expected a first row of the column names {names}. Put it back from the original file.",
)
ONE_CELL = Sentence(
    "visi kolonnu nosaukumi stāv vienā šūnā, bet katram jābūt savā. Izklājlapā atveriet sākotnējo failu ar"
    " „Dati → No teksta/CSV” un par atdalītāju izvēlieties komatu.",
    "the names of all columns stand in one cell; each was expected in its own. Open the original file in the"
    " spreadsheet by “Data → From Text/CSV” and choose the comma as the delimiter.",
)
TWICE = Sentence(
    "šāda kolonna ir vairākas reizes, bet jābūt vienai. Izdzēsiet vai pārdēvējiet lieko.",
    "this column stands there more than once; expected one. Delete or rename the other.",
)
MISSING = Sentence(
    "šādas kolonnas nav, bet tai jābūt. Ielieciet to atpakaļ no sākotnējā faila.",
    "there is no such column, though one was expected. Put it back from the original file.",
)


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
        return _misspelt(column.name, misspelt[column.name])
    if column.name not in names:
        return None if column.added else MISSING
    return TWICE if names.count(column.name) > 1 else None


def _no_header(names: Sequence[str], table: Table[Any]) -> Sentence:
    wanted = ", ".join(column.name for column in table.columns if not column.added)
    filled = [name for name in names if name]
    if len(filled) == 1 and sum(column.name in filled[0] for column in table.columns) > 1:
        return ONE_CELL
    first = shown(" ".join(filled[:SHOWN_LENGTH]))
    beginning = Sentence(f"stāv „{first}”", f"“{first}” stands there") if first else EMPTY
    return Sentence(
        NO_HEADER.lv.format(names=wanted, beginning=beginning.lv),
        NO_HEADER.en.format(names=wanted, beginning=beginning.en),
    )


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


def _misspelt(name: str, near: str) -> Sentence:
    return Sentence(
        f"šādas kolonnas nav, bet ir „{shown(near)}”. Ja tā ir šī kolonna, pārdēvējiet to par {name}.",
        f"there is no such column, but there is “{shown(near)}”. If that is this column, rename it to {name}.",
    )
