"""Rows and faults of a whole file."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from pipeline.readback.csv_table import MAX_FAULTS, ReadRow
from pipeline.tables import TABLES
from tests.readback.files import ID, OTHER_ID, places, read, values

HEADER = "document_id,planned_eur,text\n"
ANY_FILE = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
PIECES = [
    ",",
    ";",
    "\t",
    '"',
    "\n",
    "\r",
    "\0",
    " ",
    "sep=;",
    ID,
    "document_id",
    "planned_eur",
    "text",
    "5,00",
    "ā",
    "'=",
]


def test_a_row_has_its_number_and_typed_cells(tmp_path: Path) -> None:
    [row] = read(tmp_path, f"{HEADER}{ID},5.00,a\n").rows
    assert row == ReadRow(2, {"document_id": ID, "planned_eur": Decimal("5.00"), "text": "a", "year_no": None})


def test_a_faulty_cell_is_none_in_its_row(tmp_path: Path) -> None:
    assert values(read(tmp_path, f"{HEADER}{ID},x,a\n")) == [[ID, None, "a", None]]


def test_a_faulty_cell_is_named_with_its_document(tmp_path: Path) -> None:
    assert places(read(tmp_path, f"{HEADER}{OTHER_ID},5.00,a\n{ID},x,a\n")) == [(3, "planned_eur", ID)]


def test_a_fault_names_the_file(tmp_path: Path) -> None:
    assert read(tmp_path, f"{HEADER}{ID},x,a\n").faults[0].file == "small.csv"


def test_every_faulty_cell_of_a_row_is_named(tmp_path: Path) -> None:
    assert places(read(tmp_path, f"{HEADER}x,y,\n")) == [(2, "document_id", ""), (2, "planned_eur", "")]


def test_a_nul_is_a_fault_of_its_cell(tmp_path: Path) -> None:
    assert places(read(tmp_path, f"{HEADER}{ID},5.00,a\0b\n")) == [(2, "text", ID)]


@pytest.mark.parametrize("row", [f"{ID},5.00", f"{ID}", f"{ID},5.00,a,b", f"{ID},5.00,a,,b", f"{ID},5.00,a,\0"])
def test_a_row_of_too_few_or_many_cells_is_a_fault_alone(tmp_path: Path, row: str) -> None:
    read_back = read(tmp_path, f"{HEADER}{row}\n{OTHER_ID},6.00,c\n")
    assert (places(read_back), len(read_back.rows)) == ([(2, "", ID)], 1)


@pytest.mark.parametrize("row", ["5.00,a", f'"{ID},5.00,a"', "x"])
def test_a_row_of_too_few_cells_may_have_lost_its_document(tmp_path: Path, row: str) -> None:
    assert places(read(tmp_path, f"{HEADER}{row}\n")) == [(2, "", "")]


def test_empty_cells_behind_a_row_are_fine(tmp_path: Path) -> None:
    read_back = read(tmp_path, f"{HEADER}{ID},5.00,a,,, \n")
    assert (len(read_back.rows), read_back.faults) == (1, ())


def test_a_row_may_end_before_the_notes(tmp_path: Path) -> None:
    read_back = read(tmp_path, f"document_id,planned_eur,text,note\n{ID},5.00,a\n")
    assert (len(read_back.rows), read_back.faults) == (1, ())


@pytest.mark.parametrize("end", ["\n", "\n\n\n", ",,\n", ",,\n,,,,\n\n", " \n"])
def test_blank_rows_at_the_end_are_fine(tmp_path: Path, end: str) -> None:
    read_back = read(tmp_path, f"{HEADER}{ID},5.00,a\n{end}")
    assert (len(read_back.rows), read_back.faults) == (1, ())


@pytest.mark.parametrize("blank", ["\n", ",,\n"])
def test_a_blank_row_above_others_is_a_fault_and_counts(tmp_path: Path, blank: str) -> None:
    read_back = read(tmp_path, f"{HEADER}{blank}{ID},5.00,a\n")
    assert (places(read_back), [row.number for row in read_back.rows]) == ([(2, "", "")], [3])


def test_faults_behind_the_thousandth_are_one(tmp_path: Path) -> None:
    faults = read(tmp_path, HEADER + f"{ID},x,a\n" * (MAX_FAULTS + 500)).faults
    assert (len(faults), faults[-1].row, faults[-1].document_id) == (MAX_FAULTS + 1, None, "")


def test_a_thousand_faults_are_all(tmp_path: Path) -> None:
    faults = read(tmp_path, HEADER + f"{ID},x,a\n" * MAX_FAULTS).faults
    assert (len(faults), faults[-1].row) == (MAX_FAULTS, MAX_FAULTS + 1)


def test_no_row_is_given_without_its_faults(tmp_path: Path) -> None:
    read_back = read(tmp_path, HEADER + f"{ID},x,a\n" * (MAX_FAULTS + 500))
    assert len(read_back.rows) == MAX_FAULTS


@pytest.mark.parametrize("line", [f"{ID},x,a", f"{ID},5.00", "\n" + f"{ID},5.00,a", f'{ID},5.00,"a', "x,,"])
def test_every_fault_says_all_in_both_languages(tmp_path: Path, line: str) -> None:
    [fault] = read(tmp_path, f"{HEADER}{line}").faults
    said = ("jābūt" in fault.what.lv or "gaidīt" in fault.what.lv, "expected" in fault.what.en.casefold())
    assert said == (True, True)


@ANY_FILE
@given(content=some.binary(max_size=200), of=some.sampled_from(TABLES))
def test_any_bytes_are_rows_or_faults(tmp_path: Path, content: bytes, of: object) -> None:
    read_back = read(tmp_path, content, of)  # type: ignore[arg-type]
    assert read_back.rows or read_back.faults


@ANY_FILE
@given(pieces=some.lists(some.sampled_from(PIECES) | some.text(max_size=3), max_size=60), headed=some.booleans())
def test_any_text_is_rows_or_faults(tmp_path: Path, pieces: list[str], headed: bool) -> None:
    text = (HEADER if headed else "") + "".join(pieces)
    read_back = read(tmp_path, text.encode("utf-8", "replace"))
    assert all(row.number > 1 for row in read_back.rows)


@ANY_FILE
@given(some.data())
def test_a_table_with_any_bytes_changed_is_rows_or_faults(tmp_path: Path, data: some.DataObject) -> None:
    content = bytearray(f'{HEADER}{ID},5.00,"a, ""b""\nc"\n{OTHER_ID},-6.00,āž\n'.encode())
    for _ in range(data.draw(some.integers(1, 6))):
        content[data.draw(some.integers(0, len(content) - 1))] = data.draw(some.integers(0, 255))
    read_back = read(tmp_path, bytes(content))
    assert len(read_back.rows) <= 4
