"""Submissions → check rows that say how each stands to what the signatures of its container signed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.checks.submission_rows import SignatureRow
from pipeline.records import Submission


def signature_rows(submissions: Sequence[Submission]) -> Iterator[SignatureRow]:
    """A row for each read submission in a container with signatures, in order; the row is named after its file."""
    for each in submissions:
        signing = each.membership.signing if each.membership else None
        if each.is_read and signing is not None:
            yield SignatureRow(
                document_id=each.document_id,
                table="documents",
                row=each.source_file,
                digests=signing.digests,
                source_file=each.source_file,
            )
