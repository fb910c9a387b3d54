r"""Tables → CSV files: UTF-8, comma, `.`, ISO dates, RFC 4180 quoting, `\n`, the same bytes for the same rows."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path

from pipeline.exports.plain_text import plain_text
from pipeline.exports.whole_file import write_whole
from pipeline.findings import Finding
from pipeline.records import Submission
from pipeline.tables import TABLES, Cell, Kind, Table

# What a spreadsheet takes for the start of a formula (OWASP, "CSV Injection").
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
HARMLESS = re.compile(r"-|[+-]?\d+(\.\d+)?")


def write_csv_files(folder: Path, submissions: Sequence[Submission], findings: Sequence[Finding]) -> list[Path]:
    """Writes every table into `folder`, which must exist; gives the files in the order of `TABLES`.

    Raises `RunError` where a file cannot be written.
    """
    return [
        write_whole(folder, f"{table.name}.csv", table_csv(table, submissions, findings).encode()) for table in TABLES
    ]


def table_csv(table: Table[object], submissions: Sequence[Submission], findings: Sequence[Finding]) -> str:
    """The whole file of one table, header line first."""
    lines = io.StringIO(newline="")
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow([column.name for column in table.columns])
    for cells in table.cells(submissions, findings):
        writer.writerow([cell_text(cell, column.kind) for cell, column in zip(cells, table.columns, strict=True)])
    return lines.getvalue()


def cell_text(cell: Cell, kind: Kind) -> str:
    """What stands in the file for a value of this kind; None is "".

    >>> cell_text(Decimal("1.657E+3"), "number"), cell_text(Decimal("2.50"), "number")
    ('1657', '2.5')
    >>> cell_text(Decimal("1213.47"), "euro"), cell_text(12.3456, "point"), cell_text(None, "euro")
    ('1213.47', '12.35', '')
    """
    return "" if cell is None else CELL_TEXTS[kind](cell)


def safe_text(cell: object) -> str:
    r"""Text that no spreadsheet runs and every reader reads.

    Text that would begin a formula gets an apostrophe before it; a lone `-`, which
    is an answer, and a plain number stay. Line ends become `\n`, any other control
    character U+FFFD.

    >>> safe_text("=1+1"), safe_text("-"), safe_text("-128.28"), safe_text("- atlikums")
    ("'=1+1", '-', '-128.28', "'- atlikums")
    >>> safe_text("a\x00b")
    'a\ufffdb'
    """
    text = str(cell)
    guard = "'" if text.startswith(FORMULA_STARTS) and not HARMLESS.fullmatch(text) else ""
    return guard + plain_text(text)


def plain_number(cell: object) -> str:
    """A decimal number without exponent and trailing zeros."""
    return format(Decimal(str(cell)).normalize(), "f")


def two_decimals(cell: object) -> str:
    """A number with two decimals."""
    return format(Decimal(str(cell)), ".2f")


CELL_TEXTS: dict[Kind, Callable[[object], str]] = {
    "text": safe_text,
    "id": str,
    "word": safe_text,
    "date": str,
    "integer": str,
    "number": plain_number,
    "euro": two_decimals,
    "point": two_decimals,
}
