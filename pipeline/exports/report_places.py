"""Where a document, a page and a finding stand in the report; the workbook links there."""

from __future__ import annotations

REPORT_FOLDER = "report"


def report_file(document_id: str) -> str:
    """A document's page, from the output folder.

    >>> report_file("0123456789ab")
    'report/0123456789ab.html'
    """
    return f"{REPORT_FOLDER}/{document_id}.html"


def page_anchor(page: int) -> str:
    """The name of a page's picture, or of its rows, on the document's page."""
    return f"page-{page}"
