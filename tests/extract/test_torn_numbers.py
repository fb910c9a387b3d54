"""Numbers of a table without ruling lines are not taken for counts of the words around them."""

from __future__ import annotations

from pipeline.document import Box, Word
from pipeline.extract.torn_numbers import torn_numbers
from pipeline.passage import TextLine


def _line(*words: tuple[str, float], place: str = "") -> TextLine:
    """Words ten points high, each at its distance from the left and five points wide a letter."""
    return TextLine(
        tuple(
            Word(text, number, 1, Box(left, 100, left + 5 * len(text), 110), place=place)
            for number, (text, left) in enumerate(words)
        )
    )


def _torn(*words: tuple[str, float], place: str = "") -> list[str]:
    return sorted(word.text for word in torn_numbers([_line(*words, place=place)]))


def test_numbers_of_two_columns_are_no_number_of_thousands() -> None:
    assert _torn(("Jaunieši", 50), ("100", 200), ("120", 300)) == ["100", "120"]


def test_a_number_among_its_words_is_none_of_them() -> None:
    assert _torn(("Notikuši", 50), ("1", 95), ("120", 105), ("semināri", 125)) == []


def test_a_number_behind_a_list_mark_is_none_of_them() -> None:
    assert _torn(("1)", 50), ("5", 90), ("semināri", 100)) == []


def test_a_word_file_knows_its_own_order() -> None:
    assert _torn(("Jaunieši", 50), ("100", 200), place="P1") == []
