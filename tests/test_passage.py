"""A passage knows for every character the word that it came from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.document import Box, Word
from pipeline.passage import TextLine, passage_of, runs_of


def _lines(*texts: str, page: int = 1) -> list[TextLine]:
    lines = []
    number = 0
    for place, text in enumerate(texts):
        words = []
        for column, token in enumerate(text.split()):
            words.append(Word(token, number, page, Box(column * 50, place * 12, column * 50 + 40, place * 12 + 10)))
            number += 1
        lines.append(TextLine(tuple(words)))
    return lines


def test_a_word_cut_at_a_line_end_is_one_word_again() -> None:
    assert passage_of(_lines("mazākum-", "tautību biedrība")).text == "mazākumtautību biedrība"


@pytest.mark.parametrize(
    ("first", "second", "text"), [("Rīga -", "Ogre", "Rīga -\nOgre"), ("2.5-11-", "207", "2.5-11-207")]
)
def test_other_hyphens_stay(first: str, second: str, text: str) -> None:
    assert passage_of(_lines(first, second)).text == text


def test_a_quote_over_two_lines_has_the_box_of_both() -> None:
    passage = passage_of(_lines("Atlikums (1", "040,13 euro"))
    source = passage.locate(passage.text.index("1"), len(passage.text))
    assert source.quote == "1 040,13 euro"
    assert source.box == Box(0, 0, 90, 22)


def test_nothing_stands_between_words() -> None:
    with pytest.raises(ValueError, match="no word"):
        passage_of([]).locate(0, 1)


@given(st.lists(st.lists(st.text("abcž-1", min_size=1, max_size=5), min_size=1, max_size=4), max_size=5))
def test_every_word_is_found_at_its_own_place(tokens: list[list[str]]) -> None:
    passage = passage_of(_lines(*(" ".join(line) for line in tokens)))
    for word, start in zip(passage.words, passage.starts, strict=True):
        assert word in passage.words_in(start, start + max(len(word.text) - 1, 1))


def test_runs_part_where_a_word_is_missing() -> None:
    words = [word for line in _lines("a b c d") for word in line.words]
    assert [len(run) for run in runs_of([words[0], words[2], words[3]])] == [1, 2]


def test_the_words_of_a_span_do_not_hold_the_one_that_ends_before_it() -> None:
    passage = passage_of(_lines("Atlikums 250,00 EUR", "atgriezts"))
    space = passage.text.index(" 250")
    assert [word.text for word in passage.words_in(space, space + 3)] == ["250,00"]
    assert passage.words_in(space, space + 1) == ()
