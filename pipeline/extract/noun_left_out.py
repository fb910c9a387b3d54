"""A number whose noun is left out: it counts the things of a count before it."""

from __future__ import annotations

import regex

from pipeline.extract.count import Count
from pipeline.extract.number_links import BRACKET_BEFORE, BRACKET_BEHIND, ENDS, HOW_BEFORE, LINK, SENTENCE_END
from pipeline.grammar.counted_phrase import Phrase
from pipeline.grammar.lookalikes import NAME
from pipeline.grammar.numerals import Numeral
from pipeline.grammar.rule import Found, backwards
from pipeline.grammar.scenarios import scenario_of
from pipeline.grammar.scopes import in_parts, part_scopes
from pipeline.grammar.vocabulary import is_verb, reading, vocabulary
from pipeline.patterns import compiled

_FOLLOWING_WORD = compiled(r"\s+(?:(?:to|tos|tās|arī|jau|vēl|diemžēl)\s+)*(\p{L}+)")
# *No viņiem* means those of the sentence before, not of an earlier one.
_FAR = 2
_THEREOF, _BRACKET = compiled(r"t\.\s?sk\."), compiled(r"\s*\(")
_OPENS = backwards(r"[,;:–-]\s*(?:(?:vēl|bet|savukārt|un)\s+)*")
_OF_THEM = compiled(r"\s+no\s+(?:t|viņ|kur)(iem|ām)(?!\p{L})", regex.IGNORECASE)
# *264 dalībnieki (vidēji 24 katrā seminārā)*; *(ap 300 dienā)* is a rate.
_EACH = compiled(r"\s+katr\p{L}+\s", regex.IGNORECASE)
# *Darbu saglabāja 60 no 74*.
_OF_NUMBER = compiled(r"\s+no\s+\d[\d\s]*(?:[.,;)]|$)")
# *143 bērni no 160*.
_OUT_OF = compiled(r"\s+no\s+")
# *20 ārsti, 15 no lauku reģioniem*.
_FROM_THINGS = compiled(r"\s+no\s+\p{Ll}+(?:\s+\p{Ll}+){0,3}\s*(?:[.,;)]|$|un\s+\d)")
_COMMA = compiled(r"\s*,\s*|\s+un\s+")
_WORD_BEFORE = backwards(r"(\p{L}+)\s+(?:(?:jau|vēl|tikai|tomēr|vērā)\s+)?", flags=0)
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
_DONE = compiled(r"\p{Ll}{3,}(?:t(?:s|a|i|as)|uš(?:i|as))")
# *8 izrādes Latgalē, 2 – Rīgā*: the place parts them.
_ELSEWHERE = compiled(r"\s*[–—-]?\s*(?-i:\p{Lu})\p{Ll}+(?:ā|ē|ī|ū|os|ās|ēs|īs)\s*(?:[.,;)]|$|un\s)")
_PLACE_BETWEEN = compiled(r"\s+[–—-]?\s*\p{Lu}\p{Ll}+(?:ā|ē|ī|ū|os|ās|ēs|īs)\s*(?:,|un)\s*")
# *7 ansambļi no Latvijas un divi no Igaunijas*.
_FROM_PLACE = compiled(r"\s+no\s+\p{Lu}")
_FROM_ONE_PLACE = compiled(r"\s+no\s+\p{Lu}[\p{L}\s]*?(?:,|\sun|\sbet)\s+(?:vēl\s+)?")
_IS = compiled(r"\s+(?:ir|bija|izrādījās)\s+", regex.IGNORECASE)
# *51 cilvēks, un lielākā daļa, 43, pabeidza*.
_MAJORITY = backwards(r"(?<!\p{L})(?:lielāk|mazāk)ā\s+daļa\s*[,–—(-]\s*")
# *Vecākajam bija 18 gadu, jaunākajam 12*.
_AGED = backwards(r"(?<!\p{L})(?:jaun|vec)āk\p{L}+\s+(?:(?:bija|ir)\s+)?")
# *Pērn 8 semināri, šogad 9*; a year's number is blanked.
_OTHER_YEAR = compiled(
    r"[^.;,()\d\x00]{0,40}[,;]\s*(?:(?:bet|savukārt|un)\s+)?(?:šogad|šajā\s+(?:gadā|periodā)|pārskata\s+(?:gadā|periodā)|\x00+(?:\s*gadā)?)\s*(?:[–—-]\s*)?(?:jau\s+|tikai\s+)?",
    regex.IGNORECASE,
)
# *64 klienti (2022. gadā – 51)*.
_OTHER_YEAR_ASIDE = compiled(
    r"\s*\((?:pērn|\x00+(?:\s*gadā)?|iepriekšējā\s+gadā)\s*(?:[–—:-]\s*)?(?:bija\s+)?", regex.IGNORECASE
)
# So many counts may stand between a number and the noun that it leaves out.
_MOST_BETWEEN = 12
_CLOSED = compiled(r"\([^()]*\)")
_OF_AGE = compiled(r"\s+gad(?:s|u|us|i|iem)(?!\p{L})", regex.IGNORECASE)


