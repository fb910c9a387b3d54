"""The word list that is searched where it lies is that of simplemma."""

from __future__ import annotations

import pytest
import simplemma
from simplemma.strategies import DEFAULT_DICTIONARY_FACTORY

from pipeline.grammar.second_opinion import is_word
from pipeline.grammar.word_list import WordList, latvian_words


def test_every_word_of_simplemma_is_found_with_its_lemma() -> None:
    assert dict(latvian_words()) == dict(DEFAULT_DICTIONARY_FACTORY.get_dictionary("lv"))


@pytest.mark.parametrize("word", ["", "\t", "\n", "kok", "koku\tkoks", "žž", " ", "\x00", "𝄞"])
def test_what_is_no_word_of_the_list_is_not_found(word: str) -> None:
    assert latvian_words().get(word) == DEFAULT_DICTIONARY_FACTORY.get_dictionary("lv").get(word)


@pytest.mark.parametrize("word", ["rīga", "koki", "xyzzy", "ūdensvads", "2023"])
def test_the_second_opinion_knows_the_words_that_simplemma_knows(word: str) -> None:
    assert is_word(word) == simplemma.is_known(word, lang="lv")


def test_the_first_and_the_last_line_are_found() -> None:
    words = WordList(b"a\tb\nc\td\ne\tf\n")
    assert [words["a"], words["c"], words["e"], len(words)] == ["b", "d", "f", 3]
    assert WordList(b"").get("a") is None
