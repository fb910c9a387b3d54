"""What a number counts whose noun does not follow it: it stands in front, behind another number, or is left out."""

from __future__ import annotations

from decimal import Decimal

import regex
from msgspec.structs import replace

from pipeline.extract.count import Count
from pipeline.extract.measured_label import is_measure, measured_phrase
from pipeline.extract.noun_left_out import is_other_scenario, is_predicate_of_part, noun_left_out, open_thing
from pipeline.extract.number_links import (
    BRACKET_BEFORE,
    BRACKET_BEHIND,
    ENDS,
    HOW,
    HOW_BEHIND,
    LINK,
    RELATIVE_BEFORE,
    SENTENCE_END,
)
from pipeline.grammar.counted_phrase import Phrase
from pipeline.grammar.noun_before import (
    NUMBERED,
    is_plural_noun,
    label_phrase,
    phrase_before,
    reading_of_head,
    tells_of_total,
    total_phrase,
)
from pipeline.grammar.number_words import number_of_words
from pipeline.grammar.numerals import NUMERAL, Numeral
from pipeline.grammar.phrase import phrase_after
from pipeline.grammar.rule import Found, backwards
from pipeline.grammar.scopes import PRODUCT, in_parts
from pipeline.grammar.vocabulary import is_attributive, reading
from pipeline.patterns import compiled

_IN_WORDS = compiled(r"\s*\((\p{L}[\p{L}\s]*|\d+)\)")
# What stands in brackets between a noun and its number: *Semināri (Cēsis, Dobele) – 4*.
# or an age: *bērni līdz 18 gadiem – 1 098*, *seniori 60+ – 377*, of which the latter was blanked.
# or how they were held: *konsultācijas pa telefonu un klātienē – 75*.
_WAY = rf"(?:(?:pa|ar)\s+\p{{Ll}}+u|{HOW})"
_ASIDE = backwards(
    r"\s*\([^()\d\x00]{1,200}\)|\s+(?:vecumā\s+)?(?:no\s+\d+\s+)?(?:līdz|virs|pēc|no)\s+\d+\s+gad(?:iem|u)(?:\s+vecum\p{L}*)?|\s+\x00{3}|\s+\x00+(?:\s*[–-]\s*\x00+)?\s+klas(?:ēm|es|u)|\s+\x01+"
    rf"|\s+(?:šogad|šajā\s+(?:gadā|periodā))|\s+{_WAY}(?:(?:,|\s+un|\s+vai)\s+{_WAY})*"
)
_OF_OTHERS = compiled(r"\s+no\s+(?=\d|\p{L})", regex.IGNORECASE)
_NEXT_COUNT = compiled(
    r"\s*(?:\p{L}++\s*+){0,3}(?:\([^()]{1,40}\)\s*)?(?:,\s+gan|,|(?<!\p{L})un|(?<!\p{L})vai|(?<!\p{L})bet)\s+(?=\d)|\s*\+\s*(?=\d)",
    regex.IGNORECASE,
)
# *Novadīti 12 (plānoti 10) semināri*.
_ASIDE_BEHIND = compiled(r"\s*\(\p{Ll}+(?:\s+\p{Ll}+)?(?:\s+|\s*[–—:-]\s*)\d[\d\s]{0,9}\)", regex.IGNORECASE)
# So many numbers may share a noun; the cap keeps hostile input cheap.
_MOST_SHARING = 12
_FOLLOWING_WORD = compiled(r"\s+(\p{L}+)")
_BRACKET = compiled(r"\s*\(")
# *Semināri: 10/12*: nobody says which of the two they are.
_SLASHED = compiled(r"/\d")
_DASH_BEHIND, _SEVERAL = compiled(r"\s+[-–—]\s+(?=\p{Ll})"), Decimal(5)
_COLON_BEFORE = backwards(r":\s*")
_CLOSED_BRACKET = backwards(r"\s*\([^()\x00]{1,200}\)")
_NAMED_SHARE = backwards(
    r"(?P<sign>[:,;]|\sun)\s*[\p{Lu}\x01][\p{L}\x01.’'-]*(?:\s[\p{L}\x01.’'-]+){0,3}\s*[–—-]\s*", flags=0
)
# Where something was: *Rīgā 40, Cēsīs 35, kopā 75 dalībnieki*.
_WHERE = r"\p{L}+(?:ā|ē|ī|ū|os|ās|ēs|īs)"
_WHERE_BEFORE = backwards(rf"(?:^|[,:;(]|\sun)\s*(?:\p{{L}}[\p{{L}}\d]*\s+)?{_WHERE}\s+(?:\p{{Ll}}+\s+)?")
_NEXT_ELSEWHERE = compiled(rf"\s*(?:,|(?<!\p{{L}})un)\s+(?:\p{{L}}[\p{{L}}\d]*\s+)?{_WHERE}\s+(?=\d)", regex.IGNORECASE)
# *Tīkla pārbaudes: katru ceturtdienu, kopā 51*.
_SUMMED = backwards(r":\s*[^:.;()\d\x00]{1,60},\s*(?:kopā|kopumā|pavisam)\s+")
_PLACED_SHARE = backwards(
    rf"(?P<sign>[:,;]|\sun)\s*(?:(?:pa|uz|no|ar|pie|caur)\s+\p{{L}}+|(?:\p{{L}}[\p{{L}}\d]*\s+)?{_WHERE}|{HOW})\s*(?:[–—-]\s*)?"
)
_TOLD = backwards(
    r"\s*(?::|\s[–—-]\s)\s*(?:[^:.;()]{1,60},\s*)?(?:\p{L}+t(?:i|as|a|s)\s+un\s+)?(?P<act>\p{L}+(?:t(?:i|as|a|s)|uš(?:i|as)|usi))\s+",
    flags=0,
)


