"""Latvian words with their forms, and which form stands beside a number."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Gender = Literal["m", "f"]
Kind = Literal["event", "thing", "person", "body"]
Case = Literal["nom", "gen", "dat", "acc", "loc"]

_CASES: tuple[Case, ...] = ("nom", "gen", "dat", "acc", "loc")
# Endings of adjectives in the order of the cases, singular and then plural.
_INDEFINITE = {"m": "s a am u ā i u iem us os", "f": "a as ai u ā as u ām as ās"}
_DEFINITE = {"m": "ais ā ajam o ajā ie o ajiem os ajos", "f": "ā ās ajai o ajā ās o ajām ās ajās"}


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun; `forms` are the five cases of the singular, then of the plural, "" where there is no such form."""

    lemma: str
    gender: Gender
    kind: Kind
    forms: tuple[str, ...]

    def form(self, case: Case, *, plural: bool) -> str:
        """The noun in this case and number."""
        return self.forms[_CASES.index(case) + 5 * plural]

    @property
    def has_all_forms(self) -> bool:
        """Whether no case or number is missing."""
        return all(self.forms)


def noun_of_line(line: str) -> Noun:
    """The noun of a line of `nouns.py`."""
    lemma, gender, kind, *forms = line.split()
    nominative = "-" if forms[0] == "-" and forms[2] == "-" else lemma
    shown = ("" if form == "-" else form for form in (nominative, *forms))
    return Noun(lemma, gender, kind, tuple(shown))  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Adjective:
    """An adjective by its stem; `definite` chooses the endings."""

    stem: str
    definite: bool

    def form(self, gender: Gender, case: Case, *, plural: bool) -> str:
        """The adjective in this gender, case and number."""
        endings = (_DEFINITE if self.definite else _INDEFINITE)[gender].split()
        return self.stem + endings[_CASES.index(case) + 5 * plural]


@dataclass(frozen=True, slots=True)
class Participle:
    """A verb's past participle in the nominative, typed out."""

    masculine: str
    feminine: str
    masculine_plural: str
    feminine_plural: str

    def form(self, gender: Gender, *, plural: bool) -> str:
        """The participle in this gender and number."""
        if plural:
            return self.masculine_plural if gender == "m" else self.feminine_plural
        return self.masculine if gender == "m" else self.feminine


def takes_plural(number: Decimal) -> bool:
    """Whether a noun beside this number stands in the plural: not beside 1, 21, 101, but beside 11."""
    return number != number.to_integral_value() or number % 10 != 1 or number % 100 == 11
