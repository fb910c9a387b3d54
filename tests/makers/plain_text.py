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
                    lines += _wrapped(paragraph.text)
        lines.append("")
    return "\n".join(lines).encode()


def _wrapped(text: str) -> list[str]:
    """Lines of bounded width, of which none ends with its sentence: nobody could tell that from a paragraph's end."""
    lines = textwrap.wrap(text, WIDTH, break_long_words=False, break_on_hyphens=False)
    for place in range(len(lines) - 1):
        if lines[place].endswith(".") and " " in lines[place]:
            lines[place], last = lines[place].rsplit(" ", 1)
            lines[place + 1] = f"{last} {lines[place + 1]}"
    return lines
