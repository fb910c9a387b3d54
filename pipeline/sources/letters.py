"""The letters of a document, made alike at the door."""

from __future__ import annotations

import unicodedata

_INVISIBLE = dict.fromkeys((0x200B, 0x2060, 0xFEFF))


def clean(text: str) -> str:
    """The text in NFC without invisible characters; soft hyphens stay, since they mark where a word was cut."""
    return unicodedata.normalize("NFC", text).translate(_INVISIBLE)
