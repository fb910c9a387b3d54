"""Latvian number words up to a thousand, in all cases and genders."""

from __future__ import annotations

from functools import cache

_STEMS = {1: "vien", 2: "div", 4: "četr", 5: "piec", 6: "seš", 7: "septiņ", 8: "astoņ", 9: "deviņ"}
_BEFORE_TEN = {1: "vien", 2: "div", 3: "trīs", 4: "četr", 5: "piec", 6: "seš", 7: "septiņ", 8: "astoņ", 9: "deviņ"}
_PLURAL = ("i", "as", "u", "iem", "ām", "us", "os", "ās")
_ONE = ("s", "a", "u", "am", "ai", "ā")
_THREE = (
    "trīs",
    "triju",
    "trim",
    "trijiem",
    "trijām",
    "trijos",
    "trijās",
    "trejiem",
    "trejām",
    "treji",
    "trejas",
    "treju",
    "trejus",
    "trejos",
    "trejās",
)


@cache
def word_values() -> dict[str, int]:
    """Every form of the simple number words; tens and hundreds are put together from them."""
    values = {"vien" + ending: 1 for ending in _ONE} | dict.fromkeys(_THREE, 3)
    for number, stem in _STEMS.items():
        if number > 1:
            values |= {stem + ending: number for ending in _PLURAL}
    values |= {"divi": 2, "divas": 2, "desmit": 10, "simt": 100, "simts": 100, "simtu": 100, "tūkstoš": 1000}
    values |= {"tūkstotis": 1000, "tūkstoti": 1000, "tūkstotim": 1000}
    for number, stem in _BEFORE_TEN.items():
        values[stem + "padsmit"] = 10 + number
        if number > 1:
            values[stem + "desmit"] = 10 * number
            values[stem + "simt"] = 100 * number
    return values


HUNDREDS = ("simti", "simtu", "simtiem", "simtus")


def number_of_words(text: str) -> int | None:
    """The number that these words say, up to a thousand; None where they say none.

    >>> number_of_words("divdesmit pieciem"), number_of_words("divi simti desmit"), number_of_words("daudz")
    (25, 210, None)
    """
    total = 0
    last = 10_000
    for word in text.casefold().split():
        if word in HUNDREDS and 1 < total < 10:
            total *= 100
            last = 100
            continue
        value = word_values().get(word)
        if value is None or value >= last:
            return None
        total += value
        last = 1 if value < 20 else 10 if value < 100 else 100
    return total or None


_CASES = (
    ("iem", "D"),
    ("ām", "D"),
    ("us", "A"),
    ("os", "L"),
    ("ās", "L"),
    ("as", "NA"),
    ("u", "G"),
    ("ai", "D"),
    ("am", "D"),
    ("i", "N"),
    ("s", "N"),
    ("a", "N"),
    ("ā", "L"),
)


def cases_of_words(text: str) -> str:
    """The cases in which a number in words may stand, by the ending of its last word; all where it is not declined.

    Behind *tūkstotis*, *simti* and the like, which are nouns themselves, it stands in the genitive.

    >>> cases_of_words("divās"), cases_of_words("četru"), cases_of_words("divdesmit"), cases_of_words("divi tūkstoši")
    ('L', 'G', 'NGDAL', 'G')
    """
    words = text.casefold().split()
    last = words[-1] if words else ""
    if (last.startswith(("tūkstot", "tūkstoš", "miljon")) and last != "tūkstoš") or last in HUNDREDS:
        return "G"
    if last == "vienu":
        return "A"
    if last == "simts":
        return "NG"
    if last == "trīs" or not any(last.startswith(stem) for stem in ("vien", *_STEMS.values())):
        return "NGDAL"
    return next((cases for ending, cases in _CASES if last.endswith(ending)), "NGDAL")