def phrase_elsewhere(
    text: str, numeral: Found[Numeral], stop: int, begin: int, before: list[Count]
) -> tuple[Phrase | None, tuple[int, int]]:
    """A noun before the number, after the next number, or left out."""
    here = numeral.start, numeral.stop
    if before and before[-1].stop == begin - 1 and text[begin - 1] == "\t":  # *Sēdes 20⇥23*
        return before[-1].phrase, here
    told = _told_of(text, begin, stop)
    other = before and not told and is_other_scenario(text, numeral, begin, before[-1])
    thing = open_thing(text, begin, before) if other else None
    if thing is not None:
        return thing, here
    measured = measured_phrase(text, begin, stop, before)
    if measured is not None:
        return measured, here
    of_others = _of_others(text, stop)
    linked = linked_phrase(text, begin, stop)
    divided = None if linked and linked.known else _divided_label(text, begin, stop, before)
    if divided:
        return divided, here
    if linked and before and is_predicate_of_part(text, linked, begin):
        return before[-1].phrase, here
    if linked and before and _says_what_was_done(text, linked):
        linked = None
    if linked and not (of_others and _COLON_BEFORE.match(text, 0, begin)):
        behind = shared_head(text, begin, stop) if before and _is_counted(linked, before[-1]) else None
        if behind:
            return behind, here
        whole = _listed_whole(text, linked, before)
        return (whole, here) if whole else (linked, (linked.start, numeral.stop))
    shared = None if HOW_BEHIND.match(text, stop) else shared_head(text, begin, stop)
    found = (
        of_others
        or shared
        or _behind_aside(text, numeral, stop, begin)
        or told
        or _named_part(text, begin, stop)
        or noun_left_out(text, numeral, stop, begin, before)
    )
    return found, here if found else (0, 0)


def _behind_aside(text: str, numeral: Found[Numeral], stop: int, begin: int) -> Phrase | None:
    """The noun behind a bracket with another scenario's number: *Novadīti 12 (plānoti 10) semināri*."""
    aside = _ASIDE_BEHIND.match(text, stop)
    found = phrase_after(text, aside.end(), numeral.value.low, text[:begin]) if aside else None
    return found if found and found.known else None


def _named_part(text: str, begin: int, stop: int) -> Phrase | None:
    """Who a part is, behind a dash: *no tiem 15 – vidusskolēni*."""
    dash = _DASH_BEHIND.match(text, stop)
    if dash is None or not in_parts(text, begin):
        return None
    found = phrase_after(text, dash.end(), _SEVERAL, "", "N")
    return found if found and found.case == "N" and ENDS.match(text, found.stop) else None


def _says_what_was_done(text: str, linked: Phrase) -> bool:
    """Whether what stands before a dash says what became of the things before it: *priekšlikumi – 7, ieviesti – 3*."""
    word = text[linked.start : linked.stop]
    said = reading(word)
    return word.islower() and " " not in word and said.participle and not said.known and not word.endswith(("ie", "ās"))


def _divided_label(text: str, begin: int, stop: int, before: list[Count]) -> Phrase | None:
    """What a label counts whose numbers stand by their places or names: *Sekotāji: Facebook – 2 890, Rīgā 1 045*."""
    summed = _SUMMED.match(text, 0, begin) if ENDS.match(text, stop) else None
    if summed:
        label = phrase_before(text, summed.start())
        return label if label and label.case == "N" and is_plural_noun(text, label) else None
    named = _NAMED_SHARE.match(text, 0, begin) or (
        _PLACED_SHARE.match(text, 0, begin) if ENDS.match(text, stop) else None
    )
    if named is None:
        return None
    if named["sign"] == ":":
        total = total_phrase(text, named.start())
        if total:
            return total
        label = phrase_before(text, named.start())
        counted = label and label.case == "N" and label.lemma not in NUMBERED and is_plural_noun(text, label)
        return label if counted else None
    if not before or before[-1].stop != named.start():
        return None
    told = _WHERE_BEFORE.match(text, 0, before[-1].at) and _WHERE_BEFORE.match(text, 0, begin)
    return before[-1].phrase if before[-1].leaves_noun_out or told else None


