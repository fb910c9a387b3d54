"""What stands in a CSV file."""

from __future__ import annotations

import csv
import io
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from pipeline.exports.csv_files import cell_text, safe_text, table_csv, write_csv_files
from pipeline.exports.plain_text import plain_text
from pipeline.tables import ACTIVITIES, FINANCES, INDICATORS, TABLES, Kind, Table
from pipeline.tables.dialects import DIALECTS, EXCEL_LV, OPEN_DATA, Dialect
from tests.submissions import activity, finding, line, submission, summary, year

FORMULA_STARTS = tuple("=+-@＝＋－＠")


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+371 26", "- atlikums", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("x")', "--1", "＝1", "－1", "＠a", "＋1",
     " =1", "\n\n@a", "\u00a0=1", "\u200e=1", "\ufeff+1+1", "\tx", "\nx", "'=1", "''=1"],
)  # fmt: skip
@pytest.mark.parametrize("dialect", DIALECTS.values(), ids=DIALECTS)
def test_text_that_a_spreadsheet_would_run_gets_an_apostrophe(text: str, dialect: Dialect) -> None:
    assert safe_text(text, dialect) == f"'{plain_text(text)}"


@pytest.mark.parametrize(
    "text", ["-", "-128.28", "Nav", "49 000,00", "a=b", "", "“=1”", "2.1", "1/3", "'90. gadi", "1e5678901234"]
)
def test_harmless_text_stays_as_it_is(text: str) -> None:
    assert safe_text(text) == text


@pytest.mark.parametrize("dialect", DIALECTS.values(), ids=DIALECTS)
@given(text=some.text() | some.text("=+-@\t\r\n '＝1\u200e"))
def test_no_text_cell_begins_a_formula(dialect: Dialect, text: str) -> None:
    first = safe_text(text, dialect).lstrip()[:1]
    assert first not in FORMULA_STARTS or re.fullmatch(r"-|[+-]?\d+(\.\d+)?", plain_text(text))


@pytest.mark.parametrize(
    ("cell", "kind", "text"),
    [
        (Decimal("1.657E+3"), "number", "1657"),
        (Decimal("2.50"), "number", "2.5"),
        (Decimal(0), "number", "0"),
        (Decimal("-128.28"), "euro", "-128.28"),
        (Decimal(0), "euro", "0.00"),
        (20.129, "point", "20.13"),
        (7, "integer", "7"),
        (None, "euro", ""),
    ],
)
def test_numbers_are_plain_and_never_guarded(cell: object, kind: Kind, text: str) -> None:
    assert cell_text(cell, kind) == text  # type: ignore[arg-type]


@given(some.lists(some.text(some.characters(codec="utf-8"), min_size=1), min_size=1, max_size=4))
def test_any_text_comes_back_whole_from_the_file(texts: list[str]) -> None:
    text = table_csv(ACTIVITIES, [submission(of=summary(years=(year(*map(activity, texts)),)))], [])
    rows = csv.DictReader(io.StringIO(text, newline=""))
    assert [row["text"] for row in rows] == [safe_text(each) for each in texts]


def test_quotes_commas_and_line_ends_are_quoted() -> None:
    text = table_csv(ACTIVITIES, [submission(of=summary(years=(year(activity('a, "b"\nc')),)))], [])
    assert '"a, ""b""\nc"' in text


def test_lines_end_with_a_line_feed_alone() -> None:
    assert "\r" not in table_csv(INDICATORS, [submission()], [])


def test_boxes_have_two_decimals() -> None:
    assert ",10.00,20.12,30.00,40.00," in table_csv(INDICATORS, [submission()], [])


def test_every_table_is_written_also_where_it_has_no_rows(tmp_path: Path) -> None:
    written = write_csv_files(tmp_path, [], [])
    assert [path.read_text(encoding="utf-8").count("\n") for path in written] == [1] * len(TABLES)


def test_the_same_records_give_the_same_bytes(tmp_path: Path) -> None:
    first = [path.read_bytes() for path in write_csv_files(tmp_path, [submission()], [finding()])]
    assert [path.read_bytes() for path in write_csv_files(tmp_path, [submission()], [finding()])] == first


def excel_lines(table: Table[Any]) -> list[str]:
    of = summary(totals=(line("49000.00", "47786.53"),), years=(year(activity("=1; 2", count="2.5")),))
    return table_csv(table, [submission(document_id="123456789012", of=of)], [], EXCEL_LV).split("\r\n")


def test_excel_in_latvia_reads_its_headings() -> None:
    assert excel_lines(FINANCES)[0].startswith("Dokumenta numurs;Periods no;Periods līdz;Mērķis;Plānots, EUR;")


def test_excel_in_latvia_reads_its_dates_and_decimal_commas() -> None:
    assert ";15.07.2022.;14.07.2023.;;49000,00;47786,53;;;" in excel_lines(FINANCES)[1]


def test_excel_in_latvia_reads_its_counts_and_points() -> None:
    assert ";2,5;" in excel_lines(INDICATORS)[1]
    assert ";10,00;20,12;30,00;40,00;" in excel_lines(INDICATORS)[1]


def test_what_holds_the_delimiter_of_the_dialect_is_quoted() -> None:
    assert ';"\'=1; 2";' in excel_lines(ACTIVITIES)[1]


def test_an_id_that_a_spreadsheet_would_make_a_number_is_guarded_for_excel() -> None:
    assert excel_lines(ACTIVITIES)[1].startswith("'123456789012;")


@pytest.mark.parametrize(("dialect", "mark"), [(OPEN_DATA, b"document_id"), (EXCEL_LV, b"\xef\xbb\xbfDokumenta")])
def test_a_byte_order_mark_is_written_for_excel_alone(tmp_path: Path, dialect: Dialect, mark: bytes) -> None:
    assert write_csv_files(tmp_path, [], [], dialect)[0].read_bytes().startswith(mark)


@pytest.mark.parametrize(
    ("amount", "text"), [(Decimal("-128.28"), "-128,28"), (Decimal(0), "0,00"), (Decimal(1234567), "1234567,00")]
)
def test_true_numbers_are_not_guarded_for_excel(amount: Decimal, text: str) -> None:
    assert cell_text(amount, "euro", EXCEL_LV) == text
