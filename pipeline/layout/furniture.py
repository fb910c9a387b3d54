"""Page furniture: page numbers, running heads and feet, signature stamps."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import regex

from pipeline.document import Word
from pipeline.passage import LINE_END_HYPHENS, TextLine, passage_of
from pipeline.patterns import compiled

Line = tuple[Word, ...]
# Lines that repeat stand at the same height, to this many points.
SAME_HEIGHT = 4.0
# A running line may be missing on the first page, or on one page of the other orientation.
MOST_PAGES = 0.6
# Longer numbers, and more of them, are no page numbers; the cap keeps hostile input cheap.
MOST_NUMBERS = 20
_MONEY = compiled(r"\d.*(?:euro|eiro|eur|€)(?!\p{L})|€\s*\d", regex.IGNORECASE)

_PAGE_NUMBER = compiled(
    r"[-–—\s]*(?:(?:lapa|lappuse|lpp\.?|page)\s*)?\d{1,3}\.?\s*(?:(?:/|no|of|\()\s*\d{1,3}\)?)?"
    r"\s*(?:lapa|lappuse|lpp\.?)?(?:\s*no\s*\d{1,3})?[-–—\s]*",
    regex.IGNORECASE,
)
_NUMBER = compiled(r"\d+")
_TOTAL = compiled(r"/|\bno\b|lpp|lapa", regex.IGNORECASE)
# Wordings of the stamp that Latvian e-signature tools print on a page.
_STAMP = compiled(
    r"^\W*(?:š(?:is|ī)\s+)?(?:elektroniskais\s+)?(?:dokuments|protokols)\b[^.;:\d]{0,60}?parakst[^.;:\d]{0,90}?"
    r"(?:laika\s+zīmog\p{L}*|elektronisk\p{L}+\s+parakst\p{L}*(?:\s+un\s+satur\s+laika\s+zīmog\p{L}*)?)\W*$",
    regex.IGNORECASE | regex.MULTILINE,
)


# What stands in each of them, unless a line end cuts it.
_SIGNED = "parakst"


def _unbroken(lines: Iterable[Line]) -> str:
    """The words in lower case without anything between them, so that no line end cuts one."""
    text = "".join([word.text for line in lines for word in line])
    for hyphen in LINE_END_HYPHENS:
        text = text.replace(hyphen, "")
    return text.casefold()


def line_text(line: Line) -> str:
    """The words of a line with one space between them."""
    return " ".join(word.text for word in line)


def is_page_number(line: Line) -> bool:
    """Whether the line is nothing but a page number, with or without *lpp.* or *no 4*."""
    return bool(_PAGE_NUMBER.fullmatch(line_text(line)))


def page_furniture(outer_lines: Mapping[int, Sequence[Line]]) -> set[Word]:
    """The words of page numbers and of lines that stand alike on most pages.

    `outer_lines` holds, by page, the lines outside the form from top to bottom.
    A page number counts only as a page's first or last such line.
    """
    alike: dict[str, list[Line]] = defaultdict(list)
    for line in (line for lines in outer_lines.values() for line in lines):
        alike[_shape(line)].append(line)
    repeated = [line for lines in alike.values() if _run_on(lines, len(outer_lines)) for line in lines]
    return {word for line in repeated for word in line} | page_numbers(outer_lines)


def page_numbers(lines_of: Mapping[int, Sequence[Line]]) -> set[Word]:
    """The words of first and last lines that are page numbers."""
    ends = [line for lines in lines_of.values() for line in (*lines[:1], *lines[-1:]) if is_page_number(line)]
    return {word for line in _counting_pages(ends) for word in line}


def _counting_pages(lines: Sequence[Line]) -> list[Line]:
    """The lines whose number goes up with the pages; one alone must say its own page, *lpp.*, or of how many."""
    steps = Counter(_first_number(line) - line[0].page for line in lines)
    often = max(steps, key=lambda step: (steps[step], step == 0), default=0)
    kept = [line for line in lines if _first_number(line) - line[0].page == often]
    return kept if len(kept) > 1 or often == 0 else [line for line in kept if names_total(line)]


def _first_number(line: Line) -> int:
    found = _NUMBER.search(line_text(line))
    return int(found[0]) if found else 0


def names_total(line: Line) -> bool:
    """Whether a page number says of how many, or *lpp.*, so that it is one even alone."""
    return bool(_TOTAL.search(line_text(line)))


def repeated_edges(lines_of: Mapping[int, Sequence[Line]]) -> set[Word]:
    """The words of first and last lines that stand alike and at the same height on most pages.

    They are furniture also where the form's own borders run beside them.
    """
    places: dict[tuple[str, int], list[Line]] = defaultdict(list)
    for lines in lines_of.values():
        for line in {id(line): line for line in (*lines[:2], *lines[-2:])}.values():
            box = line[0].box
            if box is not None:
                places[(_shape(line), round(box.top / SAME_HEIGHT))].append(line)
    repeated = [line for alike in places.values() if _run_on(alike, len(lines_of)) for line in alike]
    return {word for line in repeated for word in line}


def _run_on(alike: Sequence[Line], pages: int) -> bool:
    """Whether lines of one shape are a running line: on most pages, without money, their numbers but the page's alike.

    Content can repeat too, such as a heading or an amount at the end of two pages.
    """
    on_pages = {line[0].page for line in alike}
    if len(on_pages) < 2 or len(on_pages) < pages * MOST_PAGES or _MONEY.search(line_text(alike[0])):
        return False
    numbers = [[int(number) for number in _NUMBER.findall(line_text(line))[:MOST_NUMBERS]] for line in alike]
    return all(
        len(set(column)) == 1 or len({number - line[0].page for number, line in zip(column, alike, strict=True)}) == 1
        for column in zip(*numbers, strict=True)
    )


def _shape(line: Line) -> str:
    return _NUMBER.sub("#", line_text(line)).casefold()


def stamp_words(lines: Iterable[Line]) -> set[Word]:
    """The words of signature stamps, which fill whole lines of a cell."""
    kept = tuple(lines)
    if _SIGNED not in _unbroken(kept):
        return set()
    passage = passage_of(TextLine(line) for line in kept)
    return {word for match in _STAMP.finditer(passage.text) for word in passage.words_in(*match.span())}
