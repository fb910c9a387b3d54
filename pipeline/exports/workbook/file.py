"""The only door to xlsxwriter: sheets → a workbook, the same bytes for the same sheets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import xlsxwriter
from msgspec import Struct, field
from xlsxwriter.exceptions import FileCreateError

from pipeline.exports.plain_text import plain_text
from pipeline.exports.workbook.sheet import Cell, Formula, Link, Marked, Sheet, SheetColumn

# Excel's limits (support.microsoft.com, “Excel specifications and limits”).
MAX_ROWS, MAX_TEXT, MAX_LINKS, MAX_HEIGHT = 1_048_576, 32_767, 65_530, 409
# Points for a line of 11-point type; programs do not all fit rows to wrapped text by themselves.
LINE_HEIGHT = 15
A3 = 8
# A file that says when it was made is another each time.
CREATED = datetime(2000, 1, 1)  # noqa: DTZ001 -- xlsxwriter wants it without a zone
# 0426 is Latvian: a decimal comma and spaces between thousands, where a program minds it.
DATE_FORMAT = "[$-426]dd.mm.yyyy."
TONES = {
    "error": ("#9C1C18", "#FBE5E3"),
    "warning": ("#6B4200", "#FDF0D5"),
    "info": ("#1F497D", "#E4EDF7"),
    "fine": ("#1D5E34", "#E2F2E7"),
}
"""The colours of ink and ground; each stands with a word or a number, and no colour alone means anything."""
NUMBER_FORMATS = {"euro": "[$-426]#,##0.00", "number": "General", "integer": "0", "date": DATE_FORMAT}
# Rows go to disk as they are written. What a cell is, its writer says: no text is guessed to be a formula or a link.
OPTIONS = {"constant_memory": True}
FONT = {"font_name": "Calibri", "font_size": 11, "valign": "top"}


class LeftOut(Struct):
    """What the limits of a workbook left out: rows by sheet, texts that were cut, links that are plain text."""

    rows: dict[str, int] = field(default_factory=dict)
    texts: int = 0
    links: int = 0


def write_sheets(path: Path, sheets: Sequence[Callable[[LeftOut], Sheet]], title: str) -> LeftOut:
    """Writes the workbook of these sheets; gives what it had to leave out.

    Each sheet is made when those before it are written: it is told what they had to
    leave out. Rows lie in files beside `path` until all are there. Raises OSError.
    """
    left_out = LeftOut()
    with TemporaryDirectory(dir=path.parent, prefix=".") as rows:
        book = xlsxwriter.Workbook(path, {**OPTIONS, "tmpdir": rows})
        book.set_properties({"title": title, "created": CREATED})
        book.set_size(2400, 1400)
        painter = _Painter(book, left_out)
        for each in sheets:
            painter.add(each(left_out))
        try:
            book.close()
        except FileCreateError as error:  # it hides the system's error in its arguments
            raise next((each for each in error.args if isinstance(each, OSError)), OSError(str(error))) from error
    return left_out


class _Painter:
    """Writes sheets into a book, row after row."""

    def __init__(self, book: Any, left_out: LeftOut) -> None:
        self.book, self.left_out = book, left_out
        self.letters: dict[str, str] = {}
        self.formats = {kind: self._format(num_format=form) for kind, form in NUMBER_FORMATS.items()}
        self.formats |= {"text": self._format(), "severity": self._format(), "wrapped": self._format(text_wrap=True)}
        self.sums = {kind: self._format(num_format=form, bold=True, top=1) for kind, form in NUMBER_FORMATS.items()}
        self.sum_text = self._format(bold=True, top=1)
        self.link = self._format(font_color="#0B57D0", underline=1)
        self.heading = self._format(bold=True, bg_color="#E9E6DF", bottom=1, text_wrap=True)
        self.tones = {tone: self._format(font_color=ink, bg_color=ground) for tone, (ink, ground) in TONES.items()}

    def _format(self, **more: object) -> Any:
        return self.book.add_format({**FONT, **more})

    def add(self, sheet: Sheet) -> None:
        """A sheet with its header frozen, a filter over its data, and its sums below."""
        page = self.book.add_worksheet(sheet.name)
        self.letters = sheet.letters
        self._set_up(page, sheet)
        links = 0
        last = 0
        room = MAX_ROWS - 1 - len(sheet.sums)
        for last, row in enumerate(sheet.rows, start=1):
            if last > room:
                self.left_out.rows[sheet.name] = self.left_out.rows.get(sheet.name, 0) + 1
                continue
            page.set_row(last, row_height(row, sheet.columns))
            for place, (cell, column) in enumerate(zip(row, sheet.columns, strict=True)):
                links += self._write(page, last, place, cell, column, links)
        last = min(last, room)
        page.autofilter(0, 0, max(last, 1), len(sheet.columns) - 1)
        for below, sums in enumerate(sheet.sums, start=last + 1):
            for place, (cell, column) in enumerate(zip(sums, sheet.columns, strict=True)):
                self._write_sum(page, below, place, cell, column, last)

    def _set_up(self, page: Any, sheet: Sheet) -> None:
        page.set_row(0, 3 * LINE_HEIGHT)
        for place, column in enumerate(sheet.columns):
            page.set_column(place, place, column.width)
            page.write_string(0, place, plain_text(column.heading), self.heading)
        page.freeze_panes(1, 1)
        page.set_landscape()
        page.set_paper(A3)
        page.fit_to_pages(1, 0)
        page.repeat_rows(0)

    def _write(self, page: Any, row: int, place: int, cell: Cell, column: SheetColumn, links: int) -> int:
        """Writes a cell; gives how many links that added."""
        shown = self.formats[column.kind]
        if cell is None or cell == "":
            return 0
        if isinstance(cell, Link):
            return self._write_link(page, row, place, cell, column, links)
        if isinstance(cell, Formula):
            formula = cell.text.format(row=row + 1, **self.letters)
            page.write_formula(row, place, formula, shown, _calculated(cell.value))
        elif isinstance(cell, Marked):
            self._write_marked(page, row, place, cell)
        elif isinstance(cell, date):
            page.write_datetime(row, place, datetime(cell.year, cell.month, cell.day), shown)  # noqa: DTZ001 -- as above
        elif isinstance(cell, Decimal | int):
            page.write_number(row, place, float(cell), shown)
        else:
            page.write_string(row, place, self._text(cell), shown)
        return 0

    def _write_marked(self, page: Any, row: int, place: int, marked: Marked) -> None:
        if isinstance(marked.shown, int):
            page.write_number(row, place, marked.shown, self.tones[marked.tone])
        else:
            page.write_string(row, place, self._text(marked.shown), self.tones[marked.tone])

    def _write_link(self, page: Any, row: int, place: int, link: Link, column: SheetColumn, links: int) -> int:
        if links >= MAX_LINKS:
            self.left_out.links += 1
            self._write(page, row, place, link.text, column, links)
            return 0
        address = f"internal:'{link.sheet}'!A{link.row}" if link.sheet else f"external:{link.target}"
        page.write_url(row, place, address, self.link, self._text(str(link.text)))
        if isinstance(link.text, int):
            page.write_number(row, place, link.text, self.link)
        return 1

    def _write_sum(self, page: Any, row: int, place: int, cell: Cell, column: SheetColumn, last: int) -> None:
        if isinstance(cell, Formula):
            text = cell.text.format(row=row + 1, last=max(last, 1) + 1, **self.letters)
            page.write_formula(row, place, text, self.sums.get(column.kind, self.sum_text), _calculated(cell.value))
        else:
            page.write_string(row, place, self._text(str(cell or "")), self.sum_text)

    def _text(self, text: str) -> str:
        """Text that a cell can hold."""
        plain = plain_text(text)
        if len(plain.encode("utf-16-le")) // 2 <= MAX_TEXT:
            return plain
        self.left_out.texts += 1
        cut = plain.encode("utf-16-le")[: 2 * (MAX_TEXT - 1)].decode("utf-16-le", "ignore")
        return cut + "…"


def row_height(row: Sequence[Cell], columns: Sequence[SheetColumn]) -> int:
    """The height in points that shows the longest wrapped text of a row, as far as a row can be high."""
    texts = ((cell, column.width) for cell, column in zip(row, columns, strict=True) if column.kind == "wrapped")
    lines = max((lines_of(cell, width) for cell, width in texts if isinstance(cell, str)), default=1)
    return min(lines * LINE_HEIGHT, MAX_HEIGHT)


def lines_of(text: str, width: int) -> int:
    """How many lines a text takes in a column of so many characters.

    >>> lines_of("", 10), lines_of("viens divi", 10), lines_of("viens divi trīs", 10)
    (1, 1, 2)
    """
    return max(1, -(-len(text) // width))


def _calculated(value: Decimal | float | str) -> float | str:
    return value if isinstance(value, str) else float(value)
