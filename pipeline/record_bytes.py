"""A submission ↔ bytes, as it leaves the process that read it and as it is kept."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pipeline.records import Submission, Summary
from pipeline.typed_bytes import MalformedBytesError, typed_bytes, typed_value

# A figure with more digits before or after its point is none: an exponent could make gigabytes of one.
MOST_DIGITS = 10_000


def submission_bytes(submission: Submission) -> bytes:
    """The submission as bytes, which are the same for the same submission."""
    return typed_bytes(submission)


def submission_of(content: bytes) -> Submission:
    """The submission that these bytes hold, equal to the one they were made of. Raises MalformedBytesError."""
    found = typed_value(content, Submission)
    for figure in _figures(found.summary) if found.summary else ():
        if figure is not None and not _is_writable(figure):
            raise MalformedBytesError(f"no figure: {str(figure)[:60]}")
    return found


def _is_writable(figure: Decimal) -> bool:
    """Whether it is a number, and none of which the digits would fill the memory."""
    return figure.is_finite() and len(figure.as_tuple().digits) <= MOST_DIGITS and abs(figure.adjusted()) <= MOST_DIGITS


def _figures(summary: Summary) -> Iterator[Decimal | None]:
    for period in summary.finances:
        for line in period.lines:
            yield from (line.planned, line.actual, line.remainder)
    for year in summary.years:
        for activity in year.activities:
            yield activity.announced
            for each in activity.indicators:
                yield from (each.count, each.count_to, each.product, each.whole)
    for answer in (summary.ineligible, summary.unrecovered):
        yield answer.euros if answer else None
