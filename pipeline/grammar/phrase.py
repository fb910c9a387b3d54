"""The counted noun phrase: which of the words behind a numeral is the head, and its lemma.

A Latvian numeral governs its noun: 1, 21, 31 … the singular, others the plural,
behind a preposition in the dative, else mostly in the nominative (Latviešu
valodas gramatika, §§ on numerals). Between them stand agreeing adjectives and
participles, genitives, and what a participle governs. Each word is tried as
the head; the reading that explains most words at the least cost wins.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

import regex

from pipeline.grammar.declension import Case, Form, Gender, definite_forms
from pipeline.grammar.phrase_costs import (
    IMPOSSIBLE,
    TOO_DEAR,
    Context,
    agrees,
    form_cost,
    is_governed,
    is_number_singular,
    is_uncounted_singular,
    modifiers_cost,
    noun_cost,
    predicate_before,
    rest_cost,
    rest_is_oblique,
)
from pipeline.grammar.phrase_tokens import Token, tokens_after, tokens_before
from pipeline.grammar.vocabulary import Reading, lemma_known, reading, vocabulary

_FOLLOWING = regex.compile(r"\s+(\p{L}+)")
_GENITIVE_POSTPOSITION = regex.compile(
    r"\s+(?:dēļ|labad|ietvaros|laikā|gaitā|garumā|rezultātā|vietā|vajadzībām|apmērā|sastāvā|vadībā|ceļā)(?!\p{L})",
    regex.IGNORECASE,
)
_DEFINITE = regex.compile(r"(?P<stem>\p{L}+(?:oš|[āa]m|t|uš))(?:ais|ie|ajam|ajiem|o|os|ajos|ās|ajām|ajās|ajā)")
# *Glābtie – trīs*: a participle used as a noun.
_DEFINITE_PARTICIPLE = regex.compile(r"(?P<stem>\p{L}{2,}t)(?:ie|ās)")
# What a participle used as a noun costs: less than a noun in the wrong number, more than an unknown one.
_SUBSTANTIVE = 2.2
_ABBREVIATION = regex.compile(r"\p{Lu}{2}|\d\p{Lu}")
# Measures of a substance, which the genitive behind them names; in *5 litru trauki* it is no genitive.
_OF_SUBSTANCES = frozenset({"litrs", "tonna", "kilograms", "grāms", "kubikmetrs", "mililitrs", "centners"})
_EXTENTS = ("ilg", "gar", "plat", "augst", "smag", "vec", "dziļ")
# An ordinal of a class or course that was blanked as no count.
_ORDINAL = regex.compile(r"\s*(\x00+)\s+(?=(?:klas|kurs)\p{L})", regex.IGNORECASE)
# A name or title that was blanked and begins the phrase: *11 Natura 2000 teritorijas*.
_NAME_BEHIND = regex.compile(r"\s*(\x01+)\s")
_PREPOSITION_BEFORE = regex.compile(r"(?<!\p{L})(?:no|ar|par|pie|uz|līdz|pēc|pa)\s+$", regex.IGNORECASE)
_TOTAL = regex.compile(r"(?<!\p{L})(?:kop)?skait(?:s|am|ā|u)(?!\p{L})", regex.IGNORECASE)
_SENTENCE_END = regex.compile(r"[.!?;](?=\s+\p{Lu})")
# Adverbs that stand before a verb and not before a counted noun.
_BEFORE_VERBS = frozenset({"jau", "vēl", "vairs", "regulāri"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A counted phrase: text[start:stop], its head's lemma and case.

    `gender` is its head's, None where nothing tells it. `measure` says whether the head is a length of time or the like, `describes`
    whether it stands in the genitive and only describes another noun.
    """

    start: int
    stop: int
    lemma: str
    known: bool
    case: Case | None = None
    gender: Gender | None = None
    measure: bool = False
    describes: bool = False


@dataclass(frozen=True, slots=True)
class _Candidate:
    head: int
    cost: float
    form: Form | None


