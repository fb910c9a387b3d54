"""What a number counts whose noun does not follow it: it stands in front, behind another number, or is left out."""

from __future__ import annotations

import regex
from msgspec.structs import replace

from pipeline.extract.count import Count
from pipeline.grammar.counted_phrase import Phrase
from pipeline.grammar.lookalikes import NAME
from pipeline.grammar.noun_before import label_phrase, phrase_before, reading_of_head, total_phrase
from pipeline.grammar.number_words import number_of_words
from pipeline.grammar.numerals import NUMERAL, Numeral
from pipeline.grammar.phrase import phrase_after
from pipeline.grammar.rule import Found, backwards
from pipeline.grammar.scenarios import scenario_before
from pipeline.grammar.scopes import PRODUCT, part_scopes
from pipeline.grammar.vocabulary import is_attributive, is_verb, reading, vocabulary
from pipeline.patterns import compiled

_IN_WORDS = compiled(r"\s*\((\p{L}[\p{L}\s]*|\d+)\)")
_LINK = backwards(
    r"(?:(?:\s+(?:kopā|kopumā|pavisam))?\s*[-–—:=]\s*(?:\x00+\s+)?|(?<=\bskait(?:s|am|ā|u))\s+|\s+no\s+(?=\d[\d\s]{0,9}\s(?:pieaug|palielinā|samazinā|saruk|sarucis|izaug))"
    r"|\s+(?:no\s+\d[\d\s]{0,9}\s)?(?:ir|bija|sasniedz\p{L}*|pārsnie\p{L}*|veidoj?\p{L}*|sastād\p{L}*|pieaug\p{L}*|palielinā\p{L}*|samazinā\p{L}*|sarucis|saruka|tuvo\p{L}*|kopā)\s+)"
    r"(?:(?:ir|bija|no)\s+)?",
)
# The number alone in brackets behind its noun: *eksperti (7)*, *semināri (kopā 5)*.
_BRACKET_BEFORE = backwards(r"\s*\((?:kopā|kopumā|kopskaitā|pavisam)?\s*")
_BRACKET_BEHIND = compiled(r"\s*(?:\)|,\s+(?=no\s+t|t\.?\s?sk|ta[ij]|tostarp))", regex.IGNORECASE)
# *Rādītājs: veikti pilsētu auditi. Plāns: 10. Izpilde: 12.*: the words beside the numbers are none of what is counted.
_MEASURED = frozenset({"plāns", "izpilde", "mērķis", "rezultāts", "fakts"})
_NAMED = compiled(r"\s*rādītājs\s*[:–—-]\s*[^,:;]+?(?=\.\s+\p{Lu}|[,:;]|$)", regex.IGNORECASE)
# What stands in brackets between a noun and its number: *Semināri (Cēsis, Dobele) – 4*.
# or an age: *bērni līdz 18 gadiem – 1 098*, *seniori 60+ – 377*, of which the latter was blanked.
_ASIDE = backwards(
    r"\s*\([^()\d\x00]{1,200}\)|\s+(?:vecumā\s+)?(?:no\s+\d+\s+)?(?:līdz|virs|pēc|no)\s+\d+\s+gad(?:iem|u)(?:\s+vecum\p{L}*)?|\s+\x00{3}|\s+\x01+"
)
_OF_OTHERS = compiled(r"\s+no\s+(?=\d|\p{L})", regex.IGNORECASE)
_NEXT_COUNT = compiled(
    r"\s*(?:\p{L}++\s*+){0,3}(?:,\s+gan|,|(?<!\p{L})un|(?<!\p{L})vai|(?<!\p{L})bet)\s+(?=\d)", regex.IGNORECASE
)
_FOLLOWING_WORD = compiled(r"\s+(?:(?:to|tos|tās|arī|jau|vēl)\s+)*(\p{L}+)")
# *No viņiem* means those of the sentence before, not of an earlier one.
_FAR = 2
_THEREOF, _BRACKET = compiled(r"t\.\s?sk\."), compiled(r"\s*\(")
# *318 īpašnieki (klātienē 142, attālināti 176)*.
_HOW = compiled(
    r"\s*\((?:klātienē|neklātienē|attālināti|tiešsaistē|telefoniski|elektroniski|individuāli|mutiski|rakstiski|grupās)\s+[–—-]?\s*",
    regex.IGNORECASE,
)
_OPENS = backwards(r"[,;:–-]\s*(?:(?:vēl|bet|savukārt|un)\s+)*")
_COLON_BEFORE = backwards(r":\s*")
_ENDS = compiled(r"\s*(?:\(\s*\d[\d,]*\s*%\s*\)\s*)?(?:[.,;)]|$|(?:un|bet)\s)")
_OF_THEM = compiled(r"\s+no\s+(?:t|viņ|kur)(iem|ām)(?!\p{L})", regex.IGNORECASE)
_SENTENCE_END = compiled(r"[.;](?=\s+\p{Lu}|\s*$)")
_WORD_BEFORE = backwards(r"(\p{L}+)\s+(?:(?:jau|vēl|tikai|tomēr)\s+)?", flags=0)
# The last *no tiem* of a text, in whose sentence no other stands behind it.
_OF_WHOM = compiled(r"(?<!\p{L})no\s+(?:t|kur|viņ)(iem|ām)(?!\p{L})[^.;]*$", regex.IGNORECASE)
# Who did that is a person, and no seminar: *notikuši 5 semināri, piedalījās 144*.
_TOOK_PART = backwards(
    r"(?<!\p{L})(?:piedal\p{L}+|pulcē\p{L}+|ierad\p{L}+|apmeklē\p{L}+|startē\p{L}+|pieteic\p{L}+|reģistrēj\p{L}+|pabeid\p{L}+"
    r"|iesaist\p{L}+|apmācīt\p{L}+)\s+(?:(?:jau|vēl|tikai|kopā|kopumā|pavisam)\s+)*"
)
# *284 jautājumi par darbu, par ģimeni 167*.
_OTHER_MATTER = compiled(r"[^.;,()\d\x00]*,\s+par(?:\s+\p{Ll}+){1,4}(?:\s+[–—-])?\s+")
_MATTER_ENDS = compiled(r"\s*(?:[,.;)]|un\s+par\s|$)")
_PASSIVE = compiled(r"\p{Ll}{3,}t(?:s|a|i|as)")
# *8 izrādes Latgalē, 2 – Rīgā*: the place parts them.
_ELSEWHERE = compiled(r"\s*[–—-]?\s*(?-i:\p{Lu})\p{Ll}+(?:ā|ē|ī|ū|os|ās|ēs|īs)\s*(?:[.,;)]|$|un\s)")
_PLACE_BETWEEN = compiled(r"\s+[–—-]?\s*\p{Lu}\p{Ll}+(?:ā|ē|ī|ū|os|ās|ēs|īs)\s*(?:,|un)\s*")
_TOLD = backwards(
    r"\s*(?::|\s[–—-]\s)\s*(?:[^:.;()]{1,60},\s*)?(?P<act>\p{L}+(?:t(?:i|as|a|s)|uš(?:i|as)|usi))\s+", flags=0
)
_OF_AGE = compiled(r"\s+gad(?:s|u|us|i|iem)(?!\p{L})", regex.IGNORECASE)


