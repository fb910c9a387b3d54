"""Numbers that white space parts from the words on their line, as in a table without lines: nobody can say whose."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from pipeline.document import Word
from pipeline.passage import TextLine
from pipeline.patterns import compiled

# So many times the height of a line is more white space than justified text has between two words.
_WIDE = 2.0
_NUMBER = compiled(r"\d[\d.,]*%?;?")
_MARK = compiled(r"(?:\d{1,3}|\p{L})[.)]{1,2}|[-–—•]")


def torn_numbers(lines: Iterable[TextLine]) -> frozenset[Word]:
    """The numbers behind a wide gap, and those in front of one; both where a document knows its own order."""
    return frozenset(word for line in lines for word in _torn(line.words))


def _torn(words: tuple[Word, ...]) -> list[Word]:
    found: list[Word] = []
    for place, (before, after) in enumerate(pairwise(words)):
        marks = place == 0 and _MARK.fullmatch(before.text)
        if _stands_apart(before, after) and not marks and _NUMBER.fullmatch(after.text):
            found += [word for word in (before, after) if _NUMBER.fullmatch(word.text)]
    return found


def _stands_apart(before: Word, after: Word) -> bool:
    if before.box is None or after.box is None or before.place:
        return after.apart and _NUMBER.fullmatch(before.text) is not None
    return after.box.x0 - before.box.x1 > (after.box.bottom - after.box.top) * _WIDE
