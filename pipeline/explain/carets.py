"""A line for the terminal and the marks under the words of a value, column by column."""

from __future__ import annotations

import unicodedata

from pipeline.explain.marked_lines import MarkedLine

MARK = "^"
# Characters that turn the direction of writing or are not seen at all could make a line look other than it is.
_UNSEEN = ("Cc", "Cf", "Cs")


def columns_of(text: str) -> int:
    r"""How many columns of a terminal a text takes: wide characters two, combining ones none.

    >>> columns_of("pārvaldes"), columns_of("pa\u0304rvaldes"), columns_of("数"), columns_of("")
    (9, 9, 2, 0)
    """
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def visible(text: str) -> str:
    r"""The text with U+FFFD for every character that is not seen itself but changes how others are.

    >>> visible("a\u202eb\u200dc")
    'a\ufffdb\ufffdc'
    """
    return "".join("\ufffd" if unicodedata.category(each) in _UNSEEN else each for each in text)


def carets(line: MarkedLine) -> str:
    """The marks that stand under the line's marked words, and under the spaces between two of them."""
    before = (False, *line.marked)
    pieces = (
        (MARK if marked and marked_before else " ") + (MARK if marked else " ") * columns_of(visible(word.text))
        for word, marked, marked_before in zip(line.words, line.marked, before, strict=False)
    )
    return "".join(pieces)[1:].rstrip()
