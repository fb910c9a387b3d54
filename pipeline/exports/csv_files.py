r"""Tables → CSV files: UTF-8, RFC 4180 quoting, the rest as the dialect says; the same bytes for the same rows."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import IO

from pipeline.exports.plain_text import plain_text
from pipeline.exports.whole_file import whole_text
from pipeline.findings import Finding
from pipeline.records import Submission
from pipeline.tables import TABLES, Cell, Kind, Table
from pipeline.tables.dialects import OPEN_DATA, Dialect
from pipeline.tables.guard import guarded


def write_csv_files(
    folder: Path, submissions: Sequence[Submission], findings: Sequence[Finding], dialect: Dialect = OPEN_DATA
) -> list[Path]:
    """Writes every table into `folder`, which must exist; gives the files in the order of `TABLES`.

    Raises `RunError` where a file cannot be written.
    """
    for table in TABLES:
        with whole_text(folder, f"{table.name}.csv") as file:
            file.write(dialect.mark.decode())
            write_table(file, table, submissions, findings, dialect)
    return [folder / f"{table.name}.csv" for table in TABLES]


def write_table(
    file: IO[str],
    table: Table[object],
    submissions: Sequence[Submission],
    findings: Sequence[Finding],
    dialect: Dialect = OPEN_DATA,
) -> None:
    """Writes one table, header line first, row after row: a table of thousands of documents is never in memory."""
    writer = csv.writer(file, delimiter=dialect.delimiter, lineterminator=dialect.line_end)
    writer.writerow([dialect.heading(column) for column in table.columns])
    for cells in table.cells(submissions, findings):
        row = zip(cells, table.columns, strict=True)
        writer.writerow([cell_text(cell, column.kind, dialect) for cell, column in row])


def table_csv(
    table: Table[object],
    submissions: Sequence[Submission],
    findings: Sequence[Finding],
    dialect: Dialect = OPEN_DATA,
) -> str:
    """The text of one table's file, without what the dialect puts in front."""
    lines = io.StringIO(newline="")
    write_table(lines, table, submissions, findings, dialect)
    return lines.getvalue()


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