def _is_counted(linked: Phrase, last: Count) -> bool:
    """Whether what stands before a dash has its number already: *3 lekcijas – 30, 25 un 28 klausītāji*."""
    return last.at < last.phrase.start and linked.stop == last.phrase.stop


def _listed_whole(text: str, linked: Phrase, before: list[Count]) -> Phrase | None:
    """What a colon divides by whose it is, each in the genitive: *6 212 vizītes: ārstu – 1 340, māsu – 3 905*."""
    if linked.case != "G" or not before:
        return None
    colon = text.rfind(":", 0, linked.start)
    divided = next((each for each in reversed(before) if each.stop == colon), None)
    if divided is None or SENTENCE_END.search(text, colon, linked.start):
        return None
    return divided.phrase


def _told_of(text: str, begin: int, stop: int) -> Phrase | None:
    """What stands before a colon, of which a participle says what became of so many: *Apliecības: izsniegtas 497*.

    A bracket may stand in front of the colon: *Darbnīcas (3 stundas): notikušas 22*.
    """
    told = _TOLD.match(text, 0, begin)
    if told is None or not ENDS.match(text, stop):
        return None
    aside = _CLOSED_BRACKET.match(text, 0, told.start())
    found = phrase_before(text, aside.start() if aside else told.start())
    if found is None or not reading(told["act"]).participle:
        return None
    noun = reading_of_head(text, found)
    return None if noun.noun_agreements.isdisjoint(reading(told["act"]).adjective_agreements) else found


def _of_others(text: str, stop: int) -> Phrase | None:
    """What the next number counts, of which this one counts some: *31 no 40 jauniešiem*."""
    joint = _OF_OTHERS.match(text, stop)
    other = NUMERAL.at(text, joint.end()) if joint else None
    return phrase_after(text, after_words(text, other), other.value.low, text[: other.start]) if other else None


def shared_head(text: str, begin: int, stop: int) -> Phrase | None:
    """The noun behind one of the next numbers, counted by all: *5 klātienes un 7 attālinātās nodarbības*."""
    elsewhere = _WHERE_BEFORE.match(text, 0, begin) is not None
    for _ in range(_MOST_SHARING):
        joint = _NEXT_COUNT.match(text, stop) or (_NEXT_ELSEWHERE.match(text, stop) if elsewhere else None)
        other = NUMERAL.at(text, joint.end()) if joint else None
        if other is None:
            return None
        stop = after_words(text, other)
        found = phrase_after(text, stop, other.value.low, text[: other.start])
        if found is not None and not is_attributive(found.lemma) and not tells_act(text, found):
            head = text.rfind(" ", found.start, found.stop) + 1
            return replace(found, start=max(found.start, head))
    return None


def tells_act(text: str, phrase: Phrase) -> bool:
    """Whether an unknown word only says what was done: *no tiem 85 ieteikti*, *46 steidzami nosūtīti*."""
    words = text[phrase.start : phrase.stop].split()
    following = _FOLLOWING_WORD.match(text, phrase.stop)
    said = reading(words[0])
    adverbial = bool(said.adjectives) and following is not None and reading(following[1]).participle
    described = any(form.lemma == phrase.lemma and form.case == "N" for form in said.adjectives)
    return not phrase.known and len(words) == 1 and (said.participle or adverbial or described)


def linked_phrase(text: str, begin: int, stop: int) -> Phrase | None:
    """The noun before a number: behind a dash, a colon or a verb like *sasniedza*, or in front of its bracket."""
    if _SLASHED.match(text, stop):
        return None
    bracket = BRACKET_BEFORE.match(text, 0, begin)
    if bracket and (BRACKET_BEHIND.match(text, stop) or HOW_BEHIND.match(text, stop)):
        return phrase_before(text, bracket.start())
    link = LINK.match(text, 0, begin)
    if link is None:
        return label_phrase(text, begin, stop)
    aside = _ASIDE.match(text, 0, link.start()) or RELATIVE_BEFORE.match(text, 0, link.start())
    stop = aside.start() if aside else link.start()
    own, total = phrase_before(text, stop), total_phrase(text, stop)
    if own and is_measure(text[own.start : own.stop]):
        return None
    return total if total and (tells_of_total(text, stop) or not (own and own.known)) else own


def after_words(text: str, numeral: Found[Numeral]) -> int:
    """Where the numeral ends, with its words or its product in brackets behind it: `4 (četriem)`, `24 (6 x 4)`."""
    if not _BRACKET.match(text, numeral.stop):
        return numeral.stop
    match = _IN_WORDS.match(text, numeral.stop)
    if match and (match[1].isdigit() != numeral.value.in_words or _number(match[1]) is None):
        match = None
    if match and _number(match[1]) == numeral.value.low:
        return match.end()
    product = PRODUCT.pattern.match(text, numeral.stop)
    return product.end() if product else numeral.stop


def _number(text: str) -> int | None:
    return int(text) if text.isdigit() else number_of_words(text)
