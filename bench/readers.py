"""The ways to read a PDF that are compared: ours, its limit, and its peers. Each takes the path of a PDF."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pdfplumber
import pypdfium2
from pypdfium2 import raw

from pipeline.forms.template import forms
from pipeline.journey import summary_of
from pipeline.sources.pdf import document_of_pdf


@dataclass(frozen=True, slots=True)
class Reader:
    """One of them. `most_pages` is the longest document that it is given; a slow one takes minutes beyond.

    `inside` says whether it runs in this process, so that its memory can be told.
    """

    name: str
    read: Callable[[Path], object]
    most_pages: int = 300
    available: Callable[[], bool] = lambda: True
    inside: bool = True


def floor(path: Path) -> None:
    """The limit: PDFium opens the document, each page and its text, and nobody looks."""
    with pypdfium2.PdfDocument(path.read_bytes()) as pdf:
        for number in range(len(pdf)):
            page = pdf[number]
            raw.FPDFText_ClosePage(raw.FPDFText_LoadPage(page))
            page.close()


def ours(path: Path) -> None:
    """Words and ruling lines, as `run` reads them."""
    document_of_pdf(path.read_bytes())


def journey(path: Path) -> None:
    """From the bytes to the records."""
    summary_of(document_of_pdf(path.read_bytes()), forms())


def plain(path: Path) -> None:
    """Words and lines by pdfplumber."""
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_words()
            _ = page.lines, page.rects
            page.close()


def plain_with_tables(path: Path) -> None:
    """Words and tables by pdfplumber."""
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_words()
            page.extract_tables()
            page.close()


def pdfminer(path: Path) -> None:
    """Layout by pdfminer.six with its own settings."""
    from pdfminer.high_level import extract_pages

    for _ in extract_pages(path):
        pass


def pdftotext(path: Path) -> None:
    """Words with boxes by poppler, a process of its own; no ruling lines."""
    subprocess.run(["pdftotext", "-bbox", str(path), "-"], check=True, capture_output=True)  # noqa: S607


def camelot(path: Path) -> None:
    """Tables by their lines."""
    import camelot as library

    library.read_pdf(str(path), pages="all", flavor="lattice")


PLAIN = Reader("pdfplumber", plain)
OURS = Reader("ours", ours)
READERS = (
    Reader("floor", floor),
    OURS,
    Reader("journey", journey),
    PLAIN,
    Reader("+ tables", plain_with_tables, 40),
    Reader("pdfminer", pdfminer, 40),
    Reader("pdftotext", pdftotext, available=lambda: shutil.which("pdftotext") is not None, inside=False),
    Reader("camelot", camelot, 4, lambda: importlib.util.find_spec("camelot") is not None),
)
