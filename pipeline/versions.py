"""Files of one container that hold the same text, such as a summary as PDF and as DOCX: one of them counts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import get_args

from msgspec.structs import replace

from pipeline.bookkeeping.purposes import Amount, amount_of, lines_by_purpose
from pipeline.document import Route
from pipeline.records import Submission, Summary
from pipeline.twins import submission_key, words_of

# Which of two is read: words that were typed, with their places, before words that were recognised.
PREFERRED: Sequence[Route] = ("pdf", "docx", "text", "ocr")
# The part of their words that two versions share: numbers of pages and lists differ, and recognised letters.
SAME_WORDS = 0.9


def with_versions(submissions: Sequence[Submission]) -> list[Submission]:
    """The submissions in their order; each that another one of its container stands for says so in `same_as`."""
    by_container: dict[str, list[int]] = defaultdict(list)
    for number, each in enumerate(submissions):
        if each.membership and each.is_read:
            by_container[each.membership.container].append(number)
    told = list(submissions)
    for numbers in by_container.values():
        for number, standing in _versions(submissions, numbers):
            told[number] = replace(submissions[number], same_as=submissions[standing].source_file)
    return told


def _versions(submissions: Sequence[Submission], numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Each submission of a container that another stands for, and that one."""
    kept: list[int] = []
    for number in sorted(numbers, key=lambda each: (*_rank(submissions[each]), each)):
        standing = next((each for each in kept if _same_text(submissions[each], submissions[number])), None)
        if standing is None:
            kept.append(number)
        else:
            yield number, standing


def _rank(submission: Submission) -> tuple[int, bool]:
    """Low for what is read rather: by its route, then what is signed."""
    route = next((place for place, each in enumerate(PREFERRED) if each == submission.route), len(PREFERRED))
    return route, not (submission.membership and submission.membership.signed == "signed")


def _same_text(one: Submission, other: Submission) -> bool:
    """Whether nothing is lost where one is read: the same submission, every figure equal, nearly all words.

    What was changed after signing is never taken for what was not.
    """
    if one.document_id == other.document_id:
        return True
    if one.summary is None or other.summary is None or _is_changed(one) != _is_changed(other):
        return False
    key = submission_key(one.summary)
    return (
        key is not None
        and key == submission_key(other.summary)
        and _figures(one.summary) == _figures(other.summary)
        and _shared_words(one.summary, other.summary) >= SAME_WORDS
    )


def _is_changed(submission: Submission) -> bool:
    signing = submission.membership.signing if submission.membership else None
    return signing is not None and signing.digests == "differ"


def _figures(summary: Summary) -> Counter[tuple[object, ...]]:
    """Every amount with its period and purpose, also those refused, and every count with its year and unit."""
    found: Counter[tuple[object, ...]] = Counter()
    for period in summary.finances:
        dates = (period.period.start, period.period.end)
        found.update(("refused", *dates, words_of(each.source.quote)) for each in period.refused)
        for key, line in lines_by_purpose(period).items():
            amounts = tuple(amount_of(line, amount) for amount in get_args(Amount))
            found[(*dates, key, amounts, line.disposition)] += 1
    for year in summary.years:
        for each in (one for activity in year.activities for one in activity.indicators):
            found[(year.year_no, each.count, each.count_to, each.qualifier, each.unit_lemma)] += 1
    found["answers", summary.ineligible, summary.unrecovered] += 1
    return found


def _shared_words(one: Summary, other: Summary) -> float:
    """The part of the words of both that stand in both, from 0 to 1."""
    mine, others = _words(one), _words(other)
    total = mine.total() + others.total()
    return 2 * (mine & others).total() / total if total else 1.0


def _words(summary: Summary) -> Counter[str]:
    return Counter(word for each in summary.fields for word in words_of(each.value))
