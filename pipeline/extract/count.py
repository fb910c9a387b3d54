"""A numeral with what it counts, before it becomes a record."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from pipeline.grammar.counted_phrase import Phrase
from pipeline.grammar.numerals import Numeral
from pipeline.records import Basis, Qualifier, Scenario


class Count(Struct, frozen=True):
    """A numeral at `at` with its phrase, before it becomes a record; both together take text[start:stop]."""

    numeral: Numeral
    qualifier: Qualifier
    phrase: Phrase
    at: int
    start: int
    stop: int
    basis: Basis = "stated"
    product: Decimal | None = None
    whole: Decimal | None = None
    scenario: Scenario = "actual"

    @property
    def leaves_noun_out(self) -> bool:
        """Whether it counts a noun that stands in front of another number."""
        return self.phrase.stop < self.at
