"""The words that no rule claimed, as runs of text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set

from pipeline.document import Word
from pipeline.passage import line_boxes, runs_of
from pipeline.records import UnclaimedText


def unclaimed(words: Iterable[Word], claimed: Set[Word]) -> tuple[UnclaimedText, ...]:
    """What is left of the words, run by run in document order."""
    left = [word for word in words if word not in claimed]
    return tuple(_text(run) for run in runs_of(left))


def _text(run: Sequence[Word]) -> UnclaimedText:
    text, numbers = " ".join(word.text for word in run), tuple(word.number for word in run)
    if run[0].place:
        return UnclaimedText(None, text, len(run), numbers, place=run[0].place)
    return UnclaimedText(run[0].page, text, len(run), numbers, tuple(line_boxes(run)))
