"""documents.csv."""

from __future__ import annotations

from decimal import Decimal
from typing import get_args

from pipeline.document import Route
from pipeline.records import StatedAmount
from pipeline.tables.column import Column, Table
from pipeline.tables.rows import DocumentRow, document_rows, first_day, last_day


def _euros(stated: StatedAmount | None) -> Decimal | None:
    if stated is None:
        return None
    return Decimal("0.00") if stated.none_stated else stated.euros


DOCUMENTS: Table[DocumentRow] = Table(
    "documents",
    "one row per submitted file, also for one that could not be read",
    document_rows,
    (
        Column(
            "document_id",
            "id",
            "first 12 hex digits of the SHA-256 of the file's bytes",
            lambda row: row.submission.document_id,
        ),
        Column("source_file", "text", "path from the input folder", lambda row: row.submission.source_file),
        Column(
            "status",
            "word",
            "`ok`: read, no error-level finding; `review`: read, with at least one; `failed`: not read",
            lambda row: row.status,
            ("ok", "review", "failed"),
        ),
        Column("failure", "text", "why it was not read, in Latvian", lambda row: row.submission.failure),
        Column(
            "route",
            "word",
            "how it was read: `pdf`, `ocr`, `docx`, `text`",
            lambda row: row.submission.route,
            get_args(Route),
        ),
        Column("pages", "integer", "number of pages", lambda row: row.submission.pages or None),
        Column("title", "text", "the title above the form", lambda row: row.summary.title if row.summary else None),
        Column("task", "text", "the delegated task", lambda row: row.field_value("task")),
        Column("performer", "text", "who performed it", lambda row: row.field_value("performer")),
        Column(
            "region",
            "word",
            "`Kurzeme`, `Latgale`, `Rīga`, `Vidzeme` or `Zemgale`, where title, task or performer names it",
            lambda row: row.summary.region if row.summary else None,
            ("Kurzeme", "Latgale", "Rīga", "Vidzeme", "Zemgale"),
        ),
        Column(
            "delegation_start",
            "date",
            "first day of the delegation period",
            lambda row: first_day(row.summary.delegation) if row.summary else None,
        ),
        Column(
            "delegation_end",
            "date",
            "last day of the delegation period",
            lambda row: last_day(row.summary.delegation) if row.summary else None,
        ),
        Column(
            "implementation_years",
            "integer",
            "number of implementation years",
            lambda row: len(row.summary.years) if row.summary else None,
        ),
        Column("planned_eur", "euro", "planned, all periods; empty if a period states none", lambda row: row.planned),
        Column("actual_eur", "euro", "spent, all periods; empty if a period states none", lambda row: row.actual),
        Column(
            "ineligible_expenditure",
            "text",
            "what the field says",
            lambda row: row.field_value("ineligible_expenditure"),
        ),
        Column(
            "ineligible_expenditure_eur",
            "euro",
            "its amount; `0.00` where the field says that there is none, empty where no amount can be read",
            lambda row: _euros(row.summary.ineligible) if row.summary else None,
        ),
        Column("unrecovered_funds", "text", "what the field says", lambda row: row.field_value("unrecovered_funds")),
        Column(
            "unrecovered_funds_eur",
            "euro",
            "its amount, as above",
            lambda row: _euros(row.summary.unrecovered) if row.summary else None,
        ),
        Column("other_information", "text", "what the field says", lambda row: row.field_value("other_information")),
        Column("errors", "integer", "number of error-level findings", lambda row: row.errors),
        Column("warnings", "integer", "number of warnings", lambda row: row.warnings),
        Column("unclaimed_words", "integer", "number of words in `unclaimed.csv`", lambda row: row.unclaimed_words),
        Column(
            "delegation_period",
            "text",
            "the delegation period as written",
            lambda row: row.summary.delegation.text if row.summary and row.summary.delegation else None,
            added=True,
        ),
        Column(
            "second_pages",
            "integer",
            "number of pages that a second reader saw, 0 where it could not open the file; empty where none was asked",
            lambda row: second.pages if (second := row.second_reading) else None,
            added=True,
        ),
        Column(
            "second_page",
            "integer",
            "first page on which the second reader saw other letters or digits; empty where there is none",
            lambda row: second.page if (second := row.second_reading) else None,
            added=True,
        ),
        Column(
            "second_read",
            "text",
            "words of that page that only the first reader saw, the first few",
            lambda row: second.read if (second := row.second_reading) else None,
            added=True,
        ),
        Column(
            "second_seen",
            "text",
            "words of that page that only the second reader saw, the first few",
            lambda row: second.seen if (second := row.second_reading) else None,
            added=True,
        ),
    ),
)