def phrase_elsewhere(
    text: str, numeral: Found[Numeral], stop: int, begin: int, before: list[Count]
) -> tuple[Phrase | None, tuple[int, int]]:
    """A noun before the number, after the next number, or left out."""
    if before and scenario_before(text, begin) != "actual" and not _told_of(text, begin, stop):
        same_sentence = _SENTENCE_END.search(_THEREOF.sub("", text[before[-1].stop : numeral.start])) is None
        if same_sentence:
            return before[-1].phrase, (numeral.start, numeral.stop)
    of_others = _of_others(text, stop)
    linked = linked_phrase(text, begin, stop)
    if linked and not (of_others and _COLON_BEFORE.match(text, 0, begin)):
        whole = _listed_whole(text, linked, before)
        return (whole, (numeral.start, numeral.stop)) if whole else (linked, (linked.start, numeral.stop))
    found = of_others or shared_head(text, stop) or _told_of(text, begin, stop)
    if found:
        return found, (numeral.start, numeral.stop)
    if before and _leaves_noun_out(text, numeral, stop, begin, before[-1]):
        antecedent = _antecedent(text, begin, stop, before).phrase
        took_part = _TOOK_PART.match(text, 0, begin) and antecedent.lemma in vocabulary().events
        if not took_part and antecedent.lemma != "%":
            return antecedent, (numeral.start, numeral.stop)
    return None, (0, 0)


