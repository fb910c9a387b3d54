"""The first sheet: a row for each file."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pipeline.catalogue import text
from pipeline.exports.workbook.context import Context
from pipeline.exports.workbook.sheet import Cell, Formula, Marked, Sheet
from pipeline.exports.workbook.sums import sums_of_rows, sums_of_visible_rows
from pipeline.membership import Signing
from pipeline.tables.document_columns import NOT_VERIFIED
from pipeline.tables.rows import DocumentRow, document_rows, first_day, last_day

TONES = {"ok": "fine", "review": "error", "failed": "error"}
SUMMED = ("planned_eur", "actual_eur", "left", "remainder_eur", "errors", "warnings")
NOTHING = Decimal(0)


def overview_sheet(context: Context) -> Sheet:
    """All files, with sums over those that did not come before, and over the rows that a filter leaves."""
    column = context.column
    columns = (
        column("source_file", "text", 32),
        column("status", "severity", 14),
        column("performer", "wrapped", 36),
        column("region", "text", 11),
        column("delegation_start", "date", 13),
        column("delegation_end", "date", 13),
        column("planned_eur", "euro", 15),
        column("actual_eur", "euro", 15),
        column("left", "euro", 17, "workbook.left_computed"),
        column("remainder_eur", "euro", 17, "workbook.remainder_stated"),
        column("errors", "integer", 9),
        column("warnings", "integer", 12),
        column("again", "text", 14, "workbook.again"),
        column("failure", "text", 40),
        column("task", "text", 50),
        column("document_id", "text", 15),
        column("signed", "text", 14),
        column("signed_at", "text", 21),
        column("signed_by", "text", 22),
        column("signature_digests", "severity", 22),
        column("signature_check", "text", 18),
        column("same_as", "text", 40),
    )
    name = text("workbook.overview", context.language)
    rows = list(_rows(context, name))
    once = sums_of_rows(text("workbook.sum_once", context.language), columns, rows, SUMMED, ("again",))
    visible = sums_of_visible_rows(text("workbook.sum_visible", context.language), columns, rows, SUMMED)
    return Sheet(name, columns, rows, (once, visible))


def _rows(context: Context, sheet: str) -> Iterator[tuple[Cell, ...]]:
    seen: set[str] = set()
    for line, row in enumerate(document_rows(context.submissions, context.findings), start=2):
        own = row.submission.document_id
        again = row.summary is not None and (own not in context.once or own in seen)
        seen.add(own)
        yield _cells(context, row, again=again)
        _note_lines(context, own, sheet, line)


def _cells(context: Context, row: DocumentRow, *, again: bool) -> tuple[Cell, ...]:
    submission, summary = row.submission, row.summary
    known = row.planned is not None and row.actual is not None
    left = (row.planned or NOTHING) - (row.actual or NOTHING)
    delegation = summary.delegation if summary else None
    return (
        context.to_report(submission.document_id, submission.source_file),
        Marked(context.word(row.status), TONES[row.status]),
        row.field_value("performer"),
        summary.region if summary else "",
        first_day(delegation),
        last_day(delegation),
        row.planned,
        row.actual,
        Formula("={planned_eur}{row}-{actual_eur}{row}", left) if known else None,
        row.remainder,
        Marked(row.errors, "error") if row.errors else 0,
        Marked(row.warnings, "warning") if row.warnings else 0,
        context.word("yes") if again else "",
        submission.failure_en if context.language == "en" else submission.failure,
        row.field_value("task"),
        submission.document_id,
        context.word(row.signed),
        *_signing_cells(context, row.signing),
        submission.same_as,
    )


def _signing_cells(context: Context, signing: Signing | None) -> tuple[Cell, ...]:
    """When and by whom the file was signed, and how it stands to that."""
    if signing is None:
        return "", "", "", ""
    digests = Marked(context.word(signing.digests), "fine" if signing.digests == "match" else "warning")
    return signing.at, context.word(signing.by), digests, context.word(NOT_VERIFIED)


def _note_lines(context: Context, document_id: str, sheet: str, line: int) -> None:
    """Every finding about the document as a whole stands at its row here."""
    for key in [key for key in context.named_of(document_id) if key[1] in ("documents", "unclaimed")]:
        context.note_line(key, sheet, line)
