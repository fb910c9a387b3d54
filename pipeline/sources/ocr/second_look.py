"""Lines that were read are read again, smaller: a figure on which two looks differ is doubtful, and others decide."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Container, Sequence

import cv2
import numpy as np
from msgspec.structs import replace

from pipeline.patterns import compiled
from pipeline.sources.ocr.further_looks import further_looks, mark_text
from pipeline.sources.ocr.known_words import bare_word, known_words
from pipeline.sources.ocr.lines import Reading, placed
from pipeline.sources.ocr.pictures import WHITE, Grey
from pipeline.sources.ocr.tesseract import LINE, seen_words

# Letters of another size, which Tesseract brings to one height by another way; smaller ones it reads better and sooner.
SCALE = 0.8
# Two looks that differ in a figure leave it this sure at most; a figure needs 80.
DIFFERING = 50.0
# A word of which either look is less sure is looked at again.
_SURE = 91.0
# Further looks do not speak against a reading that is so much surer than the other.
_MUCH_SURER = 40.0
_CENTS = compiled(r",\d\d(?!\d)")
# Readings that differ in so many last letters may be two forms of a word, and either may stand.
_ENDING = 2
# Boxes of one word that two looks place beside each other are no further apart.
_BESIDE_ITSELF = 24
# What a list is numbered by.
_MARK = compiled(r"\d{1,2}(?:[.)]|(?:\.\d{1,2})+[.)]?)")
# Paper around a line, in pixels; above and below there are other lines.
_BESIDE, _ABOVE = 16, 7


def looked_at_again(grey: Grey, lines: Sequence[Sequence[Reading]]) -> list[list[Reading]]:
    """The lines with what a second look says of those that hold a digit or a word that is not sure.

    Where both looks differ in a figure, further looks at it decide between them.
    """
    again = [number for number, line in enumerate(lines) if any(map(_needs_it, line))]
    pictures, corners = [], []
    for number in again:
        picture, left, top = line_picture(grey, lines[number])
        pictures.append(picture)
        corners.append((left, top))
    seen: dict[int, list[Reading]] = defaultdict(list)
    for word in seen_words(pictures, LINE):
        text = unicodedata.normalize("NFC", word.text.strip())
        if text:
            seen[again[word.picture]].append(placed(word, text, *corners[word.picture], SCALE))
    known = known_words(lines)
    pairs = {number: _matched(lines[number], second) for number, second in seen.items()}
    contested = [pair for each in pairs.values() for pair in each if _is_contested(*pair)]
    votes = iter(_votes(grey, lines, contested))
    decided = {
        number: [
            _decided(*pair, next(votes), known) if _is_contested(*pair) else _weighed(*pair, known) for pair in each
        ]
        for number, each in pairs.items()
    }
    return [_in_order(decided[number]) if number in decided else list(line) for number, line in enumerate(lines)]


def line_picture(grey: Grey, line: Sequence[Reading]) -> tuple[Grey, int, int]:
    """The line alone, `SCALE` times as large, and where its left and top lie on the page."""
    left, right = min(each.left for each in line) - _BESIDE, max(each.right for each in line) + _BESIDE
    top, bottom = min(each.top for each in line) - _ABOVE, max(each.bottom for each in line) + _ABOVE
    left, top = max(0, left), max(0, top)
    part = cv2.resize(grey[top:bottom, left:right], None, fx=SCALE, fy=SCALE, interpolation=cv2.INTER_CUBIC)
    margin = 10
    part = cv2.copyMakeBorder(part, *(margin,) * 4, cv2.BORDER_CONSTANT, value=WHITE)
    return np.asarray(part, np.uint8), left - round(margin / SCALE), top - round(margin / SCALE)


def _needs_it(word: Reading) -> bool:
    return word.confidence < _SURE or _has_digit(word.text)


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))


def weighed(first: Sequence[Reading], second: Sequence[Reading], known: Container[str] = frozenset()) -> list[Reading]:
    """Of two readings of a line the better one, word by word; a figure in which they differ is doubtful.

    Of words without a digit it is the one that is `known`, unless they are two forms of one word, else the surer one.
    """
    return _in_order([_weighed(*pair, known) for pair in _matched(first, second)])


def _in_order(groups: Sequence[Sequence[Reading]]) -> list[Reading]:
    return sorted((word for group in groups for word in group), key=lambda each: each.left)


def _weighed(ours: list[Reading], theirs: list[Reading], known: Container[str]) -> list[Reading]:
    if not ours or not theirs:
        return [_differing(each) for each in ours or theirs]
    written, again = _text(ours), _text(theirs)
    better = _better(ours, theirs)
    if written == again:
        if len(ours) == len(theirs):
            return [replace(a, confidence=max(a.confidence, b.confidence)) for a, b in zip(ours, theirs, strict=True)]
        return better
    if _figure(written) == _figure(again):
        words = [bare_word(text) for text in (written, again)]
        attested = [word in known for word in words]
        if attested[0] == attested[1] or words[0][-_ENDING:] != words[1][-_ENDING:]:
            return better
        return ours if attested[0] else theirs
    marks = [_MARK.fullmatch(text) is not None for text in (written, again)]
    if marks[0] != marks[1]:
        better = ours if marks[0] else theirs
    return [_differing(each) for each in better]


def _decided(ours: list[Reading], theirs: list[Reading], votes: Sequence[str], known: Container[str]) -> list[Reading]:
    """The reading that most of the further looks gave; no other than one of the two, and never sure.

    They do not decide whether an amount has cents, nor against a reading that is so much surer than the other.
    """
    sides = [sum(vote == mark_text(_text(side)) for vote in votes) for side in (ours, theirs)]
    sure = [min(each.confidence for each in side) for side in (ours, theirs)]
    cents = {_CENTS.search(_text(side)) is not None for side in (ours, theirs)}
    if sides[0] == sides[1] or len(cents) > 1 or abs(sure[0] - sure[1]) > _MUCH_SURER:
        return _weighed(ours, theirs, known)
    return [_differing(each) for each in (ours if sides[0] > sides[1] else theirs)]


def _is_contested(ours: Sequence[Reading], theirs: Sequence[Reading]) -> bool:
    """Whether two looks that both saw something differ in a figure."""
    return bool(ours) and bool(theirs) and _figure(_text(ours)) != _figure(_text(theirs))


def _votes(
    grey: Grey, lines: Sequence[Sequence[Reading]], contested: Sequence[tuple[list[Reading], list[Reading]]]
) -> list[list[str]]:
    """What further looks say of each place where two looks differ."""
    whole = {id(word): line for line in lines for word in line}
    return further_looks(grey, [([*ours, *theirs], whole[id(ours[0])]) for ours, theirs in contested])


def _better(ours: list[Reading], theirs: list[Reading]) -> list[Reading]:
    sure, sure_again = (min(each.confidence for each in side) for side in (ours, theirs))
    return theirs if sure_again > sure else ours


def _differing(word: Reading) -> Reading:
    return replace(word, confidence=min(word.confidence, DIFFERING))


def _text(words: Sequence[Reading]) -> str:
    return "".join(each.text for each in words)


def _figure(text: str) -> str:
    """What of it can be part of a figure; "" where it holds no digit."""
    return "".join(letter for letter in text if letter.isdigit() or letter in ",.-–:%") if _has_digit(text) else ""


def _matched(first: Sequence[Reading], second: Sequence[Reading]) -> list[tuple[list[Reading], list[Reading]]]:
    """Words of both that lie over each other, from left to right."""
    groups: list[tuple[list[Reading], list[Reading]]] = []
    end = 0
    everything = [(each, 0) for each in first] + [(each, 1) for each in second]
    for word, side in sorted(everything, key=lambda pair: pair[0].left):
        if not groups or word.left >= end - _overlap(word):
            if groups and _is_itself(groups[-1], word, side):
                groups[-1] = _as_one(groups[-1], word)
                end = max(end, word.right)
                continue
            groups.append(([], []))
            end = word.right
        groups[-1][side].append(word)
        end = max(end, word.right)
    return groups


def _is_itself(group: tuple[list[Reading], list[Reading]], word: Reading, side: int) -> bool:
    """Whether the other look saw this word alone right beside its place, and so no second one."""
    [*others] = group[1 - side]
    alone = not group[side] and len(others) == 1 and others[0].text == word.text
    return alone and word.left - others[0].right < _BESIDE_ITSELF and _has_digit(word.text)


def _as_one(group: tuple[list[Reading], list[Reading]], word: Reading) -> tuple[list[Reading], list[Reading]]:
    """Both looks at a figure with the doubt that their places leave."""
    [other] = group[0] or group[1]
    one = _differing(replace(other, right=word.right))
    return [one], [one]


def _overlap(word: Reading) -> float:
    """Words that share less than this, in pixels, only touch."""
    return min(8.0, (word.right - word.left) / 2)
