"""The counted noun in front of its number: *Valsts iestāžu pārstāvji – 5*, *dalībnieku skaits: 25*."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.grammar.counted_phrase import Phrase, lemma_as_used
from pipeline.grammar.declension import Form
from pipeline.grammar.phrase_tokens import Token, tokens_before
from pipeline.grammar.reading import Reading, agreement
from pipeline.grammar.rule import backwards
from pipeline.grammar.vocabulary import is_verb, lemma_known, reading, vocabulary
from pipeline.patterns import compiled

_TOTAL = compiled(r"(?<!\p{L})(?:(?:kop)?skait(?:s|am|ā|u)|pulks|loks)(?!\p{L})", regex.IGNORECASE)
_OF_TOTAL = compiled(r"(?:kopēj|vidēj)\p{L}+")
_SENTENCE_END = compiled(r"[.!?;](?=\s+\p{Lu})")
_PREPOSITION_BEFORE = backwards(r"(?<!\p{L})(?:no|ar|par|pie|uz|līdz|pēc|pa)\s+(?:(?:\p{L}+\s+){1,3}(?:un|vai)\s+)?")
_INDEFINITE_PARTICIPLE = compiled(r"\p{L}+t(?:s|a|i|as)")
# *Telefoniski – 42*: how something was done is not what was done.
_ADVERB = compiled(r"\p{L}+(?:iski|ski)", regex.IGNORECASE)
# *II pakāpes – 28*, *III grupa – 6*: what a Roman number orders is one.
_ROMAN = compiled(r"[IVX]+\.?")
# A label of few words with nothing but space between it and its number, from where its clause begins.
_CLAUSE_BEFORE = backwards(
    r"(?:(?<=[.,;:(]\s*)|(?<=\p{L}\s[–—-]\s+)|(?<=^\s*)|(?<=\p{L}\s+\d+\s+un\s+))(?P<label>\p{L}[\p{L}\s’'-]{2,80}\p{L})\s+",
    flags=0,
)
_NO_LABELLED = compiled(r"\b(?:19|20)\d\d$|[–—-]|līdz", regex.IGNORECASE)
NUMBERED = frozenset(
    [
        "noteikums",
        "noteikumi",
        "pants",
        "punkts",
        "tabula",
        "pielikums",
        "tālrunis",
        "posms",
        "klase",
        "modulis",
        "attēls",
    ]
)
"""Lemmas of what is numbered rather than counted: *punkti 5*, *tālruņi: Rīgā – 67 221 122*."""
# The last stands in front of another label with its number: *semināri 5 un nodarbības 12*.
_LABEL_ENDS = compiled(
    r"\t\d|\s*(?:$|[,;.)](?!\s*\d)|\((?!\s*\))|(?<=\s)un\s+\p{Ll}[\p{L}\s]{3,40}\s\d+\s*(?:$|[,;.)]))"
)
_RELATIVE = compiled(r"\s*,\s+(?:(?:ar|no|par|pie|uz|pēc)\s+)?k(?:as|ur\p{L}*|am|o)\s", regex.IGNORECASE)
# *Glābtie – trīs*: a participle used as a noun.
_DEFINITE_PARTICIPLE = compiled(r"(?P<stem>\p{L}{2,}t)(?:ie|ās)")


def phrase_before(text: str, stop: int) -> Phrase | None:
    """The phrase that ends at `stop` and is counted by a number behind it: *Valsts iestāžu pārstāvji – 5*.

    Its head stands in the nominative; what a preposition governs is not
    counted: in *Jaunsargi no Latgales – 15* that is the noun before it.
    """
    tokens = tokens_before(text, stop)
    if tokens and _TOTAL.fullmatch(tokens[-1].text):
        return None
    while tokens and (governing := _PREPOSITION_BEFORE.match(text, 0, tokens[0].start)):
        tokens = tokens_before(text, governing.start())
    if not tokens or _TOTAL.fullmatch(tokens[-1].text):
        return None
    tokens = _without_place(_without_predicate(tokens))
    if _ADVERB.fullmatch(tokens[-1].text) and not reading(tokens[-1].first).known:
        return None
    said = reading(tokens[-1].first)
    if len(tokens) > 1 and _ROMAN.fullmatch(tokens[-2].text) and any(form.number == "sg" for form in said.nouns):
        return None
    definite = _DEFINITE_PARTICIPLE.fullmatch(tokens[-1].folded)
    if definite and not said.known:
        return Phrase(tokens[0].start, tokens[-1].stop, definite["stem"] + "ais", known=False)
    fitting = [each for each in said.nouns if each.case == "N" or (each.case, each.number) == ("G", "pl")]
    form = min(fitting, key=lambda each: each.case != "N", default=None)
    alone = len(tokens) == 1 or tokens[-2].folded in vocabulary().joining
    proper = tokens[-1].text[0].isupper() and alone and not said.known
    if not (form or said.undeclined) or not said.counted or (proper and not _begins_sentence(text, tokens[-1])):
        return None
    return _phrase_up_to(tokens, form)


def label_phrase(text: str, begin: int, stop: int) -> Phrase | None:
    """The phrase of a label that has nothing but its number behind it: *Semināri skolās 8*, *dalībnieki 187 (41 vadītājs)*.

    It is a clause of its own, in the nominative plural: *posms 3* is one stage. A year, a range
    such as *bērni 7–12*, what is only numbered (*punkti 5*) and an address (*Adrese: Skolas 8*) are no counts.
    """
    if _NO_LABELLED.search(text, begin, stop):
        return None
    opening = _CLAUSE_BEFORE.match(text, 0, begin)
    if opening is None or not _LABEL_ENDS.match(text, stop):
        return None
    words = opening["label"].split()
    found = phrase_before(text, opening.end("label"))
    if found is None or found.case != "N" or any(map(is_verb, words)) or not is_plural_noun(text, found):
        return None
    named = text[found.start].isupper() and bool(text[: found.start].strip())
    return None if named or found.lemma in NUMBERED else found


def reading_of_head(text: str, phrase: Phrase) -> Reading:
    """What the last word of the phrase may be."""
    return reading(text[phrase.start : phrase.stop].rsplit(maxsplit=1)[-1])


def is_plural_noun(text: str, phrase: Phrase) -> bool:
    """Whether the head is a noun in the nominative plural, and no participle that says what was done: *nodoti 8*."""
    said = reading_of_head(text, phrase)
    return said.known and any(form.case == "N" and form.number == "pl" for form in said.nouns)


def _without_predicate(tokens: list[Token]) -> list[Token]:
    """The words up to a noun of which the last word only says what was done: *Mentoru pāri izveidoti 17*."""
    if len(tokens) < 2 or _INDEFINITE_PARTICIPLE.fullmatch(tokens[-1].folded) is None:
        return tokens
    noun, said = reading(tokens[-2].first), reading(tokens[-1].first)
    tells = said.participle and not said.known and noun.known
    return tokens[:-1] if tells and not noun.noun_agreements.isdisjoint(said.adjective_agreements) else tokens


def _without_place(tokens: list[Token]) -> list[Token]:
    """The words up to the last noun in the nominative plural, where only a place or a receiver follows it.

    *Plakāti autobusu pieturās – 60*, *nodarbības bērniem – 41*.
    """
    readings = [reading(token.first) for token in tokens]
    total = any(_TOTAL.fullmatch(token.text) for token in tokens)
    named = len(tokens) > 1 and tokens[-1].folded in vocabulary().names
    if named and any(form.case == "N" and form.number == "pl" for form in readings[-2].nouns):
        return tokens[:-1]
    if total or not readings or not readings[-1].nouns or _may_be_counted(readings[-1], tokens[-1].folded):
        return tokens
    plural = [
        place
        for place, said in enumerate(readings[:-1])
        if any(form.case == "N" and form.number == "pl" for form in said.nouns)
    ]
    # *Ieteikumi Terminoloģijas komisijai*: a genitive describes what follows it.
    sure = [place for place in plural if "G" not in readings[place].cases]
    return tokens[: (sure or plural)[-1] + 1] if plural else tokens


def _may_be_counted(said: Reading, folded: str) -> bool:
    """Whether a word may be a nominative or genitive; that of an unknown word which is its own lemma is only a guess."""
    sure = [form for form in said.nouns if form.lemma != folded] or said.nouns
    return any(form.case in "NG" for form in sure)


def _begins_sentence(text: str, token: Token) -> bool:
    return not text[: token.start].rstrip() or text[: token.start].rstrip().endswith((".", ";", ":", "(", ")"))


def tells_of_total(text: str, stop: int) -> bool:
    """Whether a clause that ends at `stop` only tells of the things that *skaits* counts: *Skolu skaits, kurās notika nodarbības*."""
    found = max(_TOTAL.finditer(text, 0, stop), key=lambda match: match.start(), default=None)
    return found is not None and _RELATIVE.match(text, found.end(), stop) is not None


def total_phrase(text: str, stop: int) -> Phrase | None:
    """What *skaits* counts, where it is the last noun before `stop` but for a time or a place.

    *Apmeklētāju skaits 2023. gadā – 18 740*; adjectives that agree with *skaits* are no part of it.
    """
    found = max(_TOTAL.finditer(text, 0, stop), key=lambda match: match.start(), default=None)
    if found is None or _SENTENCE_END.search(text, found.end(), stop):
        return None
    tokens = tokens_before(text, found.start())
    while tokens and (_OF_TOTAL.fullmatch(tokens[0].folded) or not _may_begin_genitive(tokens[0])):
        tokens = tokens[1:]
    if not tokens:
        return None
    said = reading(tokens[-1].first)
    form = next((each for each in said.nouns if each.case == "G" and each.number == "pl"), None)
    if form is None and not said.undeclined:
        return None
    return _phrase_up_to(tokens, form, whole=True)


def _may_begin_genitive(token: Token) -> bool:
    """Whether a word is a genitive, or a name that no case shows: *Instagram konta sekotāju skaits*."""
    name = token.text[0].isupper() and not reading(token.first).adjectives and not reading(token.first).known
    return name or any(form.case == "G" for form in _genitive_readings(token))


def _genitive_readings(token: Token) -> tuple[Form, ...]:
    said = reading(token.first)
    undeclined = (Form(token.text, "G", "pl", "m"),) if said.undeclined else ()
    return (*said.nouns, *said.adjectives, *undeclined)


def _phrase_up_to(tokens: Sequence[Token], form: Form | None, *, whole: bool = False) -> Phrase:
    """The phrase of which the last token is the head, with its modifiers."""
    head = len(tokens) - 1
    first = 0 if whole else _first_modifier(tokens, head, form)
    lemma = form.lemma if form else tokens[head].folded
    written = tokens[head].text
    case, gender = (form.case, form.gender) if form else (None, None)
    known = lemma_known(lemma)
    return Phrase(tokens[first].start, tokens[head].stop, lemma_as_used(lemma, written), known, case, gender)


def _first_modifier(tokens: Sequence[Token], head: int, form: Form | None) -> int:
    """How far back the modifiers of a head reach."""
    first = head
    for place in range(head - 1, -1, -1):
        said = reading(tokens[place].first)
        if _joins_genitives(tokens, place, head):
            continue
        genitive = "G" in said.cases
        fits = any(form is None or each.case == "G" or agreement(each) == agreement(form) for each in said.adjectives)
        if not (fits or genitive or said.undeclined or tokens[place].text[0].isupper()):
            break
        if _is_predicate(tokens, place):
            break
        first = place
    return first


def _joins_genitives(tokens: Sequence[Token], place: int, head: int) -> bool:
    """Whether *un* stands between two genitives in front of the head: *mentoru un klientu tikšanās*."""
    if tokens[place].folded not in vocabulary().joining or not 0 < place < head - 1:
        return False
    return all("G" in reading(tokens[beside].first).cases for beside in (place - 1, place + 1))


def _is_predicate(tokens: Sequence[Token], place: int) -> bool:
    """Whether a participle rather says what was done: *Piesaistīti dalībnieki – 25*, *Ģimenēm izsniegti komplekti – 3*."""
    token, said = tokens[place], reading(tokens[place].first)
    if said.known or _INDEFINITE_PARTICIPLE.fullmatch(token.folded) is None:
        return False
    if place == 0:
        return token.text[0].isupper() or said.participle
    above = reading(tokens[place - 1].first)
    return said.participle and not above.adjectives and bool(above.cases) and above.cases.isdisjoint("NG")
