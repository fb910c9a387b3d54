"""What the first row must hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.readback.files import ID, column, places, read, table, values


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("document_id,planned_eur,text,year_no", f"{ID},5.00,a,1"),
        ("year_no,text,planned_eur,document_id", f"1,a,5.00,{ID}"),
        ("note,year_no,text,planned_eur,document_id", f"n,1,a,5.00,{ID}"),
        (" document_id , planned_eur,text,year_no", f"{ID},5.00,a,1"),
        ("document_id,planned_eur,text,year_no,,", f"{ID},5.00,a,1,,"),
        ("document_id,,planned_eur,,text,year_no", f"{ID},n,5.00,n,a,1"),
        ("note,document_id,planned_eur,text,year_no,note", f"n,{ID},5.00,a,1,n"),
        ('document_id,planned_eur,text,year_no,"a\nb"', f"{ID},5.00,a,1,n"),
    ],
)
def test_columns_stand_in_any_order_with_notes_between(tmp_path: Path, header: str, row: str) -> None:
    read_back = read(tmp_path, f"{header}\n{row}\n")
    assert ([str(cell) for cell in values(read_back)[0]], read_back.faults) == ([ID, "5.00", "a", "1"], ())


def test_every_row_has_the_columns_of_the_table_and_no_others(tmp_path: Path) -> None:
    [row] = read(tmp_path, f"text,note,planned_eur,document_id\na,n,5.00,{ID}\n").rows
    assert list(row.cells) == ["document_id", "planned_eur", "text", "year_no"]


def test_a_column_that_was_added_later_may_be_missing(tmp_path: Path) -> None:
    read_back = read(tmp_path, f"document_id,planned_eur,text\n{ID},5.00,a\n")
    assert (values(read_back)[0][3], read_back.faults) == (None, ())


def test_a_column_that_is_missing_is_named(tmp_path: Path) -> None:
    assert places(read(tmp_path, f"document_id,text\n{ID},a\n")) == [(1, "planned_eur", "")]


@pytest.mark.parametrize("name", ["planed_eur", "PLANNED_EUR", "planned eur"])
def test_the_misspelt_name_of_a_missing_column_is_suggested(tmp_path: Path, name: str) -> None:
    [fault] = read(tmp_path, f"document_id,{name},text,note\n").faults
    assert (fault.column, f"„{name}”" in fault.what.lv) == ("planned_eur", True)


@pytest.mark.parametrize("name", ["year_nr", "Year_No"])
def test_the_misspelt_name_of_a_column_that_was_added_later_is_a_fault(tmp_path: Path, name: str) -> None:
    assert places(read(tmp_path, f"document_id,planned_eur,text,{name}\n")) == [(1, "year_no", "")]


def test_a_note_is_not_taken_for_a_missing_column(tmp_path: Path) -> None:
    [fault] = read(tmp_path, "document_id,text,piezīmes\n").faults
    assert "piezīmes" not in fault.what.lv


def test_a_column_of_the_table_is_not_taken_for_another(tmp_path: Path) -> None:
    spans = table(column("document_id", "id"), column("period_start", "date"), column("period_end", "date"))
    [fault] = read(tmp_path, "document_id,period_end\n", spans).faults
    assert "period_end" not in fault.what.lv


def test_a_misspelt_name_is_suggested_for_one_column(tmp_path: Path) -> None:
    spans = table(column("document_id", "id"), column("period_start", "date"), column("period_end", "date"))
    faults = read(tmp_path, "document_id,period_strat\n", spans).faults
    assert ["period_strat" in fault.what.lv for fault in faults] == [True, False]


def test_a_column_that_stands_there_twice_is_a_fault(tmp_path: Path) -> None:
    assert places(read(tmp_path, f"document_id,planned_eur,text,text\n{ID},5.00,a,b\n")) == [(1, "text", "")]


def test_every_fault_of_a_header_is_named(tmp_path: Path) -> None:
    assert [column for _, column, _ in places(read(tmp_path, "text,text\n"))] == ["document_id", "planned_eur", "text"]


@pytest.mark.parametrize("faulty", ["document_id,text", "document_id,planned_eur,text,text"])
def test_below_a_faulty_header_nothing_is_read(tmp_path: Path, faulty: str) -> None:
    assert not read(tmp_path, f"{faulty}\n{ID},5.00,a,b\n").rows


@pytest.mark.parametrize(
    "content", ["", "\n", "\ufeff", "sep=;\n", f"{ID},5.00,a\n", "\ndocument_id,planned_eur,text\n", "PK\x03\x04\0\0"]
)
def test_a_file_without_a_header_has_one_fault(tmp_path: Path, content: str) -> None:
    assert places(read(tmp_path, content)) == [(1, "", "")]


def test_a_file_without_a_header_is_told_what_it_must_hold(tmp_path: Path) -> None:
    assert "document_id, planned_eur, text." in read(tmp_path, "").faults[0].what.lv


@pytest.mark.parametrize("header", ['"document_id,planned_eur,text"', '"document_id,planned_eur,text";;'])
def test_a_header_in_one_cell_is_called_so(tmp_path: Path, header: str) -> None:
    assert "vienā šūnā" in read(tmp_path, f"{header}\n").faults[0].what.lv


def test_utf_16_without_its_mark_has_no_header(tmp_path: Path) -> None:
    assert places(read(tmp_path, "document_id,planned_eur,text\n".encode("utf-16-le"))) == [(1, "", "")]


def test_a_header_alone_is_a_table_without_rows(tmp_path: Path) -> None:
    read_back = read(tmp_path, "document_id,planned_eur,text\n")
    assert (read_back.rows, read_back.faults) == ((), ())


def test_a_header_of_very_many_names_is_read_in_a_moment(tmp_path: Path) -> None:
    assert len(read(tmp_path, "text," + ",".join(f"planned{n}" for n in range(50_000)) + "\n").faults) == 2
