"""How a file is written, told by its bytes."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from pipeline.readback import dialect
from pipeline.readback.csv_table import ReadTable, read_table
from tests.readback.files import ID, SMALL, places, read, values

HEADER = "document_id,planned_eur,text"
LATVIAN = "āčēģīķļņšūž „Rīga” – 5 €"
LINES = f"{HEADER}\n{ID},,{LATVIAN}\n"


def only_text(read_back: ReadTable) -> object:
    [row] = read_back.rows
    return row.cells["text"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1257", "utf-16"])
def test_latvian_letters_are_read_in_every_encoding_of_a_spreadsheet(tmp_path: Path, encoding: str) -> None:
    assert only_text(read(tmp_path, LINES.encode(encoding))) == LATVIAN


@pytest.mark.parametrize("mark", [b"\xff\xfe", b"\xfe\xff"])
def test_utf_16_is_read_by_its_mark(tmp_path: Path, mark: bytes) -> None:
    body = LINES.encode("utf-16-le" if mark == b"\xff\xfe" else "utf-16-be")
    assert only_text(read(tmp_path, mark + body)) == LATVIAN


@pytest.mark.parametrize(
    "content",
    [LINES.encode() + b"\x81", b"\xef\xbb\xbf" + LINES.encode("cp1257"), b"\xff\xfea", b"\xff\xfe\x00\xd8"],
)
def test_bytes_that_are_no_text_are_a_fault_of_the_file(tmp_path: Path, content: bytes) -> None:
    assert places(read(tmp_path, content)) == [(None, "", "")]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_delimiter_and_line_end_is_read(tmp_path: Path, delimiter: str, end: str) -> None:
    lines = f"{HEADER}\n{ID},5.00,a\n{ID},6.00,b\n".replace(",", delimiter).replace("\n", end)
    assert [row[2] for row in values(read(tmp_path, lines))] == ["a", "b"]


def test_the_last_line_needs_no_end(tmp_path: Path) -> None:
    assert only_text(read(tmp_path, LINES.removesuffix("\n"))) == LATVIAN


@pytest.mark.parametrize("noted", ["a, b, c, d, e, f", '"a, b, c, d"', "a\tb\tc\td\te"])
def test_the_delimiter_is_what_parts_the_columns_that_are_known(tmp_path: Path, noted: str) -> None:
    assert not read(tmp_path, f"document_id;planned_eur;text;{noted}\n{ID};5,00;a;\n").faults


@pytest.mark.parametrize("first", ["sep=;", "SEP=;", '"sep=;"', "sep=;;;", "sep=,"])
def test_the_line_that_names_the_delimiter_is_no_row(tmp_path: Path, first: str) -> None:
    read_back = read(tmp_path, f"{first}\r\ndocument_id;planned_eur;text\r\n{ID};x;\r\n")
    assert places(read_back) == [(2, "planned_eur", ID)]


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_a_decimal_comma_is_possible_where_it_parts_no_cells(tmp_path: Path, delimiter: str) -> None:
    lines = f"{HEADER.replace(',', delimiter)}\n{delimiter.join([ID, '5,00', 'a'])}\n"
    assert not read(tmp_path, lines).faults


def test_a_quoted_decimal_comma_is_refused_where_commas_part_cells(tmp_path: Path) -> None:
    assert places(read(tmp_path, f'{HEADER}\n{ID},"5,00",a\n')) == [(2, "planned_eur", ID)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_inside_a_cell_are_no_rows(tmp_path: Path, end: str) -> None:
    lines = f'{HEADER}\n{ID},5.00,"a\nb\n\nc"\n{ID},x,\n'.replace("\n", end)
    read_back = read(tmp_path, lines)
    assert (values(read_back)[0][2], places(read_back)) == ("a\nb\n\nc", [(3, "planned_eur", ID)])


@pytest.mark.parametrize("inside", ["\u2028", "\u0085", "\x0b", "\x0c", "\x1e"])
def test_what_no_spreadsheet_takes_for_a_line_end_is_none(tmp_path: Path, inside: str) -> None:
    assert only_text(read(tmp_path, f"{HEADER}\n{ID},5.00,a{inside}b\n")) == f"a{inside}b"


def test_quotes_in_a_quoted_cell_are_doubled(tmp_path: Path) -> None:
    assert only_text(read(tmp_path, f'{HEADER}\n{ID},5.00,"a ""b"", c"\n')) == 'a "b", c'


@pytest.mark.parametrize("broken", ['"never closed\nx,y,z\n', '"a"b\n', '"'])
def test_a_broken_quotation_is_a_fault_of_its_row(tmp_path: Path, broken: str) -> None:
    read_back = read(tmp_path, f'{HEADER}\n{ID},5.00,"a\nb"\n{ID},6.00,{broken}')
    assert (len(read_back.rows), places(read_back)) == (1, [(3, "", "")])


def test_a_broken_quotation_in_the_header_is_a_fault_of_it(tmp_path: Path) -> None:
    assert places(read(tmp_path, f'{HEADER},"note\n{ID},,\n')) == [(1, "", "")]


def test_a_cell_may_be_longer_than_the_csv_module_allows_by_itself(tmp_path: Path) -> None:
    assert only_text(read(tmp_path, f"{HEADER}\n{ID},5.00,{'a' * 200_000}\n")) == "a" * 200_000


def test_a_cell_without_bounds_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dialect, "MAX_CELL_LENGTH", 200_000)
    read_back = read(tmp_path, f"{HEADER}\n{ID},5.00,a\n{ID},5.00,{'a' * 200_001}\n")
    assert (places(read_back), "200000" in read_back.faults[0].what.lv) == ([(3, "", "")], True)


@pytest.mark.parametrize("content", [LINES, HEADER + '\n"', ""])
def test_the_limit_of_the_csv_module_is_put_back(tmp_path: Path, content: str) -> None:
    before = csv.field_size_limit()
    read(tmp_path, content)
    assert csv.field_size_limit() == before


def test_a_file_over_a_gigabyte_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "small.csv"
    with path.open("wb") as file:
        file.truncate(dialect.MAX_FILE_BYTES + 1)
    read_back = read_table(path, SMALL)
    assert (places(read_back), "1 GB" in read_back.faults[0].what.lv) == ([(None, "", "")], True)


def test_a_file_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    assert places(read_table(tmp_path / "small.csv", SMALL)) == [(None, "", "")]


def test_a_folder_in_the_place_of_the_file_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "small.csv").mkdir()
    assert places(read_table(tmp_path / "small.csv", SMALL)) == [(None, "", "")]


def test_a_file_that_cannot_be_read_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert "Permission denied" in read(tmp_path, LINES).faults[0].what.en
