"""A filled form drawn as words and ruling lines, with a page end wherever a test wants it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.document import Box, Document, Page, RulingLine, Word

LEFT, SPLIT, MIDDLE, RIGHT = 60.0, 200.0, 375.0, 550.0
TOP, PITCH, HEIGHT, LETTER = 60.0, 14.0, 10.0, 4.2
PADDING = 5.0


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the form: its label, and its content as bands of one or two cells side by side."""

    label: str
    bands: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class _DrawnLine:
    """One line over the whole width: texts with the x at which they begin; which borders run above it."""

    texts: tuple[tuple[float, str], ...]
    opens_row: bool
    opens_band: bool
    halved: bool


def drawn_form(title: str, rows: Sequence[Row], page_end: int, *, closed: bool) -> Document:
    """The form on two pages: `page_end` lines on the first, the others on the second.

    With `closed` a border is drawn at the page end, as word processors do;
    without it, as browsers do, the cells stand open there.
    """
    lines = [line for row in rows for line in _lines_of(row)]
    head = _DrawnLine(((LEFT, title),), opens_row=False, opens_band=False, halved=False)
    parts = [lines[:page_end], lines[page_end:]]
    pages: list[Page] = []
    count = 0
    for number, part in enumerate(filter(None, parts), start=1):
        words = tuple(_words([head, *part] if number == 1 else part, number, count))
        count += len(words)
        start = TOP + PITCH if number == 1 else TOP
        pages.append(Page(number, 600, 850, words, tuple(_rulings(part, start, closed, number == len(parts)))))
    return Document("pdf", tuple(pages))


def line_count(rows: Sequence[Row]) -> int:
    """How many lines the rows take."""
    return sum(1 for row in rows for _ in _lines_of(row))


def _wrapped(text: str, left: float, right: float) -> list[str]:
    width = int((right - left - 2 * PADDING) / LETTER)
    return [line for part in text.split("\n") for line in textwrap.wrap(part, width, break_on_hyphens=False)]


def _lines_of(row: Row) -> Iterator[_DrawnLine]:
    label = _wrapped(row.label, LEFT, SPLIT)
    drawn = 0
    for band in row.bands:
        edges = [SPLIT, MIDDLE, RIGHT] if len(band) == 2 else [SPLIT, RIGHT]
        columns = [_wrapped(text, left, right) for text, left, right in zip(band, edges, edges[1:], strict=False)]
        for place in range(max(map(len, columns))):
            texts = [(x, column[place]) for x, column in zip(edges, columns, strict=False) if place < len(column)]
            if drawn < len(label):
                texts.insert(0, (LEFT, label[drawn]))
            yield _DrawnLine(tuple(texts), drawn == 0, place == 0, len(band) == 2)
            drawn += 1
    for text in label[drawn:]:
        yield _DrawnLine(((LEFT, text),), drawn == 0, opens_band=False, halved=len(row.bands[-1]) == 2)
        drawn += 1


def _words(lines: Sequence[_DrawnLine], page: int, first: int) -> Iterator[Word]:
    for place, line in enumerate(lines):
        top = TOP + place * PITCH
        for left, text in line.texts:
            x = left + PADDING
            for token in text.split():
                yield Word(token, first, page, Box(x, top + 2, x + LETTER * len(token), top + 2 + HEIGHT))
                x += LETTER * (len(token) + 1)
                first += 1


def _rulings(lines: Sequence[_DrawnLine], start: float, closed: bool, last: bool) -> Iterator[RulingLine]:
    end = start + len(lines) * PITCH
    for x in (LEFT, SPLIT, RIGHT):
        yield RulingLine("vertical", x, start, end)
    for place, line in enumerate(lines):
        y = start + place * PITCH
        if line.opens_row or (closed and place == 0):
            yield RulingLine("horizontal", y, LEFT, RIGHT)
        elif line.opens_band and line.halved:
            yield RulingLine("horizontal", y, SPLIT, RIGHT)
        if line.halved:
            yield RulingLine("vertical", MIDDLE, y, y + PITCH)
    if closed or last:
        yield RulingLine("horizontal", end, LEFT, RIGHT)
