"""What a bare number beside a label counts: *Semināri pedagogiem | 5*, *Apmācīto jauniešu skaits | 120*."""

from __future__ import annotations

from decimal import Decimal

import regex

from pipeline.grammar.counted_phrase import Phrase
from pipeline.grammar.noun_before import total_phrase
from pipeline.grammar.phrase import phrase_after
from pipeline.grammar.vocabulary import reading
from pipeline.patterns import compiled

_TOTAL = compiled(r"(?<!\p{L})(?:kop)?skait(?:s|am|ā|u)(?!\p{L})", regex.IGNORECASE)
_JOINT = compiled(r"(?<!\p{L})(?:un|vai|kā\s+arī)(?!\p{L})|[,;/+&]", regex.IGNORECASE)
# *Novadīti*, *Sagatavoti un izdoti*: what was done stands in front of the noun.
_DONE = compiled(r"(?:(?:\p{L}+t(?:s|a|i|as)|\p{L}+us(?:i|ies|šas|šās))\s+(?:un\s+)?)+", regex.IGNORECASE)
_WORD = compiled(r"\p{L}+")
# Nouns that name the measure of something and not the thing counted.
_NO_THINGS = frozenset(
    ("rādītājs", "rezultāts", "vērtība", "līmenis", "apjoms", "skaits", "daudzums", "kopums", "dati")
)
_PLURAL, _ONE = Decimal(5), Decimal(1)


def counted_noun(label: str, count: Decimal = _PLURAL) -> Phrase | None:
    """The one noun that a number beside the label counts, None where grammar leaves a doubt.

    That is what *skaits* counts, else the noun in the nominative that the label
    begins with, plural, or singular beside a one; not one of several that are joined.

    >>> [each and each.lemma for each in map(counted_noun, ("Semināri pedagogiem", "Jauniešu iesaiste", "Ar 5"))]
    ['seminārs', None, None]
    """
    total = _TOTAL.search(label)
    if total:
        before = label[: total.start()]
        found = None if _JOINT.search(before) else total_phrase(label, len(label))
        return found if found and found.lemma not in _NO_THINGS else None
    done = _DONE.match(label)
    start = done.end() if done and reading(label.split(maxsplit=1)[0]).participle else 0
    number = _ONE if count == 1 and not _is_plural(label, start) else _PLURAL
    found = phrase_after(label, start, number, "")
    if found is None or not _is_sure(label, start, found, number):
        return None
    return found


def _is_plural(label: str, start: int) -> bool:
    found = phrase_after(label, start, _PLURAL, "")
    return found is not None and _is_sure(label, start, found, _PLURAL)


def _is_sure(label: str, start: int, found: Phrase, number: Decimal) -> bool:
    """Whether the head can be a nominative, is a known noun, and no other nominative follows it."""
    head = label[: found.stop].rsplit(maxsplit=1)[-1].split("/", maxsplit=1)[0]
    said = reading(head)
    wanted = "sg" if number == _ONE else "pl"
    nominative = said.undeclined or any((form.case, form.number) == ("N", wanted) for form in said.nouns)
    if label[start : found.start].strip() or not (found.known and said.counted and nominative):
        return False
    return not found.describes and found.lemma not in _NO_THINGS and not _others_follow(label, found.stop)


def _others_follow(label: str, stop: int) -> bool:
    """Whether another noun in the nominative stands right behind the head, or behind a joint."""
    behind = _WORD.match(label, stop + 1) if label[stop : stop + 1].isspace() else None
    words = [behind] if behind else []
    words += [word for joint in _JOINT.finditer(label, stop) if (word := _WORD.search(label, joint.end()))]
    said = [reading(word[0]) for word in words]
    return any(form.case == "N" for each in said if not each.participle for form in each.nouns)