def noun_left_out(text: str, numeral: Found[Numeral], stop: int, begin: int, before: list[Count]) -> Phrase | None:
    """What a count before it counts, where the number leaves its noun out; None where it does not."""
    if not before or _OF_AGE.match(text, stop) or _AGED.match(text, 0, begin):
        return None
    between = text[before[-1].stop : numeral.start]
    if not _continues(text, numeral, stop, begin, before[-1], between):
        return None
    antecedent = _antecedent(text, begin, stop, before).phrase
    took_part = _TOOK_PART.match(text, 0, begin) and antecedent.lemma in vocabulary().events
    return None if took_part or antecedent.lemma == "%" else antecedent


def is_other_scenario(text: str, numeral: Found[Numeral], begin: int, last: Count) -> bool:
    """Whether the number tells what was planned, or another year's, of the things counted before it."""
    return scenario_of(text, begin, numeral.stop) != "actual" and not _parts_sentences(text[last.stop : numeral.start])


def open_thing(text: str, begin: int, before: list[Count]) -> Phrase | None:
    """What was counted last, no share and in no bracket that is closed: *56 stundas (7 grupas), pērn 48*."""
    near = (each for each in reversed(before[-_MOST_BETWEEN:]) if each.phrase.lemma != "%")
    return next((each.phrase for each in near if ")" not in _CLOSED.sub("", text[each.stop : begin])), None)


def is_predicate_of_part(text: str, linked: Phrase, begin: int) -> bool:
    """Whether the word before a number only says how a part is: *no tiem reaktīvs bija 31*."""
    if not in_parts(text, linked.start) or not _IS.fullmatch(text, linked.stop, begin):
        return False
    return any(form.case == "N" for form in reading(text[linked.start : linked.stop]).adjectives)


def _parts_sentences(between: str) -> bool:
    return SENTENCE_END.search(_THEREOF.sub("", between)) is not None


def _continues(text: str, numeral: Found[Numeral], stop: int, begin: int, last: Count, between: str) -> bool:
    """Whether the number goes on with the things of the last count: *no tiem 4 attālināti*, *bet pabeidza 42*.

    Behind a semicolon it does where it says what became of them: *56 iesniegumi; 8 noraidīti*.
    """
    if _OF_THEM.match(text, stop) and len(SENTENCE_END.findall(between)) < _FAR:
        return True
    if _parts_sentences(between):
        return between.strip() == ";" and _is_done_by(text, numeral, stop)
    if in_parts(text, numeral.start):
        return True
    return _is_placed(text, begin, stop, between) or _goes_on(text, numeral, stop, begin, last, between)


