"""Latvian declension: the forms of a noun or adjective, and what an unknown form may be.

Endings and consonant changes after the academic grammar (Latviešu valodas
gramatika, Latvian Language Institute, 2013, §§ on the six noun declensions and
on the indefinite and definite adjective).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

Case = Literal["N", "G", "D", "A", "L"]
Number = Literal["sg", "pl"]
Gender = Literal["m", "f"]
CASES: tuple[Case, ...] = ("N", "G", "D", "A", "L")


class Form(Struct, frozen=True, gc=False):
    """One reading of a written form: what it may be of which lemma. There are fifty thousand in the vocabulary."""

    lemma: str
    case: Case
    number: Number
    gender: Gender


# Endings in the order of CASES. "*" marks where the stem's last consonant changes.
_NOUNS: dict[str, tuple[Gender, tuple[str, ...], tuple[str, ...]]] = {
    "first": ("m", ("s", "a", "am", "u", "ā"), ("i", "u", "iem", "us", "os")),
    "second": ("m", ("is", "*a", "im", "i", "ī"), ("*i", "*u", "*iem", "*us", "*os")),
    "second_s": ("m", ("s", "*a", "im", "i", "ī"), ("*i", "*u", "*iem", "*us", "*os")),
    "second_ens": ("m", ("s", "s", "im", "i", "ī"), ("*i", "*u", "*iem", "*us", "*os")),
    "second_hard": ("m", ("is", "a", "im", "i", "ī"), ("i", "u", "iem", "us", "os")),
    "third": ("m", ("us", "us", "um", "u", "ū"), ("i", "u", "iem", "us", "os")),
    "fourth": ("f", ("a", "as", "ai", "u", "ā"), ("as", "u", "ām", "as", "ās")),
    "fifth": ("f", ("e", "es", "ei", "i", "ē"), ("es", "*u", "ēm", "es", "ēs")),
    "fifth_hard": ("f", ("e", "es", "ei", "i", "ē"), ("es", "u", "ēm", "es", "ēs")),
    "sixth": ("f", ("s", "s", "ij", "i", "ī"), ("is", "*u", "īm", "is", "īs")),
    "sixth_hard": ("f", ("s", "s", "ij", "i", "ī"), ("is", "u", "īm", "is", "īs")),
    "reflexive": ("f", ("ās", "ās", "", "os", ""), ("ās", "os", "", "ās", "")),
}
_NOMINATIVE = {
    "first": 1, "second": 2, "second_s": 1, "second_ens": 1, "second_hard": 2, "third": 2, "fourth": 1, "fifth": 1, "fifth_hard": 1,
    "sixth": 1, "sixth_hard": 1, "reflexive": 2,
}  # fmt: skip
_CHANGES = (
    ("sn", "šņ"), ("zn", "žņ"), ("ln", "ļņ"), ("ll", "ļļ"), ("nn", "ņņ"), ("st", "š"), ("kst", "kš"), ("dz", "dž"),
    ("b", "bj"), ("p", "pj"), ("m", "mj"), ("v", "vj"), ("f", "fj"), ("t", "š"), ("d", "ž"),
    ("c", "č"), ("s", "š"), ("z", "ž"), ("n", "ņ"), ("l", "ļ"),
)  # fmt: skip
_ADJECTIVE: dict[Gender, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "m": (("s", "a", "am", "u", "ā"), ("i", "u", "iem", "us", "os")),
    "f": (("a", "as", "ai", "u", "ā"), ("as", "u", "ām", "as", "ās")),
}
_DEFINITE: dict[Gender, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "m": (("ais", "ā", "ajam", "o", "ajā"), ("ie", "o", "ajiem", "os", "ajos")),
    "f": (("ā", "ās", "ajai", "o", "ajā"), ("ās", "o", "ajām", "ās", "ajās")),
}


def changed(stem: str) -> str:
    """The stem with its last consonant changed as before a vanished j.

    >>> changed("izstād"), changed("pārstāv"), changed("konferenc"), changed("jauniet")
    ('izstāž', 'pārstāvj', 'konferenč', 'jaunieš')
    """
    for old, new in _CHANGES:
        if stem.endswith(old):
            return stem[: -len(old)] + new
    return stem


def noun_forms(lemma: str, declension: str) -> Iterator[tuple[str, Form]]:
    """Every written form of a noun with its reading."""
    gender, singular, plural = _NOUNS[declension]
    stem = lemma[: -_NOMINATIVE[declension]]
    numbers: tuple[tuple[Number, tuple[str, ...]], ...] = (("sg", singular), ("pl", plural))
    for number, endings in numbers:
        for case, ending in zip(CASES, endings, strict=True):
            if ending or declension != "reflexive":
                written = lemma if (case, number) == ("N", "sg") else _joined(stem, ending)
                yield written, Form(lemma, case, number, gender)


def _joined(stem: str, ending: str) -> str:
    return changed(stem) + ending[1:] if ending.startswith("*") else stem + ending


def plural_forms(lemma: str) -> Iterator[tuple[str, Form]]:
    """The forms of a noun that has only a plural; the lemma is its nominative plural."""
    declension = {"as": "fourth", "es": "fifth", "is": "sixth"}.get(lemma[-2:], "first")
    gender, _, plural = _NOUNS[declension]
    stem = lemma[: -len(plural[0])]
    for case, ending in zip(CASES, plural, strict=True):
        yield _joined(stem, ending), Form(lemma, case, "pl", gender)


# The declensions that a nominative singular may belong to, by its ending, the first that fits.
_DECLENSIONS_BY_ENDING = (
    ("šanās", ("reflexive",)), ("ens", ("second_ens", "first")), ("is", ("second",)), ("us", ("third",)),
    ("a", ("fourth",)), ("e", ("fifth",)), ("š", ("first",)), ("s", ("first", "second_s", "sixth")),
)  # fmt: skip


def forms_of_lemma(lemma: str) -> Iterator[tuple[str, Form]]:
    """Every form that a noun of this nominative may have, by all declensions that its ending allows.

    A nominative in -as, -es or -i is that of a noun without a singular.
    """
    if lemma.endswith(("as", "es", "i")) and not lemma.endswith("šanās"):
        yield from plural_forms(lemma)
    declensions = next((found for ending, found in _DECLENSIONS_BY_ENDING if lemma.endswith(ending)), ())
    for declension in declensions:
        yield from noun_forms(lemma, declension)


def adjective_forms(lemma: str) -> Iterator[tuple[str, Form]]:
    """The indefinite and definite forms of an adjective in -s or -š, both genders."""
    stem = lemma[:-1]
    for table in (_ADJECTIVE, _DEFINITE):
        for gender, numbers in table.items():
            yield from _adjective_forms(lemma, stem, gender, numbers)


# How the lemmas of adjectives end that are used as nouns: *cietušais*, *cietušā*; no other noun's lemma ends in -ā.
DEFINITE_LEMMAS = ("ais", "ā")


def definite_forms(lemma: str) -> Iterator[tuple[str, Form]]:
    """The definite forms of an adjective in -ais used as a noun; the feminine ones have their own lemma, in -ā."""
    stem = lemma[:-3]
    for gender, numbers in _DEFINITE.items():
        yield from _adjective_forms(lemma if gender == "m" else stem + "ā", stem, gender, numbers)


def _adjective_forms(
    lemma: str, stem: str, gender: Gender, numbers: tuple[tuple[str, ...], tuple[str, ...]]
) -> Iterator[tuple[str, Form]]:
    named: tuple[tuple[Number, tuple[str, ...]], ...] = (("sg", numbers[0]), ("pl", numbers[1]))
    for number, endings in named:
        for case, ending in zip(CASES, endings, strict=True):
            yield stem + ending, Form(lemma, case, number, gender)


# What an ending may be of a noun that no list holds: (ending, new ending of the lemma, case, number, gender).
_GUESSES: tuple[tuple[str, str, str, Number, Gender], ...] = (
    ("šanās", "šanās", "NGA", "pl", "f"), ("šanās", "šanās", "NG", "sg", "f"), ("šanos", "šanās", "A", "sg", "f"),
    ("šanos", "šanās", "G", "pl", "f"),
    ("tāji", "tājs", "N", "pl", "m"), ("ēji", "ējs", "N", "pl", "m"), ("tājiem", "tājs", "D", "pl", "m"),
    ("ējiem", "ējs", "D", "pl", "m"), ("tājus", "tājs", "A", "pl", "m"), ("tāju", "tājs", "G", "pl", "m"),
    ("ēju", "ējs", "G", "pl", "m"), ("ējus", "ējs", "A", "pl", "m"), ("āji", "ājs", "N", "pl", "m"),
    ("āju", "ājs", "G", "pl", "m"),
    ("eri", "eris", "N", "pl", "m"), ("eriem", "eris", "D", "pl", "m"), ("erus", "eris", "A", "pl", "m"),
    ("eru", "eris", "G", "pl", "m"), ("eros", "eris", "L", "pl", "m"),
    ("ģi", "ģis", "N", "pl", "m"), ("ģiem", "ģis", "D", "pl", "m"), ("ģus", "ģis", "A", "pl", "m"), ("ģu", "ģis", "G", "pl", "m"),
    ("šņi", "snis", "N", "pl", "m"), ("šņiem", "snis", "D", "pl", "m"), ("šņus", "snis", "A", "pl", "m"), ("šņu", "snis", "G", "pl", "m"),
    ("žņi", "znis", "N", "pl", "m"), ("žņiem", "znis", "D", "pl", "m"), ("ļņi", "lnis", "N", "pl", "m"),
    ("ļņiem", "lnis", "D", "pl", "m"), ("aiņi", "ainis", "N", "pl", "m"), ("aiņiem", "ainis", "D", "pl", "m"),
    ("aiņus", "ainis", "A", "pl", "m"), ("ammu", "amma", "G", "pl", "f"),
    ("či", "cis", "N", "pl", "m"), ("čiem", "cis", "D", "pl", "m"), ("čus", "cis", "A", "pl", "m"),
    ("iņi", "iņš", "N", "pl", "m"), ("iņiem", "iņš", "D", "pl", "m"), ("iņus", "iņš", "A", "pl", "m"),
    ("bji", "bis", "N", "pl", "m"), ("pji", "pis", "N", "pl", "m"), ("mji", "mis", "N", "pl", "m"),
    ("vji", "vis", "N", "pl", "m"), ("bju", "be", "G", "pl", "f"), ("pju", "pe", "G", "pl", "f"),
    ("mju", "me", "G", "pl", "f"), ("vju", "ve", "G", "pl", "f"),
    ("ļi", "lis", "N", "pl", "m"), ("ļiem", "lis", "D", "pl", "m"), ("ļus", "lis", "A", "pl", "m"),
    ("ņi", "nis", "N", "pl", "m"), ("ņiem", "nis", "D", "pl", "m"), ("ņus", "nis", "A", "pl", "m"),
    ("ši", "tis", "N", "pl", "m"), ("šiem", "tis", "D", "pl", "m"), ("šus", "tis", "A", "pl", "m"),
    ("dži", "dzis", "N", "pl", "m"), ("džiem", "dzis", "D", "pl", "m"), ("džus", "dzis", "A", "pl", "m"),
    ("džu", "dzis", "G", "pl", "m"),
    ("ži", "dis", "N", "pl", "m"), ("žiem", "dis", "D", "pl", "m"), ("žus", "dis", "A", "pl", "m"),
    ("ji", "js", "N", "pl", "m"), ("jiem", "js", "D", "pl", "m"),
    ("ķi", "ķis", "N", "pl", "m"), ("ķiem", "ķis", "D", "pl", "m"), ("ķu", "ķis", "G", "pl", "m"),
    ("ku", "ks", "G", "pl", "m"), ("ību", "ība", "G", "pl", "f"), ("iju", "ija", "G", "pl", "f"),
    ("šanu", "šana", "G", "pl", "f"), ("šanu", "šana", "A", "sg", "f"), ("nīcu", "nīca", "G", "pl", "f"), ("nīcu", "nīca", "A", "sg", "f"),
    ("šu", "te", "G", "pl", "f"), ("žu", "de", "G", "pl", "f"), ("ču", "ce", "G", "pl", "f"),
    ("ļu", "le", "G", "pl", "f"), ("ņu", "ne", "G", "pl", "f"),
    ("iem", "s", "D", "pl", "m"), ("us", "s", "A", "pl", "m"), ("os", "s", "L", "pl", "m"), ("i", "s", "N", "pl", "m"),
    ("ām", "a", "D", "pl", "f"), ("ās", "a", "L", "pl", "f"), ("as", "a", "NA", "pl", "f"), ("as", "a", "G", "sg", "f"),
    ("ēm", "e", "D", "pl", "f"), ("ēs", "e", "L", "pl", "f"), ("es", "e", "NA", "pl", "f"), ("es", "e", "G", "sg", "f"),
    ("īm", "s", "D", "pl", "f"), ("u", "s", "G", "pl", "m"),
    ("a", "a", "N", "sg", "f"), ("ai", "a", "D", "sg", "f"), ("ā", "a", "L", "sg", "f"),
    ("e", "e", "N", "sg", "f"), ("ei", "e", "D", "sg", "f"), ("ē", "e", "L", "sg", "f"),
    ("is", "is", "N", "sg", "m"), ("im", "is", "D", "sg", "m"), ("us", "us", "NG", "sg", "m"), ("ens", "ens", "NG", "sg", "m"),
    ("š", "š", "N", "sg", "m"), ("am", "s", "D", "sg", "m"), ("a", "s", "G", "sg", "m"), ("s", "s", "N", "sg", "m"),
    ("u", "s", "A", "sg", "m"), ("u", "a", "A", "sg", "f"), ("i", "e", "A", "sg", "f"),
)  # fmt: skip


_VOWELS = "aāeēiīoōuū"
# *Kopībai* is of *kopība*: no stem ends with a vowel before these.
_BEHIND_CONSONANTS = frozenset({"i", "iem", "us", "os", "u", "im", "am", "s"})


def guessed_forms(word: str) -> list[Form]:
    """What a noun that no list holds may be, by its ending; the likeliest lemma of each case first."""
    found: list[Form] = []
    seen: set[tuple[str, Number]] = set()
    for ending, nominative, cases, number, gender in _GUESSES:
        stem = word[: len(word) - len(ending)]
        if not word.endswith(ending) or len(stem) < 2 or (ending in _BEHIND_CONSONANTS and stem[-1] in _VOWELS):
            continue
        for case in CASES:
            if case in cases and (case, number) not in seen:
                seen.add((case, number))
                found.append(Form(stem + nominative, case, number, gender))
    return found
