"""Submissions and findings → the files of the report."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from pipeline.batch import lost_sentence
from pipeline.catalogue import Language
from pipeline.errors import RunError
from pipeline.exports.report import PAGE_PRELOAD
from pipeline.exports.report.document_html import Filed, document_html
from pipeline.exports.report.drawn_pages import DrawnPages
from pipeline.exports.report.overview import overview
from pipeline.exports.report.templates import filled_template
from pipeline.exports.report_places import REPORT_FOLDER, report_file, report_pages
from pipeline.exports.whole_file import write_whole
from pipeline.fence import Limits, Lost, fenced_results
from pipeline.findings import Finding
from pipeline.records import Submission
from pipeline.twins import read_documents

Call = tuple[Filed, Sequence[Finding], Language]
"""A document, its findings, and the language of its page."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """How pages are drawn: in which language, by how many processes, and with passwords for protected documents.

    `known` are the pages of an earlier run; those that would come out the same are not drawn again.
    """

    language: Language
    workers: int
    passwords: tuple[str, ...] = field(default=(), repr=False)
    known: DrawnPages | None = None


PAGE_FILE = re.compile(r"[0-9a-f]{12}\.html")


def write_report(
    folder: Path,
    paths: Sequence[Path],
    submissions: Sequence[Submission],
    findings: Sequence[Finding],
    drawing: Drawing,
    on_written: Callable[[], None] = lambda: None,
) -> Path:
    """Writes the overview and a page for each document that was read; gives the overview's path.

    `paths` go with `submissions`, `findings` are in their order. Raises RunError where
    a file cannot be written.
    """
    target = folder / REPORT_FOLDER
    _make_folder(target)
    to_draw = _ToDraw([replace(each, passwords=drawing.passwords) for each in _filed(paths, submissions)], drawing)
    for number, html in _pages(to_draw.calls(findings, on_written), drawing):
        document_id = to_draw.drawn[number]
        write_whole(target, Path(report_file(document_id)).name, html)
        if drawing.known:
            drawing.known.keep(document_id, to_draw.made_of[document_id], html)
        on_written()
    index = filled_template("index", drawing.language, overview=overview(submissions, findings, drawing.language))
    return write_whole(target, "index.html", index.encode())


def stale_pages(folder: Path, submissions: Sequence[Submission]) -> list[str]:
    """The pages of documents that a run does not have, as files of the output folder."""
    kept = {each.document_id for each in submissions if each.counts}
    report = folder / REPORT_FOLDER
    pages = sorted(report.iterdir()) if report.is_dir() and not report.is_symlink() else []
    return [report_file(each.stem) for each in pages if PAGE_FILE.fullmatch(each.name) and each.stem not in kept]


class _ToDraw:
    """The documents of a report; `drawn` are those whose pages are drawn, in the order of the calls."""

    def __init__(self, documents: Sequence[Filed], drawing: Drawing) -> None:
        self._documents, self._drawing = documents, drawing
        self.drawn: list[str] = []
        self.made_of: dict[str, str] = {}

    def calls(self, findings: Sequence[Finding], on_standing: Callable[[], None]) -> Iterator[Call]:
        """What is to be drawn; a page that stands as it would be drawn is told on the way."""
        places = _places(findings)
        for each in self._documents:
            document_id = each.document.document_id
            start, stop = places.get(document_id, (0, 0))
            own, known = findings[start:stop], self._drawing.known
            if known:
                self.made_of[document_id] = known.made_of(each, own, self._drawing.language)
                if known.stands(document_id, self.made_of[document_id]):
                    on_standing()
                    continue
            self.drawn.append(document_id)
            yield each, own, self._drawing.language


def _places(findings: Sequence[Finding]) -> dict[str, tuple[int, int]]:
    """Where the findings of each document begin and end; they stand together."""
    places: dict[str, tuple[int, int]] = {}
    for place, each in enumerate(findings):
        places[each.document_id] = (places.get(each.document_id, (place, place))[0], place + 1)
    return places


def _pages(calls: Iterator[Call], drawing: Drawing) -> Iterator[tuple[int, bytes]]:
    """The page of each call, each made in a process of its own.

    Where that breaks on a document it is tried once more without the document's
    pages, and if that breaks too, the page says so.
    """
    lost: dict[int, Call] = {}
    asked: dict[int, Call] = {}
    for number, result in _fenced(_noted(calls, asked), drawing.workers, with_pages=True):
        call = asked.pop(number)
        if isinstance(result, Lost):
            lost[number] = call
        else:
            yield number, result
    numbers = list(lost)
    for place, result in _fenced(iter(lost.values()), drawing.workers, with_pages=False):
        number = numbers[place]
        yield number, _broken_page(lost[number], result) if isinstance(result, Lost) else result


def _noted(calls: Iterator[Call], asked: dict[int, Call]) -> Iterator[Call]:
    """The calls, each noted under its number as long as it runs."""
    for number, each in enumerate(calls):
        asked[number] = each
        yield each


def _fenced(calls: Iterator[Call], workers: int, *, with_pages: bool) -> Iterator[tuple[int, bytes | Lost]]:
    asked = ((*call, with_pages) for call in calls)
    return fenced_results(_html, asked, workers=workers, limits=Limits(), preload=PAGE_PRELOAD)


def _html(filed: Filed, findings: Sequence[Finding], language: Language, with_pages: bool) -> bytes:
    """In a process of its own: the document's page as it is written."""
    return document_html(filed, findings, language, with_pages).encode()


def _broken_page(call: Call, lost: Lost) -> bytes:
    filed, _, language = call
    why = lost_sentence(lost).in_language(language)
    return filled_template("broken", language, file=filed.document.source_file, why=why).encode()


def _make_folder(target: Path) -> None:
    """Makes the folder; a link in its place may lead outside the output folder."""
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        raise RunError("report.no_folder", path=target)
    target.mkdir(exist_ok=True)


def _filed(paths: Sequence[Path], submissions: Sequence[Submission]) -> Iterator[Filed]:
    """Each document that was read, once."""
    files: dict[str, list[str]] = defaultdict(list)
    pages = report_pages(submissions)
    for each in submissions:
        files[pages.get(each.document_id, each.document_id)].append(each.source_file)
    lies_at = {each.source_file: path for path, each in zip(paths, submissions, strict=True)}
    for document in read_documents(submissions):
        yield Filed(lies_at[document.source_file], tuple(files[document.document_id]), document)
