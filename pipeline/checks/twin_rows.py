"""Submissions → check rows that set each beside an earlier one of the same bytes or the same task."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import PurePosixPath

import regex

from pipeline.checks.form_rows import readable_dates
from pipeline.checks.rows import TwinRow
from pipeline.records import Submission, Summary

TaskKey = tuple[str, ...]

CONTAINERS = frozenset({".edoc", ".asice"})
"""Signed containers, which may hold one text in several formats."""


def twin_rows(submissions: Sequence[Submission]) -> Iterator[TwinRow]:
    """A row for each read submission, in order.

    The same bytes again are told of at the first of them, and the row is named
    after the later file; the same task again is told of at the later document,
    and the row is named after the earlier file.
    """
    by_bytes: dict[str, Submission] = {}
    by_task: dict[TaskKey, Submission] = {}
    for each in submissions:
        if each.summary is None:
            continue
        if each.document_id in by_bytes:
            yield twin_row(by_bytes[each.document_id], each, "same_bytes")
            continue
        by_bytes[each.document_id] = each
        key = task_key(each.summary)
        earlier = by_task.setdefault(key, each) if key else each
        if earlier is each or are_versions(earlier.source_file, each.source_file):
            yield TwinRow(document_id=each.document_id, table="documents", source_file=each.source_file)
        else:
            yield twin_row(each, earlier, compared_amounts(each, earlier))


def twin_row(submission: Submission, other: Submission, twin: str) -> TwinRow:
    """The row of a submission that has a twin."""
    planned, actual = sums(submission)
    other_planned, other_actual = sums(other)
    return TwinRow(
        document_id=submission.document_id,
        table="documents",
        row=other.source_file,
        twin=twin,
        source_file=submission.source_file,
        other_file=other.source_file,
        planned=planned,
        actual=actual,
        other_planned=other_planned,
        other_actual=other_actual,
    )


def task_key(summary: Summary) -> TaskKey | None:
    """Performer, task and delegation period without case, marks and white space; None where one is not stated."""
    performer, task = summary.field("performer"), summary.field("task")
    start, end = readable_dates(summary.delegation)
    if performer is None or task is None or start is None or end is None:
        return None
    words = (letters(performer.value), letters(task.value))
    return (*words, start.isoformat(), end.isoformat()) if all(words) else None


def letters(text: str) -> str:
    """The letters and digits of a text, in small letters."""
    return regex.sub(r"[^\p{L}\p{M}\d]+", "", text.casefold())


def are_versions(first: str, second: str) -> bool:
    """Whether the two lie in one signed container.

    >>> are_versions("a.edoc/b.docx", "a.edoc/b.pdf"), are_versions("x/b.docx", "x/b.pdf")
    (True, False)
    """
    container = container_of(first)
    return container is not None and container == container_of(second)


def container_of(source_file: str) -> PurePosixPath | None:
    """The innermost signed container that a file lies in."""
    return next((each for each in PurePosixPath(source_file).parents if each.suffix.lower() in CONTAINERS), None)


def compared_amounts(first: Submission, second: Submission) -> str:
    """Whether planned and actual amounts are the same in both."""
    return "same_amounts" if sums(first) == sums(second) else "other_amounts"


def sums(submission: Submission) -> tuple[Decimal | None, Decimal | None]:
    """Planned and actual of all periods together, None where one does not state it."""
    totals = [period.total for period in submission.summary.finances] if submission.summary else []
    planned = [total.planned for total in totals if total.planned is not None]
    actual = [total.actual for total in totals if total.actual is not None]
    complete = (amounts if totals and len(amounts) == len(totals) else None for amounts in (planned, actual))
    planned_sum, actual_sum = (None if each is None else sum(each, Decimal(0)) for each in complete)
    return planned_sum, actual_sum
