"""What a Word file holds, as values: paragraphs of pieces of text, and tables of cells."""

from __future__ import annotations

from msgspec import Struct

from pipeline.sources.docx.styles import Indent

TAB, BREAK = "\t", "\n"


class Piece(Struct, frozen=True):
    """Text with one look; it may hold tabs and line breaks."""

    text: str
    bold: bool = False


class Paragraph(Struct, frozen=True):
    """A paragraph that holds text, or an empty one, with its `place` in the document (see `Word.place`).

    Of one that `is_listed` the first piece is the label of its list. `pictures` are
    how wide and high each picture in it is shown, in points.
    """

    place: str
    pieces: tuple[Piece, ...]
    indent: Indent = Indent()
    is_listed: bool = False
    pictures: tuple[tuple[float, float], ...] = ()


class TableCell(Struct, frozen=True):
    """A cell: the grid column in which it begins, from 0, how many it spans, and what stands in it.

    `merged` says whether it goes on from the cell above it.
    """

    column: int
    span: int
    merged: bool
    blocks: tuple[Block, ...]


class Table(Struct, frozen=True):
    """A table by its rows, which may have cells of different widths."""

    rows: tuple[tuple[TableCell, ...], ...]


Block = Paragraph | Table


class Contents(Struct, frozen=True):
    """The whole: the blocks of the body; beside it running heads and feet, and notes with what is hidden."""

    body: tuple[Block, ...]
    furniture: tuple[Paragraph, ...]
    notes: tuple[Paragraph, ...]
