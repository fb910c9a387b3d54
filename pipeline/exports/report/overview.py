"""Submissions and findings → what the overview shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct

from pipeline.catalogue import Language, text
from pipeline.checks.messages import written_day, written_euros
from pipeline.exports.report.charts import Chart, charts
from pipeline.exports.report.container_note import container_note
from pipeline.exports.report_places import report_pages
from pipeline.findings import Finding
from pipeline.records import Submission, Summary
from pipeline.tables.rows import DocumentRow, document_rows
from pipeline.twins import distinct_submissions


class Number(Struct, frozen=True):
    """A figure at the head of the overview; `tone` is `error`, `warning` or "", `note` says how it counts."""

    name: str
    figure: str
    tone: str = ""
    note: str = ""


class OverviewRow(Struct, frozen=True):
    """A submitted file. `page` is the name of its page's file, "" where it has none; `note` tells of its container.

    Amounts are written, with `*_cents` to sort by; "" and None where they are not stated.
    """

    source_file: str
    note: str
    page: str
    status: str
    status_word: str
    failure: str
    performer: str
    task: str
    region: str
    period: str
    planned: str
    actual: str
    remainder: str
    planned_cents: int | None
    actual_cents: int | None
    remainder_cents: int | None
    errors: int
    warnings: int


class Overview(Struct, frozen=True):
    """The overview: numbers, charts, and a row for each file; `regions` are those that rows have."""

    numbers: tuple[Number, ...]
    charts: tuple[Chart, ...]
    rows: tuple[OverviewRow, ...]
    regions: tuple[str, ...]


def overview(submissions: Sequence[Submission], findings: Sequence[Finding], language: Language) -> Overview:
    """The overview of a run."""
    pages = report_pages(submissions)
    rows = tuple(_row(each, pages, language) for each in document_rows(submissions, findings))
    regions = tuple(sorted({row.region for row in rows if row.region}))
    return Overview(
        tuple(_numbers(submissions, rows, findings, language)), charts(submissions, language), rows, regions
    )


def _row(row: DocumentRow, pages: Mapping[str, str], language: Language) -> OverviewRow:
    summary, submission = row.summary, row.submission
    return OverviewRow(
        source_file=submission.source_file,
        note=container_note(submission, language),
        page=f"{pages[submission.document_id]}.html" if summary else "",
        status=row.status,
        status_word=text(f"words.{row.status}", language),
        failure=submission.failure_en if language == "en" else submission.failure,
        performer=row.field_value("performer") or "",
        task=row.field_value("task") or "",
        region=summary.region if summary else "",
        period=_period(summary, language),
        planned=_euros(row.planned, language),
        actual=_euros(row.actual, language),
        remainder=_euros(row.remainder, language),
        planned_cents=_cents(row.planned),
        actual_cents=_cents(row.actual),
        remainder_cents=_cents(row.remainder),
        errors=row.errors,
        warnings=row.warnings,
    )


def _numbers(
    submissions: Sequence[Submission], rows: Sequence[OverviewRow], findings: Sequence[Finding], language: Language
) -> Iterator[Number]:
    states = Counter(row.status for row in rows)
    yield Number(text("report.number_files", language), str(len(rows)))
    for state, tone in (("ok", ""), ("review", "error"), ("failed", "error")):
        yield Number(text(f"report.number_{state}", language), str(states[state]), tone if states[state] else "")
    for severity in ("error", "warning"):
        count = sum(each.severity == severity for each in findings)
        yield Number(text(f"report.number_{severity}s", language), str(count), severity if count else "")
    yield from _money(submissions, language)


def _money(submissions: Sequence[Submission], language: Language) -> Iterator[Number]:
    """The sums of what is stated; a submission that came twice counts once."""
    sums = [DocumentRow(each.submission, 0, 0) for each in distinct_submissions(submissions)]
    again = sum(each.is_read for each in submissions) - len(sums)
    yield _sum_of_known("planned", [each.planned for each in sums], language, again=bool(again))
    yield _sum_of_known("actual", [each.actual for each in sums], language, again=bool(again))


def _sum_of_known(name: str, stated: Sequence[Decimal | None], language: Language, *, again: bool) -> Number:
    known = [each for each in stated if each is not None]
    unknown = len(stated) - len(known)
    notes = [text("report.number_once", language)] if again else []
    notes += [text("report.number_without", language, count=unknown)] if unknown else []
    figure = written_euros(sum(known, Decimal(0)), language) if known else text("report.unknown", language)
    return Number(text(f"report.number_{name}", language), figure, note="; ".join(notes))


def _period(summary: Summary | None, language: Language) -> str:
    period = summary.delegation if summary else None
    if period is None or period.start is None or period.end is None:
        return period.text if period else ""
    return f"{written_day(period.start, language)}–{written_day(period.end, language)}"


def _euros(euros: Decimal | None, language: Language) -> str:
    return "" if euros is None else written_euros(euros, language)


def _cents(euros: Decimal | None) -> int | None:
    return None if euros is None else int(euros * 100)
