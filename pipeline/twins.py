"""Which files are the same document, and which documents are the same submission."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import regex

from pipeline.records import Submission, Summary

WORD = regex.compile(r"[\p{L}\p{M}\d]+")
LEGAL_FORMS = frozenset({"biedrība", "nodibinājums", "fonds", "sia", "as"})
"""What stands before or behind a performer's name, and is left out as often as not."""


@dataclass(frozen=True, slots=True)
class SubmissionKey:
    """What makes two documents the same submission: performer and task as folded words, and the delegation period."""

    performer: tuple[str, ...]
    task: tuple[str, ...]
    start: date
    end: date

    @property
    def period_key(self) -> str:
        """The delegation period as its two ISO dates."""
        return f"{self.start.isoformat()}/{self.end.isoformat()}"


def submission_key(summary: Summary) -> SubmissionKey | None:
    """The key of a summary, None where performer, task or a readable delegation period is missing."""
    performer, task = (tuple(WORD.findall(field_text(summary, code).casefold())) for code in ("performer", "task"))
    named = tuple(word for word in performer if word not in LEGAL_FORMS)
    period = summary.delegation
    if not named or not task or period is None or not period.is_readable or not period.start or not period.end:
        return None
    return SubmissionKey(named, task, period.start, period.end)


def distinct_documents(submissions: Sequence[Submission]) -> Iterator[Submission]:
    """Each submission that was read; of files of the same bytes the first."""
    seen: set[str] = set()
    for each in submissions:
        if each.summary is not None and each.document_id not in seen:
            seen.add(each.document_id)
            yield each


def distinct_submissions(submissions: Sequence[Submission]) -> Iterator[Submission]:
    """Each document that was read; of documents of the same key the first."""
    seen: set[SubmissionKey] = set()
    for each in distinct_documents(submissions):
        key = submission_key(each.summary) if each.summary else None
        if key is None or key not in seen:
            yield each
        if key is not None:
            seen.add(key)


def field_text(summary: Summary, code: str) -> str:
    """What the field of this code says, "" where the form has none such."""
    field = summary.field(code)
    return field.value if field else ""
