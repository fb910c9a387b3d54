"""The rows of a table and their cells, content controls around them looked through, deleted ones left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from pipeline.sources.docx.blocks import TableCell
from pipeline.sources.docx.xml_part import Element, child, name_of, switched, value_of, whole_of

# Word's own limit for the columns of a table.
_MOST_COLUMNS = 63
_WRAPPERS = frozenset(("sdt", "sdtContent", "customXml", "ins", "moveTo"))


class TableRow(Struct, frozen=True):
    """A row that Word shows unless it is `hidden`; `before` grid columns are left out in front of its first cell."""

    element: Element
    before: int
    hidden: bool = False


class CellElement(Struct, frozen=True):
    """A cell and how many grid columns it spans."""

    element: Element
    span: int


def row_elements(table: Element) -> Iterator[TableRow]:
    """The rows of a table that were not deleted."""
    for element in _inside(table, "tr"):
        properties = child(element, "trPr")
        if child(properties, "del") is None:
            hidden = bool(switched(properties, "hidden"))
            yield TableRow(element, _columns(value_of(properties, "gridBefore"), 0), hidden)


def cell_elements(row: Element) -> Iterator[CellElement]:
    """The cells of a row that were not deleted."""
    for element in _inside(row, "tc"):
        properties = child(element, "tcPr")
        if child(properties, "cellDel") is None:
            yield CellElement(element, _columns(value_of(properties, "gridSpan"), 1))


def with_merged_columns(cells: Sequence[TableCell], row: Element) -> tuple[TableCell, ...]:
    """The cells of a row; one that an older Word marked as the continuation of the one before it is part of that."""
    done: list[TableCell] = []
    for cell, element in zip(cells, cell_elements(row), strict=True):
        merge = child(element.element, "tcPr", "hMerge")
        if done and merge is not None and value_of(element.element, "tcPr", "hMerge") != "restart":
            last = done[-1]
            done[-1] = replace(last, span=last.span + cell.span, blocks=(*last.blocks, *cell.blocks))
        else:
            done.append(cell)
    return tuple(done)


def _inside(container: Element, wanted: str) -> Iterator[Element]:
    for element in container:
        name = name_of(element)
        if name == wanted:
            yield element
        elif name in _WRAPPERS:
            yield from _inside(element, wanted)


def _columns(written: str | None, least: int) -> int:
    """So many columns, at most as many as a table may have."""
    return min(max(whole_of(written) or least, least), _MOST_COLUMNS)
