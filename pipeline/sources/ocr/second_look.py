"""Lines that were read are read again, smaller: where two looks at a figure differ, it is doubtful."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

import cv2
import numpy as np
import regex

from pipeline.sources.ocr.lines import Reading, placed
from pipeline.sources.ocr.pictures import WHITE, Grey
from pipeline.sources.ocr.tesseract import LINE, seen_words

# Letters of another size, which Tesseract brings to one height by another way; smaller ones it reads better and sooner.
SCALE = 0.8
# Two looks that differ in a figure leave it this sure at most; a figure needs 80.
DIFFERING = 50.0
# A word of which either look is less sure is looked at again.
_SURE = 88.0
# What a list is numbered by.
_MARK = regex.compile(r"\d{1,2}(?:[.)]|(?:\.\d{1,2})+[.)]?)")
# Paper around a line, in pixels; above and below there are other lines.
_BESIDE, _ABOVE = 16, 7


def looked_at_again(grey: Grey, lines: Sequence[Sequence[Reading]]) -> list[list[Reading]]:
    """The lines with what a second look says of those that hold a digit or a word that is not sure."""
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
    return [weighed(line, seen[number]) if number in seen else list(line) for number, line in enumerate(lines)]


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


def weighed(first: Sequence[Reading], second: Sequence[Reading]) -> list[Reading]:
    """Of two readings of a line the surer one, word by word; a figure in which they differ is doubtful."""
    done: list[Reading] = []
    for ours, theirs in _matched(first, second):
        if not theirs:
            done += [replace(each, confidence=min(each.confidence, DIFFERING)) for each in ours]
        elif not ours:
            done += [replace(each, confidence=min(each.confidence, DIFFERING)) for each in theirs]
        else:
            done += _weighed(ours, theirs)
    return sorted(done, key=lambda each: each.left)


def _weighed(ours: list[Reading], theirs: list[Reading]) -> list[Reading]:
    written, again = ("".join(each.text for each in side) for side in (ours, theirs))
    sure, sure_again = (min(each.confidence for each in side) for side in (ours, theirs))
    better = theirs if sure_again > sure else ours
    if written == again:
        if len(ours) == len(theirs):
            return [replace(a, confidence=max(a.confidence, b.confidence)) for a, b in zip(ours, theirs, strict=True)]
        return better
    if _figure(written) == _figure(again):
        return better
    if _MARK.fullmatch(written) or _MARK.fullmatch(again):
        better = ours if _MARK.fullmatch(written) else theirs
    return [replace(each, confidence=min(each.confidence, DIFFERING)) for each in better]


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
            groups.append(([], []))
            end = word.right
        groups[-1][side].append(word)
        end = max(end, word.right)
    return groups


def _overlap(word: Reading) -> float:
    """Words that share less than this, in pixels, only touch."""
    return min(8.0, (word.right - word.left) / 2)
