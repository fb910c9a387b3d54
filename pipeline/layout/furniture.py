"""Page furniture: page numbers, running heads and feet, signature stamps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import regex

from pipeline.document import Word
from pipeline.passage import TextLine, passage_of

Line = tuple[Word, ...]
# Lines that repeat stand at the same height, to this many points.
SAME_HEIGHT = 4.0

_PAGE_NUMBER = regex.compile(
    r"[-–—\s]*(?:(?:lapa|lappuse|lpp\.?|page)\s*)?\d{1,3}\.?\s*(?:(?:/|no|of|\()\s*\d{1,3}\)?)?"
    r"\s*(?:lapa|lappuse|lpp\.?)?(?:\s*no\s*\d{1,3})?[-–—\s]*",
    regex.IGNORECASE,
)
# Wordings of the stamp that Latvian e-signature tools print on a page.
_STAMP = regex.compile(
    r"^\W*(?:š(?:is|ī)\s+)?(?:elektroniskais\s+)?(?:dokuments|protokols)\b[^.;:\d]{0,60}?parakst[^.;:\d]{0,90}?"
    r"(?:laika\s+zīmog\p{L}*|elektronisk\p{L}+\s+parakst\p{L}*(?:\s+un\s+satur\s+laika\s+zīmog\p{L}*)?)\W*$",
    regex.IGNORECASE | regex.MULTILINE,
)


def line_text(line: Line) -> str:
    """The words of a line with one space between them."""
    return " ".join(word.text for word in line)


def is_page_number(line: Line) -> bool:
    """Whether the line is nothing but a page number, with or without *lpp.* or *no 4*."""
    return bool(_PAGE_NUMBER.fullmatch(line_text(line)))


def page_furniture(outer_lines: Mapping[int, Sequence[Line]]) -> set[Word]:
    """The words of page numbers and of lines that stand alike on several pages.

    `outer_lines` holds, by page, the lines outside the form from top to bottom.
    A page number counts only as a page's first or last such line.
    """
    pages_of: dict[str, set[int]] = defaultdict(set)
    for page, lines in outer_lines.items():
        for line in lines:
            pages_of[_shape(line)].add(page)
    found: set[Word] = set()
    for lines in outer_lines.values():
        for place, line in enumerate(lines):
            at_edge = place in (0, len(lines) - 1)
            if len(pages_of[_shape(line)]) > 1 or (at_edge and is_page_number(line)):
                found.update(line)
    return found


def repeated_edges(lines_of: Mapping[int, Sequence[Line]]) -> set[Word]:
    """The words of first and last lines that stand alike and at the same height on several pages.

    They are furniture also where the form's own borders run beside them.
    """
    places: dict[tuple[str, int], list[Line]] = defaultdict(list)
    for lines in lines_of.values():
        for line in {id(line): line for line in (*lines[:2], *lines[-2:])}.values():
            box = line[0].box
            if box is not None:
                places[(_shape(line), round(box.top / SAME_HEIGHT))].append(line)
    repeated = [line for alike in places.values() if len({line[0].page for line in alike}) > 1 for line in alike]
    return {word for line in repeated for word in line}


def _shape(line: Line) -> str:
    return regex.sub(r"\d+", "#", line_text(line)).casefold()


def stamp_words(lines: Iterable[Line]) -> set[Word]:
    """The words of signature stamps, which fill whole lines of a cell."""
    passage = passage_of(TextLine(line) for line in lines)
    return {word for match in _STAMP.finditer(passage.text) for word in passage.words_in(*match.span())}
