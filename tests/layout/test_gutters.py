"""Columns that only white space parts."""

from __future__ import annotations

from pipeline.document import Box, Word
from pipeline.layout.grid import Cell, text_lines
from pipeline.layout.gutters import parted_at_gutters


def _cell(*rows: tuple[tuple[float, str], ...]) -> Cell:
    words: list[Word] = []
    for place, row in enumerate(rows):
        for left, text in row:
            x = left
            for token in text.split():
                words.append(Word(token, len(words), 1, Box(x, 14 * place, x + 5 * len(token), 14 * place + 10)))
                x += 5 * len(token) + 4
    return Cell(1, Box(200, 0, 550, 400), (True, True), text_lines(words))


def _texts(cell: Cell) -> list[str]:
    return [" ".join(word.text for line in part.lines for word in line) for part in parted_at_gutters([cell])]


def test_two_columns_without_a_line_between_them() -> None:
    cell = _cell(
        ((205, "Plānots 24"), (380, "Faktiski 23")),
        ((205, "100,00 euro"), (380, "787,05 euro")),
        ((205, "semināriem"), (380, "semināriem")),
    )
    assert _texts(cell) == ["Plānots 24 100,00 euro semināriem", "Faktiski 23 787,05 euro semināriem"]


def test_running_text_has_no_gutter() -> None:
    cell = _cell(((205, "Plānots 24 100,00 euro, tai skaitā"),), ((205, "semināriem un nometnēm"),), ((205, "10,00"),))
    assert len(_texts(cell)) == 1


def test_list_marks_before_wide_gaps_are_no_column() -> None:
    cell = _cell(*(((205, "-"), (240, f"{amount} 000,00 euro semināriem")) for amount in (1, 2, 3, 4)))
    assert len(_texts(cell)) == 1


def test_a_table_between_sentences_is_parted_and_they_are_not() -> None:
    cell = _cell(
        ((205, "Periods"), (290, "Plānots"), (370, "Faktiski")),
        ((205, "2022. gads"), (290, "118,00"), (370, "115,18")),
        ((205, "Otrajā periodā neizlietotie līdzekļi 2,82 euro atmaksāti"),),
        ((205, "ministrijai un valsts kasei 2023. gada 12. septembrī."),),
    )
    assert _texts(cell) == [
        "Otrajā periodā neizlietotie līdzekļi 2,82 euro atmaksāti ministrijai un valsts kasei 2023. gada 12. septembrī.",
        "Periods 2022. gads",
        "Plānots 118,00",
        "Faktiski 115,18",
    ]


def test_a_line_that_fills_its_column_up_to_the_gutter_is_parted() -> None:
    cell = _cell(
        ((205, "Plānots 24"), (310, "Faktiski 23")),
        ((205, "100,00 euro"), (310, "787,05 euro")),
        ((205, "t.sk. 5,00 euro kult"), (310, "t.sk. 4,00 euro")),
        ((205, "semināriem"), (310, "semināriem")),
    )
    assert _texts(cell) == [
        "Plānots 24 100,00 euro t.sk. 5,00 euro kult semināriem",
        "Faktiski 23 787,05 euro t.sk. 4,00 euro semināriem",
    ]


def test_two_lines_are_too_few_for_columns() -> None:
    cell = _cell(((205, "Plānots"), (380, "Faktiski")), ((205, "semināriem"), (380, "semināriem")))
    assert len(_texts(cell)) == 1
