"""Cells from ruling lines and words, with borders as real producers draw them or leave them out."""

from __future__ import annotations

from pipeline.document import Box, Page, RulingLine, Word
from pipeline.layout.grid import WordsByBottom, cells_of, is_underline, lengthened, merged, text_lines


def _word(text: str, x: float, y: float, number: int = 0) -> Word:
    return Word(text, number, 1, Box(x, y, x + 6 * len(text), y + 10))


def _horizontal(at: float, start: float = 50, stop: float = 550) -> RulingLine:
    return RulingLine("horizontal", at, start, stop)


def _vertical(at: float, start: float = 100, stop: float = 700) -> RulingLine:
    return RulingLine("vertical", at, start, stop)


def _texts(page: Page) -> list[str]:
    return [" ".join(word.text for line in cell.lines for word in line) for cell in cells_of(page)]


WORDS = (_word("Uzdevums", 60, 110, 0), _word("Saturs", 210, 110, 1), _word("tālāk", 210, 124, 2))
GRID = (_horizontal(100), _horizontal(150), _vertical(50), _vertical(200), _vertical(550))


def test_words_between_the_same_lines_share_a_cell() -> None:
    assert _texts(Page(1, 600, 800, WORDS, GRID)) == ["Uzdevums", "Saturs tālāk"]


def test_a_missing_bottom_border_lets_the_cell_reach_to_the_page_end() -> None:
    page = Page(1, 600, 800, WORDS, tuple(line for line in GRID if line.at != 150))
    assert _texts(page) == ["Uzdevums", "Saturs tālāk"]
    assert {cell.box.bottom for cell in cells_of(page)} == {800}


def test_a_border_drawn_in_pieces_is_one_line() -> None:
    pieces = [_vertical(200, 100, 120), _vertical(200.7, 121, 150), _vertical(199.9, 150, 300)]
    assert [(line.start, line.stop) for line in merged(pieces)] == [(100, 300)]


def test_an_underline_parts_no_cell() -> None:
    underline = _horizontal(121, 210, 246)
    assert is_underline(underline, WordsByBottom(WORDS))
    assert _texts(Page(1, 600, 800, WORDS, (*GRID, underline))) == ["Uzdevums", "Saturs tālāk"]


def test_a_border_that_reaches_beyond_the_words_is_no_underline() -> None:
    assert not is_underline(_horizontal(121, 200, 550), WordsByBottom(WORDS))


def test_a_nested_table_parts_its_own_cells_only() -> None:
    nested = (
        _horizontal(200, 205, 545),
        _horizontal(300, 205, 545),
        _vertical(205, 200, 300),
        _vertical(370, 200, 300),
    )
    words = (*WORDS, _word("Plānots", 215, 220, 3), _word("Faktiski", 380, 220, 4), _word("zem", 210, 320, 5))
    page = Page(1, 600, 800, words, (_horizontal(100), *GRID[2:], *nested))
    assert _texts(page) == ["Uzdevums", "Saturs tālāk", "Plānots", "Faktiski", "zem"]


def test_words_outside_every_border_are_unbounded() -> None:
    page = Page(1, 600, 800, (*WORDS, _word("2", 300, 760, 3)), GRID)
    assert [cell.bounded for cell in cells_of(page)][-1] == (False, False)


def test_words_of_one_height_form_a_line_left_to_right() -> None:
    lines = text_lines([_word("b", 90, 10.4), _word("a", 50, 10), _word("c", 50, 24)])
    assert [[word.text for word in line] for line in lines] == [["a", "b"], ["c"]]


def _open_row(*below: Word) -> Page:
    """A row that a page end cuts: its borders end with the shorter cell on the right, which is closed."""
    label = tuple(_word("Vārds", 60, 110 + 12 * line, line) for line in range(4))
    content = _word("Saturs", 210, 110, 10)
    rulings = (_vertical(50, stop=125), _vertical(200, stop=125), _vertical(550, stop=125), _horizontal(125, 200, 550))
    return Page(1, 600, 800, (*label, content, *below), rulings)


def test_a_cell_that_is_open_at_the_page_end_goes_on_below_its_borders() -> None:
    assert sorted(_texts(_open_row())) == ["Saturs", "Vārds Vārds Vārds Vārds"]


def test_what_stands_apart_below_an_open_cell_is_not_in_it() -> None:
    texts = _texts(_open_row(_word("1", 100, 770, 20)))
    assert "Vārds Vārds Vārds Vārds" in texts
    assert "1" in texts


def test_what_stands_right_below_a_closed_cell_is_not_in_it() -> None:
    assert sorted(_texts(_open_row(_word("Paraksts", 210, 127, 20)))) == [
        "Paraksts",
        "Saturs",
        "Vārds Vārds Vārds Vārds",
    ]


def test_only_the_lowest_piece_of_a_border_is_lengthened() -> None:
    upper, lower = _vertical(50, 100, 200), _vertical(50, 300, 400)
    right = _vertical(200, 300, 400)
    words = [_word("a", 60, 390, 0), _word("b", 60, 402, 1)]
    assert lengthened([upper, lower, right], [], words) == [upper, _vertical(50, 300, 412), _vertical(200, 300, 412)]
