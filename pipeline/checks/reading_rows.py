"""Submissions → check rows that set what was read beside what a second reader saw."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from pipeline.checks.submission_rows import ReadingRow
from pipeline.document import SecondReading
from pipeline.records import Submission
from pipeline.twins import read_documents


def reading_rows(submissions: Sequence[Submission]) -> Iterator[ReadingRow]:
    """A row for each document of which a second reader was asked, or in which something is unread, in order."""
    for each in read_documents(submissions):
        summary = each.summary
        row = ReadingRow(document_id=each.document_id, table="documents")
        yield from _unread_rows(row, each.submission, summary.unread_pictures)
        if summary.second_reading is not None:
            yield _second_row(row, each.submission.pages, summary.second_reading)


def _unread_rows(row: ReadingRow, read: Submission, pictures: Sequence[str]) -> Iterator[ReadingRow]:
    """The rows of scans, of hidden text and of pictures that were not read; a picture on a page is told by a number."""
    if read.unread_pages:
        told = ", ".join(map(str, read.unread_pages))
        first = read.unread_pages[0]
        yield replace(row, row="unread_pages", page=first, unread=len(read.unread_pages), unread_pages=told)
    if read.hidden_pages:
        told = ", ".join(map(str, read.hidden_pages))
        first = read.hidden_pages[0]
        yield replace(row, row="hidden_pages", page=first, hidden=len(read.hidden_pages), hidden_pages=told)
    if pictures:
        page, place = (int(pictures[0]), "") if pictures[0].isdigit() else (None, pictures[0])
        told = ", ".join(pictures)
        yield replace(row, row="unread_pictures", page=page, place=place, pictures=len(pictures), unread_pictures=told)


def _second_row(row: ReadingRow, pages: int, second: SecondReading) -> ReadingRow:
    """The row of what a second reader saw beside the pages that were read."""
    return replace(
        row,
        row="pages",
        quote=second.read,
        page=second.page,
        pages_read=pages,
        pages_seen=second.pages,
        differs=second.page is not None and not second.disbelieved,
        disbelieved=len(second.disbelieved),
        disbelieved_pages=", ".join(map(str, second.disbelieved)) or None,
        words_read=second.read or None,
        words_seen=second.seen or None,
    )
