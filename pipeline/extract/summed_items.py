"""Breakdowns that no mark shows to be one, but their sum: *Plānots 10 euro: semināriem 6, telpām 4 euro*."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import regex

from pipeline.extract.finance_items import ItemPlace, items_in
from pipeline.extract.shared_items import folded_purpose
from pipeline.grammar.finance_words import OPENER
from pipeline.grammar.money import BARE_AMOUNT, Amount, amounts_in
from pipeline.grammar.rule import Found, masked
from pipeline.patterns import compiled

_SENTENCE_END = compiled(r"(?<!\d)[.;]\s+\p{Lu}")
# When something was paid is not what it is for.
_TIME = compiled(
    r"(?:.*\s)?(?:janvār|februār|mart|aprīl|maij|jūnij|jūlij|august|septembr|oktobr|novembr|decembr|pusgad|gad|mēnes|posm|kārt)\p{L}*",
    regex.IGNORECASE,
)


def summed_items(text: str, start: int, stop: int, total: Decimal | None) -> list[ItemPlace]:
    """The items between `start` and `stop`, each with a purpose, that add up to `total` in euro; else none.

    They follow the total in its sentence, or each stands on a line below it. An amount may lack its currency.
    """
    opened = OPENER.pattern.search(text, start, stop)
    begin = opened.end() if opened else start
    listed = _amounts(text, begin, stop)
    if len(listed) < 2 or sum(each.value.euros or Decimal(0) for each in listed) != total:
        return []
    if _SENTENCE_END.search(text, start, listed[-1].start) or not _each_line_has_one(text, start, listed):
        return []
    places = items_in(text, listed, begin, stop)
    names = [folded_purpose(place.purpose) for place in places if _is_purpose(place)]
    return places if len(set(names)) == len(places) else []


def _amounts(text: str, start: int, stop: int) -> list[Found[Amount]]:
    """All amounts there, also those without a currency, by position."""
    part = text[start:stop]
    named = amounts_in(part)
    found = sorted([*named, *BARE_AMOUNT.all_in(masked(part, named))], key=lambda each: each.start)
    return [Found(each.value, start + each.start, start + each.stop, each.rule) for each in found]


def _each_line_has_one(text: str, start: int, listed: Sequence[Found[Amount]]) -> bool:
    """Whether no line with words stands among them that has no amount, but the rest of the total's own."""
    ends = [each.start for each in listed]
    line_end = text.find("\n", start)
    while 0 <= line_end < ends[-1]:
        following = text.find("\n", line_end + 1)
        following = following if following >= 0 else len(text)
        worded = any(map(str.isalpha, text[line_end:following]))
        if worded and not any(line_end < end < following for end in ends):
            return False
        line_end = following
    return True


def _is_purpose(place: ItemPlace) -> bool:
    return bool(place.purpose) and place.disposition is None and not _TIME.fullmatch(place.purpose)