def _listed_whole(text: str, linked: Phrase, before: list[Count]) -> Phrase | None:
    """What a colon divides by whose it is, each in the genitive: *6 212 vizītes: ārstu – 1 340, māsu – 3 905*."""
    if linked.case != "G" or not before:
        return None
    colon = text.rfind(":", 0, linked.start)
    divided = next((each for each in reversed(before) if each.stop == colon), None)
    if divided is None or _SENTENCE_END.search(text, colon, linked.start):
        return None
    return divided.phrase


def _told_of(text: str, begin: int, stop: int) -> Phrase | None:
    """What stands before a colon, of which a participle says what became of so many: *Apliecības: izsniegtas 497*."""
    told = _TOLD.match(text, 0, begin)
    found = phrase_before(text, told.start()) if told and _ENDS.match(text, stop) else None
    if told is None or found is None or not reading(told["act"]).participle:
        return None
    noun = reading_of_head(text, found)
    return None if noun.noun_agreements.isdisjoint(reading(told["act"]).adjective_agreements) else found


def _of_others(text: str, stop: int) -> Phrase | None:
    """What the next number counts, of which this one counts some: *31 no 40 jauniešiem*."""
    joint = _OF_OTHERS.match(text, stop)
    other = NUMERAL.at(text, joint.end()) if joint else None
    return phrase_after(text, after_words(text, other), other.value.low, text[: other.start]) if other else None


def shared_head(text: str, stop: int) -> Phrase | None:
    """The noun that stands behind the next number and is counted by both: *5 klātienes un 7 attālinātās nodarbības*."""
    joint = _NEXT_COUNT.match(text, stop)
    other = NUMERAL.at(text, joint.end()) if joint else None
    found = phrase_after(text, after_words(text, other), other.value.low, text[: other.start]) if other else None
    if other and (found is None or is_attributive(found.lemma)):
        return shared_head(text, after_words(text, other))
    if found is None:
        return None
    head = text.rfind(" ", found.start, found.stop) + 1
    return replace(found, start=max(found.start, head))


def linked_phrase(text: str, begin: int, stop: int) -> Phrase | None:
    """The noun before a number: behind a dash, a colon or a verb like *sasniedza*, or in front of its bracket."""
    bracket = _BRACKET_BEFORE.match(text, 0, begin)
    if bracket and _BRACKET_BEHIND.match(text, stop):
        return phrase_before(text, bracket.start())
    link = _LINK.match(text, 0, begin)
    if link is None:
        return label_phrase(text, begin, stop)
    aside = _ASIDE.match(text, 0, link.start())
    stop = aside.start() if aside else link.start()
    own, total = phrase_before(text, stop), total_phrase(text, stop)
    if own and text[own.start : own.stop].casefold() in _MEASURED:
        named = _NAMED.match(text)
        return phrase_before(text, named.end()) if named else None
    return total if total and not (own and own.known) else own


