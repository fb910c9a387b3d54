"""Where a paragraph begins in a text without geometry: behind an empty line, or a line that had room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.layout.furniture import Line, line_text
from pipeline.passage import TextLine

# Letters differ in width: a line may be this much shorter than the longest ones and still be full.
_FULL = 0.85
# The line as long as these is taken for the width of the text, so that one overlong line does not set it.
_WIDE_QUANTILE = 0.9
_SENTENCE_ENDS = (".", ";", ":", "!", "?")


def paragraphed(lines: Sequence[Line]) -> Iterator[TextLine]:
    """The lines with what is known of paragraphs.

    An empty line parts two only behind a full stop or a short line, since page
    ends leave empty lines too. Where empty lines part most of the sentences
    that end at a line end, those in front of list marks aside, no others do, unless
    a list mark may stand there.
    """
    width = _width(lines)
    ended = [pair for pair in pairwise(lines) if _ends_sentence(*pair) and _is_worded(pair[1])]
    spaced = sum(_is_apart(*pair) for pair in ended) * 2 > len(ended)
    yield from (TextLine(line) for line in lines[:1])
    for above, line in pairwise(lines):
        short = len(line_text(above)) + 1 + len(line[0].text) <= width * _FULL
        apart = _is_apart(above, line) and (short or line_text(above).endswith(_SENTENCE_ENDS))
        fresh = True if apart else _begins(short=short, spaced=spaced and _is_worded(line))
        yield TextLine(line, fresh, apart=apart)


def _is_worded(line: Line) -> bool:
    """Whether the line begins with a word and not with what may be a list mark."""
    return line[0].text[:2].isalpha() and len(line[0].text) > 1


def _ends_sentence(above: Line, line: Line) -> bool:
    """Whether a sentence may end at a line end; the point of *30.* in front of *jūnijam* is none."""
    text = line_text(above)
    dated = text[-2:-1].isdigit() and line[0].text[:1].islower()
    return text.endswith(_SENTENCE_ENDS) and not dated


def _begins(*, short: bool, spaced: bool) -> bool | None:
    """Whether a line without an empty one above it begins a paragraph; None where it may."""
    if spaced:
        return False
    return True if short else None


def _is_apart(above: Line, line: Line) -> bool:
    first, second = above[0].line, line[0].line
    return above[0].page == line[0].page and first is not None and second is not None and second - first > 1


def _width(lines: Sequence[Line]) -> int:
    lengths = sorted(len(line_text(line)) for line in lines)
    return lengths[int((len(lengths) - 1) * _WIDE_QUANTILE)] if lengths else 0
