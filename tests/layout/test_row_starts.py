"""A row of the form whose label a page end has parted from the heads of its columns."""

from __future__ import annotations

import pytest

from pipeline.document import Box, Document, Page, Word
from pipeline.forms.template import forms
from pipeline.layout.rows import filled_form

RESULTS = "Apraksts un vērtējums par valsts pārvaldes uzdevuma izpildi"
FINANCES = "Plānotais un faktiski izlietotais finansējums"
TASK, PERFORMER = "Valsts pārvaldes uzdevums", "Valsts pārvaldes uzdevuma veicējs"


def _page(number: int, lines: list[dict[float, str]], first: int) -> Page:
    words: list[Word] = []
    for place, line in enumerate(lines):
        for left, text in line.items():
            x = left
            for token in text.split():
                width = 4.0 * len(token)
                words.append(
                    Word(token, first + len(words), number, Box(x, 60 + 14 * place, x + width, 70 + 14 * place))
                )
                x += width + 3
    return Page(number, 600, 850, tuple(words))


def _finance_words(heads: dict[float, str]) -> list[str]:
    first = _page(
        1, [{60: TASK, 340: "Talkas"}, {60: PERFORMER, 340: "Solis"}, {60: RESULTS, 340: "5 talkas"}, heads], 0
    )
    second = _page(2, [{60: FINANCES, 340: "10,00 euro", 450: "9,00 euro"}, {60: "Cita informācija", 340: "Nav"}], 100)
    filled = filled_form(Document("pdf", (first, second)), forms()[0])
    (row,) = [row for row in filled.rows if row.code == "finances"]
    return [word.text for line in row.lines for word in line.words]


@pytest.mark.parametrize(
    ("left", "right"), [("Plānots", "Faktiski"), ("01.01.2023. – 31.12.2023.", "01.01.2023. – 31.12.2023.")]
)
def test_heads_or_periods_above_the_page_end_belong_to_the_finances(left: str, right: str) -> None:
    words = _finance_words({340: left, 450: right})
    assert {left.split(maxsplit=1)[0], right.split(maxsplit=1)[0]} <= set(words)


def test_a_last_line_of_the_results_stays_there() -> None:
    assert "Notikušas" not in _finance_words({340: "Notikušas 3 nodarbības"})