def _leaves_noun_out(text: str, numeral: Found[Numeral], stop: int, begin: int, last: Count) -> bool:
    """Whether the number counts the noun of the count before it: *no tiem 4 attālināti*, *bet pabeidza 42*."""
    if _OF_AGE.match(text, stop):
        return False
    between = text[last.stop : numeral.start]
    if _OF_THEM.match(text, stop) and len(_SENTENCE_END.findall(between)) < _FAR:
        return True
    if _SENTENCE_END.search(_THEREOF.sub("", between)):
        return False
    if any(start <= numeral.start < end for start, end in part_scopes(text)):
        return True
    if _OPENS.match(text, 0, begin) and _ELSEWHERE.match(text, stop) and _says_where(between):
        return True
    if _is_alone_in_bracket(text, begin, stop, last) or _is_of_matter(text, stop, between):
        return True
    if (
        _BRACKET.fullmatch(between)
        or (_HOW.fullmatch(between) and _ENDS.match(text, stop))
        or (last.leaves_noun_out and not numeral.value.in_words)
    ):
        return True
    if _OF_THEM.match(text, stop) or _is_done_by(text, numeral, stop):
        return True
    ends = bool(_ENDS.match(text, stop))
    if _LINK.match(text, 0, begin):
        return not {"\x00", NAME}.intersection(between) and ends and not numeral.value.in_words
    word = _WORD_BEFORE.match(text, 0, begin)
    return ends and word is not None and (_is_predicate(word[1]) or bool(_TOOK_PART.match(text, 0, begin)))


def is_of_them(text: str, count: Count) -> bool:
    """Whether a number whose noun is left out counts some of the things before it: *5 no tiem strādā*."""
    return count.leaves_noun_out and _OF_THEM.match(text, count.stop) is not None


def _is_alone_in_bracket(text: str, begin: int, stop: int, last: Count) -> bool:
    """Whether the number and the count before it both stand alone in brackets: *seminārs (58 viesi), darbnīca (31)*."""
    bracket = _BRACKET_BEFORE.match(text, 0, begin)
    if bracket is None or not _BRACKET_BEHIND.match(text, stop):
        return False
    return bool(_BRACKET_BEFORE.match(text, 0, last.start)) and bool(_BRACKET_BEHIND.match(text, last.stop))


def _is_of_matter(text: str, stop: int, between: str) -> bool:
    """Whether only what it was about parts the number from its noun: *284 jautājumi par darbu, par ģimeni 167*."""
    behind = _OTHER_MATTER.fullmatch(between)
    return behind is not None and _MATTER_ENDS.match(text, stop) is not None


def _says_where(between: str) -> bool:
    """Whether what stands between two counts is only where the first took place: *8 izrādes Latgalē, 2 Rīgā*."""
    return _PLACE_BETWEEN.fullmatch(between) is not None


def _antecedent(text: str, begin: int, stop: int, before: list[Count]) -> Count:
    """The count whose noun is left out: the last one that *no tiem* or *no tām*, before or behind it, can mean."""
    text, behind = text[:begin], _OF_THEM.match(text, stop)
    opener = behind or _OF_WHOM.search(text)
    if opener is None:
        ended = [scope for scope in part_scopes(text) if scope[1] < len(text)]
        things = (each for each in reversed(before) if _is_thing(each) and not any(s <= each.at < e for s, e in ended))
        return next(things, before[-1])
    gender = "f" if opener[1].casefold() == "ām" else "m"
    events = vocabulary().events if "viņ" in opener[0].casefold() else ()
    meant = (each for each in reversed(before) if each.phrase.gender in (gender, None))
    return next((each for each in meant if each.phrase.lemma not in events), before[-1])


def _is_thing(count: Count) -> bool:
    """Whether it counts neither a measure nor a share."""
    return not count.phrase.measure and count.phrase.lemma != "%"


def _is_done_by(text: str, numeral: Found[Numeral], stop: int) -> bool:
    """Whether a clause begins with the number and a verb follows: *…, 57 nokārtoja ieskaiti*."""
    following = _FOLLOWING_WORD.match(text, stop)
    opens = _OPENS.match(text, 0, numeral.start) is not None
    return opens and following is not None and (is_verb(following[1]) or _is_done(following[1]))


def _is_done(word: str) -> bool:
    """Whether a word is a passive participle that says what was done: *812 pārsūtīti policijai*."""
    return _PASSIVE.fullmatch(word) is not None and reading(word).participle


def _is_predicate(word: str) -> bool:
    """Whether a word says what was done: a verb, or a participle in lower case."""
    return word[0].islower() and (is_verb(word) or reading(word).participle)


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
