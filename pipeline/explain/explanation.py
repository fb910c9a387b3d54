"""One document and an address → what is to be said of its values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from pipeline.arithmetic.books import Books, books
from pipeline.document import Box, Document
from pipeline.explain.addresses import Named, named_by, nearest_addresses
from pipeline.explain.marked_lines import DocumentLines, MarkedLine, document_lines, frames, marked_lines
from pipeline.explain.named_rows import NamedRow, named_rows
from pipeline.explain.origins import origin_of
from pipeline.explain.value_checks import Check, amount_in, checks_of
from pipeline.journey import ReadFile, read_file
from pipeline.options import Order
from pipeline.records import Source, Submission, Summary
from pipeline.tables import Cell, Column, Kind


class Place(Struct, frozen=True):
    """Where words of a value stand, and the lines there; no line where only the address was listed."""

    source: Source
    lines: tuple[MarkedLine, ...] = ()


class Explanation(Struct, frozen=True):
    """One value: its address in parts, what stands in its cell, the rule that gave it, its places and sums.

    `row` is as findings.csv names it, with `#` and a number where several rows
    have that name; `bare_row` is without.
    """

    address: str
    table: str
    row: str
    bare_row: str
    column: str
    kind: Kind
    cell: Cell
    rule: str
    places: tuple[Place, ...]
    checks: tuple[Check, ...] = ()


class FramedPage(Struct, frozen=True):
    """The first page on which an explained value stands, the boxes around the words there, and the other pages."""

    number: int
    boxes: tuple[Box, ...]
    others: tuple[int, ...]


class Explained(Struct, frozen=True):
    """What one document says at an address.

    `explanations` is empty where it names nothing, `nearest` then names addresses
    that exist. `page` is None where the values stand on no page with geometry.
    """

    submission: Submission
    explanations: tuple[Explanation, ...] = ()
    nearest: tuple[str, ...] = ()
    page: FramedPage | None = None


def explained(path: Path, source_file: str, address: str | None, passwords: tuple[str, ...] = ()) -> Explained:
    """The values that `address` names in the file at `path`, without one every value that is stated, without its lines.

    It is meant to be called in a process of its own.
    """
    return explained_in(read_file(path, source_file, Order("pages", passwords)), address)


def explained_in(read: ReadFile, address: str | None) -> Explained:
    """The same for a file that is already read."""
    if read.submission.summary is None or read.document is None:
        return Explained(read.submission)
    rows, summary = named_rows(read.submission), read.submission.summary
    if address is None:
        listed = (_explanation(row, column) for row in rows for column in row.columns)
        return Explained(read.submission, tuple(each for each in listed if each.cell not in (None, "")))
    named = named_by(address, rows)
    if not named:
        return Explained(read.submission, nearest=nearest_addresses(address, rows))
    known = _Known(summary, books(summary.finances), document_lines(read.document))
    found = tuple(_all_explanations(named, known))
    return Explained(read.submission, found, page=_framed_page(found, read.document, known.lines))


class _Known(Struct, frozen=True):
    """What is made once for all values of a document."""

    summary: Summary
    books: Books
    lines: DocumentLines


def _all_explanations(named: Iterable[Named], known: _Known) -> Iterator[Explanation]:
    """Of a whole row only what is stated; a column that was asked for is explained also where nothing is."""
    for each in named:
        if each.column is not None:
            yield _explanation(each.row, each.column, known)
        else:
            every = (_explanation(each.row, column, known) for column in each.row.columns)
            yield from (one for one in every if one.cell not in (None, ""))


def _explanation(row: NamedRow, column: Column[Any], known: _Known | None = None) -> Explanation:
    """The value of a row in a column; its lines and sums only with what is known of the document."""
    cell = column.value(row.row)
    rule, sources = _origin(row, column.name, is_stated=cell is not None)
    places = tuple(Place(each, tuple(marked_lines(known.lines, each)) if known else ()) for each in sources)
    checks = tuple(checks_of(row, column.name, known.summary, known.books)) if known else ()
    names = (row.address_of(column), row.table, row.names[0], row.bare_name, column.name)
    return Explanation(*names, column.kind, cell, rule, places, checks)


def _origin(row: NamedRow, column: str, *, is_stated: bool) -> tuple[str, tuple[Source, ...]]:
    """The rule and the sources of a value; those of the row's refused amounts where an amount is not stated."""
    is_refused = row.table == "finances" and amount_in(column) is not None and not is_stated and row.row.refused
    return origin_of(row.table, "refused" if is_refused else column, row.row)


def _framed_page(found: Sequence[Explanation], document: Document, lines: DocumentLines) -> FramedPage | None:
    sources = [place.source for each in found for place in each.places]
    numbers = {number for source in sources for number in source.words}
    pages = sorted(
        {word.page for word in document.words if word.number in numbers and word.box is not None and not word.place}
    )
    return FramedPage(pages[0], tuple(frames(lines, sources, pages[0])), tuple(pages[1:])) if pages else None
