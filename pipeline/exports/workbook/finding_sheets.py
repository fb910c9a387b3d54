"""The sheets of what is wrong or doubtful: findings, unclaimed text, and how this workbook is to be read."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from pipeline.catalogue import Language, counted_text, text
from pipeline.exports.workbook.context import Context
from pipeline.exports.workbook.file import LeftOut
from pipeline.exports.workbook.sheet import Cell, Marked, Sheet, SheetColumn
from pipeline.findings import Finding
from pipeline.tables.rows import unclaimed_rows

READING = ("sums", "again", "units", "ranges", "computed", "links")
"""What is said of the workbook, in this order."""


def finding_sheet(context: Context) -> Sheet:
    """A row for each finding, which leads to its row and to its page."""
    columns = (
        context.column("source_file", "text", 28),
        context.column("severity", "severity", 14),
        context.column("message", "wrapped", 80, "workbook.message"),
        context.column("suggestion", "wrapped", 40, "workbook.suggestion"),
        context.column("to_row", "text", 34, "workbook.to_row"),
        context.column("page", "integer", 9),
        context.column("expected", "wrapped", 22),
        context.column("actual", "wrapped", 22),
        context.column("quote", "wrapped", 40),
        context.column("performer", "wrapped", 30),
        context.column("code", "text", 24),
    )
    rows = (_finding_cells(context, each) for each in context.findings)
    return Sheet(text("workbook.findings", context.language), columns, rows)


def _finding_cells(context: Context, finding: Finding) -> tuple[Cell, ...]:
    english = context.language == "en"
    file, performer = context.origin(finding.document_id)
    return (
        file,
        Marked(context.word(finding.severity), finding.severity),
        finding.message_en if english else finding.message,
        finding.suggestion_en if english else finding.suggestion,
        _to_row(context, finding),
        context.place_of(finding.document_id, finding.page, finding.place),
        finding.expected,
        finding.actual,
        finding.quote,
        performer,
        finding.code,
    )


def _to_row(context: Context, finding: Finding) -> Cell:
    shown = f"{context.word(finding.table)}: {finding.row}" if finding.row else context.word(finding.table)
    line = context.lines.get((finding.document_id, finding.table, finding.row))
    return replace(line, text=shown) if line else shown


def unclaimed_sheet(context: Context) -> Sheet:
    """A row for each run of words that no rule claimed."""
    columns = (
        context.column("source_file", "text", 28),
        context.column("performer", "wrapped", 30),
        context.column("page", "integer", 9),
        context.column("text", "wrapped", 100),
    )
    return Sheet(text("workbook.unclaimed", context.language), columns, _unclaimed_cells(context))


def _unclaimed_cells(context: Context) -> Iterator[tuple[Cell, ...]]:
    for row in unclaimed_rows(context.submissions, context.findings):
        place = context.place_of(row.document_id, row.unclaimed.page, row.unclaimed.place)
        yield (*context.origin(row.document_id), place, row.unclaimed.text)


def reading_sheet(language: Language, left_out: LeftOut) -> Sheet:
    """How sums and links are to be read, and what the limits of a workbook left out of the sheets before."""
    columns = (SheetColumn("reading", text("workbook.reading", language), "wrapped", 120),)
    said = [*left_out_said(language, left_out), *(text(f"workbook.reading_{each}", language) for each in READING)]
    return Sheet(text("workbook.reading", language), columns, [(each,) for each in said])


def left_out_said(language: Language, left_out: LeftOut) -> list[str]:
    """A sentence for each thing that was left out; the CSV files hold all of it."""
    rows = left_out.rows.items()
    said = [counted_text("workbook.rows_left_out", count, language, sheet=sheet, count=count) for sheet, count in rows]
    if left_out.texts:
        said.append(counted_text("workbook.texts_cut", left_out.texts, language, count=left_out.texts))
    if left_out.links:
        said.append(counted_text("workbook.links_left_out", left_out.links, language, count=left_out.links))
    return said
