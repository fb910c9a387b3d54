"""Submissions → check rows that set what was read beside what a second reader saw."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.checks.submission_rows import ReadingRow
from pipeline.records import Submission
from pipeline.twins import read_documents


def reading_rows(submissions: Sequence[Submission]) -> Iterator[ReadingRow]:
    """A row for each document of which a second reader was asked, or that has unread pages, in order."""
    for each in read_documents(submissions):
        second = each.summary.second_reading
        if each.submission.unread_pages:
            yield ReadingRow(
                document_id=each.document_id,
                table="documents",
                row="unread_pages",
                page=each.submission.unread_pages[0],
                unread=len(each.submission.unread_pages),
                unread_pages=", ".join(map(str, each.submission.unread_pages)),
            )
        if second is not None:
            yield ReadingRow(
                document_id=each.document_id,
                table="documents",
                row="pages",
                quote=second.read,
                page=second.page,
                pages_read=each.submission.pages,
                pages_seen=second.pages,
                differs=second.page is not None and not second.disbelieved,
                disbelieved=len(second.disbelieved),
                disbelieved_pages=", ".join(map(str, second.disbelieved)) or None,
                words_read=second.read or None,
                words_seen=second.seen or None,
            )
