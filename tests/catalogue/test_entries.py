"""Each text has its twin, each key its entry, and each entry somebody who says it."""

from __future__ import annotations

from string import Formatter

import pytest

from pipeline.catalogue import Sentence, counted_text, sentence, text
from pipeline.catalogue.entries import areas, entries
from pipeline.tables import TABLES
from tests.catalogue.code import (
    COUNTS,
    LATVIAN,
    all_keys,
    called_keys,
    literals,
    matching,
    modules,
    template_keys,
    without_quotations,
)

# A word of a table's cell that is a name, the same in every language.
NAMES = {("documents", "region")}


def template(key: str) -> Sentence:
    area, _, name = key.partition(".")
    return entries(area)[name]


def places(written: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(written) if name is not None}


@pytest.mark.parametrize("area", areas())
def test_every_entry_has_words_in_both_languages(area: str) -> None:
    assert [name for name, each in entries(area).items() if not (each.lv.strip() and each.en.strip())] == []


@pytest.mark.parametrize("area", areas())
def test_every_entry_has_the_same_places_in_both_languages(area: str) -> None:
    assert [name for name, each in entries(area).items() if places(each.lv) != places(each.en)] == []


def test_no_english_text_has_a_latvian_letter_outside_quotation_marks() -> None:
    assert [key for key in all_keys() if LATVIAN & set(without_quotations(template(key).en))] == []


@pytest.mark.parametrize("module", modules())
def test_every_key_that_code_names_has_its_entry(module: str) -> None:
    assert [key for key in called_keys(modules()[module]) if not matching(key)] == []


def test_every_key_that_a_template_names_has_its_entry() -> None:
    assert [key for key in template_keys() if not matching(key)] == []


def test_every_entry_is_said_by_some_code() -> None:
    """Where a value makes part of the key, the part of the entry stands in the code as a word of its own."""
    words = {each.replace(" ", "_") for each in literals()}
    called = {*template_keys(), *(key for tree in modules().values() for key in called_keys(tree))}
    meant = [match for key in called for match in matching(key)]
    said = {match[0] for match in meant if all(_without_count(part) in words for part in match.groups())}
    assert set(all_keys()) - said - literals() == set()


def _without_count(part: str) -> str:
    return next((part.removesuffix(each) for each in COUNTS if part.endswith(each)), part)


def test_every_column_has_its_heading() -> None:
    columns = {column.name for table in TABLES for column in table.columns}
    assert columns - set(entries("columns")) == set()


def test_every_heading_is_a_column() -> None:
    assert set(entries("columns")) - {column.name for table in TABLES for column in table.columns} == set()


def test_every_word_of_a_cell_has_its_entry() -> None:
    words = {
        word
        for table in TABLES
        for column in table.columns
        if (table.name, column.name) not in NAMES
        for word in column.words
    }
    assert words - set(entries("words")) == set()


def test_every_word_is_of_a_cell_or_a_table() -> None:
    words = {word for table in TABLES for column in table.columns for word in column.words}
    assert set(entries("words")) - words - {table.name for table in TABLES} == set()


def test_a_value_that_is_a_sentence_gives_each_language_its_own() -> None:
    told = sentence("readback.wrong_number", cells=1, wanted=2, delimiter=Sentence("komats", "a comma"))
    assert "kurā ir komats," in told.lv
    assert "holds a comma," in told.en


def test_braces_in_a_value_are_no_places() -> None:
    assert text("inputs.not_found", "en", path="{path}{0}") == (
        "The input {path}{0} was not found. Check that the path is written correctly."
    )


@pytest.mark.parametrize(
    ("count", "lv", "en"), [(1, "fails", "file"), (2, "faili", "files"), (11, "faili", "files"), (21, "fails", "files")]
)
def test_a_noun_has_the_number_of_its_count(count: int, lv: str, en: str) -> None:
    assert (counted_text("nouns.file", count, "lv"), counted_text("nouns.file", count, "en")) == (lv, en)


def test_a_key_without_an_entry_is_an_error() -> None:
    with pytest.raises(KeyError):
        text("inputs.nowhere", "lv")
