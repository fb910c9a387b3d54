"""The writers, and which of them can be run here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.makers import chromium_pdf, libreoffice_pdf
from tests.makers.docx_form import docx_form
from tests.makers.fpdf_pdf import fpdf_pdf
from tests.makers.made_summary import MadeSummary, Style
from tests.makers.making import StyleScope
from tests.makers.plain_text import plain_text
from tests.makers.reportlab_pdf import reportlab_pdf
from tests.makers.typst_pdf import typst_pdf

ALL_STYLES = StyleScope()


@dataclass(frozen=True, slots=True)
class Producer:
    """A writer with the styles that it can set; `available` says whether its program is there."""

    name: str
    write: Callable[[MadeSummary, Style], bytes]
    styles: StyleScope = ALL_STYLES
    available: Callable[[], bool] = lambda: True


QUICK: tuple[Producer, ...] = (
    Producer("plain_text", plain_text, StyleScope(shapes=("side_by_side", "paragraphs"))),
    Producer("reportlab", reportlab_pdf),
    Producer("fpdf2", fpdf_pdf),
    Producer("typst", typst_pdf),
    Producer("docx", docx_form),
)
PROGRAMS: tuple[Producer, ...] = (
    Producer("chromium", chromium_pdf.chromium_pdf, available=chromium_pdf.available),
    Producer("libreoffice", libreoffice_pdf.libreoffice_pdf, available=libreoffice_pdf.available),
)
PRODUCERS: tuple[Producer, ...] = (*QUICK, *PROGRAMS)
