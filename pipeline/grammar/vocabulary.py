"""The words of `vocabulary.toml` with all their forms, and what a written word may be."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import regex

from pipeline.grammar.declension import (
    Form,
    adjective_forms,
    definite_forms,
    guessed_forms,
    noun_forms,
    plural_forms,
)
from pipeline.grammar.second_opinion import forms_by_second_opinion

_DECLENSIONS = ("first", "second", "second_s", "second_ens", "second_hard", "third", "fourth", "fifth", "sixth")
# Endings that only adjectives and participles have, before the case ending.
_ADJECTIVE_ENDING = r"(?:s|š|a|am|u|ā|i|iem|us|os|as|ai|ām|ās|ais|ajam|o|ajā|ie|ajiem|ajos|ajai|ajām|ajās)"
_ADJECTIVE = regex.compile(
    rf"(?P<stem>\p{{L}}{{2,}}(?:isk|īg|ain|oš|(?<=\p{{L}}{{3}})āk|jam|ām|dam|ējam|āmpl|tā?k|ciāl|onāl|īv|āl|ist|ust|uš))"
    rf"(?P<ending>{_ADJECTIVE_ENDING})"
)
_PARTICIPLE_STEM = r"(?:[aāeēiīouū]|ņem|veik|sāk|beig|cel|kop|seg|slēg|snieg|nes|ves|lik|pirk|vēr|tik|lūg|rīk)t"
_PARTICIPLE = regex.compile(
    rf"\p{{L}}*(?:\p{{L}}oš|{_PARTICIPLE_STEM}|\p{{L}}uš|\p{{L}}am|\p{{L}}ām){_ADJECTIVE_ENDING}"
)
# A compound's parts are at least so long; shorter ones are mostly chance.
_SHORTEST_PREFIX, _SHORTEST_NOUN = 3, 6
_DEFINITE_ONLY = regex.compile(r"\p{L}{3,}(?:ais|ajam|ajā|ajiem|ajos|ajai|ajām|ajās)")
_ABBREVIATION = regex.compile(r"\p{Lu}[\p{Lu}\d&+-]+(?:[-’']?(?:s|a|u|i|as|os|iem))?|\p{Lu}{2,}")
_VERB = regex.compile(r"\p{L}+(?:(?<!t)āja|(?<!t)ēja|īja|oja|uva|[āēīo]jās|[āēī]jām|[āēī]s?im|[āē]ties|īties|ējas)")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a written word may be in a phrase.

    `nouns` and `adjectives` are its readings as such; `known` says whether the
    vocabulary holds the noun, `counted` whether it may itself be counted.
    """

    nouns: tuple[Form, ...]
    adjectives: tuple[Form, ...]
    known: bool
    counted: bool
    undeclined: bool
    participle: bool


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The lists of `vocabulary.toml`, ready for look-up by the word in lower case."""

    nouns: dict[str, tuple[Form, ...]]
    adjectives: dict[str, tuple[Form, ...]]
    attributive: dict[str, tuple[Form, ...]]
    undeclined: frozenset[str]
    measures: frozenset[str]
    measure_abbreviations: frozenset[str]
    counted_abbreviations: frozenset[str]
    stops: frozenset[str]
    joining: frozenset[str]
    adverbs: frozenset[str]
    qualifiers: tuple[tuple[str, str], ...]


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary, read once."""
    content = tomllib.loads((Path(__file__).parent / "vocabulary.toml").read_text(encoding="utf-8"))
    nouns = content["nouns"]
    return Vocabulary(
        nouns=_noun_table(nouns),
        adjectives=_table(form for word in _words(content["adjectives"]["words"]) for form in adjective_forms(word)),
        attributive=_table(form for word in _words(nouns["attributive"]) for form in _forms_of_any(word)),
        undeclined=frozenset(word.casefold() for word in _words(nouns["undeclined"])),
        measures=frozenset(_words(nouns["measures"])),
        measure_abbreviations=frozenset(_words(nouns["measure_abbreviations"])),
        counted_abbreviations=frozenset(_words(nouns["counted_abbreviations"])),
        stops=frozenset(_words(content["stops"]["words"])),
        joining=frozenset(_words(content["stops"]["joining"])),
        adverbs=frozenset(_words(content["stops"]["adverbs"])),
        qualifiers=_qualifiers(content["qualifiers"]),
    )


def _words(text: str) -> list[str]:
    return text.split()


def _table(pairs: Any) -> dict[str, tuple[Form, ...]]:
    table: dict[str, dict[Form, None]] = defaultdict(dict)
    for written, form in pairs:
        table[written.casefold()][form] = None
    return {written: tuple(forms) for written, forms in table.items()}


