"""Bytes of a CSV file → its text, what parts its cells, and its records."""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from msgspec import Struct

from pipeline.errors import KopsavilkumsError

MAX_FILE_BYTES = 1_000_000_000
MAX_CELL_LENGTH = 10_000_000
DELIMITERS = (",", ";", "\t")

# What a spreadsheet takes for the end of a line, unlike `str.splitlines`.
LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
# The line that tells Excel the delimiter; a spreadsheet shows no row for it.
DELIMITER_LINE = re.compile(r'"?sep=[^\r\n]"?[,;\t]*(?:\r\n|\r|\n|\Z)', re.IGNORECASE)
# Enough to tell the delimiter, and below any limit of the csv module.
HEADER_LENGTH = 100_000


class FileError(KopsavilkumsError):
    """A file is no table that can be read; nothing of it was."""


class RecordError(KopsavilkumsError):
    """Nobody can say where the record of this row ends, and so which row any text behind it belongs to."""

    def __init__(self, row: int, what: str, /, **values: object) -> None:
        super().__init__(what, **values)
        self.row = row


class Record(Struct, frozen=True):
    """The cells of one row; `row` is its number in a spreadsheet. An empty line has no cells."""

    row: int
    cells: list[str]

    @property
    def is_blank(self) -> bool:
        """Whether a spreadsheet shows an empty row."""
        return not any(cell.strip() for cell in self.cells)


class CsvText(Struct, frozen=True):
    """The text of a CSV file; its header begins at `start`."""

    text: str
    delimiter: str
    start: int = 0

    @property
    def decimal_comma(self) -> bool:
        """Whether a number may have a decimal comma: where a comma parts no cells."""
        return self.delimiter != ","

    def records(self) -> Iterator[Record]:
        """Every record, header first. Raises `RecordError` at the first whose end cannot be told."""
        lines = (match[0] for match in LINE.finditer(self.text, self.start))
        row = 0
        try:
            for row, cells in enumerate(csv.reader(lines, delimiter=self.delimiter, strict=True), start=1):
                yield Record(row, cells)
        except csv.Error as error:
            raise _record_error(row + 1, error) from error


def file_content(path: Path) -> bytes:
    """The bytes of a file. Raises `FileError` where it is not there, too large, or cannot be read."""
    try:
        if not path.is_file():
            raise FileError("readback.no_file")
        if path.stat().st_size > MAX_FILE_BYTES:
            raise FileError("readback.file_too_large")
        return path.read_bytes()
    except OSError as error:
        raise FileError("readback.file_not_opened", reason=error.strerror) from error


def csv_text(content: bytes, names: frozenset[str]) -> CsvText:
    """The text of a file whose header holds some of `names`. Raises `FileError` where the bytes are no text."""
    text = text_of_bytes(content)
    delimiter_line = DELIMITER_LINE.match(text)
    start = delimiter_line.end() if delimiter_line else 0
    header = LINE.match(text, start)
    return CsvText(text, _delimiter(header[0][:HEADER_LENGTH] if header else "", names), start)


def text_of_bytes(content: bytes) -> str:
    """The text, by its byte order mark, as UTF-8, or else as Windows-1257. Raises `FileError` where it is none."""
    for encoding in _encodings(content):
        with suppress(UnicodeDecodeError):
            return content.decode(encoding)
    raise FileError("readback.no_text")


@contextmanager
def wide_cells() -> Iterator[None]:
    """Lets the csv module read cells of up to `MAX_CELL_LENGTH`, and puts back the limit that was set before."""
    before = csv.field_size_limit(MAX_CELL_LENGTH)
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _encodings(content: bytes) -> tuple[str, ...]:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return ("utf-16",)
    return ("utf-8-sig",) if content.startswith(codecs.BOM_UTF8) else ("utf-8", "cp1257")


def _delimiter(header: str, names: frozenset[str]) -> str:
    """What parts the header into most of the names that are looked for, else into most cells."""

    def cells_told_apart(delimiter: str) -> tuple[int, int]:
        cells = next(csv.reader([header], delimiter=delimiter), [])
        return len(names.intersection(cell.strip() for cell in cells)), len(cells)

    return max(DELIMITERS, key=cells_told_apart)


def _record_error(row: int, error: csv.Error) -> RecordError:
    if "field limit" in str(error):
        return RecordError(row, "readback.cell_too_long", limit=MAX_CELL_LENGTH)
    return RecordError(row, "readback.lone_quote")
