"""Sentences beside a finance table that say what became of a period's remainder."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import regex
from msgspec import Struct

from pipeline.extract.finance_periods import PeriodMark
from pipeline.grammar.finance_words import DISPOSITION, HEAD, is_denied
from pipeline.grammar.lists import ORDINAL_STEMS
from pipeline.grammar.money import AMOUNT
from pipeline.patterns import compiled
from pipeline.records import Disposition

_SENTENCE = compiled(r"[^.;]*(?:\.(?!\s*\p{Lu}|\s*$)[^.;]*)*[.;]?")
_ORDINAL = compiled(rf"(?<!\p{{L}})({'|'.join(ORDINAL_STEMS)})(?:ā|ais|ajā|o)\s", regex.IGNORECASE)
_YEAR = compiled(r"(?<![\d.])(20\d\d)(?!\d|\.\d)")


_SENTENCE_END = compiled(r"\.(?=\s*$|\s+\p{Lu})|;")
# Why something is left says nothing of what became of it: *jo viens seminārs pārcelts uz nākamo gadu*.
_WHY = compiled(
    r"(?<!\p{L}|kas\s)(?:jo|tā\s+kā|sakarā\s+ar|pateicoties|radās|radies|radušies|izveidojās|izveidojies|veidojās|veidojies)(?!\p{L})",
    regex.IGNORECASE,
)
# How a further sentence begins that goes on with the remainder, and is of no other year's.
_GOES_ON = compiled(
    r"[\s\W]*(?!\P{L}*[^.;]*(?<!\p{L})(?:iepriekšēj|pagājuš))(?:ar\s+\p{L}*\s*(?:saskaņoj|piekriš|atļauj|lēmum)\p{L}*|(?:atlik|pārpalik|neizliet|neapgū|neiztēr|ietaup|līdzek|summ|finansējum|naud|atgriez"
    r"|pārcel|pārnes|atmaks|ieskait|pārskait|novirz|iemaks|šī|šie|šo|ministrij)\p{L}*|tas|tā|tie|tos|to|tika|tiks|tiek|ir)(?!\p{L})",
    regex.IGNORECASE,
)
_AS_MEANT = compiled(r"(?:\s+\p{L}+)?\s+(?:atbilstoš|lietderīg|efektīv|pilnā|paredzēt|saskaņā)", regex.IGNORECASE)


def fates_behind(text: str, start: int, stop: int) -> tuple[list[Disposition], list[tuple[int, int]]]:
    """What the text behind a remainder says became of it, and the places of what says so.

    It is said in the same sentence, but not behind why it is left, or in one that goes on with the remainder.
    """
    said: list[Disposition] = []
    denied: list[Disposition] = []
    places: list[tuple[int, int]] = []
    begin = start
    while begin < stop:
        end = _SENTENCE_END.search(text, begin, stop)
        until = end.end() if end else stop
        if begin == start or _GOES_ON.match(text, begin, until):
            why = _WHY.search(text, begin, until)
            told = DISPOSITION.all_in(text[begin : why.start() if why else until])
            found = [each for each in told if each.value != "other" or not _AS_MEANT.match(text, begin + each.stop)]
            for each in found:
                (denied if is_denied(text, begin + each.start) else said).append(each.value)
            places += [(begin, why.start() if why else until)] if found else []
        begin = until
    return said or denied, places


class Fate(Struct, frozen=True):
    """What became of a remainder: of the n-th period, of the one in a calendar year, or of `period`.

    `euros` is the one amount that the sentence names, None where it names none or several.
    """

    disposition: Disposition
    ordinal: int | None = None
    year: int | None = None
    period: PeriodMark | None = None
    euros: Decimal | None = None

    @property
    def names_period(self) -> bool:
        """Whether the sentence says itself which period it is about."""
        return self.ordinal is not None or self.year is not None

    def is_of(self, period: PeriodMark | None, periods: Sequence[PeriodMark]) -> bool:
        """Whether the remainder of `period` is meant; `periods` are all, in order."""
        if period is None:
            return not self.names_period
        if self.ordinal is not None:
            return period.year_no == self.ordinal or list(dict.fromkeys(periods)).index(period) + 1 == self.ordinal
        if self.year is not None:
            return period.dates is not None and period.dates[0].year == self.year
        return self.period == period


def fates_in(text: str) -> list[Fate]:
    """What each sentence says of a remainder; nothing where one of them speaks of something else."""
    sentences = [match[0] for match in _SENTENCE.finditer(text) if match[0].strip()]
    fates = [_fate(sentence) for sentence in sentences]
    return [fate for fate in fates if fate is not None] if all(fates) else []


def note_fate(text: str, period: PeriodMark | None) -> Fate | None:
    """What a note beside a period's figures says of its remainder, None where it says several things or an amount."""
    said = DISPOSITION.all_in(text)
    return Fate(said[0].value, period=period) if len(said) == 1 and not AMOUNT.all_in(text) else None


def one_fate(said: Sequence[Disposition]) -> Disposition | None:
    """What several words say together: *nav pārcelts, bet atgriezts* is returned.

    Where a part was carried over and a part returned it is `other`.
    """
    sure = {each for each in said if each != "other"}
    if len(sure) > 1:
        return "other"
    return next(iter(sure), said[0] if said else None)


def fate_of_parts(said: Sequence[Disposition]) -> Disposition | None:
    """What is said of the parts of a remainder, `other` where that differs."""
    return "other" if len(set(said)) > 1 else next(iter(said), None)


def _fate(sentence: str) -> Fate | None:
    said = DISPOSITION.all_in(sentence)
    about = any(head.value == "remainder" for head in HEAD.all_in(sentence))
    if not said or not about:
        return None
    before = sentence[: said[0].start]
    ordinal, year = _ORDINAL.search(before), _YEAR.search(before)
    amounts = AMOUNT.all_in(sentence)
    stem = ordinal[1].casefold() if ordinal else ""
    return Fate(
        said[0].value,
        ordinal=ORDINAL_STEMS.index(stem) + 1 if ordinal else None,
        year=int(year[1]) if year and not ordinal else None,
        euros=amounts[0].value.euros if len(amounts) == 1 else None,
    )
