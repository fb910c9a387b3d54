"""Submissions and findings → kopsavilkums.xlsx."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pipeline.catalogue import Language, text
from pipeline.exports.whole_file import whole_file
from pipeline.exports.workbook import WORKBOOK
from pipeline.exports.workbook.context import Context
from pipeline.exports.workbook.file import write_sheets
from pipeline.exports.workbook.finding_sheets import finding_sheet, left_out_said, reading_sheet, unclaimed_sheet
from pipeline.exports.workbook.money_sheets import finance_sheet, ledger_sheet
from pipeline.exports.workbook.overview_sheet import overview_sheet
from pipeline.exports.workbook.result_sheets import Units, activity_sheet, indicator_sheet, unit_sheet
from pipeline.findings import Finding
from pipeline.records import Submission

# With 40 indicators each they fill a fifth of a sheet; no spreadsheet is quick with more.
MAX_DOCUMENTS = 5_000


def write_workbook(
    folder: Path,
    submissions: Sequence[Submission],
    findings: Sequence[Finding],
    language: Language,
    *,
    with_report: bool = True,
) -> tuple[Path | None, list[str]]:
    """Writes the workbook into `folder`; gives its path, and a sentence for each thing that it had no room for.

    Its links to the report are left out where there is none. Of more than `MAX_DOCUMENTS`
    there is none, but a sentence that says so. Raises RunError where it cannot be written.
    """
    if len(submissions) > MAX_DOCUMENTS:
        return None, [text("workbook.too_many", language, documents=len(submissions), limit=MAX_DOCUMENTS)]
    context, units = Context(submissions, findings, language, with_report), Units()
    indicators = indicator_sheet(context, units)
    sheets = [
        lambda _: overview_sheet(context),
        lambda _: finance_sheet(context),
        lambda _: ledger_sheet(context),
        lambda _: indicators,
        lambda _: unit_sheet(context, units, indicators),
        lambda _: activity_sheet(context),
        lambda _: finding_sheet(context),
        lambda _: unclaimed_sheet(context),
        lambda so_far: reading_sheet(language, so_far),
    ]
    with whole_file(folder, WORKBOOK) as path:
        left_out = write_sheets(path, sheets, text("workbook.title", language))
    return folder / WORKBOOK, left_out_said(language, left_out)
