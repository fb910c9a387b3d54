"""Where the rows of the form begin: at the labels of its label column."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from pipeline.document import Word, box_of
from pipeline.forms.matching import LabelMatch, label_matches, labels_each_once
from pipeline.forms.template import Form
from pipeline.layout.furniture import Line
from pipeline.layout.grid import Cell, text_lines
from pipeline.patterns import compiled

# Borders of one column may be drawn this far apart on different pages.
SAME_BORDER = 4.0
# Heads of two columns stand at least so far apart.
_COLUMN_GAP = 8.0
_DATED = compiled(r"\d{1,2}\.\d{1,2}\.\d{2,4}|\d{4}\.?\s*gad")
# Above a row's label stand at most so many lines of it on the page before.
_MOST_LINES_ABOVE = 3


class RowStart(Struct, frozen=True):
    """Where a row begins: page and height on it."""

    match: LabelMatch
    label: tuple[Word, ...]
    page: int
    top: float


def _words_and_starts(lines: Sequence[Line]) -> tuple[list[str], list[int]]:
    words: list[str] = []
    starts: list[int] = []
    for line in lines:
        starts.append(len(words))
        words += [word.text for word in line]
    return words, starts


def label_cells(cells: Sequence[Cell], form: Form) -> list[Cell]:
    """The cells of the column in which most letters of labels stand, on all pages."""
    letters: dict[float, int] = defaultdict(int)
    for cell in cells:
        if cell.bounded[1]:
            for match in labels_each_once(label_matches(form, *_words_and_starts(cell.lines[:12]))):
                letters[cell.box.x1] += match.letters if match.start == 0 else 0
    if not letters:
        return []
    border = max(letters, key=lambda at: sum(n for other, n in letters.items() if abs(other - at) <= SAME_BORDER))
    return [cell for cell in cells if cell.bounded[1] and cell.box.x1 <= border + SAME_BORDER]


def row_starts(cells: Sequence[Cell], form: Form) -> list[RowStart]:
    """The rows' beginnings in document order; a label may run on over a page end."""
    lines = [(cell, line) for cell in cells for line in cell.lines]
    words = [word for _, line in lines for word in line]
    cell_of = [cell for cell, line in lines for _ in line]
    texts, line_starts = _words_and_starts([line for _, line in lines])
    matches = labels_each_once(label_matches(form, texts, line_starts))
    starts = []
    for place, match in enumerate(matches):
        following = matches[place + 1].start if place + 1 < len(matches) else len(words)
        cell, first = cell_of[match.start], words[match.start]
        opens_cell = cell.lines[0][0] is first
        bounded_above = opens_cell and cell.box.top > 0
        top = cell.box.top if bounded_above else box_of(first).top - 1
        starts.append(RowStart(match, tuple(words[match.start : following]), cell.page, top))
    return starts


def with_heads_above_page_ends(starts: Sequence[RowStart], content: Sequence[Cell], form: Form) -> list[RowStart]:
    """The starts, those earlier whose label a page end has parted from the heads of its columns.

    A label that spans several bands of cells may be set whole on the next page
    while the first bands, with the heads of the columns, stay above.
    """
    columns = {field.code: field.columns for field in form.fields if field.columns}
    done = []
    for start in starts:
        above = _last_lines(content, start) if start.match.code in columns else []
        stems = columns[start.match.code] if above else ()
        heads = next((line for line in above if _heads_columns(line, stems) or _says_twice(line)), None)
        done.append(start if heads is None else replace(start, page=heads[0].page, top=box_of(heads[0]).top - 1))
    return done


def _last_lines(content: Sequence[Cell], start: RowStart) -> list[Line]:
    """The last lines of the page before, where nothing stands above the row's label on its own."""
    own = [cell for cell in content if cell.page == start.page and box_of(cell.lines[0][0]).top < start.top - 1]
    before = [word for cell in content if cell.page == start.page - 1 for line in cell.lines for word in line]
    return [] if own else list(text_lines(before)[-_MOST_LINES_ABOVE:])


def _says_twice(line: Line) -> bool:
    """Whether the line holds the same period twice, once for each of two columns."""
    words = [word.text for word in line]
    half = len(words) // 2
    return half > 0 and words[:half] == words[half:] and _DATED.search(" ".join(words[:half])) is not None


def _heads_columns(line: Line, stems: Sequence[str]) -> bool:
    """Whether each stem begins a word of the line, and white space parts the words into columns."""
    words = [word.text.casefold() for word in line]
    gaps = any(box_of(after).x0 - box_of(before).x1 >= _COLUMN_GAP for before, after in pairwise(line))
    figures = any(character.isdigit() for word in words for character in word)
    return gaps and not figures and all(any(word.startswith(stem) for word in words) for stem in stems)
