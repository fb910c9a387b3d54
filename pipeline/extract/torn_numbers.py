"""Numbers that white space parts from the words on their line, as in a table without lines: nobody can say whose."""

from __future__ import annotations

from itertools import pairwise

import regex

from pipeline.document import Word
from pipeline.passage import Passage
from pipeline.patterns import compiled

# So many times the height of a line is more white space than justified text has between two words.
_WIDE = 2.0
_NUMBER = compiled(r"\d[\d.,]*%?;?")
# *Rādītāji (plānots, sasniegts)*: how two numbers behind a label are to be read.
_PAIRED = compiled(
    r"pl[āa]n(?:s|ots|oti|otie|otais)?\s*(?:[,/;|–—-]|un|\s)\s*(?:faktisk\p{L}*\s+)?(?:sasnieg|izpil[dž]|fakt|rezultāt|īsteno)\p{L}*",
    regex.IGNORECASE,
)
_MARK = compiled(r"(?:\d{1,3}|\p{L})[.)]{1,2}|[-–—•]")


def torn_numbers(passage: Passage) -> frozenset[Word]:
    """The numbers behind a wide gap, and those in front of one.

    In documents that know their own order these are two side by side; where the text
    says that the first was planned and the second achieved, they are none.
    """
    paired = _PAIRED.search(passage.text) is not None
    return frozenset(word for line in passage.lines for word in _torn(line.words, paired=paired))


def _torn(words: tuple[Word, ...], *, paired: bool) -> list[Word]:
    found: list[Word] = []
    for place, (before, after) in enumerate(pairwise(words)):
        if _NUMBER.fullmatch(after.text) and _stands_apart(before, after, paired=paired):
            marks = place == 0 and _MARK.fullmatch(before.text)
            found += [] if marks else [word for word in (before, after) if _NUMBER.fullmatch(word.text)]
    return found


def _stands_apart(before: Word, after: Word, *, paired: bool) -> bool:
    if before.box is None or after.box is None or before.place:
        return after.apart and not paired and _NUMBER.fullmatch(before.text) is not None
    return after.box.x0 - before.box.x1 > (after.box.bottom - after.box.top) * _WIDE