def phrase_after(
    text: str, start: int, count: Decimal, before: str, cases: str = "NGDAL", parallel: Case | None = None
) -> Phrase | None:
    """The phrase that a numeral ending at `start` counts; `before` is the text in front of it. None if none follows.

    `cases` are those in which the numeral itself may stand, all for digits;
    `parallel` is the case of the counted phrase that this one is joined to. An
    ordinal that was blanked belongs to the phrase: *45 9. klases skolēni*.
    """
    ordinal = _ORDINAL.match(text, start)
    tokens, adverbial = tokens_after(text, ordinal.end() if ordinal else start)
    if not tokens or tokens[0].text.casefold() in _BEFORE_VERBS:
        return None
    context = Context(count, is_governed(before), predicate_before(before), "L" if adverbial else cases, parallel)
    found = _phrase(text, tokens, context)
    named = _NAME_BEHIND.match(text, start)
    first = ordinal.start(1) if ordinal else named.start(1) if named else None
    return replace(found, start=first) if found and first is not None else found


def phrase_before(text: str, stop: int) -> Phrase | None:
    """The phrase that ends at `stop` and is counted by a number behind it: *Valsts iestāžu pārstāvji – 5*.

    Its head stands in the nominative; what a preposition governs is not
    counted: in *Jaunsargi no Latgales – 15* that is the noun before it.
    """
    tokens = tokens_before(text, stop)
    while tokens and (governing := _PREPOSITION_BEFORE.search(text[: tokens[0].start])):
        tokens = tokens_before(text, governing.start())
    if not tokens or _TOTAL.fullmatch(tokens[-1].text):
        return None
    tokens = _without_place(tokens)
    said = reading(tokens[-1].first)
    definite = _DEFINITE_PARTICIPLE.fullmatch(tokens[-1].text.casefold())
    if definite and not said.known:
        return Phrase(tokens[0].start, tokens[-1].stop, definite["stem"] + "ais", known=False)
    fitting = [each for each in said.nouns if each.case == "N" or (each.case, each.number) == ("G", "pl")]
    form = min(fitting, key=lambda each: each.case != "N", default=None)
    proper = tokens[-1].text[0].isupper() and len(tokens) == 1 and not said.known
    if not (form or said.undeclined) or not said.counted or (proper and not _begins_sentence(text, tokens[0])):
        return None
    return _phrase_up_to(tokens, form)


def _without_place(tokens: list[Token]) -> list[Token]:
    """The words up to the last noun in the nominative plural, where only a place or a receiver follows it.

    *Plakāti autobusu pieturās – 60*, *nodarbības bērniem – 41*.
    """
    readings = [reading(token.first) for token in tokens]
    total = any(_TOTAL.fullmatch(token.text) for token in tokens)
    if total or not readings or not readings[-1].nouns or any(form.case in "NG" for form in readings[-1].nouns):
        return tokens
    for place in range(len(tokens) - 2, -1, -1):
        if any(form.case == "N" and form.number == "pl" for form in readings[place].nouns):
            return tokens[: place + 1]
    return tokens


def _begins_sentence(text: str, token: Token) -> bool:
    return not text[: token.start].rstrip() or text[: token.start].rstrip().endswith((".", ";", ":", "(", ")"))


def total_phrase(text: str, stop: int) -> Phrase | None:
    """What *skaits* counts, where it is the last noun before `stop` but for a time or a place.

    *Apmeklētāju skaits 2023. gadā – 18 740*; adjectives that agree with *skaits* are no part of it.
    """
    found = max(_TOTAL.finditer(text, 0, stop), key=lambda match: match.start(), default=None)
    if found is None or _SENTENCE_END.search(text, found.end(), stop):
        return None
    tokens = tokens_before(text, found.start())
    while tokens and not _may_begin_genitive(tokens[0]):
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
    lemma = form.lemma if form else tokens[head].text.casefold()
    written = tokens[head].text
    gender = form.gender if form else None
    return Phrase(tokens[first].start, tokens[head].stop, _cased(lemma, written), lemma_known(lemma), gender=gender)


