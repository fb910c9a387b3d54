"""The form by fpdf2, set line by line, with a page end wherever the page is full and no border there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from fpdf import FPDF
from fpdf.enums import MethodReturnValue

from tests.makers.fonts import BOLD, REGULAR
from tests.makers.form_rows import Cell, FormRow, form_rows
from tests.makers.made_summary import MadeSummary, Style

_MARGIN, _PADDING = 56.0, 4.0


@dataclass(frozen=True, slots=True)
class _SetLine:
    """A line of a cell; `above` is white space in parts of a line."""

    text: str
    bold: bool = False
    above: float = 0.0


class _Form(FPDF):
    """A page with, where wanted, its number at the foot."""

    def __init__(self, style: Style) -> None:
        super().__init__("landscape" if style.landscape else "portrait", "pt", "A4")
        self._numbered = style.page_numbers
        self.set_auto_page_break(auto=False)
        self.set_creation_date(datetime(2024, 1, 1, tzinfo=UTC))
        self.add_font("made", "", REGULAR)
        self.add_font("made", "B", BOLD)
        self.set_font("made", size=style.font_size)
        self.add_page()

    def footer(self) -> None:
        """The page's number."""
        if self._numbered:
            self.set_xy(0, -36)
            self.cell(self.w, 12, str(self.page_no()), align="C")


def fpdf_pdf(made: MadeSummary, style: Style) -> bytes:
    """The PDF's bytes."""
    form = _Form(style)
    form.set_y(_MARGIN)
    for line in made.title:
        form.set_font(style="B")
        form.set_x(_MARGIN)
        form.cell(form.w - 2 * _MARGIN, style.font_size * 1.4, line, align="C", new_x="LMARGIN", new_y="NEXT")
    form.set_font(style="")
    setter = _Setter(form, style, form.get_y() + 10)
    for row in form_rows(made, style):
        setter.set_row(row)
    setter.close()
    return bytes(form.output())


class _Setter:
    """Sets row after row from the top down; `y` is where the next line begins."""

    def __init__(self, form: _Form, style: Style, y: float) -> None:
        self.form, self.style, self.y = form, style, y
        self.leading = style.font_size * 1.3
        self.bottom = form.h - _MARGIN
        self.label_right = _MARGIN + (form.w - 2 * _MARGIN) * style.label_share / 100
        self.right = form.w - _MARGIN

    def set_row(self, row: FormRow) -> None:
        """The label beside all bands; what is left of it goes on below the last band."""
        label = self._lines((row.label,), (False,), self.label_right - _MARGIN)
        self._rule(_MARGIN)
        for place, band in enumerate(row.bands):
            if place:
                self._rule(self.label_right)
            edges = self._edges(len(band))
            columns = [
                self._lines([p.text for p in cell], [p.bold for p in cell], right - left, self._gaps(cell))
                for cell, left, right in zip(band, edges, edges[1:], strict=False)
            ]
            least = len(label) if place == len(row.bands) - 1 else 0
            self._set_band(label, columns, edges, least)

    def close(self) -> None:
        """The line below the last row."""
        self._rule(_MARGIN)

    def _edges(self, columns: int) -> list[float]:
        width = (self.right - self.label_right) / columns
        return [self.label_right + width * n for n in range(columns)] + [self.right]

    def _gaps(self, cell: Cell) -> list[float]:
        return [0.6 if paragraph.apart and place else 0.0 for place, paragraph in enumerate(cell)]

    def _lines(
        self, texts: Sequence[str], bolds: Sequence[bool], width: float, gaps: Sequence[float] = ()
    ) -> list[_SetLine]:
        lines: list[_SetLine] = []
        for place, (text, bold) in enumerate(zip(texts, bolds, strict=True)):
            self.form.set_font(style="B" if bold else "")
            room = width - 2 * _PADDING + 2 * self.form.c_margin
            broken = self.form.multi_cell(room, text=text, dry_run=True, output=MethodReturnValue.LINES, align="L")
            above = gaps[place] if gaps else 0.0
            lines += [_SetLine(line, bold, above if n == 0 else 0.0) for n, line in enumerate(broken)]
        self.form.set_font(style="")
        return lines

    def _set_band(
        self, label: list[_SetLine], columns: Sequence[list[_SetLine]], edges: Sequence[float], least: int
    ) -> None:
        for line in range(max(least, *map(len, columns))):
            cells = [column[line] if line < len(column) else None for column in columns]
            height = self.leading * (1 + max((cell.above for cell in cells if cell), default=0.0))
            if self.y + height > self.bottom:
                self.form.add_page()
                self.y = _MARGIN
            base = self.y + height - self.leading * 0.3
            shown = label.pop(0) if label else None
            for cell, left in self._placed([shown, *cells], [_MARGIN, *edges]):
                self.form.set_font(style="B" if cell.bold else "")
                self.form.text(left + _PADDING, base, cell.text)
            if self.style.lines == "all":
                for x in (_MARGIN, *edges):
                    self.form.line(x, self.y, x, self.y + height)
            self.y += height

    def _placed(self, cells: Sequence[_SetLine | None], edges: Sequence[float]) -> Iterator[tuple[_SetLine, float]]:
        return ((cell, left) for cell, left in zip(cells, edges, strict=False) if cell)

    def _rule(self, left: float) -> None:
        """A line from `left` to the right edge, with a little room below it."""
        if self.y + self.leading * 1.5 > self.bottom:
            self.form.add_page()
            self.y = _MARGIN
        if self.style.lines != "none":
            self.form.line(left, self.y, self.right, self.y)
        self.y += 0 if self.style.lines == "all" else 2
