"""What both readers of a PDF hold to be a word."""

from __future__ import annotations

import re

# Gap between two letters, as a part of the type size, from which a new word begins.
WORD_GAP = 0.2
# A space between thousands is at least so wide, as a part of the type size; a thin one has a fifth or an eighth.
THIN_SPACE = 0.08
# A thin space has a sixth of the type size; where PDFium sees a space in less room, letters stand apart.
LEAST_SPACE = 0.15
# A space whose next letter begins within this part of its width is covered by it: so Skia draws soft hyphens.
HIDDEN_SPACE = 0.25
# More letters than places by this factor: some programs draw bold type by drawing it twice.
OVERPRINTED = 1.05
# Wider than between words: a tab, or so many spaces.
COLUMN_GAP = re.compile(r"[^\S\t]*\t\s*|[^\S\t]{3,}")


def is_bold_font(name: str) -> bool:
    """Whether a font of this name is bold.

    >>> is_bold_font("ABCDEF+LiberationSerif-Bold"), is_bold_font("Arial")
    (True, False)
    """
    folded = name.lower()
    return "bold" in folded or "black" in folded
