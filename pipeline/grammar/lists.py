"""List marks and the headings of implementation years."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from pipeline.grammar.rule import Match, Rule, any_of, pattern

Style = Literal["bracket", "dot", "dotted", "letter", "bullet"]
LATIN_LETTERS = "abcdefghijklmnopqrstuvwxyz"
LATVIAN_LETTERS = "aābcčdeēfgģhiījkķlļmnņoprsštuūvzž"


class Mark(Struct, frozen=True):
    """A list mark: its style, what it says (`3`, `1.1`, `a`, "" for a bullet)."""

    style: Style
    label: str


def _mark(match: Match) -> Mark | None:
    if match["dotted"]:
        return Mark("dotted", match["dotted"] + ("." if match["full"] else ""))
    if match["number"]:
        return Mark("bracket" if match["close"] == ")" else "dot", match["number"])
    return Mark("letter", match["letter"].casefold()) if match["letter"] else Mark("bullet", "")


MARK = Rule(
    "list mark",
    pattern(
        r"""
        ^[ ]*
        (?:
            (?P<dotted>\d{1,2}(?:\.\d{1,2}){1,3}) (?:(?P<full>\.)\)?|\)|(?=\s)) (?=\s*\p{L}|\s*["“„«(]|\s+\d)
          | \(?(?P<number>\d{1,2})(?:\.(?=\)))?(?P<close>[.)])[.]? (?=\s|\p{L}|["“„«])
          | \(?(?P<letter>[a-zāčēģīķļņšūž])\) (?=\s|\p{L}|\d)
          | (?:[-–—‒−•·●▪■○◦*➢✓\uf0b7\uf0a7\uf02d]|o(?=[ ])) (?=\s|\p{L}|["“„«]|\d)
        )
        \s*
        """
    ),
    _mark,
    reads=(
        ("1) Veikta", [Mark("bracket", "1")]),
        ("12. Sniegtas", [Mark("dot", "12")]),
        ("3.) Sniegtas", [Mark("bracket", "3")]),
        ("1.1. Sniegtas", [Mark("dotted", "1.1.")]),
        ("a) 1 tikšanās", [Mark("letter", "a")]),
        ("- noorganizēts", [Mark("bullet", "")]),
        ("• 5 semināri", [Mark("bullet", "")]),
        ("–5 semināri", [Mark("bullet", "")]),
    ),
    refuses=("2022. gada", "24 klātienes", "15.07.2022.", "Veikta 1) izpēte"),
)

# *Pirmais*, *otrais* … up to *desmitais*, without their endings.
ORDINAL_STEMS = ("pirm", "otr", "treš", "ceturt", "piekt", "sest", "septīt", "astot", "devīt", "desmit")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}


class YearHeading(Struct, frozen=True):
    """The heading of an implementation year: its number, or its calendar year, None where it says none."""

    number: int | None
    calendar_year: int | None


def _year_heading(match: Match) -> YearHeading | None:
    if match["year"]:
        return YearHeading(None, int(match["year"]))
    if match["roman"]:
        return YearHeading(_ROMAN[match["roman"].casefold()], None)
    if match["ordinal"]:
        stem = match["ordinal"].casefold()
        return YearHeading(next(i for i, each in enumerate(ORDINAL_STEMS, start=1) if stem.startswith(each)), None)
    return YearHeading(int(match["number"]), None)


YEAR_HEADING = Rule(
    "year heading",
    pattern(
        r"""
        ^[ ]*
        (?:
            (?: (?P<roman>VIII|VII|VI|IV|IX|III|II|I|V|X)\s*\.?
              | (?P<number>\d{1,2})\s*\.
              | (?P<ordinal>pirm|otr|treš|ceturt|piekt|sest|septīt|astot|devīt|desmit)(?:ais|ā|aja|ajā|ajam|o) )
            \s* (?:(?:uzdevuma|projekta|līguma|deleģējuma|deleģēšanas|izpildes|darbības)\s+)* (?:[īi]steno[šs]anas|izpildes)?\s* (?:gads|periods|posms|gadā|periodā|posmā)
          | (?P<year>20\d\d)\s*\.?\s*(?:gads|gadā|g\.)
        )
        (?!\p{L})
        """
    ),
    _year_heading,
    reads=(
        ("I. ĪSTENOŠANAS GADS (2022.gada", [YearHeading(1, None)]),
        ("III ĪSTENOŠANAS GADS", [YearHeading(3, None)]),
        ("II. ISTENOSANAS GADS", [YearHeading(2, None)]),
        ("1. īstenošanas gads", [YearHeading(1, None)]),
        ("Pirmais gads", [YearHeading(1, None)]),
        ("2023. gads", [YearHeading(None, 2023)]),
        ("II. Īstenošanas periods", [YearHeading(2, None)]),
        ("Trešajā īstenošanas gadā", [YearHeading(3, None)]),
    ),
    refuses=("2023. gada 1. janvāris", "īstenošanas gads", "1. gada pārskats", "Viens gads"),
    needs=any_of("gad", "g.", "period", "posm"),
)


def letter_number(letter: str) -> int:
    """The place of a list's letter, from 1: in the Latin alphabet, else in the Latvian.

    >>> letter_number("c"), letter_number("č")
    (3, 5)
    """
    alphabet = LATIN_LETTERS if letter in LATIN_LETTERS else LATVIAN_LETTERS
    return alphabet.index(letter) + 1
