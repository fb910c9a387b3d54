"""What stands in a CSV file."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from pipeline.exports.csv_files import FORMULA_STARTS, cell_text, safe_text, table_csv, write_csv_files
from pipeline.tables import ACTIVITIES, INDICATORS, TABLES, Kind
from tests.submissions import activity, finding, submission, summary, year


@pytest.mark.parametrize(
    "text", ["=1+1", "+371 26", "- atlikums", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("x")', "--1"]
)
def test_text_that_a_spreadsheet_would_run_gets_an_apostrophe(text: str) -> None:
    assert safe_text(text).startswith("'")


@pytest.mark.parametrize("text", ["-", "-128.28", "Nav", "49 000,00", "a=b", "", "“=1”"])
def test_harmless_text_stays_as_it_is(text: str) -> None:
    assert safe_text(text) == text


@given(some.text())
def test_no_text_cell_begins_a_formula(text: str) -> None:
    written = safe_text(text)
    assert not written.startswith(FORMULA_STARTS) or written.lstrip("+-").replace(".", "").isdecimal() or written == "-"


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
