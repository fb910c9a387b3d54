"""Items of a list that say all of one purpose: *- talkām: plānots 500,00 euro, izlietots 450,00 euro*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from pipeline.extract.purposes import purpose_of
from pipeline.grammar.finance_words import HEAD, Head
from pipeline.grammar.money import Amount
from pipeline.grammar.rule import Found

# A list mark, the purpose, and a colon or dash in front of the first head.
_WORDS = r"[^\d\n:;–—\x00]{3,160}?"
_ITEM = regex.compile(
    rf"(?m)^[ \t]*(?:[-–—•·]|\d{{1,2}}[.)]|\(?\p{{Ll}}\))[ \t]+"
    rf"(?P<purpose>{_WORDS}(?:\n{_WORDS})?)[ \t]*(?::|\s[–—-])\s*"
)
_ITEM_END = regex.compile(r";|\.(?=\s*\n|\s*$)|\n(?=[ \t]*(?:[-–—•·]|\d{1,2}[.)]|\(?\p{Ll}\))\s)")
_LINK = regex.compile(r"[\s:–—-]*(?:ir\s+|tika\s+)?")


@dataclass(frozen=True, slots=True)
class PurposeItem:
    """What text[start:stop] says of one purpose: its figures, each with what it is."""

    start: int
    stop: int
    purpose: str
    figures: tuple[tuple[Head, Found[Amount]], ...]


def purpose_items(text: str, amounts: Sequence[Found[Amount]]) -> list[PurposeItem]:
    """The items of which every figure has a head right in front of it, two heads at least."""
    items: list[PurposeItem] = []
    for match in _ITEM.finditer(text):
        end = _ITEM_END.search(text, match.end())
        stop = end.start() if end else len(text)
        figures = tuple(_figures(text, amounts, match.end(), stop))
        inside = [each for each in amounts if match.end() <= each.start < stop]
        purpose = "" if HEAD.pattern.search(match["purpose"]) else purpose_of(match["purpose"])
        headed = HEAD.at(text, match.end()) is not None
        if purpose and headed and len(figures) > 1 and len(figures) == len(inside):
            items.append(PurposeItem(match.start(), stop, purpose, figures))
    return items


def _figures(
    text: str, amounts: Sequence[Found[Amount]], start: int, stop: int
) -> Iterator[tuple[Head, Found[Amount]]]:
    for head in HEAD.all_in(text):
        following = next((each for each in amounts if head.stop <= each.start < stop), None)
        if head.start >= start and following and _LINK.fullmatch(text, head.stop, following.start):
            yield head.value, following
