"""Submissions → check rows that set a document beside an earlier one that is the same submission."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import get_args

from msgspec import Struct
from msgspec.structs import replace

from pipeline.bookkeeping.purposes import Amount, PurposeKey, amount_of, lines_by_purpose
from pipeline.checks.places import period_key
from pipeline.checks.submission_rows import ResubmissionRow
from pipeline.records import Submission, Summary
from pipeline.twins import ReadDocument, SubmissionKey, read_documents, submission_key


class AmountPlace(Struct, frozen=True):
    """Which amount of a document: that of a period, or of one of its purposes."""

    period: str
    purpose: PurposeKey
    amount: Amount


def resubmission_rows(submissions: Sequence[Submission]) -> Iterator[ResubmissionRow]:
    """A row for each document, beside the first one of the same performer, task and delegation period."""
    first: dict[SubmissionKey, ReadDocument] = {}
    for each in read_documents(submissions):
        row = ResubmissionRow(document_id=each.document_id, table="documents")
        key = submission_key(each.summary)
        earlier = first.setdefault(key, each) if key else each
        if key is None or earlier is each:
            yield row
        else:
            same = replace(row, row=earlier.source_file, other_file=earlier.source_file, period=key.period_key)
            yield compared(same, each.summary, earlier.summary)


def compared(row: ResubmissionRow, here: Summary, there: Summary) -> ResubmissionRow:
    """The row with at how many places the amounts of the two documents differ, and the first of these."""
    mine, other = amounts(here), amounts(there)
    differing = [place for place in {**mine, **other} if mine.get(place) != other.get(place)]
    if not differing:
        return replace(row, amounts="agree")
    first = differing[0]
    return replace(
        row,
        amounts="differ",
        differences=len(differing),
        at_period=first.period,
        at_purpose=purpose_name(first.purpose, here, there),
        at_amount=first.amount,
        here=mine.get(first),
        there=other.get(first),
    )


def amounts(summary: Summary) -> dict[AmountPlace, Decimal]:
    """Every stated amount of the finance field by its place, in document order."""
    return {
        AmountPlace(period_key(period.period, position), key, amount): euros
        for position, period in enumerate(summary.finances, start=1)
        for key, line in lines_by_purpose(period).items()
        for amount in get_args(Amount)
        if (euros := amount_of(line, amount)) is not None
    }


def purpose_name(purpose: PurposeKey, *summaries: Summary) -> str:
    """How the first of the summaries that has this purpose writes it, "" for the total."""
    lines = (lines_by_purpose(period).get(purpose) for each in summaries for period in each.finances)
    return next((line.purpose for line in lines if line), "")
