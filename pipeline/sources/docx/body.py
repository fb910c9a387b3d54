"""The body of a Word file → its blocks, in reading order: paragraphs with their list labels, tables of cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from pipeline.errors import SourceError
from pipeline.sources.docx.blocks import Block, Paragraph, Piece, Table, TableCell
from pipeline.sources.docx.counters import Counters
from pipeline.sources.docx.refusals import refuse_depth, refuse_letters
from pipeline.sources.docx.run_text import ParagraphText, RunText, chosen
from pipeline.sources.docx.styles import Styles
from pipeline.sources.docx.table_rows import TableRow, cell_elements, row_elements, with_merged_columns
from pipeline.sources.docx.xml_part import Element, child, name_of, value_of

_WRAPPERS = frozenset(("sdt", "sdtContent", "customXml", "ins", "moveTo"))
# Content that stands in another file, or in one of another kind inside this one, is not read, and so not left out.
_ELSEWHERE = frozenset(("altChunk", "subDoc"))


class Beside(Struct):
    """What is met on the way and stands beside the text: notes by kind and id, hidden text, prompts of the form."""

    notes: list[tuple[str, str]] = field(default_factory=list)
    hidden: list[Paragraph] = field(default_factory=list)
    prompts: list[Paragraph] = field(default_factory=list)


class BodyReader:
    """Reads blocks; list labels are counted over all that one reader reads."""

    def __init__(self, styles: Styles, counters: Counters) -> None:
        self._styles = styles
        self._counters = counters
        self._runs = RunText(styles)
        self._letters = 0
        self.beside = Beside()

    def blocks(self, container: Element, place: str = "", depth: int = 0) -> tuple[Block, ...]:
        """The blocks of a body, a cell, a text box, a note; `place` is the container's own, `depth` how deep it is."""
        refuse_depth(depth)
        done: list[Block] = []
        paragraphs, tables = 0, 0
        pending: list[Piece] = []
        for element in block_elements(container):
            if name_of(element) == "tbl":
                done += _left_over(pending, _joined(place, f"P{paragraphs + 1}"))
                paragraphs, pending = paragraphs + bool(pending), []
                table = self._table(element, _joined(place, f"T{tables + 1}"), depth)
                tables += bool(table.rows)
                done += [table] if table.rows else []
                continue
            here = _joined(place, f"P{paragraphs + 1}")
            paragraph, boxes, goes_on = self._paragraph(element, here, pending, depth)
            if goes_on:
                pending = list(paragraph.pieces)
                done += boxes
                continue
            pending = []
            paragraphs += _says_more(paragraph)
            done += [paragraph, *boxes]
        return (*_without_bare_labels(done), *_left_over(pending, _joined(place, f"P{paragraphs + 1}")))

    def _paragraph(
        self, element: Element, place: str, before: list[Piece], depth: int
    ) -> tuple[Paragraph, tuple[Block, ...], bool]:
        """The paragraph, the blocks of its text boxes, and whether its end was deleted, so that the next joins it."""
        properties = child(element, "pPr")
        found = self._runs.of(element)
        self._letters += sum(len(piece.text) + 1 for piece in found.pieces)
        refuse_letters(self._letters)
        self._keep_beside(found, place)
        boxes = tuple(
            block
            for number, box in enumerate(found.boxes, start=1)
            for block in self.blocks(box, f"{place}/B{number}", depth + 1)
        )
        mark = child(properties, "rPr")
        if child(mark, "del") is not None or child(mark, "moveFrom") is not None:
            return Paragraph(place, (*before, *found.pieces)), boxes, True
        style = self._styles.style_of(properties)
        reference = self._styles.number_of(properties)
        indent = self._styles.indent_of(properties, self._counters.properties(reference, style))
        pieces = (*before, *found.pieces)
        label = self._counters.label(reference, style)
        if label:
            label += "." if label[-1].isdigit() else ""  # else it would stand there as a count
            bold = next((piece.bold for piece in pieces if piece.text.strip()), False)
            pieces = (Piece(f"{label} ", bold), *pieces)
        return Paragraph(place, pieces, indent, bool(label), tuple(found.pictures)), boxes, False

    def _keep_beside(self, found: ParagraphText, place: str) -> None:
        self.beside.notes += found.notes
        for kept, pieces in ((self.beside.hidden, found.hidden), (self.beside.prompts, found.prompts)):
            if _has_text(pieces):
                kept.append(Paragraph(place, tuple(pieces)))

    def _table(self, element: Element, place: str, depth: int) -> Table:
        rows = [
            (row.hidden, self._row(row, f"{place}/R{number}", depth))
            for number, row in enumerate(row_elements(element), 1)
        ]
        self.beside.hidden += [
            each for hidden, row in rows if hidden for cell in row for each in _paragraphs(cell.blocks)
        ]
        return Table(tuple(row for hidden, row in rows if row and not hidden))

    def _row(self, row: TableRow, place: str, depth: int) -> tuple[TableCell, ...]:
        cells: list[TableCell] = []
        column = row.before
        for number, element in enumerate(cell_elements(row.element), start=1):
            merged = child(element.element, "tcPr", "vMerge")
            goes_on = merged is not None and value_of(element.element, "tcPr", "vMerge") != "restart"
            blocks = self.blocks(element.element, f"{place}/C{number}", depth + 1)
            cells.append(TableCell(column, element.span, goes_on, blocks))
            column += element.span
        return with_merged_columns(cells, row.element)


def block_elements(container: Element) -> Iterator[Element]:
    """The paragraphs and tables of a container, those in content controls too.

    Raises SourceError where a part of the text stands in another file.
    """
    for element in container:
        name = name_of(element)
        if name in ("p", "tbl"):
            _refuse_elsewhere(element)
            yield element
        elif name == "mc:AlternateContent":
            yield from block_elements(chosen(element))
        elif name in _WRAPPERS:
            yield from block_elements(element)
        elif name in _ELSEWHERE:
            raise SourceError("sources.docx_elsewhere")


def _refuse_elsewhere(paragraph: Element) -> None:
    if child(paragraph, "subDoc") is not None:
        raise SourceError("sources.docx_elsewhere")


def _joined(place: str, step: str) -> str:
    return f"{place}/{step}" if place else step


def _has_text(pieces: list[Piece] | tuple[Piece, ...]) -> bool:
    return any(piece.text.strip() for piece in pieces)


def _says_more(paragraph: Paragraph) -> bool:
    """Whether it has text besides the label of its list."""
    return _has_text(paragraph.pieces[paragraph.is_listed :])


def _without_bare_labels(blocks: list[Block]) -> list[Block]:
    """The blocks, empty items of lists without their labels, but where these are all that a cell holds."""
    if not any(isinstance(block, Table) or _says_more(block) for block in blocks):
        return blocks
    bare = (isinstance(block, Paragraph) and not _says_more(block) for block in blocks)
    return [
        replace(block, pieces=()) if empty and isinstance(block, Paragraph) else block
        for block, empty in zip(blocks, bare, strict=True)
    ]


def _paragraphs(blocks: Sequence[Block]) -> Iterator[Paragraph]:
    """The paragraphs with text among blocks, those in tables too."""
    for block in blocks:
        if isinstance(block, Table):
            yield from (each for row in block.rows for cell in row for each in _paragraphs(cell.blocks))
        elif _has_text(block.pieces):
            yield block


def _left_over(pending: list[Piece], place: str) -> list[Block]:
    """Text whose paragraph's end was deleted, where no other paragraph follows."""
    return [Paragraph(place, tuple(pending))] if _has_text(pending) else []
