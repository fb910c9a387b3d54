"""Items of a list that say all of one purpose: *- talkām: plānots 500,00 euro, izlietots 450,00 euro*."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter

import regex
from msgspec import Struct

from pipeline.extract.purposes import purpose_of
from pipeline.grammar.finance_words import HEAD, Head
from pipeline.grammar.money import Amount
from pipeline.grammar.rule import Found, Match, backwards
from pipeline.patterns import compiled

# A list mark, the purpose, and a colon or dash in front of the first head.
_WORDS = r"(?>(?:(?!\s-\s)[^\d\n:;–—\x00]){3,160})"
_ITEM = compiled(
    rf"(?m)^[ \t]*(?:[-–—•·]|\d{{1,2}}[.)]|\(?\p{{Ll}}\))[ \t]+(?P<purpose>{_WORDS}(?:\n{_WORDS})?)(?:[:–—]|\s-\s)\s*"
)
_MARK = r"[ \t]*(?:(?:[-–—•·]|\d{1,2}[.)]|\(?\p{Ll}\))[ \t]+)?"
_START = attrgetter("start")
_LINE = compiled(rf"{_MARK}(?P<purpose>\p{{L}}[^\d\n:;–—\x00]{{2,160}}?)(?:\s*(?P<sign>[:–—-]))?\s+(?:(?:tika|ir)\s+)?")
# What is no purpose of its own, but the money.
_MONEY = compiled(
    r"(?:\p{L}+(?:ais|ā|ie|ās|ta|a|s)\s+)?(?:finansējum|budžet|līdzek|summ|izdevum|ieņēmum|izmaks|tām|izpild|naud|līgum)\p{L}*",
    regex.IGNORECASE,
)
_LINK = compiled(r"[\s:–—-]*(?:ir\s+|tika\s+)?")
_NEXT = compiled(r"[\s,]*(?:(?:un|bet|savukārt)\s+)?")
# An item of a list on a line of its own, its purpose in front of its amount: *- darba samaksai 50,00 euro*.
_BULLETED = backwards(r"\n[ \t]*[-–—•·][ \t]+(?:\p{L}[^\n\d\x00:;]*:?[ \t]*)?")


class PurposeItem(Struct, frozen=True):
    """What text[start:stop] says of one purpose: its figures, each with its head."""

    start: int
    stop: int
    purpose: str
    figures: tuple[tuple[Head, Found[Amount]], ...]


def purpose_items(text: str, amounts: Sequence[Found[Amount]]) -> list[PurposeItem]:
    """The items that name a purpose and go on with nothing but heads and their figures, each head once.

    A line without a list mark, or without a sign behind its purpose, is one only beside others that have
    several figures: *Semināriem plānoti 500 euro, izlietoti 450 euro*.
    """
    heads = HEAD.all_in(text)
    marked = [_item(text, heads, amounts, match) for match in _ITEM.finditer(text)]
    items = [item for item in marked if item]
    taken = {item.figures[0][1].start for item in items}
    lines = [
        (item, match["sign"])
        for match in _first_on_lines(text, heads)
        if (item := _item(text, heads, amounts, match)) and item.figures[0][1].start not in taken
    ]
    several = [item for item, _ in lines if len(item.figures) > 1]
    if len({item.purpose for item in (*items, *several)}) > 1:
        said = [item for item, sign in lines if sign or len(item.figures) > 1]
        items += [item for item in said if not _MONEY.fullmatch(item.purpose)]
    return sorted(items, key=lambda item: item.start)


def _item(
    text: str, heads: Sequence[Found[Head]], amounts: Sequence[Found[Amount]], match: Match
) -> PurposeItem | None:
    """What stands behind a purpose, None where that is no purpose or no figures are said of it."""
    purpose = "" if HEAD.pattern.search(match["purpose"]) else purpose_of(match["purpose"])
    figures = tuple(_figures(text, heads, amounts, match.end())) if purpose else ()
    if not figures or len({head for head, _ in figures}) < len(figures):
        return None
    return PurposeItem(match.start(), figures[-1][1].stop, purpose, figures)


def _first_on_lines(text: str, heads: Sequence[Found[Head]]) -> Iterator[Match]:
    """What stands on each line before its first head, where those are words."""
    begins = {text.rfind("\n", 0, head.start) + 1: head.start for head in reversed(heads)}
    for begin, stop in sorted(begins.items()):
        match = _LINE.fullmatch(text, begin, stop)
        if match:
            yield match


def _figures(
    text: str, heads: Sequence[Found[Head]], amounts: Sequence[Found[Amount]], start: int
) -> Iterator[tuple[Head, Found[Amount]]]:
    """The heads from `start` on, each with the amount right behind it, up to the first other word."""
    at = start
    for place in range(bisect_left(heads, start, key=_START), len(heads)):
        head = heads[place]
        between = text[at : head.start]
        behind = bisect_left(amounts, head.stop, key=_START)
        following = amounts[behind] if behind < len(amounts) else None
        own_line = at > start and "\n" in between and text[head.start].isupper()
        if own_line or not _NEXT.fullmatch(between) or following is None:
            return
        if not _LINK.fullmatch(text, head.stop, following.start):
            return
        yield head.value, following
        at = following.stop


def is_listed(text: str, start: int, stop: int) -> bool:
    """Whether what stands before an amount at `stop`, from `start` on, shows it to be one of a list.

    That is a bullet, an open bracket, or a line below the first that begins with a bullet and says a purpose.
    """
    before = text[start:stop].rstrip()
    if before.endswith(("(", "-", "–", "—", "•", "·", "\x00")) or ("(" in before and ")" not in before):
        return True
    return _BULLETED.match(text, start, stop) is not None
