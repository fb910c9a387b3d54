"""Latvian number words below a million, in all cases and genders."""

from __future__ import annotations

from functools import cache, lru_cache

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
    values |= {"divi": 2, "divas": 2, "desmit": 10, "simt": 100, "simts": 100, "simtu": 100}
    for number, stem in _BEFORE_TEN.items():
        values[stem + "padsmit"] = 10 + number
        if number > 1:
            values[stem + "desmit"] = 10 * number
            values[stem + "simt"] = 100 * number
    return values


ONE_HUNDRED = ("simts", "simtu", "simta", "simtam")
HUNDREDS = ("simti", "simtu", "simtiem", "simtus")
THOUSANDS = (
    *("tūkstotis", "tūkstoti", "tūkstotim", "tūkstotī", "tūkstoša", "tūkstoši", "tūkstošiem", "tūkstošu", "tūkstošus"),
    *("tūkstošos", "tūkstoš"),
)
# *Vairāki tūkstoši*, *tūkstošiem skatītāju*: these say no number by themselves.
_PLURAL_THOUSANDS = frozenset({"tūkstoši", "tūkstošiem", "tūkstošu", "tūkstošus", "tūkstošos"})


@lru_cache(maxsize=10_000)
def number_of_words(text: str) -> int | None:
    """The number that these words say, below a million; None where they say none.

    >>> number_of_words("divdesmit pieciem"), number_of_words("divi simti desmit"), number_of_words("daudz")
    (25, 210, None)
    >>> number_of_words("divus tūkstošus četrsimt"), number_of_words("pusotrs simts"), number_of_words("viens simts trīs")
    (2400, 150, 103)
    """
    words = text.casefold().split()
    if len(words) == 2 and words[0].startswith("pusotr"):
        return 150 if words[1].startswith("simt") else 1500 if words[1] in THOUSANDS else None
    at = next((place for place, word in enumerate(words) if word in THOUSANDS), None)
    if at is None:
        return _below_thousand(words)
    above, below = _below_thousand(words[:at]), _below_thousand(words[at + 1 :])
    alone = not at and words[0] not in _PLURAL_THOUSANDS
    if (above is None and not alone) or (below is None and at + 1 < len(words)):
        return None
    return 1000 * (above or 1) + (below or 0)


def _below_thousand(words: list[str]) -> int | None:
    """The number that the words say, the greater before the smaller; None where they say none."""
    total = 0
    last = 1000
    for word in words:
        if (word in HUNDREDS and 1 < total < 10) or (word in ONE_HUNDRED and total == 1):
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
