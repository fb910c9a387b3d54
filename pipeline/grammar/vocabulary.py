"""The words of `vocabulary.toml` with all their forms, and what a written word may be."""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from pathlib import Path

from msgspec import Struct

from pipeline.grammar.declension import (
    DEFINITE_LEMMAS,
    Form,
    adjective_forms,
    guessed_forms,
    noun_forms,
)
from pipeline.grammar.declined_words import declined, declined_nouns, forms_of_any, words_of
from pipeline.grammar.form_table import LONGEST_END, FormTable, without_diacritics
from pipeline.grammar.reading import Reading
from pipeline.grammar.second_opinion import forms_by_second_opinion, is_word
from pipeline.patterns import compiled

# Endings that only adjectives and participles have, before the case ending.
_ADJECTIVE_ENDING = r"(?:s|š|a|am|u|ā|i|iem|us|os|as|ai|ām|ās|ais|ajam|o|ajā|ie|ajiem|ajos|ajai|ajām|ajās)"
_ADJECTIVE = compiled(
    rf"(?P<stem>\p{{L}}{{2,}}(?:isk|īg|ain|oš|(?<=\p{{L}}{{3}})āk|jam|ām|dam|ējam|āmpl|tā?k|ciāl|onāl|īv|āl|ust|uš))"
    rf"(?P<ending>{_ADJECTIVE_ENDING})"
)
# The stem of a past participle: of a verb in -ēt, -īt or -ot, and of these in -āt or with a consonant before the -t.
_VERBS_IN_AT = r"(?:in|strād|run|tauj|maks|jaut|dom|spēl|krās|gād|dāv|glab|mazg|sarg|krāj|dal|vāc|apmeklē)ā"
_VERBS_IN_T = r"(?:ņem|veik|sāk|beig|cel|kop|seg|slēg|snieg|nes|ves|lik|pirk|vēr|tik|lūg|rīk|gū|do|aus|vāk|griez|spies|mes|kļau|šķir|ver|dzēs|kār|šū|krau|bēr|šķel|spēr|kur|dur|sau|bū|teik|vērs|vies|(?:at|ie)ras|trauk|sauk|jauk|lem|stum|krā)"
_PARTICIPLE_STEM = rf"(?:\p{{L}}{{2,}}[ēīo]|\p{{L}}*{_VERBS_IN_AT}|\p{{L}}*{_VERBS_IN_T})t"
_PARTICIPLE = compiled(
    rf"(?:\p{{L}}*\p{{L}}oš|{_PARTICIPLE_STEM}|\p{{L}}*(?:\p{{L}}uš|\p{{L}}am|\p{{L}}ām)){_ADJECTIVE_ENDING}"
)
_PAST_PARTICIPLE = compiled(rf"(?P<stem>{_PARTICIPLE_STEM})(?P<ending>{_ADJECTIVE_ENDING})")
# A compound's parts are at least so long; shorter ones are mostly chance.
_SHORTEST_PREFIX, _SHORTEST_NOUN, _SURE_NOUN = 3, 5, 6
# Adjectives that end as *diski* does: *metodiski*.
_RELATIONAL = compiled(rf"\p{{L}}{{3,}}isk{_ADJECTIVE_ENDING}")
_DIMINUTIVE = compiled(r"(?P<stem>\p{L}{3,})iņ(?:i|u|iem|us|os|a|as|ai|ām|ās|š|am|ā)")
# *Atgriezušies, atgriezušās*: the only forms of a reflexive past participle that stand in front of a noun.
_REFLEXIVE = compiled(r"(\p{L}{2,}uš)(?:ies|ās)")
_DEFINITE_ONLY = compiled(r"(?P<stem>\p{L}{3,})(?:ais|ajam|ajā|ajiem|ajos|ajai|ajām|ajās)")
_ABBREVIATION = compiled(r"\d\p{Lu}+|\p{Lu}[\p{Lu}\d&+-]+(?:[-’']?(?:s|a|u|i|as|os|iem))?|\p{Lu}{2,}")
_VERB = compiled(
    r"\p{L}+(?:(?<!t)āja|(?<!t)ēja|īja|oja|ojām|\p{L}{2}(?:cina|zina|dzina|šina|ņina)|uva|[āēīo]jās|[oē]jas|[āēī]jām|[āēī]s?im|[āē]ties|īties|ējas)"
)


