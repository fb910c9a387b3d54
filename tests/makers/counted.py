"""The noun phrase behind a number: its adjectives, the genitives before its head, and the head, all agreeing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from tests.makers.choices import Choices
from tests.makers.nouns import COMMON_NOUNS
from tests.makers.numerals import written
from tests.makers.phrase import Basis, Count, Qualifier
from tests.makers.rare_nouns import RARE_NOUNS
from tests.makers.words import Adjective, Case, Kind, Noun, takes_plural

_ADJECTIVES: dict[Kind, tuple[Adjective, ...]] = {
    "event": (
        Adjective("radoš", definite=False),
        Adjective("izglītojoš", definite=False),
        Adjective("praktisk", definite=True),
        Adjective("tematisk", definite=False),
        Adjective("piederību veicinoš", definite=False),
        Adjective("jauniešiem veltīt", definite=False),
        Adjective("kopīg", definite=True),
    ),
    "thing": (
        Adjective("informatīv", definite=False),
        Adjective("jaun", definite=False),
        Adjective("metodisk", definite=True),
        Adjective("digitāl", definite=False),
        Adjective("mazākumtautībām veltīt", definite=False),
    ),
    "person": (
        Adjective("jaun", definite=False),
        Adjective("aktīv", definite=True),
        Adjective("vietēj", definite=True),
        Adjective("talantīg", definite=False),
    ),
    "body": (
        Adjective("aktīv", definite=False),
        Adjective("vietēj", definite=True),
        Adjective("dažād", definite=False),
        Adjective("jaundibināt", definite=False),
    ),
}
_GENITIVES: dict[Kind, tuple[str, ...]] = {
    "event": (
        "klātienes",
        "tiešsaistes",
        "bezmaksas",
        "jauniešu",
        "pieredzes apmaiņas",
        "latviešu valodas",
        "Kurzemes reģiona",
    ),
    "thing": ("biedrību", "mācību", "jaunatnes darba", "latviešu valodas"),
    "person": ("pašvaldību", "jauniešu centru", "Latgales novadu", "pašvaldību iestāžu"),
    "body": ("mazākumtautību", "Kurzemes reģiona", "jauniešu"),
}


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The nouns that a document counts."""

    nouns: tuple[Noun, ...]

    def of(self, *kinds: Kind) -> Sequence[Noun]:
        """The nouns of these kinds that have every form."""
        return [noun for noun in self.nouns if noun.kind in kinds and noun.has_all_forms]

    def also_incomplete(self, *kinds: Kind) -> Sequence[Noun]:
        """The nouns of these kinds, also those that lack a number or cases; all have nominative and genitive plural."""
        return [noun for noun in self.nouns if noun.kind in kinds]


COMMON = Vocabulary(COMMON_NOUNS)
RARE = Vocabulary(RARE_NOUNS)


def adorned(choices: Choices, noun: Noun, case: Case, *, plural: bool) -> str:
    """The noun in this form, sometimes with an adjective or genitives in front."""
    words = []
    if choices.chance(25):
        words.append(choices.one_of(_ADJECTIVES[noun.kind]).form(noun.gender, case, plural=plural))
    if choices.chance(25):
        words.append(choices.one_of(_GENITIVES[noun.kind]))
    return " ".join([*words, noun.form(case, plural=plural)])


def amount_for(choices: Choices, noun: Noun, highest: int = 120, lowest: int = 1) -> Decimal:
    """A number that this noun has a form for."""
    number = Decimal(choices.whole(lowest, highest))
    return number if takes_plural(number) or noun.form("nom", plural=False) else number + 1


@dataclass(frozen=True, slots=True)
class Counted:
    """A number with its noun phrase as text, and its true count."""

    text: str
    count: Count
    noun: Noun
    plural: bool


def counted(
    choices: Choices,
    noun: Noun,
    case: Case = "nom",
    *,
    highest: int = 120,
    lowest: int = 1,
    qualifier: Qualifier = "exact",
    basis: Basis = "stated",
) -> Counted:
    """A number and the noun phrase that it counts, in this case."""
    number = amount_for(choices, noun, highest, lowest)
    plural = takes_plural(number)
    unit = adorned(choices, noun, case, plural=plural)
    count = Count(number, unit, noun.lemma, qualifier=qualifier, basis=basis)
    return Counted(f"{written(choices, number)} {unit}", count, noun, plural)
