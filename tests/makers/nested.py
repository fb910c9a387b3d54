"""A form whose results and finances hold tables: each block as it is written in Word and in HTML."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from tests.makers.docx_parts import cell, docx_file, paragraph, row, run, table
from tests.makers.form_rows import LABELS

TITLE = "Kopsavilkums par valsts pārvaldes uzdevuma veikšanu (2023-2024)"
SHORT = ("Jaunatnes darba attīstība", "Biedrība „Solis”", "01.01.2023. – 31.12.2024.", "", "", "Nav", "Nav", "Nav")
_SHEET = """
@page { size: A4; margin: 18mm; } body { font-family: Roboto, "DejaVu Sans", sans-serif; font-size: 10pt; }
table { border-collapse: collapse; width: 100%; } p { margin: 0; }
td { border: 1px solid black; padding: 4px; vertical-align: top; text-align: left; }
h1 { font-size: 1.1em; text-align: center; }
"""
_NAMES = ("chromium", "chromium-browser", "google-chrome")
_TIMEOUT = 60


@dataclass(frozen=True, slots=True)
class Merged:
    """A cell over several columns or rows."""

    text: str
    columns: int = 1
    rows: int = 1


TableRow = Sequence[str | Merged]
Block = str | Sequence[TableRow]
"""A paragraph, or the rows of a table; a line feed in a cell begins a paragraph."""


def word_file(results: Sequence[Block], finances: Sequence[Block], labels: Sequence[str] = LABELS) -> bytes:
    """The Word file."""
    rows = [
        row([cell(_paragraphs(label)), cell(inside)]) for label, inside in _fields(results, finances, labels, _word)
    ]
    return docx_file(_paragraphs(TITLE) + table(rows, [2400, 7200]))


def printed_form(results: Sequence[Block], finances: Sequence[Block], labels: Sequence[str] = LABELS) -> bytes:
    """The PDF that Chromium prints."""
    rows = "".join(
        f'<tr><td style="width: 25%">{escape(label)}</td><td>{inside}</td></tr>'
        for label, inside in _fields(results, finances, labels, _html)
    )
    page = f'<!doctype html><html lang="lv"><meta charset="utf-8"><style>{_SHEET}</style><h1>{TITLE}</h1><table>{rows}'
    return _printed(page + "</table></html>")


def program() -> str | None:
    """Chromium, None where it is not installed."""
    return next((found for name in _NAMES if (found := shutil.which(name))), None)


def _fields(
    results: Sequence[Block],
    finances: Sequence[Block],
    labels: Sequence[str],
    written: Callable[[Sequence[Block]], str],
) -> list[tuple[str, str]]:
    """Each label with its contents as they are written."""
    contents = [written([text]) for text in SHORT]
    contents[3], contents[4] = written(results), written(finances)
    return list(zip(labels, contents, strict=True))


def _word(blocks: Sequence[Block]) -> str:
    return "".join(_paragraphs(each) if isinstance(each, str) else _word_table(each) for each in blocks)


def _paragraphs(text: str) -> str:
    return "".join(paragraph(run(line)) for line in text.split("\n"))


def _word_table(rows: Sequence[TableRow]) -> str:
    width = sum(_merged(each).columns for each in rows[0])
    open_cells: dict[int, Merged] = {}
    done = []
    for each in rows:
        cells, column, waiting = [], 0, list(each)
        while column < width:
            if column in open_cells:
                above = open_cells.pop(column)
                cells.append(cell("", f'<w:gridSpan w:val="{above.columns}"/><w:vMerge/>'))
                below = above
            else:
                below = _merged(waiting.pop(0))
                start = '<w:vMerge w:val="restart"/>' if below.rows > 1 else ""
                cells.append(cell(_paragraphs(below.text), f'<w:gridSpan w:val="{below.columns}"/>{start}'))
            if below.rows > 1:
                open_cells[column] = Merged("", below.columns, below.rows - 1)
            column += below.columns
        done.append(row(cells))
    return table(done, [6900 // width] * width)


def _html(blocks: Sequence[Block]) -> str:
    return "".join(_html_paragraphs(each) if isinstance(each, str) else _html_table(each) for each in blocks)


def _html_paragraphs(text: str) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in text.split("\n"))


def _html_table(rows: Sequence[TableRow]) -> str:
    return f"<table>{''.join(f'<tr>{_html_cells(each)}</tr>' for each in rows)}</table>"


def _html_cells(cells: TableRow) -> str:
    return "".join(
        f'<td colspan="{each.columns}" rowspan="{each.rows}">{_html_paragraphs(each.text)}</td>'
        for each in map(_merged, cells)
    )


def _merged(each: str | Merged) -> Merged:
    return each if isinstance(each, Merged) else Merged(each)


def _printed(page: str) -> bytes:
    found = program()
    if found is None:
        raise FileNotFoundError(_NAMES[0])
    with tempfile.TemporaryDirectory() as folder:
        source, printed = Path(folder, "form.html"), Path(folder, "form.pdf")
        source.write_text(page, encoding="utf-8")
        options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
        command = [found, *options, f"--user-data-dir={folder}/user", f"--print-to-pdf={printed}", source.as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=_TIMEOUT)  # noqa: S603  a fixed command
        return printed.read_bytes()
