"""The words that a page is known to hold: those that it has elsewhere, and those of the form."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from pipeline.sources.ocr.lines import Reading
from pipeline.sources.ocr.tesseract import WORDS

# A word that was read with less is no witness for another.
_SURE = 93.0
# Shorter words are too much alike.
_LEAST = 4
_PUNCTUATION = ".,;:!?()[]\"'“”„«»–—-"


def known_words(lines: Sequence[Sequence[Reading]]) -> frozenset[str]:
    """The words without digits that stand surely on the page, and those of the form; as `bare_word` gives them."""
    seen = (bare_word(each.text) for line in lines for each in line if each.confidence >= _SURE)
    return _form_words() | {word for word in seen if len(word) >= _LEAST and word.isalpha()}


def bare_word(text: str) -> str:
    """The word in small letters, without the punctuation around it."""
    return text.strip(_PUNCTUATION).casefold()


@cache
def _form_words() -> frozenset[str]:
    return frozenset(bare_word(word) for word in WORDS.read_text("utf-8").split() if len(word) >= _LEAST)
