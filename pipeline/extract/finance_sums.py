"""Heads of the finance field that sum up all periods, which are read one by one: *Kopā: plānots 30 000 euro*."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from itertools import pairwise

import regex

from pipeline.extract.finance_periods import PeriodMark
from pipeline.extract.purpose_items import PurposeItem
from pipeline.grammar.finance_words import Head
from pipeline.grammar.rule import Found, backwards
from pipeline.patterns import compiled

_GRAND_TOTAL = backwards(
    r"\b(?:kopsumma|kopsummā|summa)\s*[:,–-]?\s*|\b(?:kopā|pavisam)\s*[:,–-]\s*"
    r"|\bkopā\s+(?:\p{L}+\s+)?(?:gados|periodos|posmos)\s*[:,–-]?\s*|\b(?:visā|visu|kopējā)\s+(?:\p{L}+\s+){0,3}(?:periodā|periodu|laikā)\s*[:,–-]?\s*",
)
_ALTOGETHER = backwards(r"\b(?:kopēj\p{L}+|kopā|pavisam)\s*")
_TOGETHER = backwards(r"(?:^|[\n.;])\s*(?:kopā|pavisam)\s*")
# Right behind the items of its period *kopā* says that the total is theirs.
_BEHIND_ITEM = compiled(r"[\s.,;•·–—-]*(?:kopā|pavisam)\s*[:,–-]?\s*", regex.IGNORECASE)
# Between two heads of one clause stand an amount and what links it.
_CLAUSE = compiled(r"(?:[^\n.;\x00]|\.\d|;(?=\s*\p{Ll}))*")


def sums_of_all_periods(
    text: str, said: Sequence[Found[Head]], periods: Sequence[Found[PeriodMark]], items: Sequence[PurposeItem]
) -> frozenset[int]:
    """Where heads begin that sum up all periods, and those that go on in the same clause.

    They do behind *kopā:* and the like where there are several periods, unless each
    has its own behind its items; behind *kopējais* where another head has none.
    """
    own = {head.start for head in said if _BEHIND_ITEM.fullmatch(text, _end_before(items, head.start), head.start)}
    plain = {head.value for head in said if not (_is_altogether(text, head.start) or head.start in own)}
    if len(own) == max(len(periods), 1):
        said = [head for head in said if head.start not in own or head.value in plain]
    summing = {head.start for head in said if _sums_up(text, head, plain, len(periods))}
    for first, second in pairwise(said):
        if first.start in summing and _CLAUSE.fullmatch(text, first.stop, second.start):
            summing.add(second.start)
    return frozenset(summing)


def _end_before(items: Sequence[PurposeItem], at: int) -> int:
    """Where the last item before a place ends, the place itself where none does."""
    place = bisect_right(items, at, key=lambda item: item.stop)
    return items[place - 1].stop if place else at


def _sums_up(text: str, head: Found[Head], plain: Collection[Head], periods: int) -> bool:
    """`plain` are the heads that stand somewhere without *kopā*."""
    if periods > 1 and _GRAND_TOTAL.match(text, 0, head.start):
        return True
    if not _is_altogether(text, head.start):
        return False
    below_all = periods > 1 and _TOGETHER.match(text, 0, head.start) is not None
    return below_all or head.value in plain


def _is_altogether(text: str, start: int) -> bool:
    """Whether *kopējais* or *kopā* stands right before a head: the period's own total, or that of all periods."""
    return _ALTOGETHER.match(text, 0, start) is not None
