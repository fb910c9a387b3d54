"""What a Word file may hold at most, each limit with the sentence that names it."""

from __future__ import annotations

from pipeline.errors import SourceError

# The text of the real document, four pages, is 17 kB of XML; as Word writes it, ten times that.
MAX_PART = 16 * 1024 * 1024
# The real document has 600 elements; libxml2 takes about a hundred bytes for each.
MAX_ELEMENTS = 1_000_000
# The form has sixteen cells, and a finance table in it a few dozen.
MAX_CELLS = 20_000
# The form is one table, or one for each of its eight rows, and some in them.
MAX_TABLES = 1_000
# The form holds a table; a table in it may hold one more. libxml2 itself goes 256 elements deep.
MAX_DEPTH = 8
# As for all documents: see `opening`.
MAX_LETTERS = 10_000_000


def oversize(part: str) -> SourceError:
    """That a part of the file, or their number, is too large."""
    return SourceError("sources.docx_too_large", part=part, limit=MAX_PART // 1024 // 1024)


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
    if depth > MAX_DEPTH:
        raise SourceError("sources.docx_too_deep", limit=MAX_DEPTH)


def refuse_letters(letters: int) -> None:
    """Raises SourceError where there is more text than any document has."""
    if letters > MAX_LETTERS:
        raise SourceError("sources.docx_too_much_text", limit=MAX_LETTERS)
