"""Numbers behind a label that say what was planned and what came of it: *Semināri: plāns – 10, izpilde – 12*."""

from __future__ import annotations

import regex

from pipeline.extract.count import Count
from pipeline.extract.number_links import ENDS
from pipeline.grammar.counted_phrase import Phrase
from pipeline.grammar.noun_before import label_phrase, phrase_before, total_phrase
from pipeline.grammar.rule import backwards
from pipeline.patterns import compiled

_MEASURE = (
    r"(?:plāns|plānā|(?:ie)?plānot[sais]{1,3}|mērķis|līgumā|izpild(?:e|ē|īts|īti|ītas)|faktiski|reāli|fakt(?:s|iskais|iskā)"
    r"|rezultāt(?:s|ā)|sasniegt(?:s|i|as|ais))"
)
_MEASURE_WORD = compiled(_MEASURE, regex.IGNORECASE)
_LINK = r"(?:\s*[:=–—-])?\s*(?:(?:kopā|tikai|jau|pat)\s+)?"
_FIRST = backwards(rf"(?:\s*[:(]|\s[–—-]|(?<=\bskaits))\s*{_MEASURE}{_LINK}")
_NEXT = compiled(rf"\s*\)?\s*(?:[,;/]|[,;]?\s(?:un|bet))\s*{_MEASURE}{_LINK}", regex.IGNORECASE)
# *Rādītājs: veikti pilsētu auditi. Plāns: 10. Izpilde: 12.*
_NAMED = compiled(r"\s*rādītājs\s*[:–—-]\s*[^,:;]+?(?=\.\s+\p{Lu}|[,:;]|$)", regex.IGNORECASE)
_OWN_SENTENCE = backwards(rf"[.;,:]\s*{_MEASURE}\s*[:–—-]\s*")


def is_measure(word: str) -> bool:
    """Whether a word says which of several numbers one is, and is nothing that is counted: *Izpilde: 12*."""
    return _MEASURE_WORD.fullmatch(word) is not None


def measured_phrase(text: str, begin: int, stop: int, before: list[Count]) -> Phrase | None:
    """What the label counts in front of the first of these numbers, or of the one before; None where there is none."""
    if before and _NEXT.fullmatch(text, before[-1].stop, begin) and ENDS.match(text, stop):
        return before[-1].phrase
    first = _FIRST.match(text, 0, begin)
    if first and ENDS.match(text, stop):
        own, total = phrase_before(text, first.start()), total_phrase(text, first.start())
        found = (total if total and not (own and own.known) else own) or label_phrase(text, first.start(), stop)
        if found is not None:
            return found
    named = _NAMED.match(text) if _OWN_SENTENCE.match(text, 0, begin) else None
    return phrase_before(text, named.end()) if named else None