def _phrase(text: str, tokens: Sequence[Token], context: Context) -> Phrase | None:
    if tokens[0].text.casefold() in vocabulary().measure_abbreviations:
        return _abbreviated_measure(text, tokens)
    described = _measured_substance(tokens, context) or _describing_measure(text, tokens, context.count)
    if described is not None:
        return described
    slash = next((i for i, token in enumerate(tokens) if token.text == "/"), len(tokens))
    readings = [reading(token.first) for token in tokens[:slash]]
    if len(readings) > 1 and _GENITIVE_POSTPOSITION.match(text, tokens[slash - 1].stop):
        readings.pop()
    candidates = [_candidate(tokens, readings, head, context) for head in range(len(readings))]
    best = min(candidates, key=lambda each: each.cost)
    if best.cost >= TOO_DEAR:
        return _adjective_as_noun(tokens[:slash], readings)
    whole = slash < len(tokens) and best.head == slash - 1
    return _phrase_of(text, tokens, best, tokens[-1].stop if whole else tokens[best.head].stop)


def _phrase_of(text: str, tokens: Sequence[Token], best: _Candidate, stop: int) -> Phrase:
    head, form = tokens[best.head], best.form
    lemma = _cased(form.lemma if form else head.first.casefold(), head.text)
    known = reading(head.first).known or lemma_known(lemma)
    measure = lemma in vocabulary().measures
    case, gender = (form.case, form.gender) if form else (None, None)
    return Phrase(tokens[0].start, stop, lemma, known, case, gender, measure, measure and _describes(text, head))


def _describing_measure(text: str, tokens: Sequence[Token], count: Decimal) -> Phrase | None:
    """A measure in the genitive right behind its number and in front of a noun: *5 dienu apmācības*."""
    head = tokens[0]
    for form in reading(head.first).nouns:
        fits = (form.number == "sg") == is_number_singular(count) and form.case == "G"
        if fits and form.lemma in vocabulary().measures and _describes(text, head):
            return Phrase(head.start, head.stop, form.lemma, True, "G", measure=True, describes=True)
    return None


def _measured_substance(tokens: Sequence[Token], context: Context) -> Phrase | None:
    """A measure or a container in front of nothing but genitives: *2,4 tonnas sadzīves atkritumu*."""
    head, behind = tokens[0], tokens[1:]
    words = vocabulary()
    said_behind = [(*said.nouns, *said.adjectives) for said in map(_reading, behind)]
    genitives = [any(form.case == "G" for form in forms) for forms in said_behind]
    nominative = behind and any(form.case in "NA" and form.number == "pl" for form in said_behind[0])
    if not behind or not (all(genitives) or (genitives[0] and not nominative)):
        return None
    for form in reading(head.first).nouns:
        term = any((head.text.casefold(), each.lemma) in words.terms for each in _reading(behind[0]).nouns)
        whole = context.count == context.count.to_integral_value()
        number = not whole or (form.number == "sg") == is_number_singular(context.count)
        of_substance = form.lemma in words.containers or form.lemma in _OF_SUBSTANCES
        fits = of_substance or (form.lemma in words.measures and form.case != "G")
        if fits and number and not term and form.case in "NAGD":
            return Phrase(head.start, head.stop, form.lemma, True, form.case, measure=form.lemma in words.measures)
    return None


def _reading(token: Token) -> Reading:
    return reading(token.first)


def _abbreviated_measure(text: str, tokens: Sequence[Token]) -> Phrase:
    """*1 260 kg atkritumu* counts; *13,5 km garumā* and *5 km skrējiens* only describe."""
    head = tokens[0]
    extent = _FOLLOWING.match(text, head.stop)
    extended = extent is not None and extent[1].casefold().endswith(("umā", "ībā"))
    done = next((place for place, token in enumerate(tokens) if place and _reading(token).participle), len(tokens))
    tokens = tokens[:done]
    of_something = len(tokens) > 1 and all(
        any(form.case == "G" for form in (*said.nouns, *said.adjectives)) for said in map(_reading, tokens[1:])
    )
    describes = extended or (len(tokens) > 1 and not of_something)
    return Phrase(head.start, head.stop, head.text, known=True, measure=True, describes=describes)