class Vocabulary(Struct, frozen=True):
    """The lists of `vocabulary.toml`, ready for look-up by the word in lower case."""

    nouns: FormTable
    bare_nouns: FormTable
    adjectives: FormTable
    attributive: FormTable
    undeclined: frozenset[str]
    names: frozenset[str]
    measures: frozenset[str]
    containers: frozenset[str]
    measure_abbreviations: frozenset[str]
    counted_abbreviations: frozenset[str]
    events: frozenset[str]
    stops: frozenset[str]
    verbs: frozenset[str]
    prepositions: frozenset[str]
    terms: frozenset[tuple[str, str]]
    joining: frozenset[str]
    adverbs: frozenset[str]
    qualifiers: tuple[tuple[str, str], ...]

    def complete(self) -> None:
        """Makes all forms, for processes that are forked from this one: else each would make those that it needs."""
        for table in (self.nouns, self.adjectives, self.attributive):
            table.complete()


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary, read once."""
    content = tomllib.loads((Path(__file__).parent / "vocabulary.toml").read_text(encoding="utf-8"))
    nouns = content["nouns"]
    listed = declined_nouns(nouns)
    return Vocabulary(
        nouns=FormTable(listed),
        bare_nouns=FormTable(listed, without_diacritics),
        adjectives=FormTable(declined(words_of(content["adjectives"]["words"]), adjective_forms)),
        attributive=FormTable(declined(words_of(nouns["attributive"]), forms_of_any)),
        undeclined=frozenset(word.casefold() for word in words_of(nouns["undeclined"])),
        names=frozenset(words_of(nouns["names"])),
        measures=frozenset(words_of(nouns["measures"])),
        containers=frozenset(words_of(nouns["containers"])),
        measure_abbreviations=frozenset(words_of(nouns["measure_abbreviations"])),
        counted_abbreviations=frozenset(words_of(nouns["counted_abbreviations"])),
        events=frozenset(words_of(nouns["events"])),
        stops=frozenset(words_of(content["stops"]["words"]) + words_of(content["stops"]["verbs"])),
        verbs=frozenset(words_of(content["stops"]["verbs"])),
        prepositions=frozenset(words_of(content["stops"]["prepositions"])),
        terms=frozenset((first, second) for first, _, second in map(_term, words_of(nouns["terms"]))),
        joining=frozenset(words_of(content["stops"]["joining"])),
        adverbs=frozenset(words_of(content["stops"]["adverbs"])),
        qualifiers=_qualifiers(content["qualifiers"]),
    )


def _term(text: str) -> tuple[str, str, str]:
    return text.partition("_")


def _qualifiers(lists: dict[str, str]) -> tuple[tuple[str, str], ...]:
    pairs = [(word.replace("_", " "), kind) for kind, words in lists.items() for word in words.split()]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


@cache
def reading(word: str) -> Reading:
    """What this word may be: from the vocabulary, else by its ending."""
    words = vocabulary()
    folded = word.casefold()
    adjectives = words.adjectives.get(folded, ()) or _guessed_adjectives(folded)
    participle = bool(_PARTICIPLE.fullmatch(folded) or _REFLEXIVE.fullmatch(folded)) and bool(adjectives)
    if folded in words.names:
        return Reading((), (), True, False, True, False)
    if folded in words.undeclined or _ABBREVIATION.fullmatch(word):
        return Reading((), (), folded in words.undeclined, True, True, False)
    if folded in words.nouns:
        definite = tuple(form for form in words.nouns[folded] if form.lemma.endswith(DEFINITE_LEMMAS))
        known_adjective = words.adjectives.get(folded, ()) + definite
        return Reading(words.nouns[folded], known_adjective, True, True, False, False)
    if folded in words.attributive:
        return Reading(words.attributive[folded], (), True, False, False, False)
    bare = _bare_forms(folded, adjectives)
    compound = bare or _hyphenated_forms(word) or _diminutive_forms(folded)
    if not compound and not _RELATIONAL.fullmatch(folded):
        compound = _compound_forms(folded, _SURE_NOUN if participle else _SHORTEST_NOUN)
    if compound:
        return Reading(compound, (), bool(bare), True, False, False)
    if folded in words.adjectives or _DEFINITE_ONLY.fullmatch(folded):
        return Reading((), adjectives, False, False, False, participle)
    if folded.endswith("ie") and not adjectives:
        adjectives = (Form(folded[:-2] + "s", "N", "pl", "m"),)
        return Reading((), adjectives, False, False, False, participle)
    if folded.endswith("o") and not adjectives and not is_word(folded):
        return Reading((), (), False, True, True, False)
    opinion = forms_by_second_opinion(folded)
    sure = any(form.number == "pl" or form.case in "NDL" for form in opinion)
    nouns = opinion if sure else tuple(dict.fromkeys((*opinion, *guessed_forms(folded))))
    # *pielāgojuma* is of *pielāgojums*: what was done is never feminine, and *veikšana*, doing, never masculine.
    nouns = tuple(form for form in nouns if not form.lemma.endswith(("juma", "šans"))) or nouns
    return Reading(tuple(map(_of_agents, nouns)), adjectives, False, True, False, participle)


def _of_agents(form: Form) -> Form:
    """Of *dziedātāju* the lemma is *dziedātājs*: the genitive plural of agents is the same in both genders."""
    if form.case == "G" and form.number == "pl" and form.lemma.endswith(("tāja", "ēja")):
        return Form(form.lemma[:-1] + "s", "G", "pl", "m")
    return form


def _bare_forms(folded: str, adjectives: tuple[Form, ...]) -> tuple[Form, ...]:
    """The readings of a listed noun that was typed without some diacritics and so is no word: `dalibnieki`.

    It is a locative only where it can be nothing else: `vizites` are rather *vizītes* than *vizītēs*.
    """
    if is_word(folded):
        return ()
    forms = vocabulary().bare_nouns.get(without_diacritics(folded), ())
    if not folded.isascii():  # those that were typed must be the word's own
        forms = tuple(form for form in forms if _has_diacritics_of(folded, form.lemma))
        if adjectives:  # *plānotajām* is no misspelt *plānotājām*, *brīvpratīgo* is *brīvprātīgo*
            forms = tuple(form for form in forms if form.lemma.endswith("ais"))
    return tuple(form for form in forms if form.case != "L") or forms


def _has_diacritics_of(typed: str, lemma: str) -> bool:
    """Whether each letter with a diacritic stands in the lemma too, up to its ending."""
    stem = zip(typed, lemma[: 1 - LONGEST_END].casefold(), strict=False)
    return all(letter.isascii() or letter == own for letter, own in stem)


def _hyphenated_forms(word: str) -> tuple[Form, ...]:
    """The readings of a word behind a hyphen, whose lemma keeps what stands before it: `NVO-partneriem`."""
    first, hyphen, last = word.rpartition("-")
    if not hyphen or not first or len(last) < _SHORTEST_NOUN:
        return ()
    return tuple(Form(f"{first}-{form.lemma}", form.case, form.number, form.gender) for form in reading(last).nouns)


def _diminutive_forms(folded: str) -> tuple[Form, ...]:
    """The readings of a diminutive whose base is a word: `lapiņu` by `lapa`, `kociņi` by `koks`."""
    match = _DIMINUTIVE.fullmatch(folded)
    if match is None:
        return ()
    stem = match["stem"]
    hard = {"c": "k", "dz": "g"}.get(stem[-2:] if stem.endswith("dz") else stem[-1:], "")
    bases = (stem, stem.removesuffix("dz" if stem.endswith("dz") else stem[-1:]) + hard) if hard else (stem,)
    if any(is_word(base + ending) for base in bases for ending in ("a", "e")):
        forms = noun_forms(stem + "iņa", "fourth")
    elif any(is_word(base + ending) for base in bases for ending in ("s", "š")):
        forms = noun_forms(stem + "iņš", "first")
    else:
        return ()
    return tuple(form for written, form in forms if written == folded)


def _compound_forms(folded: str, shortest: int) -> tuple[Form, ...]:
    """The readings of a compound whose last part the vocabulary holds: `darbvietas` by `vietas`.

    In front of a short last part there must stand a word: `kapavietas` by `kapa`.
    """
    nouns = vocabulary().nouns
    for start in range(_SHORTEST_PREFIX, len(folded) - shortest + 1):
        forms = nouns.get(folded[start:], ())
        if not forms or any(form.number == "pl" and form.lemma == folded[start:] for form in forms):
            continue
        short = len(folded) - start < _SURE_NOUN
        if not short or any(is_word(folded[:start] + ending) for ending in ("", "s", "a", "e", "is")):
            return tuple(Form(folded[:start] + form.lemma, form.case, form.number, form.gender) for form in forms)
    return ()


def _guessed_adjectives(folded: str) -> tuple[Form, ...]:
    match = _ADJECTIVE.fullmatch(folded) or _PAST_PARTICIPLE.fullmatch(folded) or _DEFINITE_ONLY.fullmatch(folded)
    stem = match["stem"] if match else None
    reflexive = _REFLEXIVE.fullmatch(folded)
    if reflexive:
        return (Form(reflexive[1] + "ies", "N", "pl", "m" if folded.endswith("ies") else "f"),)
    if stem is None:
        return ()
    return tuple(form for written, form in adjective_forms(stem + "s") if written == folded)


@lru_cache(maxsize=50_000)
def is_verb(word: str) -> bool:
    """Whether the word is a finite verb, by a list or by an ending that only finite verbs have."""
    folded = word.casefold()
    if folded in vocabulary().verbs or (folded.startswith("ne") and folded[2:] in vocabulary().verbs):
        return True
    named = folded in vocabulary().nouns or folded in vocabulary().adjectives
    return bool(_VERB.fullmatch(folded)) and not named


@lru_cache(maxsize=50_000)
def is_attributive(lemma: str) -> bool:
    """Whether the noun only stands in the genitive before what is counted."""
    folded = lemma.casefold()
    words = vocabulary()
    return folded not in words.nouns and any(form.lemma == folded for form in words.attributive.get(folded, ()))


@lru_cache(maxsize=50_000)
def lemma_known(lemma: str) -> bool:
    """Whether the vocabulary holds this noun, counted or not."""
    words = vocabulary()
    folded = lemma.casefold()
    listed = any(
        form.lemma.casefold() == folded for form in words.nouns.get(folded, ()) + words.attributive.get(folded, ())
    )
    return listed or folded in words.undeclined or folded in ("%", "euro") or folded in words.counted_abbreviations
