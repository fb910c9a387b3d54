"""Numbers as people write them."""

from __future__ import annotations

from decimal import Decimal

from tests.makers.choices import Choices
from tests.makers.words import Case, Gender

NO_BREAK, NARROW_NO_BREAK = "\u00a0", "\u202f"
GROUPING = (" ", "", NO_BREAK, NARROW_NO_BREAK)
# By gender and case, for 2 to 9; what is not there has one form.
_TWO_TO_NINE = {
    ("m", "nom"): "divi trīs četri pieci seši septiņi astoņi deviņi",
    ("f", "nom"): "divas trīs četras piecas sešas septiņas astoņas deviņas",
    ("m", "dat"): "diviem trim četriem pieciem sešiem septiņiem astoņiem deviņiem",
    ("f", "dat"): "divām trim četrām piecām sešām septiņām astoņām deviņām",
    ("m", "acc"): "divus trīs četrus piecus sešus septiņus astoņus deviņus",
    ("f", "acc"): "divas trīs četras piecas sešas septiņas astoņas deviņas",
    ("m", "loc"): "divos trijos četros piecos sešos septiņos astoņos deviņos",
    ("f", "loc"): "divās trijās četrās piecās sešās septiņās astoņās deviņās",
}
_TEENS = [
    "desmit",
    "vienpadsmit",
    "divpadsmit",
    "trīspadsmit",
    "četrpadsmit",
    "piecpadsmit",
    "sešpadsmit",
    "septiņpadsmit",
    "astoņpadsmit",
    "deviņpadsmit",
]
_TENS = [
    "divdesmit",
    "trīsdesmit",
    "četrdesmit",
    "piecdesmit",
    "sešdesmit",
    "septiņdesmit",
    "astoņdesmit",
    "deviņdesmit",
]


def grouped(number: int, separator: str) -> str:
    """The number in groups of three digits from 1000 up."""
    return f"{number:,}".replace(",", separator)


def written(choices: Choices, number: Decimal) -> str:
    """The number in digits: thousands in one of the usual groupings, decimals behind a comma."""
    if number != number.to_integral_value():
        return str(number).replace(".", ",")
    return grouped(int(number), choices.one_of(GROUPING) if number >= 1000 else "")


def in_words(number: int, gender: Gender, case: Case) -> str:
    """A number from 2 to 99 in words, no multiple of ten plus one."""
    if number < 10:
        return _TWO_TO_NINE[gender, case].split()[number - 2]
    if number < 20:
        return _TEENS[number - 10]
    tens, ones = divmod(number, 10)
    return _TENS[tens - 2] if ones == 0 else f"{_TENS[tens - 2]} {in_words(ones, gender, case)}"
