"""A CSV file of a table → typed rows, and what is wrong with it by row and column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from pipeline.catalogue import Sentence, sentence
from pipeline.readback.cells import CellError, cell_value, is_id
from pipeline.readback.dialect import CsvText, FileError, Record, RecordError, csv_text, file_content, wide_cells
from pipeline.readback.faults import Fault
from pipeline.readback.header import HEADER_ROW, Header, header, header_faults
from pipeline.readback.headings import Naming, known_forms, naming
from pipeline.tables import Cell, Column, Table
from pipeline.tables.guard import unguarded

MAX_FAULTS = 1000
ID_COLUMN = "document_id"
DELIMITER_NAMES = {",": "comma", ";": "semicolon", "\t": "tab"}


class ReadRow(Struct, frozen=True):
    """A row as a spreadsheet counts it, with a cell for every column of the table."""

    number: int
    cells: Mapping[str, Cell]


class ReadTable(Struct, frozen=True):
    """What a file holds and what is wrong with it.

    A faulty cell is None in its row, and its fault names the row's document. A row
    whose cells cannot be told apart is a fault alone. Where a fault names no
    document, rows of any document may be missing.
    """

    rows: tuple[ReadRow, ...]
    faults: tuple[Fault, ...]
    naming: Naming


def read_table(path: Path, table: Table[Any]) -> ReadTable:
    """The rows of a table's file and its faults, in the order of the file; it raises nothing.

    Behind `MAX_FAULTS` faults nothing more is read, and one more fault says so.
    """
    rows: list[ReadRow] = []
    faults: list[Fault] = []
    own = Naming({})
    with wide_cells():
        for part in _parts_of_file(path, table):
            if isinstance(part, Naming):
                own = part
            elif isinstance(part, ReadRow):
                rows.append(part)
            elif len(faults) < MAX_FAULTS:
                faults.append(own.named(part))
            else:
                what = sentence("readback.more_faults", limit=MAX_FAULTS, row=part.row)
                faults.append(Fault(path.name, None, "", what))
                break
    return ReadTable(tuple(rows), tuple(faults), own)


def _parts_of_file(path: Path, table: Table[Any]) -> Iterator[Naming | ReadRow | Fault]:
    try:
        text = csv_text(file_content(path), frozenset(known_forms(table)))
    except FileError as error:
        yield Fault(path.name, None, "", error.sentence)
    else:
        yield from _parts_of_text(path.name, text, table)


def _parts_of_text(file: str, text: CsvText, table: Table[Any]) -> Iterator[Naming | ReadRow | Fault]:
    records = text.records()
    try:
        first = next(records, Record(HEADER_ROW, []))
        yield naming(first.cells, table)
        faults = list(header_faults(file, first.cells, table))
        yield from faults
        if not faults:
            sheet = _Sheet(file, text, table, header(first.cells, table))
            for record in _without_blank_end(records):
                yield from sheet.parts(record)
    except RecordError as error:
        yield Fault(file, error.row, "", error.sentence)


def _without_blank_end(records: Iterable[Record]) -> Iterator[Record]:
    """The records; blank ones only where another stands below them."""
    blank: list[Record] = []
    for record in records:
        if record.is_blank:
            blank.append(record)
        else:
            yield from blank
            blank.clear()
            yield record


class _Sheet(Struct, frozen=True):
    """A file whose header is sound."""

    file: str
    text: CsvText
    table: Table[Any]
    header: Header

    def parts(self, record: Record) -> Iterator[ReadRow | Fault]:
        """The faults of a record, then its row."""
        wrong = sentence("readback.blank_row") if record.is_blank else self._ragged(record.cells)
        if wrong:
            yield Fault(self.file, record.row, "", wrong, self._document_id(record))
            return
        row: dict[str, Cell] = {}
        for column in self.table.columns:
            try:
                row[column.name] = self._cell(record, column)
            except CellError as error:
                row[column.name] = None
                yield Fault(self.file, record.row, column.name, error.sentence, self._document_id(record))
        yield ReadRow(record.row, row)

    def _cell(self, record: Record, column: Column[Any]) -> Cell:
        place = self.header.places.get(column.name)
        if place is None:
            return None
        return cell_value(record.cells[place], column, decimal_comma=self.text.decimal_comma)

    def _document_id(self, record: Record) -> str:
        """The document that a record speaks of, "" where its cell holds none."""
        place = self.header.places.get(ID_COLUMN, len(record.cells))
        cell = unguarded(record.cells[place].strip()) if place < len(record.cells) else ""
        return cell if is_id(cell) else ""

    def _ragged(self, cells: Sequence[str]) -> Sentence | None:
        """What is wrong with the number of cells; empty ones behind the header's last are none."""
        wanted, width = self.header.needed_width, self.header.width
        if len(cells) < wanted or any(cell.strip() for cell in cells[width:]):
            return _wrong_number(len(cells), wanted if len(cells) < wanted else width, self.text.delimiter)
        return None


def _wrong_number(cells: int, wanted: int, delimiter: str) -> Sentence:
    name = sentence(f"readback.{DELIMITER_NAMES[delimiter]}")
    return sentence("readback.wrong_number", cells=cells, wanted=wanted, delimiter=name)
