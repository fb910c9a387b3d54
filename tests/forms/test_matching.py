"""Labels are found in any case, spacing and with few wrong letters; others are not."""

from __future__ import annotations

import pytest

from pipeline.forms.matching import edit_distance, label_matches, labels_each_once, labels_in_order
from pipeline.forms.template import forms

(FORM,) = forms()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Valsts pārvaldes uzdevums", "task"),
        ("VALSTS PĀRVALDES UZDEVUMA VEICĒJS:", "performer"),
        ("3. Valsts pārvaldes uzdevuma deleģēšanas periods", "delegation_period"),
        ("Plānotais un faktiski izlietotais valsts budžeta finansējums sadalijumā pa gadiem", "finances"),
        ("Neatgūto līdzekļu apmērs no neatbilstoši veiktajiem izdevumiem", "unrecovered_funds"),
        ("Uzdevuma izpildītājs", "performer"),
        ("Planotais un faktiski izlietotais valsts budzeta finansejums", "finances"),
        ("Neatguto lidzeklu apmers", "unrecovered_funds"),
    ],
)
def test_a_label_is_known(text: str, code: str) -> None:
    matches = label_matches(FORM, text.split(), [0])
    assert [(match.code, match.stop) for match in matches] == [(code, len(text.split()))]


@pytest.mark.parametrize("text", ["(2022-2025)", "Valsts pārvaldes iekārta", "Cita kārtība", "Biedrība"])
def test_what_is_no_label_is_not_taken_for_one(text: str) -> None:
    assert label_matches(FORM, text.split(), [0]) == []


def test_a_label_word_inside_a_value_does_not_break_the_order() -> None:
    text = [
        "Valsts",
        "pārvaldes",
        "uzdevums",
        "X",
        "Cita",
        "informācija",
        "Valsts",
        "pārvaldes",
        "uzdevuma",
        "veicējs",
        "Y",
        "Cita",
        "informācija",
        "Nav",
    ]
    starts = [0, 4, 6, 11]
    found = labels_in_order(FORM, label_matches(FORM, text, starts))
    assert [(match.code, match.start) for match in found] == [("task", 0), ("performer", 6), ("other_information", 11)]


def test_each_field_is_taken_once() -> None:
    text = ["Cita", "informācija", "Cita", "informācija"]
    assert len(labels_each_once(label_matches(FORM, text, [0, 2]))) == 1


def test_short_labels_must_be_exact() -> None:
    assert edit_distance("uzdevuns", "uzdevums", 0) is None


@pytest.mark.parametrize(
    ("text", "first"),
    [("6. Neatgūto līdzekļu apmērs", 0), ("6) Neatgūto līdzekļu apmērs", 0), ("1 213,47 Neatgūto līdzekļu apmērs", 2)],
)
def test_a_list_number_belongs_to_its_label_and_an_amount_above_it_does_not(text: str, first: int) -> None:
    line_starts = [0, first] if first else [0]
    assert [match.start for match in label_matches(FORM, text.split(), line_starts)] == [first]


@pytest.mark.parametrize(
    ("text", "behind"),
    [("uzdevums : Kultūra", "Kultūra"), ("uzdevums: Kultūra", "Kultūra"), ("uzdevums - Kultūra", "-")],
)
def test_a_colon_that_stands_apart_belongs_to_the_label(text: str, behind: str) -> None:
    words = f"Valsts pārvaldes {text}".split()
    (match,) = label_matches(FORM, words, [0])
    assert words[match.stop] == behind
