"""The form as DOCX, printed by LibreOffice."""

from __future__ import annotations

import io
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from tests.makers.form_rows import Cell, FormRow, form_rows
from tests.makers.made_summary import MadeSummary, Style

_PROGRAM = "soffice"
_TIMEOUT = 120
_EDGES = {"all": ("top", "left", "bottom", "right", "insideH", "insideV"), "horizontal": ("top", "bottom", "insideH")}


def available() -> bool:
    """Whether the program is installed."""
    return shutil.which(_PROGRAM) is not None


def libreoffice_pdf(made: MadeSummary, style: Style) -> bytes:
    """The PDF's bytes."""
    program = shutil.which(_PROGRAM)
    if program is None:
        raise FileNotFoundError(_PROGRAM)
    with tempfile.TemporaryDirectory() as folder:
        form = Path(folder, "form.docx")
        form.write_bytes(docx_form(made, style))
        options = [f"-env:UserInstallation={Path(folder, 'user').as_uri()}", "--headless", "--convert-to", "pdf"]
        command = [program, *options, "--outdir", folder, str(form)]
        subprocess.run(command, check=True, capture_output=True, timeout=_TIMEOUT)  # noqa: S603  a fixed command
        return form.with_suffix(".pdf").read_bytes()


def docx_form(made: MadeSummary, style: Style) -> bytes:
    """The form as DOCX."""
    document = docx.Document()
    _set_page(document, style)
    for line in made.title:
        document.add_paragraph().add_run(line).bold = True
    columns = 4 if style.finance_shape == "table" else 2
    rows = form_rows(made, style)
    table = document.add_table(sum(len(row.bands) for row in rows), 1 + columns)
    table.autofit = False
    _rule(table, style)
    _set_widths(table, document.sections[0], style, columns)
    place = 0
    for row in rows:
        _fill(table, place, row, columns)
        place += len(row.bands)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _set_page(document: Any, style: Style) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    if style.landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(20)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Liberation Serif", Pt(style.font_size)
    normal.paragraph_format.space_after = normal.paragraph_format.space_before = Pt(0)
    if style.page_numbers:
        _add_page_number(section.footer.paragraphs[0])


def _add_page_number(paragraph: Any) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)


def _rule(table: Any, style: Style) -> None:
    borders = OxmlElement("w:tblBorders")
    for edge in _EDGES.get(style.lines, ()):
        line = OxmlElement(f"w:{edge}")
        for name, value in (("val", "single"), ("sz", "4"), ("color", "000000")):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    table._tbl.tblPr.append(borders)


def _set_widths(table: Any, section: Any, style: Style, columns: int) -> None:
    whole = section.page_width - section.left_margin - section.right_margin
    label = whole * style.label_share // 100
    widths = [label, *[(whole - label) // columns] * columns]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width


def _fill(table: Any, start: int, row: FormRow, columns: int) -> None:
    last = start + len(row.bands) - 1
    label = table.cell(start, 0).merge(table.cell(last, 0)) if last > start else table.cell(start, 0)
    label.paragraphs[0].text = row.label
    for place, band in enumerate(row.bands, start=start):
        span = columns // len(band)
        for column, content in enumerate(band):
            first = 1 + column * span
            cell = table.cell(place, first)
            _write(cell.merge(table.cell(place, first + span - 1)) if span > 1 else cell, content)


def _write(cell: Any, content: Cell) -> None:
    for paragraph in cell.paragraphs[1:]:
        paragraph._p.getparent().remove(paragraph._p)
    for place, each in enumerate(content):
        paragraph = cell.paragraphs[0] if place == 0 else cell.add_paragraph()
        paragraph.paragraph_format.space_before = Pt(8 if each.apart and place else 0)
        paragraph.add_run(each.text).bold = each.bold
