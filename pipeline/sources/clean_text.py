"""The letters of a document, made alike at the door."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

# The control characters too: the grammar blanks by two of them.
_INVISIBLE = dict.fromkeys((0x200B, 0x2060, 0xFEFF, *range(9), *range(14, 32)))
# Fonts of Skia map typed ligatures to these private places.
PRIVATE_LIGATURES = str.maketrans({"\uf001": "fi", "\uf002": "fl"})
# PDF 32000-1, annex D.2: codes without a character of their own in WinAnsiEncoding show a bullet.
_BULLETS = frozenset(f"(cid:{code})" for code in (127, 129, 141, 143, 144, 157))

_CHANGED = frozenset(map(chr, (*_INVISIBLE, *PRIVATE_LIGATURES)))


def clean(text: str) -> str:
    r"""The text in NFC without invisible characters; soft hyphens stay, since they mark where a word was cut.

    >>> clean("(cid:127)"), clean("5\x00 euro\x01")
    ('•', '5 euro')
    """
    return "•" if text in _BULLETS else unicodedata.normalize("NFC", text).translate(_INVISIBLE)


def made_alike(words: Sequence[str]) -> list[str]:
    """Each of them as `clean` gives it, its ligatures of private places written out."""
    together = "\n".join(words)
    if unicodedata.is_normalized("NFC", together) and not _CHANGED.intersection(together):
        return list(words)
    return [clean(word).translate(PRIVATE_LIGATURES) for word in words]
