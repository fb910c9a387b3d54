"""Where a paragraph begins, by gaps and by the room that a line had left."""

from __future__ import annotations

from msgspec.structs import replace

from pipeline.document import Box, Word
from pipeline.layout.flow_paragraphs import paragraphed
from pipeline.layout.grid import Cell, text_lines
from pipeline.layout.paragraphs import leading_of, text_lines_of

FULL = "a" * 60


def _cell(*lines: tuple[float, str]) -> Cell:
    """A cell of lines ten points high, each with the height on which it stands; a letter is five points wide."""
    words: list[Word] = []
    for top, text in lines:
        x = 205.0
        for token in text.split():
            words.append(Word(token, len(words), 1, Box(x, top, x + 5 * len(token), top + 10)))
            x += 5 * len(token) + 3
    return Cell(1, Box(200, 0, 515, 800), (True, True), text_lines(words))


def _fresh(cell: Cell, leading: float = 0.0) -> list[bool | None]:
    return [line.fresh for line in text_lines_of([cell], leading)[cell]]


def test_a_line_with_room_for_the_next_word_ends_a_paragraph() -> None:
    assert _fresh(_cell((0, FULL), (12, "bb"), (24, "Cc"))) == [True, False, True]


def test_a_gap_of_six_points_parts_paragraphs() -> None:
    assert _fresh(_cell((0, FULL), (12, FULL), (30, FULL), (42, "bb"))) == [True, False, True, False]


def test_where_gaps_part_paragraphs_room_alone_says_nothing() -> None:
    lines = [(0, FULL), (12, "bb"), (30, FULL), (42, "bb"), (60, FULL), (72, "bb Nr."), (84, "Cc"), (102, FULL)]
    assert _fresh(_cell(*lines)) == [True, False, True, False, True, False, None, True]


def test_paragraphs_of_one_line_are_told_by_how_other_columns_are_set() -> None:
    alone, label = _cell((0, FULL), (18, "Bb"), (36, "Cc"), (54, "Dd")), _cell((0, FULL), (12, FULL))
    assert _fresh(alone) == [True, False, True, True]
    assert _fresh(alone, leading_of([alone, label])) == [True, True, True, True]


def _recognised(cell: Cell) -> Cell:
    return replace(cell, lines=tuple(tuple(replace(word, confidence=95.0) for word in line) for line in cell.lines))


def test_one_line_that_a_recogniser_set_too_high_makes_no_gaps_of_all_others() -> None:
    unsteady = _cell(*((top, FULL) for top in (0, 13, 26, 36, 49, 62, 75)))
    assert _fresh(_recognised(unsteady)) == [True, *[False] * 6]


def test_a_gap_between_recognised_lines_still_parts_paragraphs() -> None:
    assert _fresh(_recognised(_cell((0, FULL), (13, FULL), (26, FULL), (46, FULL)))) == [True, False, False, True]


def _flow(*lines: str) -> list[bool | None]:
    """A plain text; "" is an empty line."""
    words = [
        tuple(Word(token, 100 * place + n, 1, line=place) for n, token in enumerate(line.split()))
        for place, line in enumerate(lines)
    ]
    return [line.fresh for line in paragraphed([each for each in words if each])]


def test_an_empty_line_parts_paragraphs_of_a_text_behind_a_full_stop() -> None:
    assert _flow(FULL, f"{FULL[:50]} bbbbb.", "", "Cc")[2:] == [True]


def test_an_empty_line_in_the_middle_of_a_sentence_parts_nothing() -> None:
    assert _flow(FULL, "", f"{FULL[:40]} bbbbb", "Cc. Dd.")[1] is None


def test_a_short_line_ends_a_paragraph_of_a_text() -> None:
    assert _flow(FULL, FULL, "bb", "Cc") == [None, None, None, True]


def test_a_text_that_parts_by_empty_lines_parts_by_nothing_else() -> None:
    text = (f"{FULL[:50]} bbbbb.", "", f"{FULL[:50]} bbbbb.", "", f"{FULL[:50]} bbbbb.", "Cc dd", "- ee")
    assert _flow(*text) == [None, True, True, False, True]


def test_the_point_of_a_date_at_a_line_end_ends_no_sentence() -> None:
    text = (f"{FULL[:50]} (līdz 30.", "jūnijam)", "", f"{FULL[:50]} bbbbb.", "Cc dd.", "", "Ee ff.", "", "Gg hh.")
    assert _flow(*text)[3] is False
