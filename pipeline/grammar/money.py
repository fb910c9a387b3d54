"""Amounts in euro as Latvian documents write them, and those that nobody can read for sure."""

from __future__ import annotations

import re
from decimal import Decimal

import regex
from msgspec import Struct

from pipeline.grammar.number_words import number_of_words
from pipeline.grammar.rule import Found, Match, Rule, any_of, backwards, pattern
from pipeline.patterns import compiled

CENT = Decimal("0.01")
LARGEST = 10**12
"""In euro; no state has spent more on one thing, and sums of what is less are exact."""


class Amount(Struct, frozen=True):
    """An amount in euro with two decimals; `euros` is None where it is refused, `reason` then says why.

    Reasons: `no_number`, `ambiguous`, `grouping`, `currency`, and `words` where the words in brackets say another.
    """

    euros: Decimal | None
    reason: str = ""


# Groups are of exactly three digits, parted by white space (a line end too, no tab), by dots, or by commas.
_SPACED = compiled(r"\d{1,3}(?:[^\S\t]+\d{3})+(?:[.,]\d{1,2})?")
_PLAIN = compiled(r"\d+(?:[.,]\d{1,2})?")
_DOTTED = compiled(r"\d{1,3}(?:\.\d{3})+,\d{1,2}|\d{1,3}(?:\.\d{3}){2,}")
_COMMAED = compiled(r"\d{1,3}(?:,\d{3})+\.\d{1,2}|\d{1,3}(?:,\d{3}){2,}")
_AMBIGUOUS = compiled(r"\d{1,3}[.,]\d{3}")
_MULTIPLIERS = (("tūkst", 1_000), ("milj", 1_000_000))


def number_value(text: str) -> Decimal | None:
    r"""The value of a written number, None where its grouping is broken or ambiguous, and where it is past all sense.

    >>> number_value("1\n040,13"), number_value("26 953.66"), number_value("49.000")
    (Decimal('1040.13'), Decimal('26953.66'), None)
    """
    if _SPACED.fullmatch(text) or _PLAIN.fullmatch(text):
        value = Decimal("".join(text.split()).replace(",", "."))
    elif _DOTTED.fullmatch(text):
        value = Decimal(text.replace(".", "").replace(",", "."))
    elif _COMMAED.fullmatch(text):
        value = Decimal(text.replace(",", ""))
    else:
        return None
    return value if value <= LARGEST else None


_EURO = r"(?:euro|eiro|eur|€)(?!\p{L})"
_OTHER_CURRENCY = r"(?:latu|lati|lata|lats|latiem|ls|lvl|usd|gbp|dolār\p{L}+|\$|£)(?!\p{L})"
# All of a run of digits or nothing: a part of it is no amount, and to try each would take its square.
_RUN = r"\d++(?:(?:\s+|[.,'’´])\d++)*+"
_RUN_BEGINS = r"(?<!\d(?:\s*|[.,'’´]))"
_WORDS = r"(?:\s*\((?P<words>[^()\d]*\b(?:\p{L}*simt\p{L}*|\p{L}*tūksto\p{L}*|\p{L}*desmit|nulle|vien\p{L}|div[ia]|trīs|četr[ia]s?)\b[^()]*)\))"
# Words between the number and its currency.
_WITHIN = rf"\(\s*(?P<within>\p{{L}}[\p{{L}}\s]{{2,100}}?)\s*\)(?=\s*{_EURO})"
# A letter for the last digit, `58 521,5O EUR`; behind a whole number it may name a thing whose amount follows.
_SPOILT_BEHIND = (
    rf"(?P<spoilt>(?:,\p{{L}}|(?<=[.,]\d)\p{{L}})\p{{L}}?(?=\s*{_EURO})"
    rf"|(?!{_EURO})\p{{L}}{{1,2}}(?=\s*{_EURO}(?!\s*\d)))"
)
_SPOILT_FRONT = r"(?P<spoilt_front>(?:,[oilsbz]{1,2}|\p{L})(?!\p{L}))"
_AMOUNT = pattern(
    rf"""
    (?:
        (?P<before>{_EURO}|\(\s*{_EURO}\s*\)\s*[:–-]?(?!\s*(?:19|20)\d\d\.?\s*(?:gad|g\.|[-–—:])))\s*(?P<front>{_RUN}){_SPOILT_FRONT}?(?:,-)?\s*(?P<front_times>tūkst\p{{L}}*\.?|milj(?!ard)\p{{L}}*\.?)?(?:\s*{_EURO})?
      | {_RUN_BEGINS}(?P<number>{_RUN}){_SPOILT_BEHIND}?(?:,[-–])?\s*(?P<times>tūkst\p{{L}}*\.?|milj(?!ard)\p{{L}}*\.?)?\s*
        (?:{_WITHIN}\s*)?(?:(?P<after>{_EURO})(?:\s*(?:un\s+)?(?P<cents>\d\d?)\s*(?:cent\p{{L}}*|ct|cnt|c)(?!\p{{L}}))?|(?P<foreign>{_OTHER_CURRENCY}))
      | (?P<lone>\b{_EURO})
    )
    {_WORDS}?
    """
)
_WRITTEN = ("lone", "foreign", "spoilt", "spoilt_front", "number", "front")
_EUROS_IN_WORDS = compiled(
    r"\s*(\p{L}[\p{L}\s]*?)\s*(?:euro|eiro|eur|(?:un|,)\s+(?:\d|\p{L}+\s+cent)|$)", regex.IGNORECASE
)
_CUT_BEFORE = backwards(r"\d\s*[.,]\s*|\d\s+", flags=0)
# A letter in the number (`l2 000`, `20 5OO,00`), or a sum: nobody can say what was meant.
_LETTER_BEFORE = backwards(r"\p{L}[.,]?", flags=0)
_SUM_BEHIND = compiled(r"\s*\+\s*\d")
_LIST_MARK_BEFORE = backwards(r"(?:^|\n)\s*\d{1,2}\.\s+", flags=0)


