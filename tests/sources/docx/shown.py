"""A Word file's body as what Word shows of it."""

from __future__ import annotations

from itertools import groupby

from pipeline.document import Document, Word
from pipeline.sources.docx.opened import document_of_docx
from tests.makers.docx_parts import docx_file


def opened(body: str, parts: dict[str, str] | None = None, *, strict: bool = False) -> Document:
    return document_of_docx(docx_file(body, parts, strict=strict))


def lines(body: str, parts: dict[str, str] | None = None) -> list[str]:
    """The lines of the body in reading order."""
    return _lines(opened(body, parts).pages[0].words)


def _lines(words: tuple[Word, ...]) -> list[str]:
    return [" ".join(word.text for word in line) for _, line in groupby(words, key=lambda word: word.line)]


def placed(body: str, parts: dict[str, str] | None = None) -> list[tuple[str, str]]:
    """The places of the body with their text."""
    return by_place(opened(body, parts).pages[0].words)


def by_place(words: tuple[Word, ...]) -> list[tuple[str, str]]:
    return [(place, " ".join(word.text for word in run)) for place, run in groupby(words, key=lambda word: word.place)]
