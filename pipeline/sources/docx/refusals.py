"""Why a Word file that holds too much is refused: each refusal with the limit that it names."""

from __future__ import annotations

from pipeline.errors import SourceError
from pipeline.sources.limits import (
    MAX_CELLS,
    MAX_ELEMENTS,
    MAX_LETTERS,
    MAX_MEMBERS,
    MAX_PART,
    MAX_TABLE_DEPTH,
    MAX_TABLES,
    MEGABYTE,
)


def oversize(part: str) -> SourceError:
    """That a part of the file, or their number, is too large."""
    return SourceError("sources.docx_too_large", part=part, limit=MAX_PART // MEGABYTE, parts=MAX_MEMBERS)


def refuse_elements(elements: int) -> None:
    """Raises SourceError where a part has too many elements."""
    if elements > MAX_ELEMENTS:
        raise SourceError("sources.docx_too_many_elements", limit=MAX_ELEMENTS)


def refuse_cells(cells: int) -> None:
    """Raises SourceError where there are too many table cells."""
    if cells > MAX_CELLS:
        raise SourceError("sources.docx_too_many_cells", limit=MAX_CELLS)


def refuse_tables(tables: int) -> None:
    """Raises SourceError where there are too many tables."""
    if tables > MAX_TABLES:
        raise SourceError("sources.docx_too_many_tables", limit=MAX_TABLES)


def refuse_depth(depth: int) -> None:
    """Raises SourceError where tables or text boxes stand too deep in each other."""
    if depth > MAX_TABLE_DEPTH:
        raise SourceError("sources.docx_too_deep", limit=MAX_TABLE_DEPTH)


def refuse_letters(letters: int) -> None:
    """Raises SourceError where there is more text than any document has."""
    if letters > MAX_LETTERS:
        raise SourceError("sources.docx_too_much_text", limit=MAX_LETTERS)