def _amount(match: Match) -> Amount:
    lone, foreign, spoilt, spoilt_front, number, front = match.group(*_WRITTEN)
    if lone:
        return Amount(None, "no_number")
    if foreign:
        return Amount(None, "currency")
    if spoilt or spoilt_front:
        return Amount(None, "grouping")
    written, text, start = number or front, match.string, match.start()
    if number and _CUT_BEFORE.match(text, 0, start) and not _LIST_MARK_BEFORE.match(text, 0, start):
        return Amount(None, "grouping")
    if (number and _LETTER_BEFORE.match(text, 0, start)) or _SUM_BEHIND.match(text, match.end()):
        return Amount(None, "grouping")
    value = number_value(written)
    if value is None:
        return Amount(None, "ambiguous" if _AMBIGUOUS.fullmatch(written) else "grouping")
    euros = _times(value, match["times"] or match["front_times"], match["cents"])
    said = _whole_euros_said(match["words"] or match["within"] or "")
    if said is None and not match["within"]:
        return Amount(euros)
    return Amount(euros) if said == int(euros) else Amount(None, "words")


def _whole_euros_said(words: str) -> int | None:
    """What words say of whole euro: *seši tūkstoši euro un 50 centi*; None where they are not understood."""
    said = _EUROS_IN_WORDS.match(words)
    return number_of_words(said[1]) if said else None


def _times(value: Decimal, times: str | None, cents: str | None) -> Decimal:
    factor = next((number for stem, number in _MULTIPLIERS if times and times.casefold().startswith(stem)), 1)
    return (value * factor + Decimal(cents or 0) / 100).quantize(CENT)


_names_currency = any_of("eur", "eir", "€", "latu", "lati", "lata", "lats", "lvl", "usd", "gbp", "dolār", "$", "£")
_LATS = compiled(r"ls(?!\p{L})")


def may_name_currency(folded: str) -> bool:
    """Whether a text in lower case may name a currency at all."""
    return _names_currency(folded) or _LATS.search(folded) is not None


