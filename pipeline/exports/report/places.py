"""The places on a document's pages that its values stand at, each under a name that the page links to."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct, field

from pipeline.catalogue import Language
from pipeline.catalogue.places import written_place
from pipeline.document import PageBox
from pipeline.records import Source, UnclaimedText

PlaceKind = Literal["figure", "text", "unclaimed"]


class Place(Struct, frozen=True):
    """Where a value stands: a box for each of its lines, none without geometry, and its first and last word.

    `number` counts the places of a document from 1; `label` says what stands there.
    """

    number: int
    kind: PlaceKind
    label: str
    lines: tuple[PageBox, ...]
    first_word: int
    last_word: int


class Value(Struct, frozen=True):
    """What is shown of a value, and the number and the page of its place, None where it has none.

    `where` is the place in words where there are no pages, else "".
    """

    text: str
    place: int | None = None
    page: int | None = None
    where: str = ""


class Places(Struct):
    """The places of one document, in the order in which its values were shown."""

    language: Language = "lv"
    found: list[Place] = field(default_factory=list)

    def value(self, text: str, source: Source | None, label: str, kind: PlaceKind = "figure") -> Value:
        """A value that stands at this source; without a place where the source leads to no words."""
        if source is None:
            return Value(text)
        return self._value(kind, text, label, source.words, source.lines, source.place)

    def unclaimed(self, run: UnclaimedText, label: str) -> Value:
        """Words that no rule claimed."""
        return self._value("unclaimed", run.text, label, run.numbers, run.lines, run.place)

    def _value(
        self, kind: PlaceKind, text: str, label: str, words: tuple[int, ...], lines: tuple[PageBox, ...], place: str
    ) -> Value:
        if not words:
            return Value(text)
        number = len(self.found) + 1
        where = written_place(place, self.language)
        shown = shortened(f"{label}: {text}" if label else text) + (f" ({where})" if where else "")
        self.found.append(Place(number, kind, shown, lines, min(words), max(words)))
        return Value(text, number, lines[0].page if lines else None, where)


def shortened(text: str, limit: int = 120) -> str:
    """At most so many characters.

    >>> shortened("viens divi trīs", 10)
    'viens div…'
    """
    return text if len(text) <= limit else text[: limit - 1] + "…"
