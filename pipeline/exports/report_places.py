"""Where a document, a page and a finding stand in the report; the workbook links there."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.records import Submission

REPORT_FOLDER = "report"


def report_file(document_id: str) -> str:
    """A document's page, from the output folder.

    >>> report_file("0123456789ab")
    'report/0123456789ab.html'
    """
    return f"{REPORT_FOLDER}/{document_id}.html"


def report_pages(submissions: Sequence[Submission]) -> dict[str, str]:
    """For each document that was read the one whose page tells of it: itself, or what stands for it."""
    ids = {each.source_file: each.document_id for each in submissions}
    standing = {each.document_id: ids.get(each.same_as, "") for each in submissions if each.same_as}
    return standing | {each.document_id: each.document_id for each in submissions if each.counts}


def page_anchor(page: int) -> str:
    """The name of a page's picture, or of its rows, on the document's page."""
    return f"page-{page}"
