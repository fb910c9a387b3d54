"""Ink that gave no words: looked at again by itself, and told where it still says nothing."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Sequence

import cv2
import numpy as np
from msgspec.structs import replace

from pipeline.sources.ocr.lines import Reading, placed
from pipeline.sources.ocr.pictures import Grey, Mask
from pipeline.sources.ocr.second_look import DIFFERING, SCALE, line_picture
from pipeline.sources.ocr.tesseract import LINE, seen_words

UNREAD = "\N{REPLACEMENT CHARACTER}"
"""The word that stands where ink was not read."""

# A letter of six points is 15 pixels high without its tail; dots and commas are smaller.
_LETTER, _TALLEST = 14, 110
# A dash is at least so long; what is smaller and stands alone is dust.
_DASH = 8
# Signs that are no higher than half a digit.
_LOW = frozenset(".,;:-–—'\"”„“*·=+~")
# Letters of a figure are so nearly as high as the whole of it; commas hang lower.
_NEARLY = 0.6
# So much of a letter lies under a box that is its word's.
_COVERED = 0.15
# A word's box may miss the upper or lower edge of its letters by this much.
_SLACK = 6
# Letters of one line stand no further apart.
_SAME_LINE = 60
# What was found only by itself is this sure at most.
_BY_ITSELF = 70.0
# So many spots are looked at again; a page with more holds a picture, which is told but not read.
_MOST = 60
# With so many letters outside all words the page is a picture, and no figure on it is sure.
_CROWDED = 1500
# Pictures and stamps are many spots; those that lie so near are told as one.
_ONE_PICTURE = 50
# What a digit is taken for when it stands alone.
_ALIKE = str.maketrans("SsOoIl|BZz", "5500111822")


def without_dust_words(ink: Mask, lines: Sequence[Sequence[Reading]]) -> list[list[Reading]]:
    """The lines without words that are not sure and were read from dust alone."""
    kept = [[each for each in line if each.confidence >= _BY_ITSELF or _has_body(ink, each)] for line in lines]
    return [line for line in kept if line]


def _has_body(ink: Mask, word: Reading) -> bool:
    part = ink[max(0, word.top) : word.bottom, max(0, word.left) : word.right]
    if any(map(str.isdigit, word.text)) or not part.size:
        return True
    count, _, stats, _ = cv2.connectedComponentsWithStats(part, connectivity=8)
    return any(max(width, height) > _DASH for _, _, width, height, _ in stats[1:count].tolist())


def with_unread_ink(grey: Grey, ink: Mask, lines: Sequence[Sequence[Reading]]) -> list[list[Reading]]:
    """The lines with what stands in ink that none of their words covers; figures beside it are doubtful."""
    labelled = _labelled(ink, lines)
    if len(labelled.uncovered) > _CROWDED:
        boxes = (labelled.boxes[label] for label in labelled.uncovered)
        told = _pictures([Reading(UNREAD, *box, 0.0) for box in boxes], ink.shape)
        return [*([doubted(word) for word in line] for line in lines), *([each] for each in told)]
    lines = [[_counted(word, labelled) for word in line] for line in lines]
    spots = _spots(labelled)
    read = _read_again(grey, spots[:_MOST])
    done = [list(line) for line in lines]
    untold: list[Reading] = []
    for number, spot in enumerate(spots):
        words = read.get(number) or [spot]
        if not _taken(done, spot, words, labelled) and not _put(done, words):
            (done.append(words) if words != [spot] else untold.append(spot))
    return [*done, *([each] for each in _pictures(untold, ink.shape))]


def has_letters(ink: Mask) -> bool:
    """Whether some of the ink is as large as letters are."""
    count, _, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    return any(_is_letter(width, height) for _, _, width, height, _ in stats[1:count].tolist())


class _Labelled:
    """The pieces of ink that are as large as letters, and how much of each lies under a word's box."""

    def __init__(self, ink: Mask, words: Mask) -> None:
        count, self._labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
        under = np.bincount(self._labels.ravel(), weights=words.ravel(), minlength=count)
        self.boxes = [(x, y, x + w, y + h) for x, y, w, h, _ in stats.tolist()]
        self._areas = stats[:, cv2.CC_STAT_AREA]
        letters = [label > 0 and _is_letter(w, h) for label, (_, _, w, h, _) in enumerate(stats.tolist())]
        self.uncovered = np.nonzero(np.array(letters) & (under < self._areas * _COVERED))[0].tolist()

    def is_hollow(self, word: Reading) -> bool:
        """Whether no piece of ink has most of itself under the word's box."""
        return not self._under(word)

    def letters(self, word: Reading) -> int:
        """How many pieces of ink under the word's box are nearly as high as it."""
        high = (word.bottom - word.top) * _NEARLY
        boxes = (self.boxes[label] for label in self._under(word))
        return sum(bottom - top >= max(high, _LETTER) for _, top, _, bottom in boxes)

    def _under(self, word: Reading) -> list[int]:
        """The pieces that have most of themselves under the word's box."""
        part = self._labels[max(0, word.top) : word.bottom, max(0, word.left) : word.right]
        labels, inside = np.unique(part, return_counts=True)
        pairs = zip(labels.tolist(), inside.tolist(), strict=True)
        return [label for label, area in pairs if label and area * 2 > self._areas[label]]


