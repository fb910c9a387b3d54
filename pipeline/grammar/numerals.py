"""Numerals: digits with Latvian grouping, number words below a million, ranges, and the qualifiers before them."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

import regex
from msgspec import Struct

from pipeline.grammar.number_words import HUNDREDS, ONE_HUNDRED, THOUSANDS, number_of_words, word_values
from pipeline.grammar.rule import Match, Rule, backwards, one_of, pattern, word_beginnings
from pipeline.grammar.vocabulary import vocabulary
from pipeline.records import Qualifier


def _alternatives(low: int, high: int) -> str:
    return one_of([word for word, value in word_values().items() if low <= value <= high])


_UNIT, _TEEN, _TEN, _HUNDRED = (
    _alternatives(1, 9),
    _alternatives(10, 19),
    _alternatives(20, 90),
    _alternatives(100, 900),
)
_BELOW_HUNDRED = rf"(?:{_TEN}(?:\s+{_UNIT})?|{_TEEN}|{_UNIT})"
_HUNDREDS = rf"(?:{_UNIT}\s+(?:{'|'.join(HUNDREDS)})|vien(?:s|u|a|am)\s+(?:{'|'.join(ONE_HUNDRED)})|{_HUNDRED})"
_BELOW_THOUSAND = rf"(?:{_HUNDREDS}(?:\s+{_BELOW_HUNDRED})?|{_BELOW_HUNDRED})"
_HALVES = rf"pusotr\p{{L}}{{1,3}}\s+(?:simt(?:s|u|a|am)?|{one_of(THOUSANDS)})"
_THOUSAND = rf"{one_of(THOUSANDS)}(?:\s+(?&below))?"
_WORDS = rf"(?:{_HALVES}|{_THOUSAND}|(?P<below>{_BELOW_THOUSAND})(?:\s+{_THOUSAND})?)(?!\p{{L}})"
LARGEST = 10**12
"""Nobody counts more than this; a longer run of digits is a number of something, or damage."""

_DIGITS = r"\d{1,3}(?:[^\S\t]\d{3})+(?!\d)(?:,\d{1,2})?|\d+(?:,\d{1,2}|\.\d{1,2}(?![\d.]))?"
_TIMES = r"(?:\s*(?P<times>t[uū]kst\.?|t[uū]ksto[sš](?:i|iem|u|us|a)|t[uū]kstot(?:is|i|im)|milj\.?|miljon\p{L}+))?"
_BEGINS = word_beginnings(
    {word[:4] for word in (*word_values(), *THOUSANDS, "pusotrs")}, r"\d", r"(?<![./\x00\x01].)(?<!\S-.)(?<!\d,.)"
)


class Numeral(Struct, frozen=True):
    """A written number, or a range of two; `in_words` says whether it was spelled out.

    The second is less than the first where a fall is told: *no 20 līdz 10*.
    """

    low: Decimal
    high: Decimal | None
    in_words: bool


def decimal_of(text: str) -> Decimal:
    """The number of a written numeral in digits.

    >>> decimal_of("2,5"), decimal_of("1 657")
    (Decimal('2.5'), Decimal('1657'))
    """
    return Decimal("".join(text.split()).replace(",", "."))


def _numeral(match: Match) -> Numeral | None:
    written_low, written_high, words, words_high, times = match.group("low", "high", "words", "words_high", "times")
    factor = (1_000_000 if times.casefold().startswith("milj") else 1000) if times else 1
    if words:
        value, upper = number_of_words(words), number_of_words(words_high or "")
        if value is None or (upper is not None and upper <= value):
            return None
        return Numeral(Decimal(value) * factor, Decimal(upper) * factor if upper else None, in_words=True)
    low = decimal_of(written_low) * factor
    high = decimal_of(written_high) * factor if written_high else None
    if max(low, high or low) > LARGEST:
        return None
    falls = high is not None and (high == low or (high < low and "līdz" not in match[0].casefold()))
    return None if falls else Numeral(low, high, in_words=False)


NUMERAL = Rule(
    "numeral",
    pattern(
        rf"""
        (?<![\d\p{{L}}./\x00\x01]|(?<![-\p{{L}}]\d*)\d[^\S\t]|\S-|\d,)(?<!\x00\s?[–—-])
        (?:
            (?P<low>{_DIGITS})
            (?:\s*(?:[-–—]|līdz)\s*(?P<high>{_DIGITS})(?!\d|\.(?!\s*$|\s+(?-i:\p{{Lu}}))|-\d))?
            (?!\d|[.,]\d|-?\p{{L}}|-\d)
            {_TIMES}
          | (?P<words>{_WORDS})(?:\s+līdz\s+(?P<words_high>(?&words)))?{_TIMES}
        )
        (?:(?<=t[uū]kst\.|milj\.)|(?!\p{{L}}))
        """
    ),
    _numeral,
    reads=(
        ("Tikšanās -44 , dalībnieki", [Numeral(Decimal(44), None, in_words=False)]),
        ("24 klātienes nodarbības", [Numeral(Decimal(24), None, in_words=False)]),
        ("2,5 dienu plenērs", [Numeral(Decimal("2.5"), None, in_words=False)]),
        ("1 657 sekotāji", [Numeral(Decimal(1657), None, in_words=False)]),
        ("10–12 semināri", [Numeral(Decimal(10), Decimal(12), in_words=False)]),
        ("no 10 līdz 12 dalībniekiem", [Numeral(Decimal(10), Decimal(12), in_words=False)]),
        ("3 tūkst. skatītāju", [Numeral(Decimal(3000), None, in_words=False)]),
        ("astoņi projektu pieteikumi", [Numeral(Decimal(8), None, in_words=True)]),
        ("simt divdesmit trīs dalībnieki", [Numeral(Decimal(123), None, in_words=True)]),
        ("četru projektu īstenošanai", [Numeral(Decimal(4), None, in_words=True)]),
        ("no trim līdz piecām sievietēm", [Numeral(Decimal(3), Decimal(5), in_words=True)]),
        ("divi tūkstoši uzlīmju", [Numeral(Decimal(2000), None, in_words=True)]),
        ("divus tūkstošus četrsimt stundu", [Numeral(Decimal(2400), None, in_words=True)]),
        ("viens tūkstotis stundu", [Numeral(Decimal(1000), None, in_words=True)]),
        ("viens simts četrdesmit trīs pretendenti", [Numeral(Decimal(143), None, in_words=True)]),
        ("1,2 tukst. sekotāju", [Numeral(Decimal(1200), None, in_words=False)]),
        ("61 tūkstotis šļirču", [Numeral(Decimal(61000), None, in_words=False)]),
        ("Covid-19 divas lekcijas", [Numeral(Decimal(2), None, in_words=True)]),
        ("sēdes 20\t1 123", [Numeral(Decimal(each), None, in_words=False) for each in (20, 1123)]),
        ("strēlnieki,6 karavīri", [Numeral(Decimal(6), None, in_words=False)]),
        ("pusotrs simts dalībnieku", [Numeral(Decimal(150), None, in_words=True)]),
        ("pusotra tūkstoša klausītāju", [Numeral(Decimal(1500), None, in_words=True)]),
    ),
    refuses=(
        "1234567890123456789012345678901 dalībnieks",
        "COVID-19",
        "A4 lapa",
        "pirmais",
        "divreiz",
        "pusotra gada",
        "tūkstošiem",
        "daudzi",
        "2.5-11-207",
    ),
    begins=_BEGINS,
)


# *Skaits pieauga līdz 1 208*: here *līdz* says what was reached.
_CHANGED_TO = backwards(
    r"(?<!\p{L})(?:pieaug|pieaudz|palielinā|samazinā|sarucis|sarukus|saruka|sarūk|kāp|krit|nokrit|audzis|augus|izaug|pazemin|paaugstin)\p{L}*\s+(?:jau\s+)?līdz\s*"
)
# *No 12 % līdz 9 %*: here *līdz* is the other end and no limit.
_RANGE_BEFORE = backwards(r"(?<!\p{L})no\s+\d[\d\s.,]*(?:%|\p{L}+)?\s+līdz\s*")


@cache
def _qualifier_pattern() -> regex.Pattern[str]:
    words = "|".join(regex.escape(word).replace("\\ ", r"\s+") for word, _ in vocabulary().qualifiers)
    return backwards(rf"(?<!\p{{L}})({words})\s*")


def qualifier_before(text: str) -> tuple[Qualifier, int]:
    """The qualifier at the end of the text before a numeral and where it begins; `exact` and the text's end if none.

    >>> qualifier_before("saņēmušas ap "), qualifier_before("līdz "), qualifier_before("no 12 % līdz ")
    (('about', 10), ('at_most', 0), ('exact', 13))
    """
    match = _qualifier_pattern().match(text)
    if match is None or (match[1].casefold() == "līdz" and _RANGE_BEFORE.match(text)):
        return "exact", len(text)
    if match[1].casefold() == "līdz" and _CHANGED_TO.match(text):
        return "exact", match.start()
    said = " ".join(match[1].casefold().split())
    kind = next(kind for word, kind in vocabulary().qualifiers if word == said)
    return kind, match.start()  # type: ignore[return-value]
