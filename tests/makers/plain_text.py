"""The form as plain text: labels and contents one below the other, lines of bounded width."""

from __future__ import annotations

import textwrap

from tests.makers.form_rows import form_rows
from tests.makers.made_summary import MadeSummary, Style

WIDTH = 64


def plain_text(made: MadeSummary, style: Style) -> bytes:
    """The text in UTF-8."""
    lines = [*made.title, ""]
    for row in form_rows(made, style):
        lines += [*textwrap.wrap(row.label, 24, break_on_hyphens=False), ""]
        for band in row.bands:
            for cell in band:
                for paragraph in cell:
                    lines += [""] * paragraph.apart
                    lines += textwrap.wrap(paragraph.text, WIDTH, break_long_words=False, break_on_hyphens=False)
        lines.append("")
    return "\n".join(lines).encode()