def _candidate(tokens: Sequence[Token], readings: Sequence[Reading], head: int, context: Context) -> _Candidate:
    said = readings[head]
    if not said.nouns and head == len(readings) - 1:
        return _substantive(tokens, readings, head, context)
    if not (said.nouns or said.undeclined) or _is_in_term(tokens, readings, head):
        return _Candidate(head, IMPOSSIBLE, None)
    length = len(readings)
    readings = readings[: _joined_from(tokens, length, head)]
    cut = 0.8 if len(readings) < length else 0.0
    if said.undeclined:
        cost = cut + modifiers_cost(tokens, readings, head, None) + rest_cost(readings, head, None, context)
        return _Candidate(head, cost + (0.0 if said.known else 0.4), None)
    best = _Candidate(head, IMPOSSIBLE, None)
    for form in said.nouns:
        cost = cut + form_cost(form, context) + noun_cost(tokens[head], said) + _chain_cost(form, readings, head)
        cost += modifiers_cost(tokens, readings, head, form) + rest_cost(readings, head, form, context)
        cost += _oblique_cost(form, readings, head, context)
        cost += _adjective_cost(form, readings, head)
        cost += 3.0 if _is_uncounted_act(form, context) else 0.0
        cost += 1.5 if _is_name(tokens, head) else 0.0
        if cost < best.cost:
            best = _Candidate(head, cost, form)
    return best


def _substantive(tokens: Sequence[Token], readings: Sequence[Reading], head: int, context: Context) -> _Candidate:
    """A definite participle at the end that no noun follows is one itself: *31 darba meklējošais*."""
    best = _Candidate(head, IMPOSSIBLE, None)
    match = _DEFINITE.fullmatch(tokens[head].text.casefold())
    if readings[head].undeclined:
        cost = modifiers_cost(tokens, readings, head, None)
        return _Candidate(head, cost + (0.0 if readings[head].known else 0.4), None)
    for written, form in definite_forms(match["stem"] + "ais") if match else ():
        if written == tokens[head].text.casefold():
            cost = form_cost(form, context) + _SUBSTANTIVE + modifiers_cost(tokens, readings, head, form)
            best = _Candidate(head, cost, form) if cost < best.cost else best
    return best


def _chain_cost(form: Form, readings: Sequence[Reading], head: int) -> float:
    """What it costs to break a chain of genitives off: in front of another genitive plural, or of a measure.

    In *21 pašvaldību jaunietis* and *1 pašvaldību iestāžu dalībniekam* the first word could also be an accusative
    singular.
    """
    following = readings[head + 1].nouns if head + 1 < len(readings) else ()
    plural = [each for each in following if each.case == "G" and each.number == "pl"]
    if form.case == "G" and any(not each.lemma.endswith("šanās") for each in plural):
        return 0.5
    last = readings[-1].nouns if head + 2 < len(readings) and plural else following
    ambiguous = form.case == "A" and form.number == "sg" and any(each.number == "sg" for each in last)
    if ambiguous and any(each.case == "G" and each.number == "pl" for each in readings[head].nouns):
        return 1.5
    before_measure = any(each.lemma in vocabulary().measures and each.case == "N" for each in following)
    return 0.6 if form.case in "NA" and before_measure else 0.0


def _joined_from(tokens: Sequence[Token], length: int, head: int) -> int:
    """Where behind the head something is joined to it by *un*; what follows is no rest of the phrase."""
    joining = vocabulary().joining
    return next((i for i in range(head + 1, length) if tokens[i].text.casefold() in joining), length)


def _is_in_term(tokens: Sequence[Token], readings: Sequence[Reading], head: int) -> bool:
    """Whether a word only belongs to a term with the noun behind it: *ģimenes ārstu*, *latgaliešu valodas kartītes*."""
    following = readings[head + 1].nouns if head + 1 < len(readings) else ()
    if head and following and any(form.lemma == "valoda" for form in readings[head].nouns):
        return True
    language = any(form.case == "G" and form.number == "pl" for form in readings[head].nouns)
    if language and any(form.lemma == "valoda" for form in following):
        return True
    return any((tokens[head].text.casefold(), form.lemma) in vocabulary().terms for form in following)


