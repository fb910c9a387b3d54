"""Declension: known forms of known nouns, and unknown nouns back to their nominative."""

from __future__ import annotations

import pytest

from pipeline.grammar.declension import guessed_forms, noun_forms
from pipeline.grammar.second_opinion import forms_by_second_opinion
from pipeline.grammar.vocabulary import reading, vocabulary


@pytest.mark.parametrize(
    ("lemma", "declension", "genitive_plural"),
    [
        ("izstāde", "fifth", "izstāžu"),
        ("pārstāvis", "second", "pārstāvju"),
        ("jaunietis", "second", "jauniešu"),
        ("konference", "fifth", "konferenču"),
        ("tirgus", "third", "tirgu"),
        ("nakts", "sixth", "nakšu"),
        ("persona", "fourth", "personu"),
    ],
)
def test_the_genitive_plural_changes_its_consonant(lemma: str, declension: str, genitive_plural: str) -> None:
    assert genitive_plural in {written for written, form in noun_forms(lemma, declension) if form.case == "G"}


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("hakatoni", "hakatons"),
        ("sarunvakariem", "sarunvakars"),
        ("zīmētāji", "zīmētājs"),
        ("plostnieku", "plostnieks"),
        ("radošumnīcu", "radošumnīca"),
        ("darbošanās", "darbošanās"),
        ("šautriņām", "šautriņa"),
        ("domrakstus", "domraksts"),
    ],
)
def test_an_unknown_plural_goes_back_to_its_nominative(form: str, lemma: str) -> None:
    assert lemma in {each.lemma for each in guessed_forms(form) if each.number == "pl"}


@pytest.mark.parametrize(
    ("form", "lemma"), [("pļavu", "pļava"), ("lāči", "lācis"), ("gulbjiem", "gulbis"), ("kuģus", "kuģis")]
)
def test_a_second_opinion_decides_between_declensions(form: str, lemma: str) -> None:
    assert {each.lemma for each in reading(form).nouns} == {lemma}


@pytest.mark.parametrize("word", ["inhalatori", "notika", "ziedotnes"])
def test_an_opinion_that_declension_does_not_bear_out_is_none(word: str) -> None:
    assert forms_by_second_opinion(word) == ()


def test_the_vocabulary_is_large_enough_and_reads_its_own_words() -> None:
    words = vocabulary()
    lemmas = {form.lemma for forms in words.nouns.values() for form in forms}
    assert len(lemmas) >= 300
    assert reading("pasākumiem").known
    assert not reading("zvirbuļspēlēm").known


def test_no_attributive_word_is_counted() -> None:
    both = set(vocabulary().attributive) & set(vocabulary().nouns)
    counted = {word for word in both if not reading(word).counted}
    assert counted == set()
