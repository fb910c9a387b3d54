"""Submissions and findings → the files of the report."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from pipeline.batch import lost_sentence
from pipeline.catalogue import Language
from pipeline.errors import RunError
from pipeline.exports.report.document_html import Filed, document_html
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
    """How pages are drawn: in which language, by how many processes, and with passwords for protected documents."""

    language: Language
    workers: int
    passwords: tuple[str, ...] = field(default=(), repr=False)


PAGE_FILE = re.compile(r"[0-9a-f]{12}\.html")


def write_report(
    folder: Path,
    paths: Sequence[Path],
    submissions: Sequence[Submission],
    findings: Sequence[Finding],
    drawing: Drawing,
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
    documents = [replace(each, passwords=drawing.passwords) for each in _filed(paths, submissions)]
    calls = [(each, by_document[each.document.document_id], drawing.language) for each in documents]
    for number, html in _pages(calls, drawing.workers):
        write_whole(target, Path(report_file(documents[number].document.document_id)).name, html)
        on_written()
    _remove_others(target, {each.document.document_id for each in documents})
    index = filled_template("index", drawing.language, overview=overview(submissions, findings, drawing.language))
    return [write_whole(target, "index.html", index.encode())]


def _pages(calls: Sequence[Call], workers: int) -> Iterator[tuple[int, bytes]]:
    """The page of each call, each made in a process of its own.

    Where that breaks on a document it is tried once more without the document's
    pages, and if that breaks too, the page says so.
    """
    lost: list[int] = []
    for number, result in _fenced([(*call, True) for call in calls], workers):
        if isinstance(result, Lost):
            lost.append(number)
        else:
            yield number, result
    for place, result in _fenced([(*calls[number], False) for number in lost], workers):
        number = lost[place]
        yield number, _broken_page(calls[number], result) if isinstance(result, Lost) else result


def _fenced(
    calls: Sequence[tuple[Filed, Sequence[Finding], Language, bool]], workers: int
) -> Iterator[tuple[int, bytes | Lost]]:
    preload = ("pipeline.exports.report.document_html", "pipeline.sources.page_pictures")
    return fenced_results(_html, calls, workers=workers, limits=Limits(), preload=preload)


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


def _remove_others(target: Path, kept: set[str]) -> None:
    """Removes the pages of earlier runs whose documents this run does not have."""
    for path in target.iterdir():
        if PAGE_FILE.fullmatch(path.name) and path.stem not in kept:
            with suppress(OSError):
                path.unlink()
