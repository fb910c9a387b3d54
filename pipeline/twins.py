"""Which files are the same document, and which documents are the same submission."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from pipeline.patterns import compiled
from pipeline.records import Submission, Summary, days_key

WORD = compiled(r"[\p{L}\p{M}\d]+")
LEGAL_FORMS = frozenset({"biedrība", "nodibinājums", "fonds", "sia", "as"})
"""What stands before or behind a performer's name, and is left out as often as not."""


class ReadDocument(Struct, frozen=True):
    """A document that was read; `submission` is the first file that holds it."""

    submission: Submission

    @property
    def document_id(self) -> str:
        """The id of its bytes."""
        return self.submission.document_id

    @property
    def source_file(self) -> str:
        """The name of the first file that holds it."""
        return self.submission.source_file

    @property
    def summary(self) -> Summary:
        """What was read. Raises ValueError where nothing was, which `read_documents` rules out."""
        found = self.submission.summary
        if found is None:
            raise ValueError(self.source_file)
        return found


class SubmissionKey(Struct, frozen=True):
    """What makes two documents the same submission: performer and task as folded words, and the delegation period."""

    performer: tuple[str, ...]
    task: tuple[str, ...]
    start: date
    end: date

    @property
    def period_key(self) -> str:
        """The delegation period as the tables name it."""
        return days_key(self.start, self.end)


def read_documents(submissions: Sequence[Submission]) -> Iterator[ReadDocument]:
    """Each document that was read, in order; files of the same bytes, or versions in one container, are one."""
    seen: set[str] = set()
    for each in submissions:
        if each.counts and each.document_id not in seen:
            seen.add(each.document_id)
            yield ReadDocument(each)


def distinct_submissions(submissions: Sequence[Submission]) -> Iterator[ReadDocument]:
    """Each document that was read, in order; of documents of the same key the first."""
    seen: set[SubmissionKey] = set()
    for each in read_documents(submissions):
        key = submission_key(each.summary)
        if key not in seen:
            yield each
        if key is not None:
            seen.add(key)


def submission_key(summary: Summary) -> SubmissionKey | None:
    """The key of a summary, None where performer, task or a readable delegation period is missing."""
    performer, task = (words_of(summary.field_text(code)) for code in ("performer", "task"))
    named = tuple(word for word in performer if word not in LEGAL_FORMS)
    period = summary.delegation
    if not named or not task or period is None or not period.is_readable or not period.start or not period.end:
        return None
    return SubmissionKey(named, task, period.start, period.end)


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text without case and marks."""
    return tuple(WORD.findall(text.casefold()))
