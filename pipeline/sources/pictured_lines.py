"""Lines of a PDF that together hold every letter of its text, to be held against the picture of the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from pipeline.document import Box, Page, Word, box_around, box_of

# So many lines tell enough: each letter stands in two of them, where the document has it twice.
MOST_LINES = 12
_TIMES_EACH = 2
# Pages that are drawn for it, evenly spread.
MOST_PAGES = 4
# Shorter than this a line tells little, longer it is cut.
_FEWEST_LETTERS, _MOST_LETTERS = 6, 90
# Words of one line stand no further apart, as a part of their height; wider gaps part columns.
_WIDEST_GAP = 1.5


class Line(Struct, frozen=True):
    """Words side by side on a page, and the box around them."""

    page: int
    words: tuple[Word, ...]
    box: Box

    @property
    def text(self) -> str:
        """Its words with one space between them."""
        return " ".join(word.text for word in self.words)


def telling_lines(pages: Sequence[Page]) -> list[Line]:
    """Lines that hold each letter of each weight of type twice, as far as so many lines can; digits come first."""
    left = [line for page in _spread(pages) for line in _lines(page)]
    chosen: list[Line] = []
    held: Counter[tuple[bool, str]] = Counter()
    while left and len(chosen) < MOST_LINES:
        best = max(left, key=lambda line: _worth(line, held))
        if _worth(best, held) == 0:
            break
        left.remove(best)
        chosen.append(best)
        held.update(set(_letters(best)))
    return chosen


def _spread(pages: Sequence[Page]) -> list[Page]:
    own = [page for page in pages if page.words]
    most = min(MOST_PAGES, len(own))
    return [own[place * len(own) // most] for place in range(most)]


def _worth(line: Line, held: Counter[tuple[bool, str]]) -> int:
    lacking = [key for key in set(_letters(line)) if held[key] < _TIMES_EACH]
    return sum(5 if letter.isdigit() else 1 for _, letter in lacking)


def _letters(line: Line) -> Iterator[tuple[bool, str]]:
    for word in line.words:
        yield from ((word.bold, letter) for letter in word.text if letter.isalnum())


def _lines(page: Page) -> Iterator[Line]:
    """Runs of words that follow each other on one line, as the page gives them."""
    run: list[Word] = []
    for word in page.words:
        if run and not _goes_on(run, word):
            yield from _line(page, run)
            run = []
        run.append(word)
    yield from _line(page, run)


def _goes_on(run: Sequence[Word], word: Word) -> bool:
    last, box = box_of(run[-1]), box_of(word)
    height = last.bottom - last.top
    letters = sum(len(each.text) for each in run)
    level = abs(last.bottom - box.bottom) < height * 0.3
    return level and -0.5 * height < box.x0 - last.x1 < _WIDEST_GAP * height and letters < _MOST_LETTERS


def _line(page: Page, run: Sequence[Word]) -> Iterator[Line]:
    if sum(len(word.text) for word in run) >= _FEWEST_LETTERS:
        box = box_around([box_of(word) for word in run])
        if box.x0 >= 0 and box.top >= 0 and box.x1 <= page.width and box.bottom <= page.height:
            yield Line(page.number, tuple(run), box)
