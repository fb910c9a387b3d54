"""The counted noun phrase: which of the words behind a numeral is the head, and its lemma.

A Latvian numeral governs its noun: 1, 21, 31 … the singular, others the plural,
behind a preposition in the dative, else mostly in the nominative (Latviešu
valodas gramatika, §§ on numerals). Between them stand agreeing adjectives and
participles, genitives, and what a participle governs. Each word is tried as
the head; the reading that explains most words at the least cost wins.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import regex
from msgspec import Struct
from msgspec.structs import replace

from pipeline.grammar.counted_phrase import Phrase, lemma_as_used
from pipeline.grammar.declension import DEFINITE_LEMMAS, Case, Form, definite_forms
from pipeline.grammar.measures import (
    abbreviated_measure,
    describing_measure,
    has_dot,
    is_describing,
    is_listed,
    measured_substance,
)
from pipeline.grammar.phrase_costs import (
    IMPOSSIBLE,
    TOO_DEAR,
    Context,
    act_cost,
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
from pipeline.grammar.phrase_tokens import Token, tokens_after
from pipeline.grammar.reading import Reading, agreement
from pipeline.grammar.vocabulary import lemma_known, reading, vocabulary
from pipeline.patterns import compiled

_GENITIVE_POSTPOSITION = compiled(
    r"\s+(?:dēļ|labad|ietvaros|laikā|gaitā|garumā|rezultātā|vietā|vajadzībām|apmērā|sastāvā|vadībā|ceļā|kārtā)(?!\p{L})",
    regex.IGNORECASE,
)
_DEFINITE = compiled(r"(?P<stem>\p{L}+(?:oš|[āa]m|t|uš))(?:ais|ie|ajam|ajiem|o|os|ajos|ās|ajām|ajās|ajā)")
_DEFINITE_ENDING = compiled(r"(?:ie|ajiem|ajām|ais)$")
# What a participle used as a noun costs: less than a noun in the wrong number, more than an unknown one.
_SUBSTANTIVE = 2.2
# An ordinal of a class or course that was blanked as no count.
_ORDINAL = compiled(r"\s*(\x00+)\s+(?=(?:klas|kurs|gadsimt)\p{L})", regex.IGNORECASE)
# How long each is stands between a count and its noun: *divi 16 stundu kursi*.
_LENGTH = compiled(
    r"\s+(\d+(?:,\d)?\s+(?:stundu|dienu|nedēļu|mēnešu|minūšu|gadu|kilometru|metru))\s(?=\p{Ll})", regex.IGNORECASE
)
_INSTEAD = compiled(r"\s+vietā(?!\p{L})", regex.IGNORECASE)
_WORD_BEHIND = compiled(r"\s*\p{L}")
# A name or title that was blanked and begins the phrase: *11 Natura 2000 teritorijas*.
_NAME_BEHIND = compiled(r"\s*(\x01+)\s")
# Adverbs that stand before a verb and not before a counted noun.
_BEFORE_VERBS = frozenset({"jau", "vēl", "vairs", "regulāri"})
_MEDIA = frozenset({"radio", "tv", "kino"})


class _Candidate(Struct, frozen=True):
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
    worded = _WORD_BEHIND.match(text, start) is not None
    ordinal = None if worded else _ORDINAL.match(text, start) or _LENGTH.match(text, start)
    tokens, adverbial = tokens_after(text, ordinal.end() if ordinal else start)
    if not tokens or tokens[0].folded in _BEFORE_VERBS:
        return None
    context = Context(
        count == count.to_integral_value(),
        is_number_singular(count),
        is_governed(before),
        predicate_before(before),
        "L" if adverbial else cases,
        parallel,
    )
    found = _phrase(text, tokens, context)
    named = None if worded else _NAME_BEHIND.match(text, start)
    first = ordinal.start(1) if ordinal else named.start(1) if named else None
    return replace(found, start=first) if found and first is not None else found


def _phrase(text: str, tokens: Sequence[Token], context: Context) -> Phrase | None:
    if is_listed(text, tokens[0], vocabulary().measure_abbreviations):
        return abbreviated_measure(text, tokens)
    if is_listed(text, tokens[0], vocabulary().counted_abbreviations):
        return _abbreviated(text, tokens[0])
    described = measured_substance(tokens, context) or describing_measure(text, tokens, context)
    if described is not None:
        return described
    slash = next((i for i, token in enumerate(tokens) if token.text == "/"), len(tokens))
    readings = [reading(token.first) for token in tokens[:slash]]
    counted = len(readings) > 1 and not (readings[-2].adjectives and not readings[-2].known)
    instead = counted and readings[-1].is_genitive_plural and _INSTEAD.match(text, tokens[slash - 1].stop)
    if counted and not instead and _GENITIVE_POSTPOSITION.match(text, tokens[slash - 1].stop):
        readings.pop()
    best = _candidate(tokens, readings, 0, context, IMPOSSIBLE)
    for head in range(1, len(readings)):
        candidate = _candidate(tokens, readings, head, context, best.cost)
        best = candidate if candidate.cost < best.cost else best
    if best.cost >= TOO_DEAR:
        return _adjective_as_noun(tokens[:slash], readings)
    whole = slash < len(tokens) and best.head == slash - 1
    return _phrase_of(text, tokens, best, tokens[-1].stop if whole else tokens[best.head].stop)


def _abbreviated(text: str, token: Token) -> Phrase:
    """*500 eks.*, *30 cilv.*, *30 gab. krēslu*, with their dots."""
    dot = has_dot(text, token, vocabulary().counted_abbreviations)
    return Phrase(token.start, token.stop + dot, token.folded + "." * dot, known=True)


def _phrase_of(text: str, tokens: Sequence[Token], best: _Candidate, stop: int) -> Phrase:
    head, form = tokens[best.head], best.form
    lemma = lemma_as_used(form.lemma if form else head.first.casefold(), head.text)
    known = reading(head.first).known or lemma_known(lemma)
    measure = lemma in vocabulary().measures
    case, gender = (form.case, form.gender) if form else (None, None)
    return Phrase(tokens[0].start, stop, lemma, known, case, gender, measure, measure and is_describing(text, head))


def _candidate(
    tokens: Sequence[Token], readings: Sequence[Reading], head: int, context: Context, dearest: float
) -> _Candidate:
    """The word at `head` as the head, in its cheapest form; one that costs `dearest` or more may be given as impossible."""
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
        cost += _medium_cost(tokens, readings, head)
        return _Candidate(head, IMPOSSIBLE if not said.counted else cost + (0.0 if said.known else 0.4), None)
    cheapest, chosen = IMPOSSIBLE, None
    doubt = cut + noun_cost(tokens[head], said) + (1.5 if _is_name(tokens, head) else 0.0)
    for form in said.nouns:
        # What its surroundings cost is never negative: a form that is too dear by itself is not looked at further.
        cost = doubt + form_cost(form, context) + act_cost(readings, head, form, context)
        if cost < cheapest and cost < dearest:
            cost += _surroundings_cost(tokens, readings, head, form, context)
            if cost < cheapest:
                cheapest, chosen = cost, form
    return _Candidate(head, cheapest, chosen)


def _medium_cost(tokens: Sequence[Token], readings: Sequence[Reading], head: int) -> float:
    """*Radio*, *TV* and *kino* beside a known noun only say of which kind it is: *16 radio sižetos*, *7 intervijas radio*."""
    if tokens[head].folded not in _MEDIA:
        return 0.0
    if head + 1 < len(readings):
        return 2.0 if readings[head + 1].known and not tokens[head + 1].text[0].isupper() else 0.0
    before = readings[head - 1] if head and tokens[head - 1].text[0].islower() else None
    plural = before and before.known and any(form.number == "pl" and form.case in "NA" for form in before.nouns)
    return 2.0 if plural else 0.0


def _surroundings_cost(
    tokens: Sequence[Token], readings: Sequence[Reading], head: int, form: Form, context: Context
) -> float:
    """What the words before and behind the head cost in this form of it."""
    return (
        _chain_cost(tokens, form, readings, head)
        + modifiers_cost(tokens, readings, head, form)
        + rest_cost(readings, head, form, context)
        + _oblique_cost(form, readings, head, context)
        + _adjective_cost(form, readings, head)
    )


def _substantive(tokens: Sequence[Token], readings: Sequence[Reading], head: int, context: Context) -> _Candidate:
    """A definite participle at the end that no noun follows is one itself: *31 darba meklējošais*."""
    best = _Candidate(head, IMPOSSIBLE, None)
    match = _DEFINITE.fullmatch(tokens[head].folded)
    if readings[head].undeclined:
        cost = IMPOSSIBLE if not readings[head].counted else modifiers_cost(tokens, readings, head, None)
        cost += _medium_cost(tokens, readings, head)
        return _Candidate(head, cost + (0.0 if readings[head].known else 0.4), None)
    for written, form in definite_forms(match["stem"] + "ais") if match else ():
        if written == tokens[head].folded:
            cost = form_cost(form, context) + _SUBSTANTIVE + modifiers_cost(tokens, readings, head, form)
            best = _Candidate(head, cost, form) if cost < best.cost else best
    return best


def _chain_cost(tokens: Sequence[Token], form: Form, readings: Sequence[Reading], head: int) -> float:
    """What it costs to break a chain of genitives off: in front of another genitive plural, or of a measure.

    In *21 pašvaldību jaunietis* and *1 pašvaldību iestāžu dalībniekam* the first word could also be an accusative
    singular.
    """
    if form.case in "NA" and _describes_undeclined(tokens, readings, head):
        return 1.5
    following = readings[head + 1].nouns if head + 1 < len(readings) else ()
    plural = [each for each in following if each.case == "G" and each.number == "pl"]
    if form.case == "G" and any(not each.lemma.endswith("šanās") for each in plural):
        return 0.5
    last = readings[-1].nouns if head + 2 < len(readings) and plural else following
    ambiguous = form.case == "A" and form.number == "sg" and any(each.number == "sg" for each in last)
    if ambiguous and readings[head].is_genitive_plural:
        return 1.5
    before_measure = any(each.lemma in vocabulary().measures and each.case == "N" for each in following)
    return 0.6 if form.case in "NA" and before_measure else 0.0


def _describes_undeclined(tokens: Sequence[Token], readings: Sequence[Reading], head: int) -> bool:
    """Whether a word that may be a genitive stands right before a noun without endings that ends the phrase.

    *51 biedrību foto*, *102 latviešu valodas foto*.
    """
    last = readings[-1]
    medium = tokens[head + 1 :] and tokens[head + 1].folded in _MEDIA
    ends = head + 2 == len(readings) and not medium and last.undeclined and last.known and last.counted
    return ends and "G" in readings[head].cases


def _joined_from(tokens: Sequence[Token], length: int, head: int) -> int:
    """Where behind the head something is joined to it by *un*; what follows is no rest of the phrase."""
    joining = vocabulary().joining
    return next((i for i in range(head + 1, length) if tokens[i].folded in joining), length)


def _is_in_term(tokens: Sequence[Token], readings: Sequence[Reading], head: int) -> bool:
    """Whether a word only belongs to a term with the noun behind it: *ģimenes ārstu*, *latgaliešu valodas kartītes*."""
    following = readings[head + 1].nouns if head + 1 < len(readings) else ()
    named = bool(following) or (head + 1 < len(readings) and readings[head + 1].undeclined)
    if not named:
        return False
    if head and any(form.lemma == "valoda" for form in readings[head].nouns):
        return True
    if any(form.lemma == "valoda" for form in following):
        return readings[head].is_genitive_plural
    terms, word = vocabulary().terms, tokens[head].folded
    return any((word, form.lemma) in terms for form in following)


def _oblique_cost(form: Form, readings: Sequence[Reading], head: int, context: Context) -> float:
    """A measure right behind the numeral, or a genitive, in front of a dative or locative is rather not the head."""
    if not rest_is_oblique(readings, head) or is_uncounted_singular(readings[head + 1], context):
        return 0.0
    if form.lemma in vocabulary().measures and head == 0:
        return 2.5
    last = [each for each in readings[-1].nouns if each.case in "DL"]
    countable = any((each.number == "sg") == context.singular for each in last) or not last
    return 1.5 if form.case == "G" and not context.governed and countable else 0.0


def _adjective_cost(form: Form, readings: Sequence[Reading], head: int) -> float:
    """An adjective that is also used as a noun is none in front of a noun that agrees: *privātie investori*."""
    if not form.lemma.endswith(DEFINITE_LEMMAS) or head + 1 == len(readings):
        return 0.0
    following = readings[head + 1]
    noun = following.known or not following.adjectives
    return 3.0 if noun and agreement(form) in following.noun_agreements else 0.0


def _is_name(tokens: Sequence[Token], head: int) -> bool:
    """Whether a word ends the name of an institution, of which there is one: *5 Veselības ministrijas sanāksmēs*."""
    named = head == 1 and tokens[0].text[0].isupper() and tokens[0].text[1:].islower() and tokens[0].reading.known
    return named and any(form.case == "G" and form.number == "sg" for form in tokens[head].reading.nouns)


def _adjective_as_noun(tokens: Sequence[Token], readings: Sequence[Reading]) -> Phrase | None:
    """*20 iesaistītie*: where no noun stands, a definite adjective at the end is the head."""
    for place in range(min(len(tokens), len(readings)) - 1, -1, -1):
        folded = tokens[place].folded
        if readings[place].adjectives and folded.endswith(("ie", "ajiem", "ajām", "ais")):
            stem = _DEFINITE_ENDING.sub("", folded)
            return Phrase(tokens[0].start, tokens[place].stop, stem + "ais", known=False)
    only = readings[0]
    plain = [form for form in only.adjectives if form.case == "N" and form.gender == "m"]
    if len(tokens) == 1 and plain and not only.participle:
        return Phrase(tokens[0].start, tokens[0].stop, plain[0].lemma, known=False, case="N")
    return None