AMOUNT = Rule(
    "amount",
    _AMOUNT,
    _amount,
    reads=(
        ("49 000,00 euro", [Amount(Decimal("49000.00"))]),
        ("(1\n040,13 euro", [Amount(Decimal("1040.13"))]),
        ("-             19 000,00 euro", [Amount(Decimal("19000.00"))]),
        ("74400,00 eiro", [Amount(Decimal("74400.00"))]),
        ("26 953.66  EUR", [Amount(Decimal("26953.66"))]),
        ("€ 1120000.00", [Amount(Decimal("1120000.00"))]),
        ("(EUR): 8 640,00", [Amount(Decimal("8640.00"))]),
        ("EUR 49\u00a0000.00", [Amount(Decimal("49000.00"))]),
        ("49.000,00 EUR", [Amount(Decimal("49000.00"))]),
        ("12,68 miljoni eiro", [Amount(Decimal("12680000.00"))]),
        ("50 tūkst. eiro", [Amount(Decimal("50000.00"))]),
        ("8000 euro (astoņi tūkstoši euro)", [Amount(Decimal("8000.00"))]),
        ("120,50 EUR (Viens simts divdesmit euro un 50 centi)", [Amount(Decimal("120.50"))]),
        ("600,00 EUR (seši simtii eiro)", [Amount(Decimal("600.00"))]),
        ("100,- EUR", [Amount(Decimal("100.00"))]),
        ("49.000 euro", [Amount(None, "ambiguous")]),
        ("49,000 euro", [Amount(None, "ambiguous")]),
        ("49 00,00 euro", [Amount(None, "grouping")]),
        ("49 000 ,00 euro", [Amount(None, "grouping")]),
        ("1 49 000,00 euro", [Amount(None, "grouping")]),
        ("9 751 lata", [Amount(None, "currency")]),
        ("Plānots euro", [Amount(None, "no_number")]),
        ("12000 EUR 5 ct", [Amount(Decimal("12000.05"))]),
        ("12’500,00 euro", [Amount(None, "grouping")]),
        ("l2 000,00 euro", [Amount(None, "grouping")]),
        ("20 5OO,00 euro", [Amount(None, "grouping")]),
        ("123456789012345678901234567890123 euro", [Amount(None, "grouping")]),
        ("58 521,5O EUR", [Amount(None, "grouping")]),
        ("58 521,OO EUR", [Amount(None, "grouping")]),
        ("58 52I EUR", [Amount(None, "grouping")]),
        ("EUR 58 521,5O", [Amount(None, "grouping")]),
        ("€ 58 521,OO", [Amount(None, "grouping")]),
        ("telpa 5b EUR 20,00", [Amount(Decimal("20.00"))]),
        ("18000,00 (astoņpadsmit tūkstoši) eiro", [Amount(Decimal("18000.00"))]),
        ("18000,00 (astoņi tūkstoši) eiro", [Amount(None, "words")]),
        ("300 EUR (trīs un ceturtajam posmam)", [Amount(Decimal("300.00"))]),
        ("18000,00 (bez atlikuma) eiro", [Amount(None, "words")]),
        ("8000 euro (seši tūkstoši euro)", [Amount(None, "words")]),
        ("10 000,00 euro + 2 000,00 euro", [Amount(None, "grouping"), Amount(Decimal("2000.00"))]),
    ),
    refuses=("49 000,00", "5 europrojekti", "Eiropas Savienība", "15.07.2022."),
    needs=may_name_currency,
    begins=re.compile(r"\d(?<!\d\d)|[(€]|[eE][uUiI][rR]"),
)
# Below this, a whole number alone is rather a list number or a count.
_SMALLEST_BARE = 100
# A number alone, as in a table whose head names the currency: two decimals, or groups of three.
_BARE = pattern(
    rf"(?<![\d.,\p{{L}}/-]) (?P<bare>{_RUN}) (?:,[-–] | (?P<letters>[.,](?:\d?[OoIlSBZ]{{1,2}}|[OoIlSBZ]\d)))? (?![\d\p{{L}}%/]|\.?\s*gad)"
)


def _bare_amount(match: Match) -> Amount | None:
    if match["letters"]:
        return Amount(None, "grouping")
    value = number_value(match["bare"])
    if value is not None and match["bare"].isdigit() and 0 < value < _SMALLEST_BARE:
        return None
    if value is None:
        return Amount(None, "ambiguous" if _AMBIGUOUS.fullmatch(match["bare"]) else "grouping")
    return Amount(value.quantize(CENT))


BARE_AMOUNT = Rule(
    "amount without a currency",
    _BARE,
    _bare_amount,
    reads=(
        ("49 000,00", [Amount(Decimal("49000.00"))]),
        ("49.000", [Amount(None, "ambiguous")]),
        ("58 521,OO", [Amount(None, "grouping")]),
        ("49 000,O0", [Amount(None, "grouping")]),
    ),
    refuses=("I gads", "5 pasākumi"),
)


def amounts_in(text: str) -> list[Found[Amount]]:
    """Every amount with its currency in the text, read or refused, by position."""
    return AMOUNT.all_in(text)
