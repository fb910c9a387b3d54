"""A rule of the grammar: a pattern, the value that it builds, and its own examples."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any, Generic, TypeVar

import regex
from msgspec import Struct

from pipeline.patterns import compiled

Match = regex.Match[str]
# Where cases are few enough to be written out, the standard library finds them in half the time.
Begins = re.Pattern[str]
T = TypeVar("T")


class Found(Struct, Generic[T], frozen=True):
    """A value and where it stands: text[start:stop]; `rule` is the name of the rule that read it, "" where none did."""

    value: T
    start: int
    stop: int
    rule: str = ""


class Rule(Struct, Generic[T], frozen=True):
    """How one kind of value is written.

    `value` builds it from a match, or refuses by None. `reads` holds texts with
    the values that stand in them, `refuses` texts in which nothing is read;
    one test runs them all. `needs` says, quickly, whether a text, given as
    `str.casefold` makes it, can hold a match at all: where it cannot, it is not searched;
    None where any can.
    `begins` finds, quickly, the places at which a match may begin: it is looked for there alone.
    """

    name: str
    pattern: regex.Pattern[str]
    value: Callable[[Match], T | None]
    reads: tuple[tuple[str, Any], ...]
    refuses: tuple[str, ...]
    needs: Callable[[str], object] | None = None
    begins: Begins | None = None

    def all_in(self, text: str) -> list[Found[T]]:
        """Every value in the text, by position, none inside another."""
        return self.found_in(text) if self.needs is None or self.needs(text.casefold()) else []

    def at(self, text: str, start: int = 0) -> Found[T] | None:
        """The value that begins right at `start`."""
        match = self.pattern.match(text, start)
        value = self.value(match) if match else None
        return None if match is None or value is None else Found(value, match.start(), match.end(), self.name)

    def found_in(self, text: str) -> list[Found[T]]:
        """Like `all_in`, of a text that is known to have what the rule needs."""
        matches = self.pattern.finditer(text) if self.begins is None else self._matches(text, self.begins)
        return [
            Found(value, match.start(), match.end(), self.name)
            for match in matches
            if (value := self.value(match)) is not None
        ]

    def _matches(self, text: str, begins: Begins) -> Iterator[Match]:
        place = begins.search(text)
        while place is not None:
            match = self.pattern.match(text, place.start())
            if match is not None:
                yield match
            place = begins.search(text, match.end() if match else place.start() + 1)


def pattern(text: str) -> regex.Pattern[str]:
    """A verbose pattern that minds neither case nor the width of white space."""
    return compiled(text, regex.VERBOSE | regex.IGNORECASE | regex.MULTILINE)


def backwards(text: str, flags: int = regex.IGNORECASE) -> regex.Pattern[str]:
    r"""A pattern for what stands right before a place: `match` reads back from the end, and no further than it must.

    >>> backwards(r"(no|ap)\s+").match("ap 5 no 10", 0, 8)
    <regex.Match object; span=(5, 8), match='no '>
    """
    return compiled(f"(?r)(?:{text})", flags)


def one_of(words: Collection[str]) -> str:
    """A pattern's text for one of these words, the longest that fits; what many begin with is written once.

    So it is compiled in less than half the time.

    >>> one_of(["divi", "divas", "div", "trīs"])
    '(?:div(?:as|i)?|trīs)'
    """
    by_first: defaultdict[str, list[str]] = defaultdict(list)
    for word in filter(None, words):
        by_first[word[0]].append(word[1:])
    branches = [regex.escape(first) + one_of(rests) for first, rests in sorted(by_first.items())]
    if "" in words and branches:
        return f"(?:{'|'.join(branches)})?"
    return f"(?:{'|'.join(branches)})" if len(branches) > 1 else "".join(branches)


def word_beginnings(stems: Iterable[str], also: str = "", unless: str = "") -> Begins:
    """Finds where a word begins with one of these stems, in either case, or a number where `also` is the set of digits.

    `unless` are conditions on what stands before: patterns that look behind the first character.

    >>> [match.start() for match in word_beginnings(["div"], "0-9").finditer("Divi individuāli 5 Div")]
    [0, 17, 19]
    """
    stems = sorted(set(stems))
    letters = "".join(sorted({stem[0] for stem in stems}))
    words = "|".join(f"(?<={_cased(stem[0])}){_cased(stem[1:])}" for stem in stems)
    others = f"(?<=[{also}])|" if also else ""
    return re.compile(rf"[{also}{letters}{letters.upper()}](?<![^\W_].){unless}(?:{others}{words})")


def _cased(text: str) -> str:
    return "".join(f"[{letter}{letter.upper()}]" for letter in text)


def any_of(*parts: str) -> Callable[[str], bool]:
    """Whether one of these stands in a text, both in lower case.

    >>> any_of("www.", "@")("skat. www.nvo.lv")
    True
    """

    def stands_in(folded: str) -> bool:
        for part in parts:  # noqa: SIM110 -- in half the time of `any`, and asked of every text by every rule
            if part in folded:
                return True
        return False

    return stands_in


def masked(text: str, found: list[Found[Any]], blank: str = "\x00") -> str:
    """The text with every found place blanked by the character U+0000, so that no other rule reads it."""
    if not found:
        return text
    characters = list(text)
    for each in found:
        characters[each.start : each.stop] = blank * (each.stop - each.start)
    return "".join(characters)
