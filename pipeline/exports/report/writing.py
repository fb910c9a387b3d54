"""Submissions and findings → the files of the report."""

from __future__ import annotations

import base64
import re
import struct
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pipeline.catalogue import Language, text
from pipeline.document import Box
from pipeline.errors import RunError
from pipeline.exports.report.document_page import document_page
from pipeline.exports.report.marked_rows import Piece, marked
from pipeline.exports.report.overview import overview
from pipeline.exports.report.page_parts import DocumentPage
from pipeline.exports.report.pictures import SCALE, Shown, shown
from pipeline.exports.report.places import Place
from pipeline.exports.report.templates import filled_template
from pipeline.exports.report_places import REPORT_FOLDER, report_file
from pipeline.exports.whole_file import write_whole
from pipeline.fence import Limits, Lost, fenced_results
from pipeline.findings import Finding
from pipeline.records import Submission, Summary

# Where the header of a PNG file holds its width and height in pixels.
PNG_SIZE, PNG_SIZE_AT = struct.Struct(">II"), 16
PAGE_FILE = re.compile(r"[0-9a-f]{12}\.html")


@dataclass(frozen=True, slots=True)
class Filed:
    """A document with the path at which it lies and the names of all files that hold it."""

    path: Path
    files: tuple[str, ...]
    submission: Submission
    summary: Summary


@dataclass(frozen=True, slots=True)
class Framed:
    """A place on one page: its boxes there, and whether it begins there and so bears its name."""

    place: Place
    boxes: tuple[Box, ...]
    begins: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page's picture as the template shows it: size in points, the picture as an address, and what is framed."""

    number: int
    width: float
    height: float
    image: str
    framed: tuple[Framed, ...]


@dataclass(frozen=True, slots=True)
class MarkedRow:
    """A row of the form with its places marked."""

    label: str
    pieces: tuple[Piece, ...]


def write_report(
    folder: Path,
    paths: Sequence[Path],
    submissions: Sequence[Submission],
    findings: Sequence[Finding],
    language: Language,
    *,
    workers: int,
    on_written: Callable[[], None] = lambda: None,
) -> list[Path]:
    """Writes the overview and a page for each document that was read; gives the overview's path.

    `paths` go with `submissions`. Pages of documents that this run does not have
    are removed. Raises RunError where a file cannot be written.
    """
    target = folder / REPORT_FOLDER
    _make_folder(target)
    by_document: dict[str, list[Finding]] = defaultdict(list)
    for each in findings:
        by_document[each.document_id].append(each)
    documents = list(_filed(paths, submissions))
    calls = [(each.path, each.submission.route, each.submission.pages) for each in documents]
    for number, result in fenced_results(
        shown, calls, workers=workers, limits=Limits(), preload=("pipeline.exports.report.pictures",)
    ):
        filed = documents[number]
        beside = Shown() if isinstance(result, Lost) else result
        html = _document_html(filed, by_document[filed.submission.document_id], beside, language)
        write_whole(target, Path(report_file(filed.submission.document_id)).name, html.encode())
        on_written()
    _remove_others(target, {each.submission.document_id for each in documents})
    index = filled_template("index", language, overview=overview(submissions, findings, language))
    return [write_whole(target, "index.html", index.encode())]


def _make_folder(target: Path) -> None:
    """Makes the folder; a link in its place may lead outside the output folder."""
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        raise RunError("report.no_folder", path=target)
    target.mkdir(exist_ok=True)


def _filed(paths: Sequence[Path], submissions: Sequence[Submission]) -> Iterator[Filed]:
    """Each document that was read, once."""
    files: dict[str, list[str]] = defaultdict(list)
    for each in submissions:
        files[each.document_id].append(each.source_file)
    seen: set[str] = set()
    for path, each in zip(paths, submissions, strict=True):
        if each.summary is not None and each.document_id not in seen:
            seen.add(each.document_id)
            yield Filed(path, tuple(files[each.document_id]), each, each.summary)


def _document_html(filed: Filed, findings: Sequence[Finding], beside: Shown, language: Language) -> str:
    page = document_page(filed.files, filed.submission, filed.summary, findings, language)
    sheets, rows = tuple(_sheets(page, beside)), tuple(_marked_rows(page, beside))
    return filled_template(
        "document",
        language,
        page=page,
        sheets=sheets,
        rows=rows,
        reachable=_reachable(sheets, rows),
        left_out=_left_out(filed.submission.pages, beside, language),
    )


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


def _remove_others(target: Path, kept: set[str]) -> None:
    """Removes the pages of earlier runs whose documents this run does not have."""
    for path in target.iterdir():
        if PAGE_FILE.fullmatch(path.name) and path.stem not in kept:
            with suppress(OSError):
                path.unlink()
