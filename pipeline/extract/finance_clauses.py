"""What stands in front of a head in its clause: it may say that an amount is no total of the period."""

from __future__ import annotations

import regex

from pipeline.grammar.rule import backwards
from pipeline.patterns import compiled

_NTH = r"(?:pirm|otr|treš|ceturt|piekt)(?:ajā|ais|ā|aja|ajam|o)\s+(?:[īi]steno[šs]anas\s+)?(?:gad|period|posm)\p{L}*"
_WORD = compiled(rf"{_NTH}|\p{{L}}+", regex.IGNORECASE)
# Back to a sign that ends a clause. A point does so in front of a capital; a head in lower case goes on with a line.
_LEAD = backwards(r"(?:[^\n.,;()]|\.(?!\s+\p{Lu}|\s*$))*", flags=0)
_LEAD_OF_WRAPPED = backwards(r"(?:[^\n.,;()]|\.(?!\s+\p{Lu})|(?<![.:;]\s*)\n)*", flags=0)
# What says the whole task, its money, its time, and nothing of a purpose, a place or another payer.
_HARMLESS = compiled(
    r"(?:grozīj|izpild|īsteno|veikšan|realizācij|nodroši|uzdevum|period|gad|līgum|vienošan|biedrīb|nodibināj|organizācij|projekt|programm|veicēj|posm|finans|kops"
    r"|bijām|bijam|pamat|precīz|mērķ|apmēr|summ|līdzek|budžet|izdevum|izmaks|naud|dotācij|subsīdij|tām|piešķīrum|izlietojum|atlikum|ministrij|valst|pārskat|atskait|deleģ|kopēj|visp"
    r"|plān|paredz|piešķ|izliet|iztēr|izmant|saņem|apgū|apstiprin|ieplān|iecer|neizliet|neapgū|neiztēr|neizmant|fakt|izveido|veido|radie|radā|pali[ek]|sastād|konstatē|esoš|minēt|norādīt|attiecīg)\p{L}*"
    r"|(?:tika|ir|bija|tiek|tiks|un|bet|savukārt|kā|arī|gan|no|tiem|tām|tā|to|kuriem|kurām|kura|kuras|kas|kopā|kopumā|pavisam|reāli|līdz|ar|tādējādi|rezultātā|tātad|šajā|šo|šim|šī|šā|tas"
    r"|janvāra|februāra|marta|aprīļa|maija|jūnija|jūlija|augusta|septembra|oktobra|novembra|decembra"
    r"|saskaņā|pēc|par|uz|viss?|visi|visa|visu|visā|visam|laikā|beigās|beigu|noslēgumā|beigām|tikai|vien|šiem|šīm|mūsu|mums|euro|eur|eiro|t|sk|tai|tajā|skaitā|tostarp|proti|jeb|g|nr|ii?i?|iv|v)"
    rf"|{_NTH}",
    regex.IGNORECASE,
)
# *Uz 30.06.2023.*, *līdz 30. jūnijam*: what was spent until then, unless the year ends there.
_UNTIL = compiled(r"(?<!\p{L})(?:uz|līdz)\s+(?!31\.\s*(?:12\.|decembr))\d{1,2}\.", regex.IGNORECASE)
_QUOTED = compiled(r"[„“”«\"][^„“”«»\"\n]*[“”»\"]")
_SENTENCE = compiled(r"(?:[^\n.;]|\.(?!\s+\p{Lu}|\s*(?:\n|$)))*")
_ITEM = compiled(r"[ \t]*(?:[-–—•·]|\d{1,2}[.)]|\(?\p{Ll}\))\s+(?=[^\n]*\d)")


def tells_of_part(text: str, start: int) -> bool:
    """Whether the clause in front of the head at `start` tells of a purpose, a place, a part of the time, other money.

    >>> [tells_of_part(f"{lead} izlietoti 5 euro", len(lead) + 1) for lead in ("Uzdevuma izpildei", "Festivālam tika")]
    [False, True]
    """
    lead = (_LEAD_OF_WRAPPED if text[start].islower() else _LEAD).match(text, 0, start)
    said = lead[0] if lead else ""
    return _UNTIL.search(said) is not None or not is_of_all(said)


def sentence_end(text: str, start: int, most: int | None = None) -> int:
    """Where the sentence or the line ends that goes on at `start`, at most at `most`."""
    rest = _SENTENCE.match(text, start, len(text) if most is None else most)
    return rest.end() if rest else start


def is_of_all(text: str) -> bool:
    """Whether no word of the text says more than that the whole task, its money or its time is meant."""
    return all(_HARMLESS.fullmatch(word[0]) for word in _WORD.finditer(_QUOTED.sub("", text)))


def is_in_item(text: str, start: int) -> bool:
    """Whether a head at `start` stands behind an amount in an item of one purpose: *- talkas – 6 euro (izlietoti …*."""
    item = _ITEM.match(text, text.rfind("\n", 0, start) + 1, start)
    return item is not None and not is_of_all(text[item.end() : start])
