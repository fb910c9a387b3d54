"""The form by Typst: a table whose cells may be cut by a page end."""

from __future__ import annotations

import regex
import typst

from tests.makers.fonts import FOLDER
from tests.makers.form_rows import Cell, FormRow, form_rows
from tests.makers.made_summary import MadeSummary, Style

_STROKES = {"all": "0.6pt", "horizontal": "(x: none, y: 0.6pt)", "none": "none"}


def typst_pdf(made: MadeSummary, style: Style) -> bytes:
    """The PDF's bytes."""
    return typst.compile(typst_source(made, style).encode(), font_paths=[str(FOLDER)])


def typst_source(made: MadeSummary, style: Style) -> str:
    """The document in Typst's language."""
    rows = form_rows(made, style)
    columns = 4 if style.finance_shape == "table" else 2
    widths = ", ".join([f"{style.label_share}fr", *[f"{(100 - style.label_share) / columns}fr"] * columns])
    numbering = '"1"' if style.page_numbers else "none"
    head = (
        f'#set page(paper: "a4", flipped: {"true" if style.landscape else "false"}, numbering: {numbering})\n'
        f'#set text(font: "Roboto", size: {style.font_size}pt, lang: "lv", hyphenate: false)\n'
        + "".join(f"#align(center)[#strong[{_escaped(line)}]]\n" for line in made.title)
        + f"#table(columns: ({widths}), stroke: {_STROKES[style.lines]}, align: left,\n"
    )
    return head + "".join(_row(row, columns) for row in rows) + ")\n"


def _row(row: FormRow, columns: int) -> str:
    lines = [f"table.cell(rowspan: {len(row.bands)})[{_escaped(row.label)}],\n"]
    for band in row.bands:
        span = columns // len(band)
        lines += [f"table.cell(colspan: {span})[{_cell(cell)}],\n" for cell in band]
    return "".join(lines)


def _cell(cell: Cell) -> str:
    """Paragraphs a line apart; one that stands apart has white space above it."""
    texts = []
    for place, paragraph in enumerate(cell):
        gap = "#v(0.8em)" if paragraph.apart and place else ""
        text = _escaped(paragraph.text)
        texts.append(f"{gap}{'#strong' if paragraph.bold else '#block'}[{text}]")
    return "\n\n".join(texts)


def _escaped(text: str) -> str:
    return regex.sub(r"([\\#$*_`<>@\[\]\"'~/=+-])", r"\\\1", text)
