"""Submissions → check rows that set a document beside another whose period overlaps with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from pipeline.checks.submission_rows import OverlapRow
from pipeline.records import Submission
from pipeline.twins import ReadDocument, SubmissionKey, distinct_submissions, submission_key


class Held(Struct, frozen=True):
    """A delegation that a performer held: its document, and its key."""

    document: ReadDocument
    key: SubmissionKey

    def is_held_in(self, other: Held) -> bool:
        """Whether this one begins while the other lasts."""
        return self.key.start <= other.key.end


def overlap_rows(submissions: Sequence[Submission]) -> Iterator[OverlapRow]:
    """A row for each document that names its performer, task and period, in order.

    It stands beside the delegation of the same performer that began before it and
    lasts longest, of the same task if there is one in whose time it begins.
    Documents of the same submission stand here once.
    """
    held = [Held(each, key) for each in distinct_submissions(submissions) if (key := submission_key(each.summary))]
    by_performer: dict[tuple[str, ...], list[Held]] = defaultdict(list)
    for each in held:
        by_performer[each.key.performer].append(each)
    beside = {one.document.document_id: other for own in by_performer.values() for one, other in _beside(own)}
    yield from (_row(each, beside.get(each.document.document_id)) for each in held)


def _beside(held: Iterable[Held]) -> Iterator[tuple[Held, Held]]:
    """Each delegation of one performer that begins while another lasts, with that other."""
    longest: Held | None = None
    longest_of_task: dict[tuple[str, ...], Held] = {}
    for each in sorted(held, key=lambda one: one.key.start):
        same_task = longest_of_task.get(each.key.task)
        other = next((one for one in (same_task, longest) if one and each.is_held_in(one)), None)
        if other:
            yield each, other
        longest_of_task[each.key.task] = _longer(each, same_task)
        longest = _longer(each, longest)


def _longer(one: Held, other: Held | None) -> Held:
    return one if other is None or one.key.end > other.key.end else other


def _row(one: Held, other: Held | None) -> OverlapRow:
    row = OverlapRow(
        document_id=one.document.document_id,
        table="documents",
        performer=one.document.summary.field_text("performer"),
        period=one.key.period_key,
        task=one.document.summary.field_text("task"),
    )
    if other is None:
        return row
    return replace(
        row,
        row=other.document.source_file,
        overlap="same_task" if one.key.task == other.key.task else "other_task",
        other_file=other.document.source_file,
        other_period=other.key.period_key,
        other_task=other.document.summary.field_text("task"),
    )
