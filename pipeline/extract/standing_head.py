"""A head on top of a column that holds for every period below it: *Plānotais finansējums*, then *Kopā: 10 euro*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import regex
from msgspec import Struct

from pipeline.extract.finance_heads import HeadAmount
from pipeline.grammar.finance_words import HEAD, Head
from pipeline.grammar.money import Amount
from pipeline.grammar.rule import Found
from pipeline.patterns import compiled

_LONE = compiled(r"[ \t]*(?:,?\s*\(?(?:EUR|euro|eiro)\)?)?[ \t]*[:.]?[ \t]*\n\s*(?=\x00)", regex.IGNORECASE)
_TOTAL = compiled(r"[\s:–—-]*(?P<word>(?:kopā|kopsumma|pavisam(?:\s+kopā)?|summa)\s*[:–—-]?\s*)?", regex.IGNORECASE)
# Behind a total stands no purpose on its line.
_ALONE = compiled(r"[ \t]*(?:$|\n|[(,;.]|t\.?\s?sk|ta[ij]\s|tajā\s|tostarp|no\s+(?:tiem|tā|kuriem))", regex.IGNORECASE)


class StandingHead(Struct, frozen=True):
    """A head that stands once for all periods; it takes text[start:stop], nothing where it stands in another cell."""

    head: Head
    start: int = 0
    stop: int = 0


def standing_head(text: str) -> StandingHead | None:
    """The head alone on the first line of a text, right above its first period, which is blanked by U+0000."""
    start = len(text) - len(text.lstrip())
    found = HEAD.at(text, start)
    if found is None or found.value == "remainder" or not _LONE.match(text, found.stop):
        return None
    return StandingHead(found.value, found.start, found.stop)


def heads_of_periods(
    text: str, standing: StandingHead, periods: Sequence[Found[Any]], amounts: Sequence[Found[Amount]]
) -> Iterator[HeadAmount]:
    """The head once for each period that has figures: its total first, the amounts behind it are its breakdown.

    Where the first figure has a purpose beside it, all of them are items and no
    total is stated. The head holds up to the next one of its kind, such as that
    of the other column in one text.
    """
    other = (each.start for each in HEAD.all_in(text) if each.start >= standing.stop and each.value != "remainder")
    limit = next(other, len(text))
    ends = [*(each.start for each in periods[1:]), len(text)]
    for period, end in zip(periods, ends, strict=False):
        if period.start > limit:
            return
        explicit = next((each.start for each in HEAD.all_in(text) if period.stop <= each.start < end), end)
        inside = [each for each in amounts if period.stop <= each.start < explicit]
        word = _TOTAL.fullmatch(text, period.stop, inside[0].start) if inside else None
        if word and (word["word"] or _ALONE.match(text, inside[0].stop)):
            yield HeadAmount(standing.head, period.stop, period.stop, inside[0], listed=True)
        elif len(inside) > 1:
            yield HeadAmount(standing.head, period.stop, period.stop, None, explicit)
