"""What a written word may be in a phrase, with what follows from it; worked out once, since words come again and again."""

from __future__ import annotations

from functools import cached_property

from msgspec import Struct

from pipeline.grammar.declension import Case, Form, Gender, Number

Agreement = tuple[Case, Number, Gender]
"""What an adjective and its noun share."""


class Reading(Struct, frozen=True, dict=True):
    """What a written word may be in a phrase.

    `nouns` and `adjectives` are its readings as such; `known` says whether the
    vocabulary holds the noun, `counted` whether it may itself be counted.
    """

    nouns: tuple[Form, ...]
    adjectives: tuple[Form, ...]
    known: bool
    counted: bool
    undeclined: bool
    participle: bool

    @cached_property
    def cases(self) -> frozenset[Case]:
        """The cases in which it may stand as a noun."""
        return frozenset(form.case for form in self.nouns)

    @cached_property
    def all_cases(self) -> frozenset[Case]:
        """The cases in which it may stand, as a noun or an adjective."""
        return self.cases.union(form.case for form in self.adjectives)

    @cached_property
    def adjective_agreements(self) -> frozenset[Agreement]:
        """What it agrees with as an adjective."""
        return frozenset(map(agreement, self.adjectives))

    @cached_property
    def noun_agreements(self) -> frozenset[Agreement]:
        """What agrees with it as a noun."""
        return frozenset(map(agreement, self.nouns))

    @cached_property
    def is_genitive_plural(self) -> bool:
        """Whether it may be a noun in the genitive plural."""
        return any(form.case == "G" and form.number == "pl" for form in self.nouns)

    @cached_property
    def is_nominative_singular(self) -> bool:
        """Whether it may be a noun in the nominative singular."""
        return any(form.case == "N" and form.number == "sg" for form in self.nouns)

    @cached_property
    def is_verbal_noun(self) -> bool:
        """Whether it may be a noun of an act, in any case: *ēdināšana*."""
        return any(form.lemma.endswith(("šana", "šanās")) for form in self.nouns)

    @cached_property
    def is_verbal_nominative(self) -> bool:
        """Whether it may be a noun of an act in the nominative."""
        return any(form.case == "N" and form.lemma.endswith(("šana", "šanās")) for form in self.nouns)


def agreement(form: Form) -> Agreement:
    """What a form shares with what agrees with it."""
    return form.case, form.number, form.gender
