"""The words that no rule claimed, as runs of text."""

from __future__ import annotations

from collections.abc import Iterable, Set

from pipeline.document import Word
from pipeline.passage import runs_of
from pipeline.records import UnclaimedText


def unclaimed(words: Iterable[Word], claimed: Set[Word]) -> tuple[UnclaimedText, ...]:
    """What is left of the words, run by run in document order."""
    left = [word for word in words if word not in claimed]
    return tuple(UnclaimedText(run[0].page, " ".join(word.text for word in run), len(run)) for run in runs_of(left))
