"""A document that was read → the HTML of its page."""

from __future__ import annotations

import base64
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from msgspec import Struct

from pipeline.catalogue import Language, text
from pipeline.document import Box
from pipeline.errors import SourceError
from pipeline.exports.report.document_page import document_page
from pipeline.exports.report.marked_rows import Piece, marked
from pipeline.exports.report.page_parts import DocumentPage
from pipeline.exports.report.pictures import SCALE, Shown, shown
from pipeline.exports.report.places import Place
from pipeline.exports.report.templates import filled_template
from pipeline.findings import Finding
from pipeline.twins import ReadDocument

# Where the header of a PNG file holds its width and height in pixels.
PNG_SIZE, PNG_SIZE_AT = struct.Struct(">II"), 16


@dataclass(frozen=True, slots=True)
class Filed:
    """A document with the path at which it lies, the names of all files that hold it, and passwords for it."""

    path: Path
    files: tuple[str, ...]
    document: ReadDocument
    passwords: tuple[str, ...] = field(default=(), repr=False)


class Framed(Struct, frozen=True):
    """A place on one page: its boxes there, and whether it begins there and so bears its name."""

    place: Place
    boxes: tuple[Box, ...]
    begins: bool


class Sheet(Struct, frozen=True):
    """A page's picture as the template shows it: size in points, the picture as an address, and what is framed."""

    number: int
    width: float
    height: float
    image: str
    framed: tuple[Framed, ...]


class MarkedRow(Struct, frozen=True):
    """A row of the form with its places marked."""

    label: str
    pieces: tuple[Piece, ...]


def document_html(filed: Filed, findings: Sequence[Finding], language: Language, with_pages: bool) -> str:
    """The page; without the document's pages where these are not wanted or cannot be shown."""
    beside, read = _beside(filed) if with_pages else Shown(), filed.document.submission
    page = document_page(filed.files, read, filed.document.summary, findings, language)
    sheets, rows = tuple(_sheets(page, beside)), tuple(_marked_rows(page, beside))
    return filled_template(
        "document",
        language,
        page=page,
        sheets=sheets,
        rows=rows,
        reachable=_reachable(sheets, rows),
        left_out=_left_out(read.pages, beside, language),
    )


def _beside(filed: Filed) -> Shown:
    try:
        return _shown(filed)
    except SourceError:
        return Shown()


def _shown(filed: Filed) -> Shown:
    read = filed.document.submission
    return shown(filed.path, read.route, read.pages, filed.passwords, read.ocr_pages)


def _sheets(page: DocumentPage, beside: Shown) -> Iterator[Sheet]:
    for number, png in beside.pictures.items():
        width, height = (side / SCALE for side in PNG_SIZE.unpack_from(png, PNG_SIZE_AT))
        image = "data:image/png;base64," + base64.b64encode(png).decode()
        yield Sheet(number, width, height, image, _framed(page.places, number))


def _framed(places: Sequence[Place], page: int) -> tuple[Framed, ...]:
    """What is framed on a page, the large first, so that the small lie above them."""
    found = []
    for place in places:
        boxes = tuple(line.box for line in place.lines if line.page == page)
        if boxes:
            found.append(Framed(place, boxes, begins=place.lines[0].page == page))
    return tuple(sorted(found, key=_area, reverse=True))


def _area(framed: Framed) -> float:
    return sum((box.x1 - box.x0) * (box.bottom - box.top) for box in framed.boxes)


def _marked_rows(page: DocumentPage, beside: Shown) -> Iterator[MarkedRow]:
    for row in beside.rows:
        yield MarkedRow(row.label, tuple(marked(row, page.places)))


def _reachable(sheets: Sequence[Sheet], rows: Sequence[MarkedRow]) -> frozenset[int]:
    """The numbers of the places that are on the page."""
    drawn = {each.place.number for sheet in sheets for each in sheet.framed if each.begins}
    return frozenset(drawn | {piece.place.number for row in rows for piece in row.pieces if piece.place})


def _left_out(pages: int, beside: Shown, language: Language) -> str:
    """That not all pages are shown, or none."""
    if not beside.pictures and not beside.rows:
        return text("report.no_picture", language)
    if beside.pictures and len(beside.pictures) < pages:
        return text("report.pages_left_out", language, shown=len(beside.pictures), all=pages)
    return ""
