"""Whether the text of a PDF is what its pages show: a few lines are recognised from their pictures and compared.

A font can name its letters wrongly, so that each program that reads the text is
given others than a person sees, and all of them the same.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from pipeline.document import Disbelief, Document, Page
from pipeline.sources.ocr.pictures import PIXELS_PER_POINT, Grey
from pipeline.sources.ocr.tesseract import LINE, seen_words
from pipeline.sources.page_pictures import page_picture
from pipeline.sources.pictured_lines import Line, telling_lines
from pipeline.sources.scanned_pdf import with_scans_read

# White room around a line, in pixels; without any the recogniser loses letters at the edge.
_MARGIN = 12
# Of clean type one letter in fifty is recognised wrongly; where one in five is, the text is another.
_LEAST_ALIKE = 0.8
# A letter that stands in the lines so often and is never recognised is another one.
_TIMES = {True: 2, False: 4}  # digits; other letters


class Unlike(Struct, frozen=True):
    """The first line whose text is not what its page shows: its page, what the text says, and what was recognised."""

    page: int
    read: str
    seen: str


def as_shown(content: bytes, document: Document) -> Document:
    """The document of a PDF; recognised from its pictures, where its text is not what they show.

    Raises SourceError where a page cannot be drawn, or nothing can be recognised on this machine.
    """
    unlike = unlike_its_pictures(content, document.pages)
    if unlike is None:
        return document
    disbelief = {page.number: Disbelief(page.words[0].text) for page in document.pages if page.words}
    disbelief[unlike.page] = Disbelief(unlike.read, unlike.seen)
    unread = [replace(page, words=(), disbelief=disbelief.get(page.number)) for page in document.pages]
    return with_scans_read(content, unread)


def unlike_its_pictures(content: bytes, pages: Sequence[Page]) -> Unlike | None:
    """Where the text of these pages is not what the PDF shows, None where it is as far as can be told.

    Raises SourceError where a page cannot be drawn, or nothing can be recognised on this machine.
    """
    lines = telling_lines(pages)
    pairs = list(zip(lines, _seen(content, lines), strict=True))
    compared = [(_plain(line.text), _plain(text)) for line, text in pairs]
    if not _differ(compared):
        return None
    line, text = min(pairs, key=lambda pair: _alike(_plain(pair[0].text), _plain(pair[1])))
    return Unlike(line.page, line.text, text)


def _seen(content: bytes, lines: Sequence[Line]) -> list[str]:
    """What is recognised on each of the lines."""
    numbers = {line.page for line in lines}
    drawn = {page: np.asarray(page_picture(content, page, PIXELS_PER_POINT), np.uint8) for page in sorted(numbers)}
    texts: list[list[str]] = [[] for _ in lines]
    for word in seen_words([_cut_out(drawn[line.page], line) for line in lines], LINE):
        texts[word.picture].append(word.text)
    return [" ".join(words) for words in texts]


def _cut_out(page: Grey, line: Line) -> Grey:
    box = line.box
    sides = (box.top - 1, box.bottom + 1, box.x0 - 1, box.x1 + 1)
    top, bottom, left, right = (max(0, round(side * PIXELS_PER_POINT)) for side in sides)
    return np.pad(page[top:bottom, left:right], _MARGIN, constant_values=255)


def _plain(text: str) -> str:
    """Its letters and digits without case and accents, which are recognised less surely."""
    parted = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in parted if letter.isalnum())


def _alike(read: str, seen: str) -> float:
    return SequenceMatcher(None, read, seen, autojunk=False).ratio()


def _differ(compared: Sequence[tuple[str, str]]) -> bool:
    said, found = Counter[str](), Counter[str]()
    for read, seen in compared:
        said.update(read)
        found.update(_matched(read, seen))
    if not said:
        return False
    if found.total() < said.total() * _LEAST_ALIKE:
        return True
    return any(times >= _TIMES[letter.isdigit()] and not found[letter] for letter, times in said.items())


def _matched(read: str, seen: str) -> Iterator[str]:
    """The letters of a line that were recognised where they stand."""
    for block in SequenceMatcher(None, read, seen, autojunk=False).get_matching_blocks():
        yield from read[block.a : block.a + block.size]
