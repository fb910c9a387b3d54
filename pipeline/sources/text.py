"""Plain text of a summary: words with page and line, without geometry."""

from __future__ import annotations

import codecs
from collections.abc import Iterator

from pipeline.document import Document, Page, Word
from pipeline.errors import SourceError
from pipeline.sources.clean_text import clean
from pipeline.sources.word_rules import COLUMN_GAP


def text_of_bytes(content: bytes) -> str:
    """The text, by its byte order mark, as UTF-8, or else as Windows-1257.

    Raises SourceError where it decodes as none of these.
    """
    marked = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    encodings = ("utf-16",) if marked else ("utf-8-sig", "cp1257")
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise SourceError("sources.encoding")


def _tokens(line: str) -> Iterator[tuple[str, bool]]:
    """The words of a line, each with whether it stands apart from the one before it."""
    before = ""
    for column in COLUMN_GAP.split(line):
        for place, token in enumerate(column.split()):
            yield token, place == 0 and before != ""
            before = token


def document_of_text(content: bytes) -> Document:
    """A text file as a document; form feeds part its pages, and empty lines take a line number each."""
    text = clean(text_of_bytes(content))
    pages: list[Page] = []
    number = 0
    sheets = text.rstrip("\f\r\n ").split("\f")
    for page_number, sheet in enumerate(sheets, start=1):
        words: list[Word] = []
        for line_number, line in enumerate(sheet.splitlines()):
            for token, apart in _tokens(line):
                words.append(Word(token, number, page_number, line=line_number, apart=apart))
                number += 1
        pages.append(Page(page_number, 0, 0, tuple(words)))
    return Document("text", tuple(pages))
