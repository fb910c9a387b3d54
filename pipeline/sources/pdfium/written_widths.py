"""How wide a file says that letters are: PDFium keeps whole thousandths of the type size and drops the rest.

On a line that is drawn as one, what is dropped adds up to half a point. No call gives it,
but most programs write their tables of widths as plain text (ISO 32000-1, 9.6.2.1 and 9.7.4.3).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

_TABLE = re.compile(rb"/W(?P<simple>idths)?\s*\[(?P<body>(?:[\s\d.+-]++|\[[\s\d.+-]*+\])*+)\]")
_NUMBER = rb"\d+\.?\d*|\.\d+"
_PIECE = re.compile(rb"\[[^\]]*\]|" + _NUMBER)
_FONT_NAME = re.compile(rb"/BaseFont\s*/([^\s/<>\[\]()]+)")
_SUBSET = re.compile(r"[A-Z]{6}\+")
# Each font has one, and a summary a few fonts; more are not looked at.
_MOST_TABLES = 200
# A table lies as near to the beginning and the end of its font's dictionary, in bytes.
_FARTHEST = 20_000
# No letter is wider, in thousandths.
_WIDEST = 10_000.0

Dropped: TypeAlias = Mapping[int, float]
"""What is dropped of the widths with each whole number of thousandths, in thousandths: the mean where they differ."""


def dropped_widths(content: bytes) -> dict[str, Dropped]:
    """What PDFium drops, by the bare names of a PDF's fonts, of those whose tables are plain text and not whole."""
    widths_of: defaultdict[str, set[float]] = defaultdict(set)
    for _, table in zip(range(_MOST_TABLES), _TABLE.finditer(content), strict=False):
        if b"." in table["body"]:
            name = _font_name(content, *table.span())
            widths_of[name].update(_of_simple_font(table["body"]) if table["simple"] else _of_composite(table["body"]))
    return {name: _dropped(widths) for name, widths in widths_of.items() if name}


def bare_name(font: str) -> str:
    """A font's name without the mark of a subset, which some leave out.

    >>> bare_name("ABCDEF+Roboto-Bold")
    'Roboto-Bold'
    """
    return _SUBSET.sub("", font, count=1)


def _font_name(content: bytes, start: int, stop: int) -> str:
    """The bare name of the font in whose dictionary this stands, "" where it has none."""
    begin = content.rfind(b"obj", max(start - _FARTHEST, 0), start)
    end = content.find(b"endobj", stop, stop + _FARTHEST)
    name = _FONT_NAME.search(content, begin, end) if min(begin, end) >= 0 else None
    return bare_name(name[1].decode("utf-8", "replace")) if name else ""


def _of_simple_font(body: bytes) -> Iterator[float]:
    return map(float, re.findall(_NUMBER, body))


def _of_composite(body: bytes) -> Iterator[float]:
    """`c [w1 w2 …]` gives the widths of the letters from c on, `c1 c2 w` that of each from c1 to c2."""
    pieces = _PIECE.findall(body)
    at = 0
    while at + 1 < len(pieces):
        listed = pieces[at + 1].startswith(b"[")
        yield from map(float, re.findall(_NUMBER, pieces[at + 1]) if listed else pieces[at + 2 : at + 3])
        at += 2 if listed else 3


def _dropped(widths: Iterable[float]) -> Dropped:
    parts: defaultdict[int, list[float]] = defaultdict(list)
    for width in widths:
        if width < _WIDEST:
            parts[int(width)].append(width - int(width))
    return {whole: sum(rests) / len(rests) for whole, rests in parts.items()}
