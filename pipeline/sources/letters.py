"""The letters of a document, made alike at the door."""

from __future__ import annotations

import unicodedata

# The control characters too: the grammar blanks by two of them.
_INVISIBLE = dict.fromkeys((0x200B, 0x2060, 0xFEFF, *range(9), *range(14, 32)))
# Fonts of Skia map typed ligatures to these private places.
PRIVATE_LIGATURES = str.maketrans({"\uf001": "fi", "\uf002": "fl"})
# PDF 32000-1, annex D.2: codes without a character of their own in WinAnsiEncoding show a bullet.
_BULLETS = frozenset(f"(cid:{code})" for code in (127, 129, 141, 143, 144, 157))


def clean(text: str) -> str:
    r"""The text in NFC without invisible characters; soft hyphens stay, since they mark where a word was cut.

    >>> clean("(cid:127)"), clean("5\x00 euro\x01")
    ('•', '5 euro')
    """
    return "•" if text in _BULLETS else unicodedata.normalize("NFC", text).translate(_INVISIBLE)
