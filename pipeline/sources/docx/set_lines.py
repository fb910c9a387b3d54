"""A paragraph → its lines: words at their distances, a line for each that the author began, however long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from msgspec import Struct

from pipeline.patterns import compiled
from pipeline.sources.clean_text import made_alike
from pipeline.sources.docx.blocks import BREAK, TAB, Paragraph, Piece
from pipeline.sources.docx.styles import Indent
from pipeline.sources.word_rules import COLUMN_GAP

# About what eleven-point type takes, in points; several spaces are wider than one, as on paper.
LETTER, SPACE = 5.0, 2.5
# Word's own distance between tab stops where none are set.
_STOPS = 36.0
_SIGNS = compiled(r"\t|[^\S\t]+|\S+")


class SetWord(Struct, frozen=True):
    """A word from `start` to `stop`, in points from the left edge of its cell; for `apart` see `Word`."""

    text: str
    bold: bool
    start: float
    stop: float
    apart: bool


def set_lines(paragraph: Paragraph) -> tuple[tuple[SetWord, ...], ...]:
    """The lines of a paragraph, those without a word too; none where it has no word at all."""
    lines = tuple(
        tuple(_set_line(pieces, paragraph.indent, first=place == 0))
        for place, pieces in enumerate(_parted_at_breaks(paragraph.pieces))
    )
    return lines if any(lines) else ()


def _parted_at_breaks(pieces: Sequence[Piece]) -> list[list[Piece]]:
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        first, *others = piece.text.replace("\r\n", BREAK).replace("\r", BREAK).split(BREAK)
        lines[-1].append(Piece(first, piece.bold))
        lines += [[Piece(text, piece.bold)] for text in others]
    return lines


def _set_line(pieces: Sequence[Piece], indent: Indent, *, first: bool) -> Iterator[SetWord]:
    text = "".join(piece.text for piece in pieces)
    starts = list(accumulate((len(piece.text) for piece in pieces), initial=0))
    signs = list(_SIGNS.finditer(text))
    alike = dict(zip([each[0] for each in signs], made_alike([each[0] for each in signs]), strict=True))
    at, piece = indent.first if first else indent.left, 0
    begun = apart = False
    for sign in signs:
        if sign[0] == TAB:
            at, apart = _next_stop(at, indent), begun
        elif sign[0].isspace():
            at += SPACE * len(sign[0])
            apart = begun and (apart or COLUMN_GAP.fullmatch(sign[0]) is not None)
        elif alike[sign[0]]:
            while starts[piece + 1] <= sign.start():
                piece += 1
            stop = at + LETTER * len(alike[sign[0]])
            yield SetWord(alike[sign[0]], pieces[piece].bold, at, stop, apart)
            at, begun, apart = stop, True, False


def _next_stop(at: float, indent: Indent) -> float:
    """The first stop that is further on: one that was set, or that of the hanging lines, or a usual one."""
    own = (stop for stop in sorted((*indent.stops, indent.left)) if stop > at + SPACE)
    return next(own, (at + SPACE) // _STOPS * _STOPS + _STOPS)
