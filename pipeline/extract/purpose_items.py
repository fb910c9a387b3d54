"""Items of a list that say all of one purpose: *- talkām: plānots 500,00 euro, izlietots 450,00 euro*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from pipeline.extract.purposes import purpose_of
from pipeline.grammar.finance_words import HEAD, Head
from pipeline.grammar.money import Amount
from pipeline.grammar.rule import Found, backwards
from pipeline.patterns import compiled

# A list mark, the purpose, and a colon or dash in front of the first head.
_WORDS = r"(?>(?:(?!\s-\s)[^\d\n:;–—\x00]){3,160})"
_ITEM = compiled(
    rf"(?m)^[ \t]*(?:[-–—•·]|\d{{1,2}}[.)]|\(?\p{{Ll}}\))[ \t]+(?P<purpose>{_WORDS}(?:\n{_WORDS})?)(?:[:–—]|\s-\s)\s*"
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
    """The items that name a purpose and go on with nothing but heads and their figures, each head once."""
    items: list[PurposeItem] = []
    heads = HEAD.all_in(text)
    for match in _ITEM.finditer(text):
        purpose = "" if HEAD.pattern.search(match["purpose"]) else purpose_of(match["purpose"])
        figures = tuple(_figures(text, heads, amounts, match.end())) if purpose else ()
        if figures and len({head for head, _ in figures}) == len(figures):
            items.append(PurposeItem(match.start(), figures[-1][1].stop, purpose, figures))
    return items


def _figures(
    text: str, heads: Sequence[Found[Head]], amounts: Sequence[Found[Amount]], start: int
) -> Iterator[tuple[Head, Found[Amount]]]:
    """The heads from `start` on, each with the amount right behind it, up to the first other word."""
    at = start
    for head in (each for each in heads if each.start >= start):
        between = text[at : head.start]
        following = next((each for each in amounts if each.start >= head.stop), None)
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
