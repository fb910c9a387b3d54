"""What it costs to take a word for the head of a counted phrase; the cheapest reading wins.

The weights order readings and mean nothing by themselves: agreement is free, a
genitive before the head is cheap, an unknown noun costs more than a known one,
a wrong number more than both.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct

from pipeline.grammar.declension import Case, Form, Gender, Number
from pipeline.grammar.number_words import number_of_words
from pipeline.grammar.phrase_tokens import Token
from pipeline.grammar.reading import Reading, agreement
from pipeline.grammar.rule import any_of, backwards
from pipeline.grammar.vocabulary import reading, vocabulary
from pipeline.patterns import compiled

IMPOSSIBLE = 99.0
# Marks a participle that begins its sentence, so that its subject stands behind it.
OPENING = "!"
# A reading that costs so much explains nothing: the noun is left out, or stands elsewhere.
TOO_DEAR = 4.5
_QUALIFIERS = ("vismaz", "ap", "aptuveni", "kopā", "kopumā", "vairāk", "nekā", "kā")
_PREDICATE = backwards(rf"(?P<word>\p{{L}}{{2,}}[tš](?P<ending>s|i|a|as))(?:\s+(?:{'|'.join(_QUALIFIERS)}))*\s*")
# What stands right before a numeral takes no more letters than this; an item may be long, and have many numerals.
_NEAR = 120
# Marks a participle behind its own subject, so that what is counted is something else.
SATISFIED = "~"
# Says that what is counted stands in the locative: *piedalījās 5 sanāksmēs*.
TAKING_PART = "@"
_TAKES_PART = backwards(r"\b(?:piedal|uzstāj|startē|sacent|dalīb)\p{L}*\s+(?:(?:vismaz|ap|kopā|kopumā|arī)\s+)?")
# Without their first letters, which may be capitals.
_may_take_part = any_of("iedal", "zstāj", "tartē", "acent", "alīb")
_PREDICATES: dict[str, tuple[Number, Gender]] = {
    "s": ("sg", "m"),
    "i": ("pl", "m"),
    "a": ("sg", "f"),
    "as": ("pl", "f"),
}
# Endings of derivation by which a noun is sure to be one, whether a list holds it or not.
_DERIVED = compiled(r"(?:šan|šanā|[tāē]tāj|niek|niec|nīc|īb|ācij|ist|isms?|um|iņ|tor|eris?|ent|ant|olog)\p{L}{1,4}$")
# A quality or a field, of which there are hardly several: *medijpratība*.
_ABSTRACT = compiled(r"īb\p{L}{1,3}$")
_WORD_END = backwards(r"(\p{L}+)\s*")
_DEFINITE_GENITIVES = ("ās", "o", "ā")
_PREPOSITIONS = frozenset(
    [
        "ar",
        "no",
        "uz",
        "pie",
        "pēc",
        "starp",
        "caur",
        "bez",
        "kopš",
        "pirms",
        "pret",
        "zem",
        "aiz",
        "pār",
        "par",
        "pa",
    ]
)


class Context(Struct, frozen=True):
    """What stands before a phrase: its count, whether a preposition governs it, a participle's ending.

    `whole` says whether the count is a whole number, `singular` whether a noun beside it stands in the singular.
    `predicate` is what `predicate_before` gives: an ending with its marks `!` and `~`, or `@`.
    `cases` are those that the numeral allows, `parallel` the case of the phrase that this one is joined to.
    """

    whole: bool
    singular: bool
    governed: bool
    predicate: str
    cases: str
    parallel: Case | None = None


# What each case of a counted noun costs, and what behind a preposition.
_CASE_COSTS: dict[Case, float] = {"N": 0.0, "A": 0.2, "D": 0.8, "L": 1.2, "G": 2.0}
_GOVERNED_COSTS: dict[Case, float] = {"D": 0.0, "G": 1.5, "A": 2.5, "L": 3.0, "N": 3.5}


def is_number_singular(count: Decimal) -> bool:
    """Whether a noun counted so many times stands in the singular: 1, 21, 101, not 11.

    >>> is_number_singular(Decimal(21)), is_number_singular(Decimal(11)), is_number_singular(Decimal("2.5"))
    (True, False, False)
    """
    return count == count.to_integral_value() and count % 10 == 1 and count % 100 != 11


def is_governed(before: str) -> bool:
    """Whether a preposition stands right before the numeral, but for a qualifier between them."""
    words = before[-_NEAR:].split()
    while words and (words[-1].casefold() in {"aptuveni", "apmēram", "gandrīz", "vismaz", "vairāk", "kā", "nekā", "~"}):
        words.pop()
    return bool(words) and words[-1].casefold() in _PREPOSITIONS


def form_cost(form: Form, context: Context) -> float:
    """What case and number of the head cost beside this count in this place."""
    singular, governed = context.singular, context.governed
    without_singular = form.number == "pl" and form.lemma.endswith(("as", "es", "i"))
    number_cost = 4.0 if context.whole and (form.number == "sg") != singular and not without_singular else 0.0
    if len(context.cases) < len("NGDAL"):
        accusative = 0.2 if form.case == "A" and "N" in context.cases else 0.0
        return accusative + number_cost if form.case in context.cases else TOO_DEAR
    if governed and not singular:
        cost = _GOVERNED_COSTS[form.case]
    elif governed:
        cost = 3.0 if form.case in "NL" else 0.0
    else:
        cost = _CASE_COSTS[form.case] + (_predicate_cost(form, context) if context.predicate else 0.0)
    parallel = -1.6 if context.parallel in ("D", "L", "A") and form.case == context.parallel else 0.0
    return cost + parallel + number_cost


def _predicate_cost(form: Form, context: Context) -> float:
    """*Novadītas 8 …* expects a feminine plural subject: what agrees is likelier, a dative less so.

    *Nodrošināta 8 …* has a subject in the singular, of which the counted noun is only the genitive.
    """
    if context.predicate == TAKING_PART:
        return {"L": -1.0, "N": 0.4}.get(form.case, 0.0)
    number, gender = _PREDICATES[context.predicate.rstrip(OPENING + SATISFIED)]
    if context.predicate.endswith(SATISFIED):
        return {"N": 0.8, "A": 0.8, "D": -0.4}.get(form.case, 0.0)
    opening = context.predicate.endswith(OPENING)
    if opening and number == "sg" and not context.singular and form.case in "NAG":
        return -1.8 if form.case == "G" else 1.8
    if form.case == "N":
        return 1.2 if form.gender != gender else -0.4 if form.number == number else 0.3
    return {"D": 0.5, "A": 1.2}.get(form.case, 0.0)


def predicate_before(before: str) -> str:
    """The ending of the participle right before a numeral, "" if none stands there.

    A verb like *piedalījās*, of what one takes part in, gives `@`. Behind an ending stands `!` where it opens its sentence, `~` where its own subject stands in front of it.
    """
    if _may_take_part(before) and _TAKES_PART.match(before):
        return TAKING_PART
    match = _PREDICATE.match(before)
    if match is None or not reading(match["word"]).participle:
        return ""
    if match["word"][0].isupper():
        return match["ending"] + OPENING
    subject = _WORD_END.match(before, 0, match.start())
    agreeing = reading(subject[1]).nouns if subject else ()
    return match["ending"] + (SATISFIED if any(_is_subject(form, match["ending"]) for form in agreeing) else "")


def _is_subject(form: Form, ending: str) -> bool:
    return form.case == "N" and (form.number, form.gender) == _PREDICATES[ending]


def noun_cost(token: Token, said: Reading) -> float:
    """What it costs that the word itself is doubtful as a counted noun: unknown, a name, or rather an adjective."""
    if not said.counted:
        return 2.5
    proper = token.text[0].isupper() and not said.known and "-" not in token.text
    abstract = not said.known and _ABSTRACT.search(token.folded) is not None
    adjective = bool(said.adjectives) and not said.known
    unknown = 0.0 if said.known else 0.5 if _DERIVED.search(token.folded) else 1.4
    return (5.0 if proper else 0.0) + (3.5 if adjective else 0.0) + unknown + (0.8 if abstract else 0.0)


def act_cost(readings: Sequence[Reading], head: int, form: Form, context: Context) -> float:
    """What it costs that a noun of an act is counted, of which there are hardly several: rather what it is done to is."""
    cost = 3.0 if _is_uncounted_act(form, context) else 0.0
    cost += 2.0 if _is_done_to_one(readings, head, form, context) else 0.0
    return cost + (1.0 if _is_field_of_what_follows(readings[head], form, head, len(readings)) else 0.0)


def _is_uncounted_act(form: Form, context: Context) -> bool:
    """Whether a verbal noun stands in the singular beside a count that needs the plural."""
    return form.number == "sg" and not context.singular and form.lemma.endswith(("šana", "šanās"))


def _is_done_to_one(readings: Sequence[Reading], head: int, form: Form, context: Context) -> bool:
    """Whether a verbal noun says what is done to the one thing before it: *21 personas pavadīšana*."""
    act = context.singular and form.case == "N" and form.lemma.endswith("šana") and head > 0
    return act and any(each.case == "G" and each.number == "sg" for each in readings[head - 1].nouns)


def _is_field_of_what_follows(said: Reading, form: Form, head: int, length: int) -> bool:
    """Whether a noun of an act, of which there are hardly several, rather describes the next: *18 testēšanas laboratorijām*."""
    several = form.number == "pl" and form.case in "NA" and not said.known
    return several and head + 1 < length and form.lemma.endswith(("šana", "izācija"))


def modifiers_cost(tokens: Sequence[Token], readings: Sequence[Reading], head: int, form: Form | None) -> float:
    """What it costs to explain the words before the head: agreement is free, genitives are cheap."""
    if not head:
        return 0.0
    cost = 0.0
    participle_at = max((i for i in range(head) if readings[i].participle), default=-1)
    for place in range(head):
        if tokens[place].folded in vocabulary().joining:
            definite = tokens[place + 1].folded.endswith(_DEFINITE_GENITIVES)
            cost += _joining_cost(readings, head, place, definite=definite)
        else:
            cost += _modifier_cost(tokens[place], readings[place], form, governed=place < participle_at)
    agreeing = participle_at > 0 and form and agreement(form) in readings[participle_at].adjective_agreements
    return cost + (0.0 if agreeing or participle_at < 1 or form is None else 2.0)


def _joining_cost(readings: Sequence[Reading], head: int, place: int, *, definite: bool) -> float:
    """*un* joins two adjectives or two genitives, of which the second is not the head; a definite one may lead it."""
    before, after = readings[place - 1], readings[place + 1]
    if before.adjectives and not before.known and after.adjectives and place + 1 < head:
        return 0.1
    genitives = all(each.undeclined or "G" in (each.all_cases if definite else each.cases) for each in (before, after))
    return (0.6 if "N" in before.cases and place + 2 < head else 0.1) if genitives and place + 1 < head else IMPOSSIBLE


def _modifier_cost(token: Token, said: Reading, form: Form | None, governed: bool) -> float:
    folded = token.folded
    if governed and folded in vocabulary().prepositions:
        return 0.0
    if said.adjectives and (form is None or agreement(form) in said.adjective_agreements):
        return 0.0
    if any(each.case == "G" for each in said.adjectives):
        return 0.2
    if said.undeclined or (token.text[0].isupper() and not said.known):
        return 0.3
    if "G" in said.cases:
        return 0.3 if said.counted else 0.1
    if folded in vocabulary().adverbs:
        return 0.2
    if number_of_words(folded) is not None:
        return 0.2
    if not said.known and form and agreement(form) in said.noun_agreements:
        return 0.8
    return 0.2 if governed else IMPOSSIBLE


def rest_cost(readings: Sequence[Reading], head: int, form: Form | None, context: Context) -> float:
    """What the words behind the head cost: their last one must be able to stand there by itself."""
    if head == len(readings) - 1:
        return 0.0
    last = readings[-1]
    if last.undeclined:
        return 0.5
    following = readings[head + 1]
    if form and form.case == "N" and following.participle and agreement(form) in following.adjective_agreements:
        return 0.1
    genitive = form is None or form.case == "G"
    if genitive and is_uncounted_singular(following, context):
        return 0.2
    acts = any(is_uncounted_singular(each, context) for each in readings[head + 2 :])
    if not genitive and (acts or not (_goes_on(following) and _goes_on(last))):
        return 3.0
    if genitive and (last.is_verbal_noun or (last.is_nominative_singular and not context.singular)):
        later = any(each.undeclined or each.is_genitive_plural for each in readings[head + 1 : -1])
        return 0.9 if later else 0.4
    if head == len(readings) - 2 and last.is_genitive_plural:
        return 1.0
    return 2.7 if last.all_cases.isdisjoint("DL") else 1.0 if context.governed else 0.0


def is_uncounted_singular(said: Reading, context: Context) -> bool:
    """Whether a word is a verbal noun in the singular, of which there cannot be several: *12 iemītnieku ēdināšana*."""
    return said.is_verbal_nominative and not context.singular


def _goes_on(said: Reading) -> bool:
    """Whether a word can stand behind a head: in the genitive, dative or locative, or undeclined; no nominative can."""
    return not said.all_cases or said.undeclined or said.participle or not said.all_cases.isdisjoint("GDL")


def rest_is_oblique(readings: Sequence[Reading], head: int) -> bool:
    """Whether the words behind the head end in a dative or locative."""
    return head < len(readings) - 1 and not readings[-1].all_cases.isdisjoint("DL")
