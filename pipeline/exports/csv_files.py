r"""Tables → CSV files: UTF-8, RFC 4180 quoting, the rest as the dialect says; the same bytes for the same rows."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import IO, Any

from msgspec.structs import replace

from pipeline.exports.plain_text import plain_text
from pipeline.exports.whole_file import whole_text
from pipeline.findings import Finding
from pipeline.records import Submission
from pipeline.tables import DOCUMENTS, FINDINGS, TABLES, Cell, Kind, Table
from pipeline.tables.dialects import OPEN_DATA, Dialect
from pipeline.tables.guard import guarded
from pipeline.twins import read_documents

TABLES_OF_RUN: tuple[Table[Any], ...] = (DOCUMENTS, FINDINGS)
"""Their rows tell of all documents together; those of the others of one document at a time."""
TABLES_OF_DOCUMENT: tuple[Table[Any], ...] = tuple(table for table in TABLES if table not in TABLES_OF_RUN)


def write_csv_files(
    folder: Path, submissions: Sequence[Submission], findings: Sequence[Finding], dialect: Dialect = OPEN_DATA
) -> list[Path]:
    """Writes every table into `folder`, which must exist; gives the files in the order of `TABLES`.

    A document is looked at once for all the tables of records, and no table is ever in
    memory. Raises `RunError` where a file cannot be written.
    """
    with ExitStack() as stack:
        writers = {
            table: _Writer(stack.enter_context(whole_text(folder, f"{table.name}.csv")), table, dialect)
            for table in TABLES
        }
        for table in TABLES_OF_RUN:
            writers[table].write(submissions, findings)
        for document in read_documents(submissions):
            alone = replace(document.submission, reading=document.summary)
            for table in TABLES_OF_DOCUMENT:
                writers[table].write([alone], ())
    return [folder / f"{table.name}.csv" for table in TABLES]


class _Writer:
    """Writes a table into a text file, its header line first."""

    def __init__(self, file: IO[str], table: Table[Any], dialect: Dialect) -> None:
        self._table, self._dialect = table, dialect
        self._csv = csv.writer(file, delimiter=dialect.delimiter, lineterminator=dialect.line_end)
        file.write(dialect.mark.decode())
        self._csv.writerow([dialect.heading(column) for column in table.columns])

    def write(self, submissions: Sequence[Submission], findings: Sequence[Finding]) -> None:
        """Writes the rows of these, one after the other."""
        for cells in self._table.cells(submissions, findings):
            row = zip(cells, self._table.columns, strict=True)
            self._csv.writerow([cell_text(cell, column.kind, self._dialect) for cell, column in row])


def table_csv(
    table: Table[object],
    submissions: Sequence[Submission],
    findings: Sequence[Finding],
    dialect: Dialect = OPEN_DATA,
) -> str:
    """The text of one table's file, without the mark that the dialect puts in front."""
    lines = io.StringIO(newline="")
    _Writer(lines, table, dialect).write(submissions, findings)
    return lines.getvalue().removeprefix(dialect.mark.decode())


def cell_text(cell: Cell, kind: Kind, dialect: Dialect = OPEN_DATA) -> str:
    """What stands in the file for a value of this kind; None is "".

    >>> cell_text(Decimal("1.657E+3"), "number"), cell_text(Decimal("2.50"), "number")
    ('1657', '2.5')
    >>> cell_text(Decimal("1213.47"), "euro"), cell_text(12.3456, "point"), cell_text(None, "euro")
    ('1213.47', '12.35', '')
    """
    return "" if cell is None else CELL_TEXTS[kind](cell, dialect)


def safe_text(cell: object, dialect: Dialect = OPEN_DATA) -> str:
    r"""Text that no spreadsheet runs and every reader reads.

    Text that would begin a formula, and in some dialects what would become a date
    or a number, gets an apostrophe before it. Line ends become `\n`, any other
    control character U+FFFD.

    >>> safe_text("=1+1"), safe_text("-"), safe_text("-128.28"), safe_text("- atlikums")
    ("'=1+1", '-', '-128.28', "'- atlikums")
    >>> safe_text("a\x00b")
    'a\ufffdb'
    """
    return guarded(plain_text(str(cell)), as_text=dialect.texts_kept)


def plain_number(cell: object, dialect: Dialect) -> str:
    """A decimal number without exponent and trailing zeros."""
    return format(Decimal(str(cell)).normalize(), "f").replace(".", dialect.decimal_sign)


def two_decimals(cell: object, dialect: Dialect) -> str:
    """A number with two decimals."""
    return format(Decimal(str(cell)), ".2f").replace(".", dialect.decimal_sign)


def day(cell: object, dialect: Dialect) -> str:
    """A date."""
    return dialect.day(cell) if isinstance(cell, date) else str(cell)


CELL_TEXTS: dict[Kind, Callable[[object, Dialect], str]] = {
    "text": safe_text,
    "id": safe_text,
    "word": safe_text,
    "date": day,
    "integer": lambda cell, _: str(cell),
    "number": plain_number,
    "euro": two_decimals,
    "point": two_decimals,
}
