"""Amounts that say nothing of the period's money by themselves: rates, terms of products, what a plan was before."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

import regex

from pipeline.grammar.money import Amount
from pipeline.grammar.rule import Found, backwards
from pipeline.patterns import compiled

RATE = compiled(
    r"\s*/?\s*(?:mēnesī|mēn\.|nedēļā|dienā|stundā|gabalā"
    r"|(?:par\s+)?(?:vienu|katru)\s+(?:mēnesi|nedēļu|dienu|stundu|personu|dalībnieku|bērnu)"
    r"|par\s+(?:mēnesi|nedēļu|dienu|stundu|personu|dalībnieku|bērnu)"
    r"|uz\s+(?:(?:vienu|katru)\s+)?(?:personu|dalībnieku|bērnu|cilvēku|ģimeni|pilsētu|skolu|grupu)|katr(?:am|ai)|par\s+katru)(?!\p{L})"
    r"|\s*/\s*(?:h|st\.?|km|mēn\.?|gab\.?|pers\.?|dal\.?|diena|stunda)(?!\p{L})|\s*[x×*]\s*\d",
    regex.IGNORECASE,
)
"""Behind an amount: it is one for each of something, *500 euro mēnesī*, or a term of a product."""
ASIDE = "\x01"
"""What asides are blanked by: no head is linked to an amount behind one, as over a period that is blanked."""
_RATE_BEFORE = backwards(
    r"(?<!\p{L})(?:pa|vidēji|(?:stundas\s+)?likm[ei]|katr(?:s|a|am|ai)(?:\s+(?:pa|līdz|vidēji))?)\s*[:–-]?\s*"
)
# *10 000 euro (sākotnēji 8 000 euro)*.
_BEFORE = compiled(r"(?<!\p{L})(?:sākotnēj|iepriekš|pirms)", regex.IGNORECASE)
_RATE_OF_PRODUCT = backwards(r"[x×*]\s*", flags=0)


def asides(text: str, amounts: Sequence[Found[Amount]]) -> tuple[list[Found[Amount]], list[tuple[int, int]]]:
    """The amounts that remain, and the places of the others with what makes them asides: their bracket, where one does.

    >>> from pipeline.grammar.money import amounts_in
    >>> text = "algām 6 000 euro (500 euro mēnesī)"
    >>> asides(text, amounts_in(text))[1]
    [(17, 34)]
    """
    kept: list[Found[Amount]] = []
    places: list[tuple[int, int]] = []
    for amount in amounts:
        place = _place(text, amount)
        if place is None:
            kept.append(amount)
        else:
            places.append(place)
    starts = [start for start, _ in places]
    above = [bisect_right(starts, each.start) for each in kept]
    return [
        each for each, place in zip(kept, above, strict=True) if not place or each.start >= places[place - 1][1]
    ], places


def _place(text: str, amount: Found[Amount]) -> tuple[int, int] | None:
    before = _RATE_BEFORE.match(text, 0, amount.start) or _RATE_OF_PRODUCT.match(text, 0, amount.start)
    behind = RATE.match(text, amount.stop)
    bracket = _bracket(text, amount)
    earlier = bracket is not None and _BEFORE.search(text, bracket[0], amount.start) is not None
    if not (before or behind or earlier):
        return None
    own = (before.start() if before else amount.start, behind.end() if behind else amount.stop)
    return bracket or own


def _bracket(text: str, amount: Found[Amount]) -> tuple[int, int] | None:
    """The bracket around an amount, None where none is open or it is not closed."""
    opened = text.rfind("(", 0, amount.start)
    closed = text.find(")", amount.stop)
    if opened < 0 or closed < 0 or ")" in text[opened : amount.start] or "(" in text[amount.stop : closed]:
        return None
    return opened, closed + 1
