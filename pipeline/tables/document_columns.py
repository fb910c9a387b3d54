"""documents.csv."""

from __future__ import annotations

from decimal import Decimal
from typing import get_args

from pipeline.document import FileKind, Route
from pipeline.membership import Digests, Signed, SignedBy
from pipeline.records import StatedAmount
from pipeline.tables.column import Column, Table
from pipeline.tables.rows import DocumentRow, document_rows, first_day, last_day

SIGNED_BY = tuple(filter(None, get_args(SignedBy)))
NOT_VERIFIED = "not_verified"
"""What is said of every signature: whether it is valid is for other programs to say."""


def _euros(stated: StatedAmount | None) -> Decimal | None:
    if stated is None:
        return None
    return Decimal("0.00") if stated.none_stated else stated.euros


DOCUMENTS: Table[DocumentRow] = Table(
    "documents",
    document_rows,
    (
        Column("document_id", "id", lambda row: row.submission.document_id),
        Column("source_file", "text", lambda row: row.submission.source_file, filled=True),
        Column("status", "word", lambda row: row.status, ("ok", "review", "failed"), filled=True),
        Column("failure", "text", lambda row: row.submission.failure),
        Column("route", "word", lambda row: row.submission.route, get_args(Route)),
        Column("pages", "integer", lambda row: row.submission.pages or None),
        Column("title", "text", lambda row: row.summary.title if row.summary else None),
        Column("task", "text", lambda row: row.field_value("task")),
        Column("performer", "text", lambda row: row.field_value("performer")),
        Column(
            "region",
            "word",
            lambda row: row.summary.region if row.summary else None,
            ("Kurzeme", "Latgale", "Rīga", "Vidzeme", "Zemgale"),
        ),
        Column("delegation_start", "date", lambda row: first_day(row.summary.delegation) if row.summary else None),
        Column("delegation_end", "date", lambda row: last_day(row.summary.delegation) if row.summary else None),
        Column("implementation_years", "integer", lambda row: len(row.summary.years) if row.summary else None),
        Column("planned_eur", "euro", lambda row: row.planned),
        Column("actual_eur", "euro", lambda row: row.actual),
        Column("ineligible_expenditure", "text", lambda row: row.field_value("ineligible_expenditure")),
        Column(
            "ineligible_expenditure_eur", "euro", lambda row: _euros(row.summary.ineligible) if row.summary else None
        ),
        Column("unrecovered_funds", "text", lambda row: row.field_value("unrecovered_funds")),
        Column("unrecovered_funds_eur", "euro", lambda row: _euros(row.summary.unrecovered) if row.summary else None),
        Column("other_information", "text", lambda row: row.field_value("other_information")),
        Column("errors", "integer", lambda row: row.errors, filled=True),
        Column("warnings", "integer", lambda row: row.warnings, filled=True),
        Column("unclaimed_words", "integer", lambda row: row.unclaimed_words),
        Column(
            "delegation_period",
            "text",
            lambda row: row.summary.delegation.text if row.summary and row.summary.delegation else None,
            added=True,
        ),
        Column(
            "fallback_pages",
            "text",
            lambda row: ", ".join(map(str, row.submission.fallback_pages)) or None,
            added=True,
        ),
        Column(
            "second_pages", "integer", lambda row: second.pages if (second := row.second_reading) else None, added=True
        ),
        Column(
            "second_compared",
            "integer",
            lambda row: second.compared if (second := row.second_reading) else None,
            added=True,
        ),
        Column(
            "second_page", "integer", lambda row: second.page if (second := row.second_reading) else None, added=True
        ),
        Column("second_read", "text", lambda row: second.read if (second := row.second_reading) else None, added=True),
        Column("second_seen", "text", lambda row: second.seen if (second := row.second_reading) else None, added=True),
        Column("signed", "word", lambda row: row.signed, get_args(Signed), added=True),
        Column("signatures", "integer", lambda row: row.signing.signatures if row.signing else None, added=True),
        Column("signed_at", "word", lambda row: row.signing.at if row.signing else None, added=True),
        Column("signed_by", "word", lambda row: row.signing.by if row.signing else None, SIGNED_BY, added=True),
        Column(
            "signature_digests",
            "word",
            lambda row: row.signing.digests if row.signing else None,
            get_args(Digests),
            added=True,
        ),
        Column(
            "signature_check",
            "word",
            lambda row: NOT_VERIFIED if row.signing else None,
            (NOT_VERIFIED,),
            added=True,
        ),
        Column("same_as", "text", lambda row: row.submission.same_as, added=True),
        Column("file_kind", "word", lambda row: row.submission.file_kind or None, get_args(FileKind), added=True),
        Column("ocr_pages", "text", lambda row: ", ".join(map(str, row.submission.ocr_pages)) or None, added=True),
        Column(
            "disbelieved_pages",
            "text",
            lambda row: ", ".join(map(str, second.disbelieved)) or None if (second := row.second_reading) else None,
            added=True,
        ),
        Column(
            "unread_pages", "text", lambda row: ", ".join(map(str, row.submission.unread_pages)) or None, added=True
        ),
        Column(
            "hidden_pages", "text", lambda row: ", ".join(map(str, row.submission.hidden_pages)) or None, added=True
        ),
        Column(
            "unread_pictures",
            "text",
            lambda row: ", ".join(summary.unread_pictures) or None if (summary := row.submission.summary) else None,
            added=True,
        ),
    ),
)
