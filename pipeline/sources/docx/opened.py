"""A Word file's bytes → a document."""

from __future__ import annotations

from pipeline.document import Document
from pipeline.errors import SourceError
from pipeline.sources.docx.contents import contents_of
from pipeline.sources.docx.room import page_of_blocks, words_beside


def document_of_docx(content: bytes) -> Document:
    """A Word file as a document of one page, which is none of paper.

    Raises SourceError where it is broken, hostile, or has no text.
    """
    contents = contents_of(content)
    page = page_of_blocks(contents.body)
    if not page.words:
        raise SourceError("sources.docx_without_text")
    furniture = words_beside(contents.furniture, len(page.words))
    notes = words_beside(contents.notes, len(page.words) + len(furniture))
    return Document("docx", (page,), furniture=furniture, notes=notes)
