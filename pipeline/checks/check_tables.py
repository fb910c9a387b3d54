"""Submissions → the check tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from pipeline.checks.figure_rows import figure_rows
from pipeline.checks.finance_period_rows import finance_period_rows
from pipeline.checks.finance_rows import amount_rows, breakdown_rows, finance_rows, period_total_rows
from pipeline.checks.form_rows import document_rows, field_rows, period_rows, unclaimed_rows, year_rows
from pipeline.checks.kinds import CheckRow
from pipeline.checks.overlap_rows import overlap_rows
from pipeline.checks.reading_rows import reading_rows
from pipeline.checks.resubmission_rows import resubmission_rows
from pipeline.checks.result_rows import activity_rows, indicator_rows, unit_total_rows
from pipeline.checks.signature_rows import signature_rows
from pipeline.checks.twin_rows import twin_rows
from pipeline.records import Submission, Summary
from pipeline.twins import read_documents

ROWS_ACROSS: Mapping[str, Callable[[Sequence[Submission]], Iterator[CheckRow]]] = {
    "twins": twin_rows,
    "signatures": signature_rows,
    "resubmissions": resubmission_rows,
    "overlaps": overlap_rows,
}
ROWS_WITHIN: Mapping[str, Callable[[str, Summary], Iterator[CheckRow]]] = {
    "fields": field_rows,
    "documents": document_rows,
    "periods": period_rows,
    "years": year_rows,
    "activities": activity_rows,
    "indicators": indicator_rows,
    "unit_totals": unit_total_rows,
    "finance_periods": finance_period_rows,
    "amounts": amount_rows,
    "finances": finance_rows,
    "breakdowns": breakdown_rows,
    "period_totals": period_total_rows,
    "figures": figure_rows,
    "unclaimed": unclaimed_rows,
}


def tables_across(submissions: Sequence[Submission]) -> dict[str, list[CheckRow]]:
    """The rows of each table that sets documents beside each other, in the order of the submissions."""
    return {table: list(rows_of(submissions)) for table, rows_of in ROWS_ACROSS.items()}


def tables_within(submissions: Sequence[Submission]) -> dict[str, list[CheckRow]]:
    """The rows of each table that looks at one document at a time, in the order of the submissions.

    Failed submissions are left out, and so are the same bytes again.
    """
    tables: dict[str, list[CheckRow]] = {table: [] for table in ROWS_WITHIN}
    tables["readings"] = list(reading_rows(submissions))
    for each in read_documents(submissions):
        for table, rows_of in ROWS_WITHIN.items():
            tables[table].extend(rows_of(each.document_id, each.summary))
    return tables


OWED: Mapping[str, Callable[[Summary], bool]] = {
    "twins": lambda summary: True,
    "resubmissions": lambda summary: True,
    "fields": lambda summary: bool(summary.fields),
    "documents": lambda summary: True,
    "unclaimed": lambda summary: True,
    "readings": lambda summary: summary.second_reading is not None,
    "years": lambda summary: bool(summary.years),
    "activities": lambda summary: any(year.activities for year in summary.years),
    "indicators": lambda summary: any(each.indicators for year in summary.years for each in year.activities),
    "periods": lambda summary: bool(summary.finances),
    "amounts": lambda summary: bool(summary.finances),
    "finances": lambda summary: bool(summary.finances),
    "breakdowns": lambda summary: bool(summary.finances),
    "period_totals": lambda summary: bool(summary.finances),
}
"""The tables in which a summary must have rows, and which; the others may be empty."""


def empty_tables(tables: Mapping[str, Sequence[CheckRow]], submissions: Sequence[Submission]) -> list[str]:
    """The tables without rows in which the submissions must have some: a check of nothing would pass."""
    empty = [table for table in OWED if table in tables and not tables[table]]
    return [table for table in empty if any(OWED[table](each.summary) for each in read_documents(submissions))]
