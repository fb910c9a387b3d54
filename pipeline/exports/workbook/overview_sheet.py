"""The first sheet: a row for each file."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pipeline.catalogue import text
from pipeline.exports.workbook.context import Context
from pipeline.exports.workbook.sheet import Cell, Formula, Marked, Sheet, SheetColumn
from pipeline.tables.rows import DocumentRow, document_rows, first_day, last_day

TONES = {"ok": "fine", "review": "error", "failed": "error"}
NOTHING = Decimal(0)


def overview_sheet(context: Context) -> Sheet:
    """All files, with sums over those that did not come before, and over the rows that a filter leaves."""
    language = context.language

    def column(name: str, kind: str, width: int) -> SheetColumn:
        return SheetColumn(text(f"columns.{name}", language), kind, width)  # type: ignore[arg-type]

    columns = (
        column("source_file", "text", 32),
        column("status", "severity", 14),
        column("performer", "wrapped", 36),
        column("region", "text", 11),
        column("delegation_start", "date", 13),
        column("delegation_end", "date", 13),
        column("planned_eur", "euro", 15),
        column("actual_eur", "euro", 15),
        SheetColumn(text("workbook.left_computed", language), "euro", 17),
        SheetColumn(text("workbook.remainder_stated", language), "euro", 17),
        column("errors", "integer", 9),
        column("warnings", "integer", 12),
        SheetColumn(text("workbook.again", language), "text", 14),
        column("failure", "text", 40),
        column("task", "text", 50),
        column("document_id", "text", 15),
    )
    name = text("workbook.overview", language)
    rows = list(_rows(context, name))
    return Sheet(name, columns, rows, (_sums(context, rows, once=True), _sums(context, rows, once=False)))


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
        Formula("=G{row}-H{row}", left) if known else None,
        row.remainder,
        Marked(row.errors, "error") if row.errors else 0,
        Marked(row.warnings, "warning") if row.warnings else 0,
        context.word("yes") if again else "",
        submission.failure_en if context.language == "en" else submission.failure,
        row.field_value("task"),
        submission.document_id,
    )


def _note_lines(context: Context, document_id: str, sheet: str, line: int) -> None:
    """Every finding about the document as a whole stands at its row here."""
    for key in [key for key in context.named_of(document_id) if key[1] in ("documents", "unclaimed")]:
        context.note_line(key, sheet, line)


def _sums(context: Context, rows: list[tuple[Cell, ...]], *, once: bool) -> tuple[Cell, ...]:
    """A row of sums; `once` leaves out what came before, else what a filter hides is left out."""
    sums: list[Cell] = [text("workbook.sum_once" if once else "workbook.sum_visible", context.language)]
    for place in range(1, len(rows[0]) if rows else 16):
        letter = "ABCDEFGHIJKLMNOP"[place]
        if letter not in "GHIJKL":
            sums.append("")
            continue
        of = f"${letter}$2:${letter}${{last}}"
        sums.append(_sum(of, [row[place] for row in rows if not (once and row[12])], once=once))
    return tuple(sums)


def _sum(of: str, cells: list[Cell], *, once: bool) -> Formula:
    """The sum of what is known, "" where nothing is: 0.00 would be a figure."""
    again = "$M$2:$M${last}"
    formula = (
        f'=IF(COUNTIFS({of},"<>",{again},"")=0,"",SUMIFS({of},{again},""))'
        if once
        else f'=IF(SUBTOTAL(102,{of})=0,"",SUBTOTAL(109,{of}))'
    )
    figures = [figure for figure in map(_figure, cells) if figure is not None]
    return Formula(formula, sum(figures, NOTHING) if figures else "")


def _figure(cell: Cell) -> Decimal | None:
    value = cell.value if isinstance(cell, Formula) else cell.shown if isinstance(cell, Marked) else cell
    return Decimal(value) if isinstance(value, Decimal | int) else None
