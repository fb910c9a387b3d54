"""findings.csv and unclaimed.csv."""

from __future__ import annotations

from typing import get_args

from pipeline.findings import Finding, Severity
from pipeline.tables.column import DOCUMENT_ID_MEANING, Column, Table
from pipeline.tables.rows import UnclaimedRow, finding_rows, unclaimed_rows

FINDINGS: Table[Finding] = Table(
    "findings",
    "one row per thing that an expectation found",
    finding_rows,
    (
        Column("document_id", "id", DOCUMENT_ID_MEANING, lambda row: row.document_id),
        Column("severity", "word", "`error`, `warning`, `info`", lambda row: row.severity, get_args(Severity)),
        Column("code", "word", "the expectation that found it", lambda row: row.code),
        Column("table", "word", "the table that it speaks of", lambda row: row.table),
        Column("row", "text", "what names the row there", lambda row: row.row),
        Column("message", "text", "what was expected and what stands there, in Latvian", lambda row: row.message),
        Column("message_en", "text", "the same in English", lambda row: row.message_en),
        Column("expected", "text", "the value that was expected", lambda row: row.expected),
        Column("actual", "text", "the value that stands there", lambda row: row.actual),
        Column("quote", "text", "the words that it was read from", lambda row: row.quote),
        Column("page", "integer", "page, from 1", lambda row: row.page),
        Column(
            "suggestion",
            "text",
            "the one amount that may be mistyped, in Latvian; empty where no single slip explains it; never applied",
            lambda row: row.suggestion,
            added=True,
        ),
        Column("suggestion_en", "text", "the same in English", lambda row: row.suggestion_en, added=True),
    ),
)

UNCLAIMED: Table[UnclaimedRow] = Table(
    "unclaimed",
    "text that no rule claimed",
    unclaimed_rows,
    (
        Column("document_id", "id", DOCUMENT_ID_MEANING, lambda row: row.document_id),
        Column("page", "integer", "page, from 1", lambda row: row.unclaimed.page),
        Column("text", "text", "words that stand next to each other", lambda row: row.unclaimed.text),
    ),
)
