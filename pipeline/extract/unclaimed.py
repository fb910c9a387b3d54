"""The words that no rule claimed, as runs of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set

from pipeline.document import Box, Word
from pipeline.passage import runs_of
from pipeline.records import UnclaimedText


def unclaimed(words: Iterable[Word], claimed: Set[Word]) -> tuple[UnclaimedText, ...]:
    """What is left of the words, run by run in document order."""
    left = [word for word in words if word not in claimed]
    return tuple(_text(run) for run in runs_of(left))


def _text(run: Sequence[Word]) -> UnclaimedText:
    return UnclaimedText(run[0].page, " ".join(word.text for word in run), len(run), tuple(_line_boxes(run)))


def _line_boxes(run: Sequence[Word]) -> Iterator[Box]:
    """A box for each line of the run: words that stand side by side share one."""
    line: Box | None = None
    for box in (word.box for word in run if word.box is not None):
        beside = line is not None and box.top < line.bottom and line.top < box.bottom and box.x0 >= line.x0
        if line is not None and not beside:
            yield line
        line = line.union(box) if line is not None and beside else box
    if line is not None:
        yield line
