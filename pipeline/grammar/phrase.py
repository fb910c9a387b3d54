"""The counted noun phrase: which of the words behind a numeral is the head, and its lemma.

A Latvian numeral governs its noun: 1, 21, 31 … the singular, others the plural,
behind a preposition in the dative, else mostly in the nominative (Latviešu
valodas gramatika, §§ on numerals). Between them stand agreeing adjectives and
participles, genitives, and what a participle governs. Each word is tried as
the head; the reading that explains most words at the least cost wins.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import regex

from pipeline.grammar.declension import Case, Form
from pipeline.grammar.phrase_costs import (
    IMPOSSIBLE,
    TOO_DEAR,
    Context,
    agrees,
    form_cost,
    is_governed,
    is_number_singular,
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
_EXTENTS = ("ilg", "gar", "plat", "augst", "smag", "vec", "dziļ")
# Adverbs that stand before a verb and not before a counted noun.
_BEFORE_VERBS = frozenset({"jau", "vēl", "vairs", "regulāri"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A counted phrase: text[start:stop], its head's lemma and case.

    `measure` says whether the head is a length of time or the like, `describes`
    whether it stands in the genitive and only describes another noun.
    """

    start: int
    stop: int
    lemma: str
    known: bool
    case: Case | None = None
    measure: bool = False
    describes: bool = False


@dataclass(frozen=True, slots=True)
class _Candidate:
    head: int
    cost: float
    form: Form | None


def phrase_after(text: str, start: int, count: Decimal, before: str, cases: str = "NGDAL") -> Phrase | None:
    """The phrase that a numeral ending at `start` counts; `before` is the text in front of it. None if none follows.

    `cases` are those in which the numeral itself may stand, all for digits.
    """
    tokens, adverbial = tokens_after(text, start)
    if not tokens or tokens[0].text.casefold() in _BEFORE_VERBS:
        return None
    return _phrase(text, tokens, count, before, "L" if adverbial else cases)


def phrase_before(text: str, stop: int) -> Phrase | None:
    """The phrase that ends at `stop` and is counted by a number behind it: *Valsts iestāžu pārstāvji – 5*."""
    tokens = tokens_before(text, stop)
    if not tokens:
        return None
    head = len(tokens) - 1
    skait = head > 0 and tokens[head].text.casefold().startswith("skait")
    if skait:
        head -= 1
    said = reading(tokens[head].first)
    forms = [form for form in said.nouns if form.number == "pl"] if skait else list(said.nouns)
    if not (forms or said.undeclined) or not said.counted:
        return None
    wanted = "G" if skait else "N"
    form = next((each for each in forms if each.case == wanted), forms[0] if forms else None)
    first = _first_modifier(tokens, head, form)
    lemma = form.lemma if form else tokens[head].text
    return Phrase(tokens[first].start, tokens[head].stop, _cased(lemma, tokens[head].text), lemma_known(lemma))


def _phrase(text: str, tokens: Sequence[Token], count: Decimal, before: str, cases: str) -> Phrase | None:
    if tokens[0].text.casefold() in vocabulary().measure_abbreviations:
        return _abbreviated_measure(text, tokens)
    described = _describing_measure(text, tokens, count)
    if described is not None:
        return described
    slash = next((i for i, token in enumerate(tokens) if token.text == "/"), len(tokens))
    readings = [reading(token.first) for token in tokens[:slash]]
    if len(readings) > 1 and _GENITIVE_POSTPOSITION.match(text, tokens[slash - 1].stop):
        readings.pop()
    context = Context(count, is_governed(before), predicate_before(before), cases)
    candidates = [_candidate(tokens, readings, head, context) for head in range(len(readings))]
    best = min(candidates, key=lambda each: each.cost)
    if best.cost >= TOO_DEAR:
        return _adjective_as_noun(tokens[:slash], readings)
    whole = slash < len(tokens) and best.head == slash - 1
    return _phrase_of(text, tokens, best, tokens[-1].stop if whole else tokens[best.head].stop)


def _phrase_of(text: str, tokens: Sequence[Token], best: _Candidate, stop: int) -> Phrase:
    head, form = tokens[best.head], best.form
    lemma = _cased(form.lemma if form else head.first, head.text)
    known = reading(head.first).known or lemma_known(lemma)
    measure = lemma in vocabulary().measures
    case = form.case if form else None
    return Phrase(tokens[0].start, stop, lemma, known, case, measure, measure and _describes(text, head))


def _describing_measure(text: str, tokens: Sequence[Token], count: Decimal) -> Phrase | None:
    """A measure in the genitive right behind its number and in front of a noun: *5 dienu apmācības*."""
    head = tokens[0]
    for form in reading(head.first).nouns:
        fits = (form.number == "sg") == is_number_singular(count) and form.case == "G"
        if fits and form.lemma in vocabulary().measures - {"gads"} and _describes(text, head):
            return Phrase(head.start, head.stop, form.lemma, True, "G", measure=True, describes=True)
    return None


def _abbreviated_measure(text: str, tokens: Sequence[Token]) -> Phrase:
    """*1 260 kg atkritumu* counts; *13,5 km garumā* and *5 km skrējiens* only describe."""
    head = tokens[0]
    extent = _FOLLOWING.match(text, head.stop)
    extended = extent is not None and extent[1].casefold().endswith(("umā", "ībā"))
    of_something = len(tokens) > 1 and any(form.case == "G" for form in reading(tokens[1].first).nouns)
    describes = extended or (len(tokens) > 1 and not of_something)
    return Phrase(head.start, head.stop, head.text, known=True, measure=True, describes=describes)


def _candidate(tokens: Sequence[Token], readings: Sequence[Reading], head: int, context: Context) -> _Candidate:
    said = readings[head]
    if not said.nouns and not said.undeclined:
        return _Candidate(head, IMPOSSIBLE, None)
    if said.undeclined:
        cost = modifiers_cost(tokens, readings, head, None) + rest_cost(readings, head, context.governed)
        return _Candidate(head, cost + (0.0 if said.known else 0.4), None)
    best = _Candidate(head, IMPOSSIBLE, None)
    for form in said.nouns:
        cost = form_cost(form, context) + noun_cost(tokens[head], said)
        cost += modifiers_cost(tokens, readings, head, form) + rest_cost(readings, head, context.governed)
        cost += 2.5 if form.lemma in vocabulary().measures and rest_is_oblique(readings, head) else 0.0
        cost += 1.5 if form.case == "G" and not context.governed and rest_is_oblique(readings, head) else 0.0
        cost += (
            3.0
            if form.number == "sg" and not is_number_singular(context.count) and form.lemma.endswith(("šana", "šanās"))
            else 0
        )
        if cost < best.cost:
            best = _Candidate(head, cost, form)
    return best


def _describes(text: str, head: Token) -> bool:
    """Whether a measure only describes the word behind it: *5 dienu apmācības*, *3 dienas ilgs*."""
    following = _FOLLOWING.match(text, head.stop)
    if following is None:
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
    known = reading(token.first).known
    return (
        not known
        and place == 0
        and token.text[0].isupper()
        and regex.fullmatch(r"\p{L}+t(?:s|a|i|as)", token.text.casefold()) is not None
    )


def _cased(lemma: str, written: str) -> str:
    """An abbreviation as it is used, any other lemma in lower case."""
    return written if written.isupper() and len(written) > 1 else lemma
