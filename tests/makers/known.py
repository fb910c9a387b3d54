"""What the reader does not read yet, in one place: made documents leave it out until it does.

Each is an example that fails, with its true counts' number, unit and lemma, and a pattern of the phrases that are
left out. A test holds that each example still fails: where one is read, its line is to be deleted.
"""

from __future__ import annotations

from dataclasses import dataclass

import regex

from tests.makers.made_summary import FinanceShape, Numbering


@dataclass(frozen=True, slots=True)
class KnownFailure:
    """A wording that is not read: an example, its true counts as `(number, unit, lemma)`, and what it looks like."""

    example: str
    truth: tuple[tuple[str, str, str], ...]
    pattern: str

    def holds(self, text: str) -> bool:
        """Whether a phrase is of this wording."""
        return regex.search(self.pattern, text) is not None


KNOWN: tuple[KnownFailure, ...] = (
    KnownFailure(
        "Gada laikā 21 gadatirgus noticis attālināti",
        (("21", "gadatirgus", "gadatirgus"),),
        r"1 (?:\p{L}+ )*gadatirgus \p{Ll}",
    ),
)


# Plain paragraphs as items, of which one in ten documents joins two or parts one.
KNOWN_NUMBERINGS: frozenset[Numbering] = frozenset(("paragraph",))
# A headed finance table without lines inside another table without lines is mostly refused.
KNOWN_RULED_SHAPES: frozenset[FinanceShape] = frozenset(("table",))
# A page end that leaves the first line of the finances below the results: it is read as a heading of a year.
KNOWN_PAGE_ENDS: frozenset[str] = frozenset(("typst",))
# Nouns of no vocabulary that are not seen behind a number: their nominative looks like a participle.
KNOWN_NOUNS: frozenset[str] = frozenset(("klēts",))
_CUT_TOKEN = regex.compile(r"(?<=\S[-–/.@])\s+(?=\S)")


def without_cuts(text: str) -> str:
    """The text as if no line end had cut a range, number or address: the reader puts a gap there.

    >>> without_cuts("Skolēni no 6.– 12. klases, sk. www.solis. lv")
    'Skolēni no 6.–12.klases, sk.www.solis.lv'
    """
    return _CUT_TOKEN.sub("", text)


def is_known(text: str) -> bool:
    """Whether a text is of a wording that the reader does not read yet."""
    return any(known.holds(text) for known in KNOWN)
