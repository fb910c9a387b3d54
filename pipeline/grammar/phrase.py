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

from pipeline.grammar.declension import Case, Form, Gender, Number
from pipeline.grammar.number_words import number_of_words
from pipeline.grammar.vocabulary import Reading, is_verb, lemma_known, reading, vocabulary

# A phrase of more words was never seen; the cap keeps hostile input cheap.
_LONGEST = 14
_TOKEN = regex.compile(r"[\p{L}\d][\p{L}\d’'&+./-]*[\p{L}\d]|[\p{L}\d]+|/")
_GAP = regex.compile(r"\s*")
_FOLLOWING = regex.compile(r"\s+(\p{L}+)")
_GENITIVE_POSTPOSITION = regex.compile(
    r"\s+(?:dēļ|labad|ietvaros|laikā|gaitā|garumā|rezultātā|vietā|vajadzībām|apmērā|sastāvā|vadībā|ceļā)(?!\p{L})",
    regex.IGNORECASE,
)
_EXTENTS = ("ilg", "gar", "plat", "augst", "smag", "vec", "dziļ")
_IMPOSSIBLE = 99.0
# A reading that costs so much explains nothing: the noun is left out, or stands elsewhere.
_TOO_DEAR = 4.5
_PREDICATE = regex.compile(
    r"\p{L}{2,}[tš](s|i|a|as)(?:\s+(?:vismaz|ap|aptuveni|kopā|kopumā|vairāk|nekā|kā))*\s*$", regex.IGNORECASE
)
_PREDICATES: dict[str, tuple[Number, Gender]] = {
    "s": ("sg", "m"),
    "i": ("pl", "m"),
    "a": ("sg", "f"),
    "as": ("pl", "f"),
}
_PAST = regex.compile(r"\p{L}+t(?:s|a|i|as)")
# Adverbs that stand before a verb and not before a counted noun.
_BEFORE_VERBS = frozenset({"jau", "vēl", "vairs", "regulāri"})
_PREPOSITIONS = frozenset(
    [
        "ar",
        "no",
        "uz",
        "pie",
        "pēc",
        "līdz",
        "starp",
        "caur",
        "bez",
        "kopš",
        "pirms",
        "pret",
        "ap",
        "zem",
        "virs",
        "aiz",
        "pār",
        "par",
        "pa",
    ]
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a phrase and its place in the text."""

    text: str
    start: int
    stop: int

    @property
    def first(self) -> str:
        """The word before a slash: `vietās` of `vietās/novados`."""
        return self.text.split("/")[0]


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
class _Context:
    """What stands before a phrase: its count, whether a preposition governs it, a participle's ending."""

    count: Decimal
    governed: bool
    predicate: str
    cases: str


@dataclass(frozen=True, slots=True)
class _Candidate:
    head: int
    cost: float
    form: Form | None


def phrase_after(text: str, start: int, count: Decimal, before: str, cases: str = "NGDAL") -> Phrase | None:
    """The phrase that a numeral ending at `start` counts; `before` is the text in front of it. None if none follows.

    `cases` are those in which the numeral itself may stand, all for digits.
    """
    tokens, adverbial = _tokens(text, start)
    if not tokens or tokens[0].text.casefold() in _BEFORE_VERBS:
        return None
    return _phrase(text, tokens, count, before, "L" if adverbial else cases)


def phrase_before(text: str, stop: int) -> Phrase | None:
    """The phrase that ends at `stop` and is counted by a number behind it: *Valsts iestāžu pārstāvji – 5*."""
    tokens = _tokens_before(text, stop)
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


def is_number_singular(count: Decimal) -> bool:
    """Whether a noun counted so many times stands in the singular: 1, 21, 101, not 11.

    >>> is_number_singular(Decimal(21)), is_number_singular(Decimal(11)), is_number_singular(Decimal("2.5"))
    (True, False, False)
    """
    return count == count.to_integral_value() and count % 10 == 1 and count % 100 != 11


def _tokens(text: str, start: int) -> tuple[list[Token], bool]:
    """Words from `start` to the first sign or word that ends a phrase, and whether they only say where.

    They do where a participle follows a locative: *5 pamatskolās iekārtoti …*.
    """
    tokens: list[Token] = []
    at = start
    words = vocabulary()
    while len(tokens) < _LONGEST:
        gap = _GAP.match(text, at)
        at = gap.end() if gap else at
        match = _TOKEN.match(text, at)
        if match is None or match[0][0].isdigit():
            if tokens and match is None and text[at : at + 1] == "," and _goes_on(tokens):
                at += 1
                continue
            break
        word = match[0].casefold()
        if word in words.joining and not (tokens and _goes_on(tokens)):
            break
        if word in words.stops or is_verb(word):
            break
        if tokens and _says_where(tokens[-1]) and _PAST.fullmatch(word) and reading(match[0]).participle:
            return tokens, True
        tokens.append(Token(match[0], match.start(), match.end()))
        at = match.end()
    while tokens and tokens[-1].text.casefold() in words.joining | {"/"}:
        tokens.pop()
    return tokens, False


def _says_where(token: Token) -> bool:
    """Whether the word is a noun in the locative and nothing else."""
    forms = reading(token.first).nouns
    return bool(forms) and all(form.case == "L" for form in forms)


def _goes_on(tokens: Sequence[Token]) -> bool:
    """Whether a joining word or comma joins modifiers: only adjectives stand before it."""
    last = reading(tokens[-1].first)
    return bool(last.adjectives) and not last.known


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
    context = _Context(count, _is_governed(before), _predicate(before), cases)
    candidates = [_candidate(tokens, readings, head, context) for head in range(len(readings))]
    best = min(candidates, key=lambda each: each.cost)
    if best.cost >= _TOO_DEAR:
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


def _is_governed(before: str) -> bool:
    words = before.split()
    while words and (words[-1].casefold() in {"aptuveni", "apmēram", "gandrīz", "vismaz", "vairāk", "kā", "nekā", "~"}):
        words.pop()
    return bool(words) and words[-1].casefold() in _PREPOSITIONS - {"pāri", "virs", "ap", "līdz"}


def _candidate(tokens: Sequence[Token], readings: Sequence[Reading], head: int, context: _Context) -> _Candidate:
    said = readings[head]
    if not said.nouns and not said.undeclined:
        return _Candidate(head, _IMPOSSIBLE, None)
    if said.undeclined:
        cost = _modifiers_cost(tokens, readings, head, None) + _rest_cost(readings, head, context.governed)
        return _Candidate(head, cost + (0.0 if said.known else 0.4), None)
    best = _Candidate(head, _IMPOSSIBLE, None)
    for form in said.nouns:
        cost = _form_cost(form, context) + _noun_cost(tokens[head], said)
        cost += _modifiers_cost(tokens, readings, head, form) + _rest_cost(readings, head, context.governed)
        cost += 2.5 if form.lemma in vocabulary().measures and _rest_is_oblique(readings, head) else 0.0
        cost += 1.5 if form.case == "G" and not context.governed and _rest_is_oblique(readings, head) else 0.0
        cost += (
            3.0
            if form.number == "sg" and not is_number_singular(context.count) and form.lemma.endswith(("šana", "šanās"))
            else 0
        )
        if cost < best.cost:
            best = _Candidate(head, cost, form)
    return best


def _form_cost(form: Form, context: _Context) -> float:
    if len(context.cases) < len("NGDAL"):
        return 0.0 if form.case in context.cases else _TOO_DEAR
    singular, governed = is_number_singular(context.count), context.governed
    whole = context.count == context.count.to_integral_value()
    wrong_number = whole and (form.number == "sg") != singular
    if governed and not singular:
        cost = {"D": 0.0, "G": 1.5, "A": 2.5, "L": 3.0, "N": 3.5}[form.case]
    elif governed:
        cost = {"N": 3.0}.get(form.case, 0.0)
    else:
        cost = {"N": 0.0, "A": 0.2, "D": 0.8, "L": 1.2, "G": 2.0}[form.case] + _predicate_cost(form, context.predicate)
    return cost + (4.0 if wrong_number else 0.0)


def _predicate_cost(form: Form, predicate: str) -> float:
    """*Novadītas 8 …* expects a feminine plural subject: what agrees is likelier, a dative less so."""
    if not predicate:
        return 0.0
    number, gender = _PREDICATES[predicate]
    if form.case == "N":
        return -0.4 if (form.number, form.gender) == (number, gender) else 0.3
    return 0.5 if form.case == "D" else 0.0


def _predicate(before: str) -> str:
    """The ending of the participle right before a numeral, "" if none stands there."""
    match = _PREDICATE.search(before)
    return match[1] if match else ""


def _noun_cost(token: Token, said: Reading) -> float:
    if not said.counted:
        return 4.0
    proper = token.text[0].isupper() and not said.known
    adjective = bool(said.adjectives) and not said.known
    return (5.0 if proper else 0.0) + (3.5 if adjective else 0.0) + (0.0 if said.known else 1.4)


def _modifiers_cost(tokens: Sequence[Token], readings: Sequence[Reading], head: int, form: Form | None) -> float:
    """What it costs to explain the words before the head: agreement is free, genitives are cheap."""
    cost = 0.0
    participle_at = max((i for i in range(head) if readings[i].participle), default=-1)
    for place in range(head):
        cost += _modifier_cost(tokens[place], readings[place], form, governed=place < participle_at)
    return cost


def _modifier_cost(token: Token, said: Reading, form: Form | None, governed: bool) -> float:
    folded = token.text.casefold()
    if folded in vocabulary().joining:
        return 0.1
    if any(form is None or _agrees(each, form) for each in said.adjectives):
        return 0.0
    if any(each.case == "G" for each in said.adjectives):
        return 0.2
    if said.undeclined or (token.text[0].isupper() and not said.known):
        return 0.3
    if any(each.case == "G" for each in said.nouns):
        return 0.3 if said.counted else 0.1
    if folded in vocabulary().adverbs:
        return 0.2
    if number_of_words(folded) is not None:
        return 0.2
    if not said.known and form and any((each.case, each.number) == (form.case, form.number) for each in said.nouns):
        return 0.8
    return 0.5 if governed else _IMPOSSIBLE


def _agrees(adjective: Form, noun: Form) -> bool:
    return (adjective.case, adjective.number, adjective.gender) == (noun.case, noun.number, noun.gender)


def _rest_cost(readings: Sequence[Reading], head: int, governed: bool) -> float:
    """What the words behind the head cost: their last one must be able to stand there by itself."""
    if head == len(readings) - 1:
        return 0.0
    last = readings[-1]
    if last.undeclined:
        return 1.0
    if any(form.lemma.endswith(("šana", "šanās")) for form in last.nouns):
        return 0.4
    if head == len(readings) - 2 and any(form.case == "G" and form.number == "pl" for form in last.nouns):
        return 1.0
    oblique = {form.case for form in (*last.nouns, *last.adjectives)} & {"D", "L"}
    return 0.0 if oblique and not governed else 1.0 if oblique else 2.0


def _rest_is_oblique(readings: Sequence[Reading], head: int) -> bool:
    if head == len(readings) - 1:
        return False
    last = readings[-1]
    return bool({form.case for form in (*last.nouns, *last.adjectives)} & {"D", "L"})


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


def _tokens_before(text: str, stop: int) -> list[Token]:
    """The words right before `stop`, back to a sign or a word that ends a phrase."""
    cut = max((match.end() for match in regex.finditer(r"[.,;:()“”„\"«»\x00–—]|\d|\s-\s", text[:stop])), default=0)
    tokens = [Token(match[0], match.start(), match.end()) for match in _TOKEN.finditer(text, cut, stop)]
    words = vocabulary()
    last = max((i for i, t in enumerate(tokens) if t.text.casefold() in words.stops or is_verb(t.text)), default=-1)
    return [token for token in tokens[last + 1 :] if token.text != "/"][-_LONGEST:]


def _first_modifier(tokens: Sequence[Token], head: int, form: Form | None) -> int:
    """How far back the modifiers of a head reach."""
    first = head
    for place in range(head - 1, -1, -1):
        said = reading(tokens[place].first)
        genitive = any(form.case == "G" for form in said.nouns)
        agrees = any(form is None or _agrees(each, form) or each.case == "G" for each in said.adjectives)
        if not (agrees or genitive or said.undeclined or tokens[place].text[0].isupper()):
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
