"""The base documents, and a text in their manner into a submission."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from pipeline.document import Document
from pipeline.forms.template import forms
from pipeline.journey import summary_of
from pipeline.records import Submission
from pipeline.sources.opening import document_of
from tests.makers.drawn_form import Row, drawn_form

FOLDER = Path(__file__).parent / "bases"
ROW, BAND, CELL = "\n= ", "\n---\n", "\n|\n"
"""How a drawn base is written: behind its title the label of each row, then the row's bands and their two cells."""


@dataclass(frozen=True, slots=True)
class Base:
    """A clean document: its name, its file, its performer's name up to the closing quotation mark.

    `page_end` is how many lines stand on the first page of a drawn form, 0 for a plain text.
    """

    name: str
    file: str
    performer: str
    page_end: int = 0

    @property
    def text(self) -> str:
        """The text of its file."""
        return text_of(self.file)


@cache
def text_of(file: str) -> str:
    """The text of a file of the bases."""
    return (FOLDER / file).read_text(encoding="utf-8")


A = Base("A", "redzes-zemgale.txt", "„Gaismas loks")
B = Base("B", "piekraste-vidzeme.txt", "„Piejūras dabas skola", page_end=34)


def submission_of(base: Base, text: str, source_file: str, performer_no: int) -> Submission:
    """The text read as its base is, with a number behind the performer's name."""
    text = text.replace(base.performer, f"{base.performer} {performer_no}")
    document = drawn(text, base.page_end) if base.page_end else document_of(text.encode())
    summary = summary_of(document, forms())
    return Submission(document_id(source_file), source_file, document.route, len(document.pages), summary)


def document_id(source_file: str) -> str:
    """An id of the document's own, made from its name."""
    return sha256(source_file.encode()).hexdigest()[:12]


def drawn(text: str, page_end: int) -> Document:
    """The form that a text describes, on two pages."""
    title, *rows = text.split(ROW)
    return drawn_form(title.strip(), list(_rows(rows)), page_end, closed=True)


def _rows(texts: list[str]) -> Iterator[Row]:
    for text in texts:
        label, _, content = text.partition("\n")
        yield Row(label, [band.strip().split(CELL) for band in content.split(BAND)])