def _labelled(ink: Mask, lines: Sequence[Sequence[Reading]]) -> _Labelled:
    """The recogniser's boxes are often narrower than their letters: a part of a letter covers it."""
    words = np.zeros_like(ink)
    for line in lines:
        for word in line:
            words[max(0, word.top - _SLACK) : word.bottom + _SLACK, max(0, word.left - 1) : word.right + 1] = 1
    return _Labelled(ink, words)


def _is_letter(width: int, height: int) -> bool:
    return _LETTER <= height <= _TALLEST and 3 <= width <= _TALLEST * 8


def _spots(labelled: _Labelled) -> list[Reading]:
    """Boxes of letters that no word's box reaches into, those of one line joined, from top to bottom."""
    spots: list[Reading] = []
    for left, top, right, bottom in sorted(labelled.boxes[label] for label in labelled.uncovered):
        middle = (top + bottom) / 2
        near = next(
            (i for i, s in enumerate(spots) if s.top <= middle <= s.bottom and left - s.right <= _SAME_LINE), None
        )
        if near is None:
            spots.append(Reading(UNREAD, left, top, right, bottom, 0.0))
        else:
            s = spots[near]
            spots[near] = replace(s, right=max(s.right, right), top=min(s.top, top), bottom=max(s.bottom, bottom))
    return sorted(spots, key=lambda spot: (spot.top, spot.left))


def _read_again(grey: Grey, spots: Sequence[Reading]) -> dict[int, list[Reading]]:
    """What the spots say by themselves, by their places in the list."""
    pictures, corners = [], []
    for spot in spots:
        picture, left, top = line_picture(grey, [spot])
        pictures.append(picture)
        corners.append((left, top))
    seen: dict[int, list[Reading]] = defaultdict(list)
    for word in seen_words(pictures, LINE):
        text = unicodedata.normalize("NFC", word.text.strip())
        if any(map(str.isalnum, text)):
            found = placed(word, text, *corners[word.picture], SCALE)
            seen[word.picture].append(replace(found, confidence=min(found.confidence, _BY_ITSELF)))
    return seen


def _beside(line: Sequence[Reading], words: Sequence[Reading]) -> bool:
    """Whether the words stand on this line, next to one of its words."""
    middle = sum(each.top + each.bottom for each in words) / len(words) / 2
    left, right = min(each.left for each in words), max(each.right for each in words)
    near = any(left - each.right < _SAME_LINE and each.left - right < _SAME_LINE for each in line)
    return near and min(each.top for each in line) <= middle <= max(each.bottom for each in line)


def _taken(lines: list[list[Reading]], spot: Reading, words: Sequence[Reading], labelled: _Labelled) -> bool:
    """Whether a word beside the spot, under whose own box there is no ink, stands there and was given its box."""
    written = "".join(each.text for each in words)
    for line in lines:
        if not _beside(line, [spot]):
            continue
        for place, word in enumerate(line):
            gap = max(spot.left - word.right, word.left - spot.right)
            if gap < _SAME_LINE and labelled.is_hollow(word):
                same = written in (word.text, UNREAD) or written.translate(_ALIKE) == word.text.translate(_ALIKE)
                sure = word.confidence if same else min(word.confidence, DIFFERING)
                box = {"left": spot.left, "top": spot.top, "right": spot.right, "bottom": spot.bottom}
                line[place] = replace(word, confidence=sure, **box)
                return True
    return False


def _put(lines: list[list[Reading]], words: list[Reading]) -> bool:
    """Whether the words stand on a line, to which they were added."""
    for line in lines:
        if _beside(line, words):
            line[:] = sorted([*map(doubted, line), *words], key=lambda each: each.left)
            return True
    return False


def _counted(word: Reading, labelled: _Labelled) -> Reading:
    """A figure in whose ink more letters stand than were read may have lost a digit, however sure it is."""
    tall = sum(letter not in _LOW for letter in word.text)
    return doubted(word) if labelled.letters(word) > tall else word


def doubted(word: Reading) -> Reading:
    """The word, a figure no longer sure: beside ink that was not read at once it may be a part of what stands there."""
    doubtful = any(map(str.isdigit, word.text))
    return replace(word, confidence=min(word.confidence, DIFFERING)) if doubtful else word


def _pictures(spots: Sequence[Reading], shape: tuple[int, ...]) -> list[Reading]:
    """The spots, those of one picture as one."""
    mask = np.zeros(shape, np.uint8)
    for spot in spots:
        mask[max(0, spot.top) : spot.bottom, max(0, spot.left) : spot.right] = 1
    near = cv2.dilate(mask, np.ones((_ONE_PICTURE, _ONE_PICTURE), np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(near, connectivity=8)
    return [Reading(UNREAD, x, y, x + w, y + h, 0.0) for x, y, w, h, _ in stats[1:count].tolist()]
