"""The sheets of what is wrong or doubtful: findings, unclaimed text, and how this workbook is to be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

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
    language = context.language
    columns = (
        SheetColumn(text("columns.source_file", language), "text", 28),
        SheetColumn(text("columns.severity", language), "severity", 14),
        SheetColumn(text("workbook.message", language), "wrapped", 80),
        SheetColumn(text("workbook.suggestion", language), "wrapped", 40),
        SheetColumn(text("workbook.to_row", language), "text", 34),
        SheetColumn(text("columns.page", language), "integer", 9),
        SheetColumn(text("columns.expected", language), "wrapped", 22),
        SheetColumn(text("columns.actual", language), "wrapped", 22),
        SheetColumn(text("columns.quote", language), "wrapped", 40),
        SheetColumn(text("columns.performer", language), "wrapped", 30),
        SheetColumn(text("columns.code", language), "text", 24),
    )
    rows = (_finding_cells(context, each) for each in context.findings)
    return Sheet(text("workbook.findings", language), columns, rows)


def _finding_cells(context: Context, finding: Finding) -> tuple[Cell, ...]:
    english = context.language == "en"
    file, performer = context.origin(finding.document_id)
    return (
        file,
        Marked(context.word(finding.severity), finding.severity),
        finding.message_en if english else finding.message,
        finding.suggestion_en if english else finding.suggestion,
        _to_row(context, finding),
        context.to_report(finding.document_id, finding.page, finding.page),
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
    language = context.language
    columns = (
        SheetColumn(text("columns.source_file", language), "text", 28),
        SheetColumn(text("columns.performer", language), "wrapped", 30),
        SheetColumn(text("columns.page", language), "integer", 9),
        SheetColumn(text("columns.text", language), "wrapped", 100),
    )
    return Sheet(text("workbook.unclaimed", language), columns, _unclaimed_cells(context))


def _unclaimed_cells(context: Context) -> Iterator[tuple[Cell, ...]]:
    for row in unclaimed_rows(context.submissions, context.findings):
        page = row.unclaimed.page
        yield (*context.origin(row.document_id), context.to_report(row.document_id, page, page), row.unclaimed.text)


def reading_sheet(language: Language, left_out: LeftOut) -> Sheet:
    """How sums and links are to be read, and what the limits of a workbook left out of the sheets before."""
    columns = (SheetColumn(text("workbook.reading", language), "wrapped", 120),)
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
