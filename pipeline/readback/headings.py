"""What stands over a column in a file: its name, or its heading in a dialect, also one beside the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from pipeline.readback.faults import Fault
from pipeline.tables import Column, Table
from pipeline.tables.dialects import DIALECTS


class Naming(Struct, frozen=True):
    """How a file calls the columns of its table, by their names; nothing where it has no header."""

    called: Mapping[str, str]

    def named(self, fault: Fault) -> Fault:
        """The fault with its column called as the file calls it."""
        return replace(fault, called=self.called.get(fault.column, ""))


def column_forms(column: Column[Any]) -> tuple[str, ...]:
    """What may stand over the column, its name first."""
    return tuple(dict.fromkeys(dialect.heading(column) for dialect in DIALECTS.values()))


def known_forms(table: Table[Any]) -> dict[str, str]:
    """All that may stand over the columns of a table, with the names of the columns."""
    return {form: column.name for column in table.columns for form in column_forms(column)}


def column_names(cells: Sequence[str], table: Table[Any]) -> list[str]:
    """The cells of a header, those that are known as the names of their columns."""
    known = known_forms(table)
    return [known.get(cell.strip(), cell.strip()) for cell in cells]


def naming(cells: Sequence[str], table: Table[Any]) -> Naming:
    """How a file of this header calls its columns; one that is missing as it would be beside most of the others."""
    known = known_forms(table)
    standing = {known[cell.strip()]: cell.strip() for cell in cells if cell.strip() in known}
    dialect = max(
        DIALECTS.values(), key=lambda each: sum(each.heading(column) in standing.values() for column in table.columns)
    )
    return Naming({column.name: standing.get(column.name, dialect.heading(column)) for column in table.columns})
