"""findings.csv and unclaimed.csv."""

from __future__ import annotations

from typing import get_args

from pipeline.findings import Finding, Severity
from pipeline.tables.column import Column, Table, place_column
from pipeline.tables.rows import UnclaimedRow, finding_rows, unclaimed_rows

FINDINGS: Table[Finding] = Table(
    "findings",
    finding_rows,
    (
        Column("document_id", "id", lambda row: row.document_id, filled=True),
        Column("severity", "word", lambda row: row.severity, get_args(Severity), filled=True),
        Column("code", "word", lambda row: row.code, filled=True),
        Column("table", "word", lambda row: row.table, filled=True),
        Column("row", "text", lambda row: row.row),
        Column("message", "text", lambda row: row.message, filled=True),
        Column("message_en", "text", lambda row: row.message_en, filled=True),
        Column("expected", "text", lambda row: row.expected),
        Column("actual", "text", lambda row: row.actual),
        Column("quote", "text", lambda row: row.quote),
        Column("page", "integer", lambda row: row.page),
        Column("suggestion", "text", lambda row: row.suggestion, added=True),
        Column("suggestion_en", "text", lambda row: row.suggestion_en, added=True),
        place_column(lambda row: row.place),
    ),
)

UNCLAIMED: Table[UnclaimedRow] = Table(
    "unclaimed",
    unclaimed_rows,
    (
        Column("document_id", "id", lambda row: row.document_id, filled=True),
        Column("page", "integer", lambda row: row.unclaimed.page),
        Column("text", "text", lambda row: row.unclaimed.text, filled=True),
        place_column(lambda row: row.unclaimed.place),
    ),
)
