"""Latvian headings are read as the columns that they name, also beside names, and a misspelt one is suggested."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.readback.files import ID, places, read, values

HEADER = "Dokumenta numurs;Plānots, EUR;Teksts;Īstenošanas gads"


@pytest.mark.parametrize(
    "header",
    [
        HEADER,
        "document_id;Plānots, EUR;text;Īstenošanas gads",
        "Dokumenta numurs;planned_eur;text;year_no",
        " Dokumenta numurs ;Plānots, EUR;Teksts;year_no;Piezīmes",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1257"])
def test_headings_and_names_are_read_beside_each_other(tmp_path: Path, header: str, encoding: str) -> None:
    read_back = read(tmp_path, f"{header}\r\n{ID};5,00;a;1\r\n".encode(encoding))
    assert ([str(cell) for cell in values(read_back)[0]], read_back.faults) == ([ID, "5.00", "a", "1"], ())


def test_headings_stand_in_any_order(tmp_path: Path) -> None:
    read_back = read(tmp_path, f"Teksts;Īstenošanas gads;Dokumenta numurs;Plānots, EUR\n'=a;1;{ID};5,00\n")
    assert [str(cell) for cell in values(read_back)[0]] == [ID, "5.00", "=a", "1"]


def test_a_quoted_heading_is_read_where_commas_part_the_cells(tmp_path: Path) -> None:
    read_back = read(tmp_path, f'Dokumenta numurs,"Plānots, EUR",Teksts\n{ID},5.00,a\n')
    assert (len(read_back.rows), read_back.faults) == (1, ())


@pytest.mark.parametrize("near", ["Planots, EUR", "PLĀNOTS, EUR", "Plānots EUR", "plānots,  eur"])
def test_a_misspelt_heading_is_suggested_as_it_should_stand(tmp_path: Path, near: str) -> None:
    [fault] = read(tmp_path, f"Dokumenta numurs;{near};Teksts\n{ID};5,00;a\n").faults
    assert (fault.column, fault.called) == ("planned_eur", "Plānots, EUR")
    assert f"ir „{near}”" in fault.what.lv
    assert "pārdēvējiet to par „Plānots, EUR”." in fault.what.lv


def test_a_misspelt_heading_beside_names_is_suggested_as_the_name(tmp_path: Path) -> None:
    [fault] = read(tmp_path, f"document_id;Planots, EUR;text\n{ID};5,00;a\n").faults
    assert "pārdēvējiet to par planned_eur." in fault.what.lv


def test_a_misspelt_name_beside_headings_is_suggested_as_the_heading(tmp_path: Path) -> None:
    [fault] = read(tmp_path, f"Dokumenta numurs;planed_eur;Teksts\n{ID};5,00;a\n").faults
    assert "pārdēvējiet to par „Plānots, EUR”." in fault.what.lv


def test_a_misspelt_heading_of_a_column_that_was_added_later_is_a_fault(tmp_path: Path) -> None:
    assert places(read(tmp_path, HEADER.replace("Ī", "I") + "\n")) == [(1, "year_no", "")]


def test_a_note_in_latvian_is_not_taken_for_a_column_that_an_older_version_did_not_write(tmp_path: Path) -> None:
    assert read(tmp_path, "document_id,planned_eur,text,Īstenošanas gadi\n").faults == ()


@pytest.mark.parametrize("twice", [f"{HEADER};Teksts", f"{HEADER};text"])
def test_a_heading_that_stands_there_twice_or_beside_its_name_is_a_fault(tmp_path: Path, twice: str) -> None:
    assert places(read(tmp_path, f"{twice}\n")) == [(1, "text", "")]


def test_a_heading_that_is_missing_is_called_as_the_others(tmp_path: Path) -> None:
    [fault] = read(tmp_path, f"Dokumenta numurs;Teksts\n{ID};a\n").faults
    assert "kolonna „Plānots, EUR”" in fault.sentence.lv


def test_a_wrong_cell_is_named_by_the_heading_above_it(tmp_path: Path) -> None:
    [fault] = read(tmp_path, f"{HEADER}\n{ID};daudz;a;1\n").faults
    assert fault.sentence.en.startswith("small.csv, row 2, column “Plānots, EUR”: “daudz” stands there")


@pytest.mark.parametrize(
    ("cell", "delimiter"), [(f'"{HEADER}"', "semikolu"), ('"document_id,planned_eur,text"', "komatu")]
)
def test_a_header_in_one_cell_is_told_what_parts_it(tmp_path: Path, cell: str, delimiter: str) -> None:
    assert delimiter in read(tmp_path, f"{cell}\n").faults[0].what.lv


def test_a_guarded_id_names_the_document_of_a_fault(tmp_path: Path) -> None:
    assert places(read(tmp_path, f"{HEADER}\n'123456789012;daudz;a;1\n")) == [(2, "planned_eur", "123456789012")]


def test_a_column_is_called_as_it_stands_there_whatever_the_others_are_called(tmp_path: Path) -> None:
    [fault] = read(tmp_path, f"document_id;Plānots, EUR;text\n{ID};daudz;a\n").faults
    assert fault.called == "Plānots, EUR"
