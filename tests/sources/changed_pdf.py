"""Samples with something changed in their PDF, no letter drawn otherwise."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
from reportlab.pdfgen.canvas import Canvas

SAMPLES = Path(__file__).parents[2] / "samples"
Change = Callable[[pikepdf.Pdf], object]


def changed(sample: str, change: Change) -> bytes:
    """The bytes of a sample after the change."""
    target = io.BytesIO()
    with pikepdf.open(SAMPLES / sample) as pdf:
        change(pdf)
        pdf.save(target)
    return target.getvalue()


def drawn(operators: str) -> bytes:
    """A page with a plain line, and below it what a content stream draws; `/F1` is Helvetica."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(300, 200))
    canvas.drawString(20, 180, "Kopsavilkums 2024")
    canvas._code.append(operators)
    canvas.save()
    return target.getvalue()


def last_page_again(pdf: pikepdf.Pdf) -> None:
    """The tree of pages names its last page twice; pdfminer goes to each object once."""
    kids = pdf.Root.Pages.Kids
    kids.append(kids[-1])
    pdf.Root.Pages.Count = len(kids)


def first_font_without_letters(pdf: pikepdf.Pdf) -> None:
    """The table that says which letter a glyph shows is gone from one font."""
    fonts = (each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/Font")
    del next(font for font in fonts if "/ToUnicode" in font)["/ToUnicode"]


def second_page_turned(pdf: pikepdf.Pdf) -> None:
    """Its text runs upwards, and the page says that it is shown turned."""
    pdf.pages[1].Rotate = 90


def boxes_from_the_tree(pdf: pikepdf.Pdf) -> None:
    """The pages have their media box from the tree, as from macOS; and a crop box, a little smaller, from there too."""
    for page in pdf.pages:
        box = page.MediaBox
        del page.obj["/MediaBox"]
    pdf.Root.Pages.MediaBox = box
    pdf.Root.Pages.CropBox = pikepdf.Array([4, 4, 590, 838])


def corner_elsewhere(pdf: pikepdf.Pdf) -> None:
    """The media box does not begin at 0, 0."""
    for page in pdf.pages:
        page.MediaBox = pikepdf.Array([-20, -30, 600, 830])