def _oblique_cost(form: Form, readings: Sequence[Reading], head: int, context: Context) -> float:
    """A measure right behind the numeral, or a genitive, in front of a dative or locative is rather not the head."""
    if not rest_is_oblique(readings, head) or is_uncounted_singular(readings[head + 1], context):
        return 0.0
    if form.lemma in vocabulary().measures and head == 0:
        return 2.5
    last = [each for each in readings[-1].nouns if each.case in "DL"]
    countable = any((each.number == "sg") == is_number_singular(context.count) for each in last) or not last
    return 1.5 if form.case == "G" and not context.governed and countable else 0.0


def _adjective_cost(form: Form, readings: Sequence[Reading], head: int) -> float:
    """An adjective that is also used as a noun is none in front of a noun that agrees: *privātie investori*."""
    following = readings[head + 1].nouns if head + 1 < len(readings) else ()
    noun = bool(following) and (readings[head + 1].known or not readings[head + 1].adjectives)
    definite = form.lemma.endswith("ais") and noun
    return 3.0 if definite and any(agrees(form, each) for each in following) else 0.0


def _is_name(tokens: Sequence[Token], head: int) -> bool:
    """Whether a word ends the name of an institution, of which there is one: *5 Veselības ministrijas sanāksmēs*."""
    named = head == 1 and tokens[0].text[0].isupper() and tokens[0].text[1:].islower() and _reading(tokens[0]).known
    return named and any(form.case == "G" and form.number == "sg" for form in _reading(tokens[head]).nouns)


def _is_uncounted_act(form: Form, context: Context) -> bool:
    """Whether a verbal noun stands in the singular beside a count that needs the plural."""
    return form.number == "sg" and not is_number_singular(context.count) and form.lemma.endswith(("šana", "šanās"))


def _describes(text: str, head: Token) -> bool:
    """Whether a measure only describes the word behind it: *5 dienu apmācības*, *3 dienas ilgs*."""
    following = _FOLLOWING.match(text, head.stop)
    if following is None or following[1].casefold() in vocabulary().prepositions:
        return False
    genitive = all(form.case in "GA" for form in reading(head.first).nouns)
    return genitive or following[1].casefold().startswith(_EXTENTS)


def _adjective_as_noun(tokens: Sequence[Token], readings: Sequence[Reading]) -> Phrase | None:
    """*20 iesaistītie*: where no noun stands, a definite adjective at the end is the head."""
    for place in range(min(len(tokens), len(readings)) - 1, -1, -1):
        folded = tokens[place].text.casefold()
        if readings[place].adjectives and folded.endswith(("ie", "ajiem", "ajām", "ais")):
            stem = regex.sub(r"(?:ie|ajiem|ajām|ais)$", "", folded)
            return Phrase(tokens[0].start, tokens[place].stop, stem + "ais", known=False)
    only = readings[0]
    plain = [form for form in only.adjectives if form.case == "N" and form.gender == "m"]
    if len(tokens) == 1 and plain and not only.participle:
        return Phrase(tokens[0].start, tokens[0].stop, plain[0].lemma, known=False, case="N")
    return None


def _first_modifier(tokens: Sequence[Token], head: int, form: Form | None) -> int:
    """How far back the modifiers of a head reach."""
    first = head
    for place in range(head - 1, -1, -1):
        said = reading(tokens[place].first)
        genitive = any(form.case == "G" for form in said.nouns)
        fits = any(form is None or agrees(each, form) or each.case == "G" for each in said.adjectives)
        if not (fits or genitive or said.undeclined or tokens[place].text[0].isupper()):
            break
        if _is_predicate(tokens[place], place):
            break
        first = place
    return first


def _is_predicate(token: Token, place: int) -> bool:
    """Whether a participle at the phrase's beginning rather says what was done: *Piesaistīti dalībnieki – 25*."""
    said = reading(token.first)
    indefinite = regex.fullmatch(r"\p{L}+t(?:s|a|i|as)", token.text.casefold()) is not None
    return not said.known and place == 0 and indefinite and (token.text[0].isupper() or said.participle)


def _cased(lemma: str, written: str) -> str:
    """An abbreviation as it is used, any other lemma as it is."""
    return written if _ABBREVIATION.match(written) else lemma
