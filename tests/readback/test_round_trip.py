"""What is written is read as it was, also after a Latvian spreadsheet saved it."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some
from msgspec.structs import replace

from pipeline.exports.csv_files import table_csv
from pipeline.exports.plain_text import plain_text
from pipeline.records import FieldValue, FinanceLine, FinancePeriod, Source, StatedAmount, Submission, UnclaimedText
from pipeline.tables import (
    ACTIVITIES,
    DOCUMENTS,
    FINANCES,
    FINDINGS,
    INDICATORS,
    TABLES,
    UNCLAIMED,
    Cell,
    Column,
    Kind,
    Table,
)
from pipeline.tables.dialects import DIALECTS, Dialect
from tests.readback.files import read, values
from tests.submissions import PERIOD, activity, failed, finding, line, submission, summary, year

TEXTS = [
    "=1+1", "- atlikums", "-", "a; \"b\", 'c'\nd", "\r=1", "Ķīpsala\u00a0– „Rīga”", "-128.28", "1,5", "2022-07-15", "'=1", "'",
    "''2.1", "\u202e\u200f", "\ufeff=1", '"', '""";', "a" * 10_000, "=" * 10_000, "'" * 10_000 + "=", "PATIESS", " 3",
]  # fmt: skip
SPICE = "=+-@＝'\"\t\n\r ;,.:/0123e\u00a0\u200e\ufeff\u2028\ud800\0"
PURPOSE = FinanceLine(
    "attīstībai", Decimal("1213.47"), Decimal("1341.75"), Decimal("-128.28"), "returned", Source(1, None, "+5; 1")
)
MANY = summary(
    years=(year(*map(activity, TEXTS), activity(count="2.5"), activity(count="1.657E+3")),),
    ineligible=StatedAmount(True, None),
    unclaimed=tuple(UnclaimedText(1, text, 1) for text in TEXTS),
    fields=(FieldValue("performer", "veicējs", True, "@Biedrība", None),),
)
PERIODS = (FinancePeriod(PERIOD, (line("49000.00", "0"), PURPOSE)), FinancePeriod(PERIOD, (line(None, "0.10"),)))
SUBMISSIONS: list[Submission] = [
    submission(of=replace(MANY, finances=PERIODS)),
    failed(),
    submission("tukšs.txt", "123456789012", summary()),
]
FOUND = [finding(), finding("warning", "bbbbbbbbbbbb", "Summas: 1,00; 2,00\n= 3,00")]


def table_bytes(table: Table[Any], submissions: Any, findings: Any, dialect: Dialect) -> bytes:
    return dialect.mark + table_csv(table, submissions, findings, dialect).encode()


def expected(cell: Cell, kind: Kind) -> Cell:
    """The value that the file can hold of a cell."""
    if cell is None or cell == "":
        return None
    if kind in {"text", "word"}:
        return plain_text(str(cell))
    return float(f"{cell:.2f}") if kind == "point" else cell


def written_values(table: Table[Any]) -> list[list[Cell]]:
    return [
        [expected(cell, column.kind) for cell, column in zip(cells, table.columns, strict=True)]
        for cells in table.cells(SUBMISSIONS, FOUND)
    ]


def saved_in_latvia(text: str, table: Table[Any]) -> bytes:
    """The file as a Latvian spreadsheet saves it: byte order mark, semicolons, decimal commas, Latvian dates."""
    header, *rows = csv.reader(io.StringIO(text, newline=""))
    lines = io.StringIO(newline="")
    writer = csv.writer(lines, delimiter=";", lineterminator="\r\n")
    writer.writerow(header)
    for row in rows:
        writer.writerow([latvian(cell, column) for cell, column in zip(row, table.columns, strict=True)])
    return lines.getvalue().encode("utf-8-sig")


def latvian(cell: str, column: Column[Any]) -> str:
    if cell and column.kind == "date":
        return f"{date.fromisoformat(cell):%d.%m.%Y.}"
    return cell.replace(".", ",") if column.kind in {"euro", "number", "point"} else cell