def _is_placed(text: str, begin: int, stop: int, between: str) -> bool:
    """Whether only another place parts it from them: *8 izrādes Latgalē, 2 – Rīgā*, *7 no Rīgas un 2 no Cēsīm*."""
    if _OPENS.match(text, 0, begin) and _ELSEWHERE.match(text, stop) and _says_where(between):
        return True
    return bool(_FROM_ONE_PLACE.fullmatch(between)) and bool(_FROM_PLACE.match(text, stop))


def _goes_on(text: str, numeral: Found[Numeral], stop: int, begin: int, last: Count, between: str) -> bool:
    """Whether a bracket, what they were about, or what they did parts it from them."""
    ends = bool(ENDS.match(text, stop))
    if _is_alone_in_bracket(text, begin, stop, last) or _is_of_matter(text, stop, between):
        return True
    in_bracket = _BRACKET.fullmatch(between) or (_BRACKET.fullmatch(text, last.stop, begin) and _EACH.match(text, stop))
    apart = HOW_BEFORE.fullmatch(between) or _OTHER_YEAR.fullmatch(between) or _OTHER_YEAR_ASIDE.fullmatch(between)
    if in_bracket or (ends and apart) or _OF_NUMBER.match(text, stop):
        return True
    if ends and _OUT_OF.fullmatch(between) and last.at < last.phrase.start:
        return True
    if _COMMA.fullmatch(between) and _FROM_THINGS.match(text, stop):
        return True
    if last.leaves_noun_out and not numeral.value.in_words:
        return True
    if _OF_THEM.match(text, stop) or _is_done_by(text, numeral, stop) or (ends and _MAJORITY.match(text, 0, begin)):
        return True
    if LINK.match(text, 0, begin):
        return not {"\x00", NAME}.intersection(between) and ends and not numeral.value.in_words
    word = _WORD_BEFORE.match(text, 0, begin)
    return ends and word is not None and (_is_predicate(word[1]) or bool(_TOOK_PART.match(text, 0, begin)))


def is_of_them(text: str, count: Count) -> bool:
    """Whether a number whose noun is left out counts some of the things before it: *5 no tiem strādā*."""
    return count.leaves_noun_out and _OF_THEM.match(text, count.stop) is not None


def _is_alone_in_bracket(text: str, begin: int, stop: int, last: Count) -> bool:
    """Whether the number and the count before it both stand alone in brackets: *seminārs (58 viesi), darbnīca (31)*."""
    bracket = BRACKET_BEFORE.match(text, 0, begin)
    if bracket is None or not BRACKET_BEHIND.match(text, stop):
        return False
    return bool(BRACKET_BEFORE.match(text, 0, last.start)) and bool(BRACKET_BEHIND.match(text, last.stop))


def _is_of_matter(text: str, stop: int, between: str) -> bool:
    """Whether only what it was about parts the number from its noun: *284 jautājumi par darbu, par ģimeni 167*."""
    behind = _OTHER_MATTER.fullmatch(between)
    return behind is not None and _MATTER_ENDS.match(text, stop) is not None


def _says_where(between: str) -> bool:
    """Whether what stands between two counts is only where the first took place: *8 izrādes Latgalē, 2 Rīgā*."""
    return _PLACE_BETWEEN.fullmatch(between) is not None


def _antecedent(text: str, begin: int, stop: int, before: list[Count]) -> Count:
    """The count whose noun is left out: the last one that *no tiem* or *no tām*, before or behind it, can mean."""
    opener = _OF_THEM.match(text, stop) or _OF_WHOM.search(text, 0, begin)
    if opener is None:
        ended = [scope for scope in part_scopes(text) if scope[1] < begin]
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
    """Whether a word says what became of them: *812 pārsūtīti policijai*, *11 bojā gājuši*."""
    return word.casefold() == "bojā" or (_DONE.fullmatch(word) is not None and reading(word).participle)


def _is_predicate(word: str) -> bool:
    """Whether a word says what was done: a verb, or a participle in lower case."""
    return word[0].islower() and (is_verb(word) or reading(word).participle)
