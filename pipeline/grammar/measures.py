"""Measures behind a numeral: what only describes, and what is itself the result."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from pipeline.grammar.counted_phrase import Phrase
from pipeline.grammar.declension import Form
from pipeline.grammar.phrase_costs import Context
from pipeline.grammar.phrase_tokens import Token, tokens_after
from pipeline.grammar.vocabulary import reading, vocabulary
from pipeline.patterns import compiled

# Measures of a substance, which the genitive behind them names; in *5 litru trauki* it is no genitive.
_OF_SUBSTANCES = frozenset({"litrs", "tonna", "kilograms", "grāms", "kubikmetrs", "mililitrs", "centners"})
_EXTENTS = ("ilg", "gar", "plat", "augst", "smag", "vec", "dziļ")
# *5 gadus vecs*; *75 stundas vecu ierakstu* are hours of old recordings.
_AGES = frozenset({"gads", "mēnesis", "nedēļa", "diena"})
_TIMES = frozenset({"min", "st", "h"})
_FOLLOWING = compiled(r"\s+(\p{L}+)")


def describing_measure(text: str, tokens: Sequence[Token], context: Context) -> Phrase | None:
    """A measure in the genitive behind its number and in front of a noun: *5 dienu apmācības*, *32 akadēmisko stundu kursi*."""
    modified = len(tokens) > 1 and not tokens[0].reading.known and "G" in tokens[0].reading.all_cases
    head = tokens[1] if modified and tokens[0].reading.adjectives else tokens[0]
    for form in reading(head.first).nouns:
        fits = (form.number == "sg") == context.singular and form.case == "G"
        if fits and form.lemma in vocabulary().measures and is_describing(text, head):
            return Phrase(tokens[0].start, head.stop, form.lemma, True, "G", measure=True, describes=True)
    return None


def measured_substance(tokens: Sequence[Token], context: Context) -> Phrase | None:
    """A measure or a container in front of nothing but genitives: *2,4 tonnas sadzīves atkritumu*."""
    head, behind = tokens[0], tokens[1:]
    words = vocabulary()
    forms = [form for form in reading(head.first).nouns if _may_measure(form.lemma)]
    if not forms:
        return None
    said_behind = [(*said.nouns, *said.adjectives) for said in (token.reading for token in behind)]
    genitives = [any(form.case == "G" for form in forms) for forms in said_behind]
    nominative = behind and any(form.case in "NA" and form.number == "pl" for form in said_behind[0])
    if not behind or _is_extent_of(forms, behind[0]) or not (all(genitives) or (genitives[0] and not nominative)):
        return None
    for form in forms:
        term = any((head.folded, each.lemma) in words.terms for each in behind[0].reading.nouns)
        number = not context.whole or (form.number == "sg") == context.singular
        of_substance = form.lemma in words.containers or form.lemma in _OF_SUBSTANCES
        fits = of_substance or (form.lemma in words.measures and form.case != "G")
        if fits and number and not term and form.case in "NAGD":
            return Phrase(head.start, head.stop, form.lemma, True, form.case, measure=form.lemma in words.measures)
    return None


def _may_measure(lemma: str) -> bool:
    return lemma in vocabulary().measures or lemma in vocabulary().containers or lemma in _OF_SUBSTANCES


def is_listed(text: str, word: Token, abbreviations: Collection[str]) -> bool:
    """Whether a word is one of these abbreviations, of which some have a dot."""
    return word.folded in abbreviations or has_dot(text, word, abbreviations)


def has_dot(text: str, word: Token, abbreviations: Collection[str]) -> bool:
    """Whether the dot behind a word belongs to it: the first of *300 eks. 5 km.*, not the second."""
    return text.startswith(".", word.stop) and f"{word.folded}." in abbreviations


def abbreviated_measure(text: str, tokens: Sequence[Token]) -> Phrase:
    """*1 260 kg atkritumu* counts; *13,5 km garumā* and *5 km skrējiens* only describe."""
    head = tokens[0]
    extent = _FOLLOWING.match(text, head.stop)
    extended = extent is not None and extent[1].casefold().endswith(("umā", "ībā"))
    describes = extended or (len(tokens) > 1 and not _is_of_something(tokens[1:]))
    dot = has_dot(text, head, vocabulary().measure_abbreviations)
    if dot and text[head.stop + 1 :].lstrip()[:1].islower():
        behind = tokens_after(text, head.stop + 1)[0]
        describes = extended or (bool(behind) and not _is_measured_by(head, behind))
    return Phrase(head.start, head.stop + dot, head.text + "." * dot, known=True, measure=True, describes=describes)


def _is_measured_by(measure: Token, behind: Sequence[Token]) -> bool:
    """Whether the words behind an abbreviation name what there is so much of; nothing is counted in minutes."""
    timed = measure.folded in _TIMES and "N" in behind[0].reading.cases
    return not timed and _is_of_something(behind)


def _is_of_something(behind: Sequence[Token]) -> bool:
    """Whether genitives name what is measured: *kg atkritumu talkās*, not *km skrējiens*, *m garas lentes*."""
    if _is_extent(behind[0]):
        return False
    for place, token in enumerate(behind):
        forms = (*token.reading.nouns, *token.reading.adjectives)
        cases = {form.case for form in forms}
        if token.reading.participle and "G" not in cases:
            return True
        if cases and cases <= set("DL"):
            return place > 0
        if "G" not in cases:
            return False
    return True


def _is_extent(token: Token) -> bool:
    return token.first.casefold().startswith(_EXTENTS)


def _is_extent_of(forms: Sequence[Form], token: Token) -> bool:
    """Whether a word says how long, wide or old something of this measure is."""
    old = token.first.casefold().startswith("vec")
    return _is_extent(token) and not (old and not any(form.lemma in _AGES for form in forms))


def is_describing(text: str, head: Token) -> bool:
    """Whether a measure only describes the word behind it: *5 dienu apmācības*, *3 dienas ilgs*."""
    following = _FOLLOWING.match(text, head.stop)
    if following is None or following[1].casefold() in vocabulary().prepositions:
        return False
    forms = reading(head.first).nouns
    if following[1].casefold().startswith("vec") and not any(form.lemma in _AGES for form in forms):
        return False
    genitive = all(form.case in "GA" for form in forms)
    return genitive or following[1].casefold().startswith(_EXTENTS)
