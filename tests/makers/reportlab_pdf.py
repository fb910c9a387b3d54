"""The form by reportlab: one long table whose rows may be cut by a page end."""

from __future__ import annotations

import io
from html import escape
from typing import Any

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import LongTable, SimpleDocTemplate, Spacer
from reportlab.platypus import Paragraph as SetParagraph

from tests.makers.fonts import BOLD, REGULAR
from tests.makers.form_rows import Cell, FormRow, form_rows
from tests.makers.made_summary import MadeSummary, Style

MARGIN = 56
_CELL_PADDING = 4
pdfmetrics.registerFont(TTFont("made", REGULAR))
pdfmetrics.registerFont(TTFont("made-bold", BOLD))


def reportlab_pdf(made: MadeSummary, style: Style) -> bytes:
    """The PDF's bytes, the same for the same summary and style."""
    buffer = io.BytesIO()
    size = landscape(A4) if style.landscape else A4
    document = SimpleDocTemplate(
        buffer, pagesize=size, leftMargin=MARGIN, rightMargin=MARGIN, topMargin=MARGIN, bottomMargin=MARGIN, invariant=1
    )
    rows = form_rows(made, style)
    story = [_paragraph(line, style, bold=True) for line in made.title]
    story += [Spacer(1, 12), _table(rows, style, size[0] - 2 * MARGIN)]
    number = _page_number if style.page_numbers else _nothing
    document.build(story, onFirstPage=number, onLaterPages=number)
    return buffer.getvalue()


def _table(rows: tuple[FormRow, ...], style: Style, width: float) -> LongTable:
    label = width * style.label_share / 100
    columns = 4 if style.finance_shape == "table" else 2
    cells, spans = [], []
    for row in rows:
        for place, band in enumerate(row.bands):
            line = len(cells)
            filled = [_cell(cell, style) for cell in band] + [""] * (columns - len(band))
            cells.append([_paragraph(row.label, style) if place == 0 else "", *filled])
            if len(band) == 1:
                spans.append(("SPAN", (1, line), (columns, line)))
            spans += _lines(style, line, place)
    table = LongTable(cells, [label, *([(width - label) / columns] * columns)], splitInRow=1)
    plain = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("PADDING", (0, 0), (-1, -1), _CELL_PADDING)]
    last = [("LINEBELOW", (0, -1), (-1, -1), 0.6, "black")] if style.lines != "none" else []
    table.setStyle([*plain, *last, *spans])
    return table


def _lines(style: Style, line: int, place: int) -> list[tuple[Any, ...]]:
    """The ruling lines of one band; the label's cell goes on over the bands of its row."""
    drawn: list[tuple[Any, ...]] = []
    if style.lines == "all":
        drawn.append(("LINEBEFORE", (0, line), (-1, line), 0.6, "black"))
        drawn.append(("LINEAFTER", (-1, line), (-1, line), 0.6, "black"))
    if style.lines != "none":
        drawn.append(("LINEABOVE", (0 if place == 0 else 1, line), (-1, line), 0.6, "black"))
    return drawn


def _cell(cell: Cell, style: Style) -> list[Any]:
    flowables: list[Any] = []
    for paragraph in cell:
        flowables += [Spacer(1, 8)] * (paragraph.apart and bool(flowables))
        flowables.append(_paragraph(paragraph.text, style, bold=paragraph.bold))
    return flowables


def _paragraph(text: str, style: Style, *, bold: bool = False) -> SetParagraph:
    name = "made-bold" if bold else "made"
    look = ParagraphStyle(name, fontName=name, fontSize=style.font_size, leading=style.font_size * 1.25)
    return SetParagraph(escape(text, quote=False), look)


def _page_number(canvas: Any, document: Any) -> None:
    canvas.setFont("made", 9)
    canvas.drawCentredString(document.pagesize[0] / 2, 30, str(document.page))


def _nothing(canvas: Any, document: Any) -> None:
    """No page number."""
