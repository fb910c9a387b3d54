"""What draws a document's page, loaded: a process forked from one that has imported this compiles no template."""

from __future__ import annotations

from pipeline.exports.report import document_html  # noqa: F401
from pipeline.exports.report.templates import load_all
from pipeline.sources import page_pictures  # noqa: F401

load_all()
