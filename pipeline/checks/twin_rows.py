"""Submissions → check rows that set each beside an earlier one of the same bytes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.checks.submission_rows import TwinRow
from pipeline.records import Submission


def twin_rows(submissions: Sequence[Submission]) -> Iterator[TwinRow]:
    """A row for each submission that counts, in order.

    The same bytes again are told of at the first of them, and the row is named
    after the later file.
    """
    first: dict[str, Submission] = {}
    for each in submissions:
        if not each.counts:
            continue
        earlier = first.setdefault(each.document_id, each)
        again = earlier is not each
        yield TwinRow(
            document_id=each.document_id,
            table="documents",
            row=each.source_file if again else "",
            twin="same_bytes" if again else "none",
            source_file=earlier.source_file,
            other_file=each.source_file if again else "",
        )
