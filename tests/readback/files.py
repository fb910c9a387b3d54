"""Small tables and CSV files for tests."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pipeline.readback.csv_table import ReadTable, read_table
from pipeline.tables import Cell, Column, Kind, Table

ID = "0123456789ab"
OTHER_ID = "ba9876543210"


def column(name: str, kind: Kind, words: tuple[str, ...] = (), *, added: bool = False) -> Column[Any]:
    return Column(name, kind, lambda row: row, words, added)


def table(*columns: Column[Any]) -> Table[Any]:
    return Table("small", lambda _submissions, _findings: (), columns)


SMALL = table(
    column("document_id", "id"),
    column("planned_eur", "euro"),
    column("text", "text"),
    column("year_no", "integer", added=True),
)


def read(folder: Path, content: str | bytes, of: Table[Any] = SMALL) -> ReadTable:
    """What is read of a file `small.csv` of this content."""
    path = folder / "small.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_table(path, of)


def values(read_back: ReadTable) -> list[list[Cell]]:
    """The cells of each row, in the order of the table's columns."""
    return [list(row.cells.values()) for row in read_back.rows]


def places(read_back: ReadTable) -> list[tuple[int | None, str, str]]:
    """Row, column and document of each fault."""
    return [(fault.row, fault.column, fault.document_id) for fault in read_back.faults]
