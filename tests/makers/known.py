"""What the reader does not read yet, in one place: made documents leave it out until it does.

Each is an example that fails, with its true counts' number, unit and lemma, and a pattern of the phrases that are
left out. A test holds that each example still fails: where one is read, its line is to be deleted.
"""

from __future__ import annotations

from dataclasses import dataclass

import regex

from tests.makers.made_summary import FinanceShape


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
        "Pielāgotas 15 vietnes lapas vieglajā valodā",
        (("15", "vietnes lapas", "lapa"),),
        r"vietnes lapas \p{L}+ajā ",
    ),
    KnownFailure(
        "Atbildes saņemtas no bāriņtiesām (38 no 43)",
        (("38", "bāriņtiesām", "bāriņtiesa"), ("43", "bāriņtiesām", "bāriņtiesa")),
        r"\(\d+ no \d+\)",
    ),
    KnownFailure(
        "75 planšetes sadalītas starp 15 lauku skolām, pa piecām katrā",
        (("75", "planšetes", "planšete"), ("15", "lauku skolām", "skola"), ("5", "planšetes", "planšete")),
        r"pa \p{L}+ katrā",
    ),
)


# A headed finance table without all its lines is refused where a period wraps in its narrow column and fills it.
KNOWN_WRAPPED_SHAPES: frozenset[FinanceShape] = frozenset(("table",))
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
