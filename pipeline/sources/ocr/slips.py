"""Slips of the recogniser that touch no figure and may be put right: list marks, Roman numerals, quotation marks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from pipeline.patterns import compiled
from pipeline.sources.ocr.lines import Reading

# What a list's number looks like to a recogniser that does not know of lists; no list is marked by capitals.
_MARK_LIKE = compiled(r"(?=.*[\dSIBZ|\]\[])[\dSIBZOl|\]\[]{1,2}\)")
_DIGITS = str.maketrans("SIBZOl|][", "518201111")
# What was put right is never sure.
_SURE = 70.0
# Tesseract's Latvian knows no opening quotation mark but the low one.
_QUOTE = compiled(r"""^[*"'“”‟]{1,3}(?=\p{L})""")
# The number of a year or a stage, whose strokes are read as small letters or figures.
_STROKES = compiled(r"[ILTJiltj|1Ī!\]\[]{1,3}(\.?)")
_NUMBERED = compiled(r"(?i)īstenošan|posm")
# A round list mark, by itself or with the word behind it: no other sign stands alone before a word at a line's start.
_BULLET = compiled(r"[+«»*°©¢]{1,2}(?:«|»)?")
_BULLETED = compiled(r"[«*+]{1,2}(?=\p{Lu}\p{Ll})")
# A word is surer than this where what is before it is indeed a quotation mark.
_QUOTED = 88.0
# A speck behind a mark, or between a word and its number, that was read as a full stop.
_SPECKED = compiled(r"((?:\p{Ll}|\d{1,2})\))\.(?=\d|\p{L})|(\p{Ll}{4,}\.)(?=\d{1,4}$)")
_GLUED = compiled(r"([ILTJilt|1!]{1,3})\.?(?=[īĪ]sten|[īĪ]STEN)")


def without_slips(line: Sequence[Reading]) -> list[Reading]:
    """The line with what its words must have been, where no figure hangs on it."""
    words = [part for each in _bulleted(line) for part in _parted(each)]
    words = [_quoted(each) for each in words]
    words = [*(_numeral(each, after) for each, after in pairwise(words)), words[-1]]
    first = words[0]
    mark = first.text.translate(_DIGITS)
    if mark != first.text and _MARK_LIKE.fullmatch(first.text):
        words[0] = replace(first, text=mark, confidence=min(first.confidence, _SURE))
    return words


def _bulleted(line: Sequence[Reading]) -> list[Reading]:
    """The line with the bullet that it begins with, if any, as one."""
    first, rest = line[0], list(line[1:])
    if rest and _BULLET.fullmatch(first.text) and rest[0].text[:1].isalpha():
        return [replace(first, text="•", confidence=min(first.confidence, _SURE)), *rest]
    glued = _BULLETED.match(first.text)
    if not glued or first.confidence >= _QUOTED or any("»" in each.text for each in line):
        return [first, *rest]
    edge = round(first.left + (first.right - first.left) / len(first.text) * glued.end())
    bullet = replace(first, text="•", right=edge - 2, confidence=min(first.confidence, _SURE))
    return [bullet, replace(first, text=first.text[glued.end() :], left=edge), *rest]


def _parted(word: Reading) -> list[Reading]:
    """A Roman numeral that was read as one word with the next; a mark or a word parted from its number by a speck."""
    specked = _SPECKED.match(word.text)
    if specked:
        return _cut(word, specked[1] or specked[2], specked.end())
    glued = _GLUED.match(word.text)
    if not glued:
        return [word]
    return _cut(word, glued[0], glued.end())


def _cut(word: Reading, first: str, at: int) -> list[Reading]:
    """The word as two, the first of which was read from the letters before `at`."""
    edge = round(word.left + (word.right - word.left) / len(word.text) * at)
    sure = min(word.confidence, _SURE) if any(map(str.isdigit, word.text)) else word.confidence
    rest = replace(word, text=word.text[at:], left=edge, confidence=sure)
    return [replace(word, text=first, right=edge - 2, confidence=sure), rest]


def _quoted(word: Reading) -> Reading:
    return replace(word, text=_QUOTE.sub('"', word.text))


def _numeral(word: Reading, after: Reading) -> Reading:
    strokes = _STROKES.fullmatch(word.text)
    if strokes is None or not _NUMBERED.match(after.text):
        return word
    numeral = "I" * (len(word.text) - len(strokes[1])) + strokes[1]
    return word if numeral == word.text else replace(word, text=numeral, confidence=min(word.confidence, _SURE))