def each_table(test: Any) -> Any:
    return pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)(test)


def each_dialect(test: Any) -> Any:
    return pytest.mark.parametrize("dialect", DIALECTS.values(), ids=DIALECTS)(test)


@each_table
@each_dialect
def test_a_table_that_was_written_is_read_without_faults(tmp_path: Path, table: Table[Any], dialect: Dialect) -> None:
    assert read(tmp_path, table_bytes(table, SUBMISSIONS, FOUND, dialect), table).faults == ()


@each_table
@each_dialect
def test_a_table_that_was_written_is_read_as_it_was(tmp_path: Path, table: Table[Any], dialect: Dialect) -> None:
    assert values(read(tmp_path, table_bytes(table, SUBMISSIONS, FOUND, dialect), table)) == written_values(table)


@each_dialect
@given(texts=some.lists(some.text(min_size=1) | some.text(SPICE, min_size=1), min_size=1, max_size=5))
def test_any_text_is_read_as_it_stood(
    tmp_path_factory: pytest.TempPathFactory, dialect: Dialect, texts: list[str]
) -> None:
    of = submission(of=summary(unclaimed=tuple(UnclaimedText(1, text, 1) for text in texts)))
    content = table_bytes(UNCLAIMED, [of], [], dialect)
    read_back = read(tmp_path_factory.getbasetemp(), content, UNCLAIMED)
    assert [row.cells["text"] for row in read_back.rows] == [plain_text(text) for text in texts]


@pytest.mark.parametrize(
    "document_id", ["123456789012", "012345678901", "12345678e123", "1e5678901234", "abcdefabcdef"]
)
@each_dialect
def test_any_id_is_read_as_it_stood(tmp_path: Path, document_id: str, dialect: Dialect) -> None:
    content = table_bytes(DOCUMENTS, [submission(document_id=document_id)], [], dialect)
    assert [row.cells["document_id"] for row in read(tmp_path, content, DOCUMENTS).rows] == [document_id]


@pytest.mark.parametrize("item", ["3", "1.a", "2.1", "1.10", "1.1.", "1/3"])
@each_dialect
def test_any_item_is_read_as_it_stood(tmp_path: Path, item: str, dialect: Dialect) -> None:
    of = summary(years=(year(replace(activity(), item=item)),))
    content = table_bytes(ACTIVITIES, [submission(of=of)], [], dialect)
    assert [row.cells["item"] for row in read(tmp_path, content, ACTIVITIES).rows] == [item]


@each_table
def test_a_table_that_was_saved_in_latvia_is_read_without_faults(tmp_path: Path, table: Table[Any]) -> None:
    saved = saved_in_latvia(table_csv(table, SUBMISSIONS, FOUND), table)
    assert read(tmp_path, saved, table).faults == ()


@each_table
def test_a_table_that_was_saved_in_latvia_is_read_as_it_was(tmp_path: Path, table: Table[Any]) -> None:
    saved = saved_in_latvia(table_csv(table, SUBMISSIONS, FOUND), table)
    assert values(read(tmp_path, saved, table)) == written_values(table)


@each_table
def test_a_table_that_an_older_version_wrote_is_read(tmp_path: Path, table: Table[Any]) -> None:
    older = replace(table, columns=tuple(column for column in table.columns if not column.added))
    assert read(tmp_path, table_csv(older, SUBMISSIONS, FOUND), table).faults == ()


@pytest.mark.parametrize("table", [DOCUMENTS, ACTIVITIES, INDICATORS, FINANCES, FINDINGS, UNCLAIMED])
def test_what_goes_round_has_rows(table: Table[Any]) -> None:
    assert written_values(table)


@pytest.mark.parametrize(("table", "column"), [(FINANCES, "planned_eur"), (INDICATORS, "count")])
def test_numbers_are_no_floats(tmp_path: Path, table: Table[Any], column: str) -> None:
    read_back = read(tmp_path, table_csv(table, SUBMISSIONS, FOUND), table)
    assert {type(row.cells[column]) for row in read_back.rows} <= {Decimal, type(None)}
