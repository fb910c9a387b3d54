"""The label column of a table without vertical lines: white space from top to bottom, with labels to its left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, islice, pairwise

from msgspec import Struct
from msgspec.structs import replace

from pipeline.document import Document, Page, RulingLine, Word, box_of
from pipeline.forms.matching import LabelMatch, label_matches, labels_each_once
from pipeline.forms.template import Form
from pipeline.layout.furniture import Line, page_numbers, repeated_edges
from pipeline.layout.grid import text_lines

# A narrower strip is a space between words; the padding of two cells is wider.
NARROWEST = 6.0
# Fewer lines that begin behind a strip make no column.
FEWEST_LINES = 3
# So many lines may run across the strip, such as those of a signature below the form.
MOST_CROSSINGS = 2
# A line of the page belongs to the row whose top is at most this far below its own.
SLACK = 3.0


class _Column(Struct, frozen=True):
    """A column left of x = `border`: the labels in it, each with its first word."""

    border: float
    labels: tuple[tuple[LabelMatch, Word], ...]

    @property
    def letters(self) -> int:
        return sum(match.letters - 4 * match.edits for match, _ in self.labels)


def with_label_border(document: Document, form: Form, ruled: int) -> Document:
    """The document with a vertical line where white space parts labels from contents.

    It is the same where the ruling lines show as many labels: `ruled` says how many.
    """
    if ruled >= len(form.fields):  # no column has more
        return document
    lines_of = _body_lines(document)
    borders = _borders([line for lines in lines_of.values() for line in lines])
    columns = [_column(lines_of, border, form) for border in borders]
    best = max(columns, key=lambda column: column.letters, default=None)
    if best is None or len(best.labels) <= max(ruled, 2):
        return document
    pages = tuple(_with_border(page, lines_of[page.number], best) for page in document.pages)
    return replace(document, pages=pages)


def _body_lines(document: Document) -> dict[int, list[Line]]:
    """Each page's lines over its whole width, without page numbers and what repeats at its edges."""
    lines_of = {page.number: text_lines(page.words) for page in document.pages}
    furniture = page_numbers(lines_of) | repeated_edges(lines_of)
    return {page: [line for line in lines if not furniture.intersection(line)] for page, lines in lines_of.items()}


def _borders(lines: Sequence[Line]) -> list[float]:
    """The right ends of all strips that hardly a line crosses, in points from the left."""
    ends = Counter(round(end) for line in lines for end in {round(end) for end in _strip_ends(line)})
    most = MOST_CROSSINGS + len(lines) // 50
    often = sorted(end for end, count in ends.items() if count >= FEWEST_LINES)
    return [end - NARROWEST / 2 for end in often if not _is_crossed(lines, end, most)]


def _strip_ends(line: Line) -> list[float]:
    """Where words begin behind white space, the line's first word too."""
    boxes = [box_of(word) for word in line]
    return [boxes[0].x0, *(after.x0 for before, after in pairwise(boxes) if after.x0 - before.x1 >= NARROWEST)]


def _is_crossed(lines: Sequence[Line], end: float, most: int) -> bool:
    """Whether more than `most` lines run across the strip that ends there."""
    crossings = (line for line in lines if _runs_across(line, end - NARROWEST, end - 1))
    return next(islice(crossings, most, None), None) is not None


def _runs_across(line: Line, left: float, right: float) -> bool:
    return any(box_of(word).x0 < right and box_of(word).x1 > left for word in line)


def _column(lines_of: dict[int, list[Line]], border: float, form: Form) -> _Column:
    left = [
        kept for lines in lines_of.values() for line in lines if (kept := [w for w in line if box_of(w).x1 <= border])
    ]
    words = [word for line in left for word in line]
    starts = list(accumulate(map(len, left[:-1]), initial=0)) if left else []
    labels = labels_each_once(label_matches(form, [word.text for word in words], starts))
    return _Column(border, tuple((match, words[match.start]) for match in labels))


def _with_border(page: Page, lines: Sequence[Line], column: _Column) -> Page:
    """The page with the line from its first row to its last line that the border parts."""
    first = column.labels[0][1]
    if not lines or page.number < first.page:
        return page
    start = _row_top(page, box_of(first).top) if page.number == first.page else box_of(lines[0][0]).top - SLACK
    inside = [line for line in lines if box_of(line[0]).bottom > start]
    bottoms = [box_of(word).bottom for line in inside[: _body_length(inside, column)] for word in line]
    line = RulingLine("vertical", column.border, start, max(bottoms, default=start) + SLACK)
    return replace(page, rulings=(*page.rulings, line))


def _row_top(page: Page, top: float) -> float:
    """Where the row of a label begins: at the horizontal line above it, else at the label itself."""
    above = [line.at for line in page.rulings if line.axis == "horizontal" and line.at <= top + SLACK]
    return max(above, default=top - SLACK)


def _body_length(lines: Sequence[Line], column: _Column) -> int:
    """How many lines there are before one below the last label that runs across the border."""
    last = column.labels[-1][1]
    for place, line in enumerate(lines):
        below = line[0].page > last.page or (line[0].page == last.page and box_of(line[0]).top > box_of(last).top)
        if below and _runs_across(line, column.border, column.border):
            return place
    return len(lines)
