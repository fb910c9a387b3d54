"""What the reader does not read yet, in one place: made documents leave it out until it does.

Each is an example that fails, with its true counts' number, unit and lemma, and a pattern of the phrases that are
left out. A test holds that each example still fails: where one is read, its line is to be deleted.
"""

from __future__ import annotations

from dataclasses import dataclass

import regex

from tests.makers.made_summary import FinanceShape, Numbering

_GENITIVES = "pašvaldību|jauniešu|centru|novadu|iestāžu|mazākumtautību|biedrību|mācību|grupu"


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
        "Iesaistītas 120 vietējās sievietes",
        (("120", "vietējās sievietes", "sieviete"),),
        r"[Vv]ietējās",
    ),
    KnownFailure(
        "Iegādātas 100 latviešu valodas kartītes viesiem",
        (("100", "latviešu valodas kartītes", "kartīte"),),
        "latviešu valodas",
    ),
    KnownFailure(
        "Grupās mācījās līdz 81 pašvaldību senioram",
        (("81", "pašvaldību senioram", "seniors"),),
        rf"(?<!1)1 (?:\p{{L}}+ ){{0,2}}(?:{_GENITIVES})\b",
    ),
    KnownFailure(
        "Noorganizēti 50 konkursi ar 93 pašvaldību apmeklētāju piedalīšanos",
        (("50", "konkursi", "konkurss"), ("93", "pašvaldību apmeklētāju", "apmeklētājs")),
        rf"(?:{_GENITIVES}) \p{{L}}+ piedalīšanos",
    ),
    KnownFailure(
        "Katrā grupā darbojās no 31 līdz 60 jauniešu centru līderiem",
        (("31", "jauniešu centru līderiem", "līderis"),),
        r"(?<!1)1(?: līdz |[-–])\d+ ",
    ),
    KnownFailure(
        "Novadīti 19 plenēri, t.sk. 5 attālināti",
        (("19", "plenēri", "plenērs"), ("5", "plenēri", "plenērs")),
        r"t\.sk\. \d+ (?:attālināti|klātienē|sadarbībā|latgaliešu)",
    ),
    KnownFailure(
        "Notikušas 77 vizītes, no tām 6 ārpus Rīgas",
        (("77", "vizītes", "vizīte"), ("6", "vizītes", "vizīte")),
        r"\d ārpus",
    ),
    KnownFailure(
        "Novadītas 24 jauniešiem veltītas satikšanās speciālistiem",
        (("24", "jauniešiem veltītas satikšanās", "satikšanās"),),
        rf"veltīt\p{{L}}+ (?:\p{{L}}+ )*(?:{_GENITIVES}|satikšanās|tikšanās|video|foto)",
    ),
    KnownFailure(
        "Gada laikā 21 gadatirgus noticis attālināti",
        (("21", "gadatirgus", "gadatirgus"),),
        r"1 (?:\p{L}+ )*gadatirgus \p{Ll}",
    ),
    KnownFailure(
        "Noslēdzies projekta\n7. posms",
        (),
        r"\d\. posms",
    ),
    KnownFailure("Izveidota 101 telts visa gada laikā", (("101", "telts", "telts"),), "telts visa"),
    KnownFailure("Video skaits: 943", (("943", "Video", "video"),), "(?:Video|Foto) skaits"),
    KnownFailure(
        "Pilsoņi – 2 277. Notika talka",
        (("2277", "Pilsoņi", "pilsonis"),),
        r"(?:[–:-]|ir) \d[\d\s]*\. \p{Lu}",
    ),
)


# Plain paragraphs, however far apart, are told by the room that the line above had left alone.
KNOWN_NUMBERINGS: frozenset[Numbering] = frozenset(("paragraph",))
# A row of a headed finance table that a page end cuts is read as a purpose; long documents have no such table.
KNOWN_LONG_SHAPES: frozenset[FinanceShape] = frozenset(("table",))
# Where its page end leaves one line of the finances below the results, the period is read as a year's heading.
KNOWN_LONG_PRODUCERS: frozenset[str] = frozenset(("typst",))
# A remainder such as `€ 8.06.` above a line that begins with a year is taken for a date; from 32 euro it cannot be.
KNOWN_LEAST_LEFT_IN_CENTS = 3_200
# Nouns of no vocabulary that are not seen at all behind a number: short ones, undeclined ones, the sixth declension.
KNOWN_NOUNS: frozenset[str] = frozenset(("aita", "depo", "klēts", "nots", "pianino", "pirts", "senlieta"))
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
