"""The text of a cell, whose every character knows the word that it came from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, groupby, pairwise, zip_longest
from operator import add, attrgetter

from msgspec import Struct

from pipeline.document import Box, PageBox, Word, box_around
from pipeline.records import Source

SOFT_HYPHEN = "\u00ad"
LINE_END_HYPHENS = ("-", "\u2010", SOFT_HYPHEN)
_HYPHENS = "".join(LINE_END_HYPHENS)
_APART = attrgetter("apart")


class TextLine(Struct, frozen=True):
    """The words of one line of one cell, left to right.

    `fresh` says whether the line begins a paragraph: True where the line above
    had room for its first word or a gap stands between, False where it had
    none, None where the source has no geometry. `indent` is the distance in
    points from the cell's left text edge, None without geometry. `apart` says
    whether a gap stands above the line.
    """

    words: tuple[Word, ...]
    fresh: bool | None = None
    indent: float | None = None
    apart: bool = False

    @property
    def bold(self) -> bool:
        """Whether every word with a letter is set in bold type."""
        lettered = False
        for word in self.words:
            if any(map(str.isalpha, word.text)):
                if not word.bold:
                    return False
                lettered = True
        return lettered


class Passage(Struct, frozen=True):
    """Lines joined: a space between words, a tab between numbers that stand apart, a line feed between lines.

    A word cut by a hyphen at a line end is joined again where the next line
    goes on in lower case. `starts[i]` is the offset of `words[i]` in `text`,
    `line_starts[k]` the offset at which `lines[k]` begins.
    """

    text: str
    words: tuple[Word, ...]
    starts: tuple[int, ...]
    lines: tuple[TextLine, ...]
    line_starts: tuple[int, ...]

    def words_in(self, start: int, stop: int) -> tuple[Word, ...]:
        """The words of which at least one character stands in text[start:stop]."""
        if stop <= start or not self.words:
            return ()
        first = max(bisect_right(self.starts, start) - 1, 0)
        if self.text[start : start + 1].isspace():  # behind the last character of a word nothing of it stands
            following = self.starts[first + 1] if first + 1 < len(self.starts) else len(self.text)
            first += not self.text[start:following].strip()
        return self.words[first : bisect_right(self.starts, stop - 1)]

    def begins_paragraph(self, start: int) -> bool | None:
        """What is known of whether the line at text[start] begins a paragraph: see `TextLine.fresh`."""
        return self.lines[bisect_right(self.line_starts, start) - 1].fresh

    def locate(self, start: int, stop: int, rule: str = "") -> Source:
        """Page, box and quote of text[start:stop], which `rule` read; the box covers the part on the first page.

        Raises ValueError where no word stands there.
        """
        words = self.words_in(start, stop)
        if not words:
            raise ValueError(f"no word stands at {start}:{stop}")
        return source_of(words, folded_space(self.text[start:stop]), rule)


def folded_space(text: str) -> str:
    """The text with every run of white space as one space, none at the ends."""
    if text.isprintable() and "  " not in text:  # then every white space is one space
        return text.strip(" ")
    return " ".join(text.split())


def source_of(words: Sequence[Word], quote: str, rule: str = "") -> Source:
    """The place of these words: their first page, and the box of those on it, or where there are no pages the place."""
    confidence = least_confidence([word.confidence for word in words])
    numbers = tuple([word.number for word in words])
    if words[0].place:
        down = words[0].box.top if words[0].box else 0.0
        return Source(None, None, quote, confidence, rule, numbers, place=words[0].place, down=down)
    page, lines = words[0].page, tuple(line_boxes(words))
    if len(lines) == 1:
        return Source(page, lines[0].box, quote, confidence, rule, numbers, lines)
    here = [line.box for line in lines if line.page == page]
    return Source(page, box_around(here) if here else None, quote, confidence, rule, numbers, lines)


def line_boxes(words: Iterable[Word]) -> list[PageBox]:
    """A box for each line of the words: those that stand side by side, left to right, share one."""
    done: list[PageBox] = []
    page, x0, top, x1, bottom = 0, 0.0, 0.0, 0.0, 0.0
    for word in words:
        box = word.box
        if box is None:
            continue
        if word.page == page and box.top < bottom and top < box.bottom and box.x0 >= x0:
            x1 = box.x1 if box.x1 > x1 else x1  # without calls: this is done for each word, several times
            if box.top != top or box.bottom != bottom:
                top, bottom = min(top, box.top), max(bottom, box.bottom)
            continue
        if page:
            done.append(PageBox(page, Box(x0, top, x1, bottom)))
        page, x0, top, x1, bottom = word.page, box.x0, box.top, box.x1, box.bottom
    if page:
        done.append(PageBox(page, Box(x0, top, x1, bottom)))
    return done


def least_confidence(confidences: Iterable[float | None]) -> float | None:
    """The least of those that are known, None where none is."""
    known = [each for each in confidences if each is not None]
    return min(known) if known else None


def passage_of(lines: Iterable[TextLine]) -> Passage:
    """The passage of these lines, in their order; lines without words are left out."""
    kept = tuple([line for line in lines if line.words])
    pieces: list[str] = []
    starts: list[int] = []
    line_starts: list[int] = []
    length = 0
    for line, following in zip_longest(kept, kept[1:]):
        texts = [word.text for word in line.words]
        gaps = _gaps(line.words) if True in map(_APART, line.words) else None
        behind = "\n"
        if following and texts[-1].endswith(LINE_END_HYPHENS):
            texts[-1], behind = _end_and_behind(texts[-1], following.words[0].text)
        shown = " ".join(texts)
        if SOFT_HYPHEN in shown:
            texts = [text.replace(SOFT_HYPHEN, "") for text in texts]
            shown = " ".join(texts)
        if gaps:
            shown = "".join(map(add, texts, gaps))
        line_starts.append(length)
        starts += accumulate([len(text) + 1 for text in texts[:-1]], initial=length)
        length = starts[-1] + len(texts[-1]) + len(behind)
        pieces += (shown, behind)
    words = tuple([word for line in kept for word in line.words])
    return Passage("".join(pieces[:-1]), words, tuple(starts), kept, tuple(line_starts))


def _gaps(words: Sequence[Word]) -> list[str]:
    """What is shown behind each word: a tab between two numbers that stand apart, or they would be one."""
    gaps = [
        "\t" if after.apart and before.text[-1].isdigit() and after.text[0].isdigit() else " "
        for before, after in pairwise(words)
    ]
    return [*gaps, ""]


def _end_and_behind(word: str, following: str) -> tuple[str, str]:
    """What is shown of a word with a hyphen at a line end, and what between it and the next line."""
    bare = word.rstrip(_HYPHENS)
    if bare[-1:].isalpha() and following[:1].islower():
        return bare, ""
    number = word[-1:] == "-" and word[-2:-1].isdigit() and following[:1].isdigit()  # `2.5-11-` / `207`
    return word, "" if number else "\n"


def runs_of(words: Iterable[Word]) -> list[tuple[Word, ...]]:
    """The words grouped into runs that follow each other without a gap on one page, or in one place without pages."""
    ordered = sorted(words, key=lambda word: word.number)
    keyed = groupby(enumerate(ordered), key=lambda pair: (pair[1].page, pair[1].place, pair[1].number - pair[0]))
    return [tuple(word for _, word in run) for _, run in keyed]
