"""Forms that are made when they are looked up are those that are made all at once."""

from __future__ import annotations

from functools import partial

import pytest

from pipeline.grammar.declension import Form, noun_forms, plural_forms
from pipeline.grammar.form_table import LONGEST_END, FormTable
from pipeline.grammar.vocabulary import Vocabulary, vocabulary

TABLES = ("nouns", "adjectives", "attributive")


@pytest.fixture(name="fresh")
def _fresh() -> Vocabulary:
    vocabulary.cache_clear()
    return vocabulary()


@pytest.mark.parametrize("name", TABLES)
def test_what_is_looked_up_first_has_all_the_readings_that_the_whole_table_gives(fresh: Vocabulary, name: str) -> None:
    whole: FormTable = getattr(vocabulary.__wrapped__(), name)
    whole.complete()
    asked = getattr(fresh, name)
    assert {written: asked.get(written) for written in sorted(whole)} == dict(whole)


@pytest.mark.parametrize("name", TABLES)
def test_every_form_begins_as_its_word_up_to_the_longest_end(name: str) -> None:
    table: FormTable = getattr(vocabulary(), name)
    others = {
        (written, form.lemma)
        for written, forms in table.items()
        for form in forms
        if not written.startswith(form.lemma[:-LONGEST_END].casefold())
    }
    assert not others


def test_readings_stand_in_the_order_of_the_words_whichever_was_made_first() -> None:
    table = FormTable([("acs", partial(noun_forms, declension="sixth")), ("acis", plural_forms)])
    assert table["acis"] == (Form("acs", "N", "pl", "f"), Form("acs", "A", "pl", "f"), *plural("acis", "NA"))


def plural(lemma: str, cases: str) -> tuple[Form, ...]:
    return tuple(form for written, form in plural_forms(lemma) if written == lemma and form.case in cases)


def test_a_word_of_no_list_has_no_reading() -> None:
    table = FormTable([("koks", partial(noun_forms, declension="first"))])
    assert table.get("kokes") is None
    assert "" not in table
    assert "koki" in table
