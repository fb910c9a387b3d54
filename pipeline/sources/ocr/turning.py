"""Which way up a page lies: by which way its lines run, and which way they can be read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import cv2
import numpy as np

from pipeline.sources.ocr.pictures import WHITE, Grey, ink_of
from pipeline.sources.ocr.ruled_ink import strokes_of, without_strokes
from pipeline.sources.ocr.tesseract import LINE, seen_words

# So many lines are read both ways, the longest of the page.
_PROBES = 6
# A line of text in pixels: lower is a rule or dust, higher a picture.
_LOW, _HIGH = 18, 90
_SHORTEST = 200
# Lines are so much longer the one way than the other where it is clear which way they run.
_CLEARER = 3.0


def quarter_turns(grey: Grey) -> int:
    """By how many quarter turns, counted against the clock, the page must be turned to be read: 0 to 3.

    0 where too little stands on it to say. Raises SourceError as Tesseract does.
    """
    clean = without_strokes(grey, strokes_of(grey))
    ways = [_lines(turned(clean, turns)) for turns in (0, 1)]
    lengths = [sum(line.shape[1] for line in lines) for lines in ways]
    candidates = [turns for turns in (0, 1) if lengths[turns] * _CLEARER >= lengths[1 - turns] and ways[turns]]
    probes = {turns + half: _halves(ways[turns], half) for turns in candidates for half in (0, 2)}
    legible = _legibility(probes)
    return max(legible, key=lambda turns: (legible[turns], -turns), default=0)


def turned(grey: Grey, turns: int) -> Grey:
    """The picture after so many quarter turns against the clock."""
    return np.ascontiguousarray(np.rot90(grey, turns))


def _lines(grey: Grey) -> list[Grey]:
    """The longest lines of text, each alone."""
    joined = cv2.morphologyEx(ink_of(grey), cv2.MORPH_CLOSE, np.ones((1, 41), np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    boxes = [(w, x, y, h) for x, y, w, h, _ in stats[1:count].tolist() if w >= _SHORTEST and _LOW <= h <= _HIGH]
    longest = sorted(boxes, reverse=True)[:_PROBES]
    return [_with_paper(grey[max(0, y - 6) : y + h + 6, max(0, x - 6) : x + w + 6]) for w, x, y, h in longest]


def _halves(lines: Sequence[Grey], half: int) -> list[Grey]:
    return [turned(line, half) for line in lines]


def _with_paper(part: Grey) -> Grey:
    return np.asarray(cv2.copyMakeBorder(part, 12, 12, 12, 12, cv2.BORDER_CONSTANT, value=WHITE), np.uint8)


def _legibility(probes: Mapping[int, Sequence[Grey]]) -> dict[int, float]:
    """How many letters are read for sure in the lines of each way."""
    ways = [turns for turns, lines in probes.items() for _ in lines]
    sums = dict.fromkeys(probes, 0.0)
    for word in seen_words([line for lines in probes.values() for line in lines], LINE):
        letters = sum(map(str.isalnum, word.text))
        sums[ways[word.picture]] += letters * max(0.0, word.confidence - 50)
    return sums
