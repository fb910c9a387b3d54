"""Places on which two looks differ are looked at once more, at sizes of their own: a small picture each."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Sequence

import cv2
import numpy as np

from pipeline.patterns import compiled
from pipeline.sources.ocr.lines import Reading, placed
from pipeline.sources.ocr.pictures import WHITE, Grey
from pipeline.sources.ocr.tesseract import LINE, seen_words

# Two odd sizes, beside those of the first look and the second.
_SCALES = (0.65, 1.25, 1.6)
# More places than this on a page are no slips; the first ones are looked at.
_MOST = 40
# Paper around a place, in pixels, and how far a word's box may be off.
_BESIDE, _ABOVE, _MARGIN, _OFF = 14, 7, 12, 8
# What a list's number is taken for.
_MARK_LIKE = compiled(r"[SsOoIlBZz|\[\]]{1,2}\)")
_ALIKE = str.maketrans("SsOoIl|BZz][", "550011182211")

Place = tuple[Sequence[Reading], Sequence[Reading]]
"""The words that stand at a place, whoever read them, and the line in which it is."""


def further_looks(grey: Grey, places: Sequence[Place]) -> list[list[str]]:
    """For each place what further looks say that stands there, as `mark_text` gives it; no word where none is seen."""
    pictures, corners = [], []
    for place in places[:_MOST]:
        for scale in _SCALES:
            picture, left, top = _picture(grey, place, scale)
            pictures.append(picture)
            corners.append((left, top, scale))
    seen: dict[int, list[Reading]] = defaultdict(list)
    for word in seen_words(pictures, LINE):
        left, top, scale = corners[word.picture]
        seen[word.picture].append(placed(word, unicodedata.normalize("NFC", word.text.strip()), left, top, scale))
    size = len(_SCALES)
    looks = [
        [_said(words, seen[at * size + each]) for each in range(size)] for at, (words, _) in enumerate(places[:_MOST])
    ]
    return [*looks, *([] for _ in places[_MOST:])]


def mark_text(text: str) -> str:
    """The text; letters that a list's number was taken for are its digits.

    >>> mark_text("S)"), mark_text("Sniegtas")
    ('5)', 'Sniegtas')
    """
    return text.translate(_ALIKE) if _MARK_LIKE.fullmatch(text) else text


def _picture(grey: Grey, place: Place, scale: float) -> tuple[Grey, int, int]:
    """The place with the word before it and the word behind it, and where its left and top lie on the page."""
    words, line = place
    left, right = min(each.left for each in words), max(each.right for each in words)
    before = [each.left for each in line if each.right <= left][-1:]
    behind = [each.right for each in line if each.left >= right][:1]
    x0, x1 = max(0, min([left, *before]) - _BESIDE), max([right, *behind]) + _BESIDE
    y0, y1 = max(0, min(each.top for each in line) - _ABOVE), max(each.bottom for each in line) + _ABOVE
    part = cv2.resize(grey[y0:y1, x0:x1], None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC)
    part = cv2.copyMakeBorder(part, *(_MARGIN,) * 4, cv2.BORDER_CONSTANT, value=WHITE)
    return np.asarray(part, np.uint8), x0 - round(_MARGIN / scale), y0 - round(_MARGIN / scale)


def _said(words: Sequence[Reading], seen: Sequence[Reading]) -> str:
    left, right = min(each.left for each in words) - _OFF, max(each.right for each in words) + _OFF
    inside = [each for each in seen if left <= (each.left + each.right) / 2 <= right]
    return mark_text("".join(each.text for each in sorted(inside, key=lambda each: each.left)))
