"""The rows of a form as text in which the places of values are marked, for documents that have no pages to show."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from msgspec.structs import replace

from pipeline.exports.report.places import Place

if TYPE_CHECKING:
    from pipeline.layout.rows import FilledForm
    from pipeline.passage import TextLine


class ShownWord(Struct, frozen=True):
    """A word with its number in the document; `after` is what stands behind it."""

    number: int
    text: str
    after: Literal[" ", "\n"] = " "


class ShownRow(Struct, frozen=True):
    """A row of the form: its label, "" for the title and for what stands outside the form, and its words."""

    label: str
    words: tuple[ShownWord, ...]


class Piece(Struct, frozen=True):
    """A piece of a row: text, or the beginning (`open`) or end (`close`) of a place."""

    kind: Literal["text", "open", "close"]
    text: str = ""
    place: Place | None = None
    linked: bool = False


def shown_rows(filled: FilledForm) -> tuple[ShownRow, ...]:
    """Title and rows of a form, line by line."""
    title = ShownRow("", tuple(_words(filled.title)))
    rows = (ShownRow(" ".join(word.text for word in row.label), tuple(_words(row.lines))) for row in filled.rows)
    return tuple(row for row in (title, *rows) if row.label or row.words)


def _words(lines: Sequence[TextLine]) -> Iterator[ShownWord]:
    for line in lines:
        for place, word in enumerate(line.words):
            yield ShownWord(word.number, word.text, "\n" if place == len(line.words) - 1 else " ")


def marked(row: ShownRow, places: Sequence[Place]) -> Iterator[Piece]:
    """The row's text with the places that begin in it, one inside the other; what overlaps ends with the outer one.

    A figure inside a figure is marked and is no link of its own: links do not nest.
    """
    numbers = {word.number for word in row.words}
    inside = [each for each in places if each.first_word in numbers]
    waiting = deque(sorted(inside, key=lambda place: (place.first_word, -place.last_word)))
    open_places: list[tuple[int, Piece]] = []
    for word in row.words:
        while waiting and waiting[0].first_word <= word.number:
            place = waiting.popleft()
            nested = any(piece.linked for _, piece in open_places)
            piece = Piece("open", place=place, linked=place.kind != "text" and not nested)
            open_places.append((min([place.last_word, *(end for end, _ in open_places)]), piece))
            yield piece
        yield Piece("text", word.text)
        while open_places and open_places[-1][0] <= word.number:
            yield replace(open_places.pop()[1], kind="close")
        yield Piece("text", word.after)
    yield from (replace(piece, kind="close") for _, piece in reversed(open_places))
