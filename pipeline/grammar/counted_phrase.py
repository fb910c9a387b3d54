"""A counted phrase as a value."""

from __future__ import annotations

from msgspec import Struct

from pipeline.grammar.declension import Case, Gender
from pipeline.patterns import compiled

_ABBREVIATION = compiled(r"\p{Lu}{2}|\d\p{Lu}")


class Phrase(Struct, frozen=True):
    """A counted phrase: text[start:stop], its head's lemma and case.

    `gender` is its head's, None where nothing tells it. `measure` says whether the head is a length of time or the like, `describes`
    whether it stands in the genitive and only describes another noun.
    """

    start: int
    stop: int
    lemma: str
    known: bool
    case: Case | None = None
    gender: Gender | None = None
    measure: bool = False
    describes: bool = False


def lemma_as_used(lemma: str, written: str) -> str:
    """An abbreviation as it is used, any other lemma as it is.

    >>> lemma_as_used("nvo", "NVO"), lemma_as_used("biedrība", "Biedrības")
    ('NVO', 'biedrība')
    """
    return written if _ABBREVIATION.match(written) else lemma
