"""Remainders that are told by what became of them alone: *no kura 1 000 euro atgriezti ministrijai*."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import regex

from pipeline.extract.finance_clauses import sentence_end
from pipeline.extract.finance_fates import one_fate
from pipeline.extract.finance_periods import PeriodMark
from pipeline.extract.finance_values import Entry
from pipeline.grammar.finance_words import DISPOSITION, Head
from pipeline.grammar.money import Amount
from pipeline.grammar.rule import Found, backwards
from pipeline.patterns import compiled
from pipeline.records import Disposition

_SENTENCE_BEFORE = backwards(r"(?:[^\n.;]|\.(?!\s+\p{Lu}|\s*$))*", flags=0)
_OTHER_TIME = compiled(r"(?<!\p{L})(?:iepriekšēj|pagājuš)\p{L}+\s+(?:gad|period|posm)|sākum", regex.IGNORECASE)


def left_over(entries: Sequence[Entry], period: PeriodMark | None) -> Decimal | None:
    """What the totals of a period leave in euro; None where one is missing, and where a remainder is stated."""
    planned, actual = _total(entries, period, "planned"), _total(entries, period, "actual")
    stated = any(each.head == "remainder" and each.period == period for each in entries)
    return None if stated or planned is None or actual is None else planned - actual


def moved_to(text: str, amounts: Sequence[Found[Amount]], place: int) -> tuple[Disposition | None, tuple[int, int]]:
    """Whether a sentence says that amounts[place] was carried over or returned; and where, between those beside it."""
    amount = amounts[place]
    sentence = _SENTENCE_BEFORE.match(text, amounts[place - 1].stop if place else 0, amount.start)
    start = sentence.start() if sentence else amount.start
    following = amounts[place + 1].start if place + 1 < len(amounts) else None
    stop = sentence_end(text, amount.stop, following)
    said = one_fate([each.value for each in DISPOSITION.all_in(text[start:stop])])
    moved = said != "other" and not _OTHER_TIME.search(text, start, stop)
    return said if moved else None, (start, stop)


def _total(entries: Sequence[Entry], period: PeriodMark | None, head: Head) -> Decimal | None:
    totals = {each.total for each in entries if each.period == period and each.head == head}
    return totals.pop() if len(totals) == 1 else None
