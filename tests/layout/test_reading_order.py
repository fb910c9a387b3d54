"""A Word file's lines in its own order."""

from __future__ import annotations

from pipeline.document import Word
from pipeline.layout.reading_order import in_reading_order
from pipeline.passage import TextLine


def line(number: int, text: str, place: str) -> TextLine:
    words = tuple(Word(word, number + n, 1, place=place) for n, word in enumerate(text.split()))
    return TextLine(words, True, 0.0)


def texts(lines: tuple[TextLine, ...]) -> list[str]:
    return [" ".join(word.text for word in each.words) for each in lines]


def in_order(*lines: tuple[int, str, str]) -> list[str]:
    return texts(in_reading_order([line(*each) for each in lines]))


def test_lines_of_a_document_with_pages_stay_as_they_are() -> None:
    assert in_order((5, "b", ""), (1, "a", "")) == ["b", "a"]


def test_text_and_tables_come_one_after_the_other() -> None:
    assert in_order(
        (0, "virs", "C2/P1"), (9, "zem", "C2/P2"), (1, "a", "C2/T1/R1/C1/P1"), (3, "b", "C2/T1/R2/C1/P1")
    ) == ["virs", "a", "b", "zem"]


def test_a_table_is_read_column_by_column() -> None:
    left = [(0, "a", "T1/R1/C1/P1"), (4, "c", "T1/R2/C1/P1")]
    right = [(2, "b", "T1/R1/C2/P1"), (6, "d", "T1/R2/C2/P1")]
    assert in_order(*left, *right) == ["a", "c", "b", "d"]


def test_a_column_of_marks_gives_each_row_its_mark() -> None:
    left = [(0, "Nr.", "T1/R1/C1/P1"), (4, "1.", "T1/R2/C1/P1"), (8, "2)", "T1/R3/C1/P1")]
    right = [(2, "Darbs", "T1/R1/C2/P1"), (6, "a b", "T1/R2/C2/P1"), (10, "c", "T1/R3/C2/P1")]
    assert in_order(*left, *right) == ["Nr.", "Darbs", "1. a b", "2) c"]


def test_a_bare_number_is_no_mark() -> None:
    left, right = [(0, "1", "T1/R1/C1/P1"), (4, "2", "T1/R2/C1/P1")], [(2, "a", "T1/R1/C2/P1"), (6, "b", "T1/R2/C2/P1")]
    assert in_order(*left, *right) == ["1", "2", "a", "b"]
