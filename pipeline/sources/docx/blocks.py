"""What a Word file holds, as values: paragraphs of pieces of text, and tables of cells."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.sources.docx.styles import Indent

TAB, BREAK = "\t", "\n"


@dataclass(frozen=True, slots=True)
class Piece:
    """Text with one look; it may hold tabs and line breaks."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph that holds text, or an empty one, with its `place` in the document (see `Word.place`).

    Of one that `is_listed` the first piece is the label of its list. `pictures` are
    how wide and high each picture in it is shown, in points.
    """

    place: str
    pieces: tuple[Piece, ...]
    indent: Indent = Indent()  # noqa: RUF009 -- it is frozen
    is_listed: bool = False
    pictures: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell: the grid column in which it begins, from 0, how many it spans, and what stands in it.

    `merged` says whether it goes on from the cell above it.
    """

    column: int
    span: int
    merged: bool
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table by its rows, which may have cells of different widths."""

    rows: tuple[tuple[TableCell, ...], ...]


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Contents:
    """The whole: the blocks of the body; beside it running heads and feet, and notes with what is hidden."""

    body: tuple[Block, ...]
    furniture: tuple[Paragraph, ...]
    notes: tuple[Paragraph, ...]
