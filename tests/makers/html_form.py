"""The form as HTML."""

from __future__ import annotations

from html import escape

from tests.makers.form_rows import Cell, FormRow, form_rows
from tests.makers.made_summary import MadeSummary, Style

_BORDERS = {
    "all": "border: 1px solid black",
    "horizontal": "border-top: 1px solid black; border-bottom: 1px solid black",
    "none": "border: none",
}


def html_form(made: MadeSummary, style: Style) -> str:
    """The page, with its print size in a style sheet."""
    columns = 4 if style.finance_shape == "table" else 2
    width = (100 - style.label_share) / columns
    sheet = f"""
@page {{ size: A4 {"landscape" if style.landscape else "portrait"}; margin: 20mm; }}
body {{ font-family: Roboto, "DejaVu Sans", sans-serif; font-size: {style.font_size}pt; }}
table {{ border-collapse: collapse; width: 100%; table-layout: fixed; }}
td {{ {_BORDERS[style.lines]}; padding: 4px; vertical-align: top; text-align: left; overflow-wrap: break-word; }}
p {{ margin: 0; }} p.apart {{ margin-top: 0.8em; }} h1 {{ font-size: 1.1em; text-align: center; margin: 0; }}
"""
    heads = "".join(f"<h1>{escape(line)}</h1>" for line in made.title)
    widths = f'<col style="width: {style.label_share}%">' + f'<col style="width: {width}%">' * columns
    rows = "".join(_row(row, columns) for row in form_rows(made, style))
    return (
        f'<!doctype html><html lang="lv"><meta charset="utf-8"><style>{sheet}</style>'
        f"<body>{heads}<br><table><colgroup>{widths}</colgroup>{rows}</table></body></html>"
    )


def _row(row: FormRow, columns: int) -> str:
    lines = []
    for place, band in enumerate(row.bands):
        label = f'<td rowspan="{len(row.bands)}">{escape(row.label)}</td>' if place == 0 else ""
        cells = "".join(f'<td colspan="{columns // len(band)}">{_cell(cell)}</td>' for cell in band)
        lines.append(f"<tr>{label}{cells}</tr>")
    return "".join(lines)


def _cell(cell: Cell) -> str:
    texts = []
    for place, paragraph in enumerate(cell):
        apart = ' class="apart"' if paragraph.apart and place else ""
        text = escape(paragraph.text)
        texts.append(f"<p{apart}>{f'<b>{text}</b>' if paragraph.bold else text}</p>")
    return "".join(texts)