def _noun_table(nouns: dict[str, str]) -> dict[str, tuple[Form, ...]]:
    pairs = [pair for name in _DECLENSIONS for word in _words(nouns[name]) for pair in noun_forms(word, name)]
    pairs += [pair for word in _words(nouns["plural"]) for pair in plural_forms(word)]
    pairs += [pair for word in _words(nouns["definite"]) for pair in definite_forms(word)]
    pairs += [pair for word in _words(nouns["measures"]) for pair in _forms_of_any(word)]
    pairs += [pair for word in ("tikšanās", "sanākšana", "vienošanās") for pair in _forms_of_any(word)]
    return _table(pairs)


def _forms_of_any(word: str) -> list[tuple[str, Form]]:
    """The forms of a noun whose declension its nominative tells."""
    if word.endswith("šanās"):
        return list(noun_forms(word, "reflexive"))
    for ending, declension in (("is", "second"), ("us", "third"), ("a", "fourth"), ("e", "fifth")):
        if word.endswith(ending):
            return list(noun_forms(word, declension))
    if word.endswith(("as", "es", "i")):
        return list(plural_forms(word))
    if word.endswith("u"):
        return [(word, Form(word, "G", "pl", "m"))]
    return list(noun_forms(word, "sixth" if word == "diennakts" else "first"))


def _qualifiers(lists: dict[str, str]) -> tuple[tuple[str, str], ...]:
    pairs = [(word.replace("_", " "), kind) for kind, words in lists.items() for word in words.split()]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


@cache
def reading(word: str) -> Reading:
    """What this word may be: from the vocabulary, else by its ending."""
    words = vocabulary()
    folded = word.casefold()
    adjectives = words.adjectives.get(folded, ()) or _guessed_adjectives(folded)
    participle = bool(_PARTICIPLE.fullmatch(folded)) and bool(adjectives)
    if folded in words.undeclined or _ABBREVIATION.fullmatch(word):
        return Reading((), (), folded in words.undeclined, True, True, False)
    if folded in words.nouns:
        known_adjective = words.adjectives.get(folded, ())
        return Reading(words.nouns[folded], known_adjective, True, True, False, False)
    if folded in words.attributive:
        return Reading(words.attributive[folded], (), True, False, False, False)
    compound = _compound_forms(folded)
    if compound:
        return Reading(compound, (), False, True, False, False)
    if folded in words.adjectives or _DEFINITE_ONLY.fullmatch(folded):
        return Reading((), adjectives, False, False, False, participle)
    nouns = forms_by_second_opinion(folded) or tuple(guessed_forms(folded))
    return Reading(nouns, adjectives, False, True, False, participle)


def _compound_forms(folded: str) -> tuple[Form, ...]:
    """The readings of a compound whose last part the vocabulary holds: `darbvietas` by `vietas`."""
    nouns = vocabulary().nouns
    for start in range(_SHORTEST_PREFIX, len(folded) - _SHORTEST_NOUN + 1):
        forms = nouns.get(folded[start:], ())
        if forms and not any(form.number == "pl" and form.lemma == folded[start:] for form in forms):
            return tuple(Form(folded[:start] + form.lemma, form.case, form.number, form.gender) for form in forms)
    return ()


def _guessed_adjectives(folded: str) -> tuple[Form, ...]:
    match = _ADJECTIVE.fullmatch(folded) or regex.fullmatch(
        rf"(?P<stem>\p{{L}}*{_PARTICIPLE_STEM})(?P<ending>{_ADJECTIVE_ENDING})", folded
    )
    definite = _DEFINITE_ONLY.fullmatch(folded)
    stem = match["stem"] if match else None
    if stem is None and definite:
        stem = regex.sub(r"(?:ais|ajam|ajā|ajiem|ajos|ajai|ajām|ajās)$", "", folded)
    if stem is None:
        return ()
    return tuple(form for written, form in adjective_forms(stem + "s") if written == folded)


def is_verb(word: str) -> bool:
    """Whether the word has an ending that only finite verbs have."""
    return bool(_VERB.fullmatch(word.casefold())) and word.casefold() not in vocabulary().nouns


def lemma_known(lemma: str) -> bool:
    """Whether the vocabulary holds this noun, counted or not."""
    words = vocabulary()
    folded = lemma.casefold()
    listed = any(
        form.lemma.casefold() == folded for form in words.nouns.get(folded, ()) + words.attributive.get(folded, ())
    )
    return listed or folded in words.undeclined or folded in {"%", "euro"} | words.counted_abbreviations
