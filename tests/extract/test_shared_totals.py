"""Amounts that are a total only together, or none at all, and words beside them that stay in sight."""

from __future__ import annotations

import pytest

from tests.extract.test_written_table import PERIOD, lines, unclaimed

Rows = list[tuple[str | None, ...]]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Plānots: semināri 6,00 euro, bukleti 4,00 euro, kopā 10,00 euro",
            [
                ("", "10.00", None, None, None),
                ("semināri", "6.00", None, None, None),
                ("bukleti", "4.00", None, None, None),
            ],
        ),
        (
            "Plānots\nsemināri 6,00 euro\nbukleti 4,00 euro",
            [
                ("", None, None, None, None),
                ("semināri", "6.00", None, None, None),
                ("bukleti", "4.00", None, None, None),
            ],
        ),
        (
            "Faktiski izlietoti 4,00 euro semināriem un 5,00 euro bukletiem.",
            [
                ("", None, None, None, None),
                ("semināriem", None, "4.00", None, None),
                ("bukletiem", None, "5.00", None, None),
            ],
        ),
        ("Plānots ministrijas piešķirtais finansējums 10,00 euro", [("", "10.00", None, None, None)]),
        ("Plānots tikai 10,00 euro", [("", "10.00", None, None, None)]),
        ("Plānots 10,00 euro semināriem un bukletiem. Faktiski 9,00 euro.", [("", "10.00", "9.00", None, None)]),
        ("Plānots 10,00 euro, no kuriem faktiski izlietoti 9,00 euro.", [("", "10.00", "9.00", None, None)]),
        (
            "Plānots 10,00 euro. Atlikums uz perioda beigām 1,00 euro pārcelts uz nākamo gadu.",
            [("", "10.00", None, "1.00", "carried_over")],
        ),
    ],
)
def test_the_first_purpose_of_a_list_is_no_total(text: str, rows: Rows) -> None:
    assert lines(PERIOD + text) == rows


@pytest.mark.parametrize(
    "actual",
    [
        "Faktiski izlietots 4,00 euro pirmajā pusgadā un 5,00 euro otrajā pusgadā",
        "Faktiski izlietots pirmajā pusgadā 4,00 euro un otrajā 5,00 euro",
        "Faktiski izlietots 4,00 euro (janvāris–jūnijs), 5,00 euro (jūlijs–decembris)",
        "Faktiski izlietots 4,00 euro 1. ceturksnī, 5,00 euro 2. ceturksnī",
        "Faktiski izlietoti 4,00 euro un 5,00 euro",
        "Faktiski izlietoti 4,00 euro, pēc tam vēl 5,00 euro",
    ],
)
def test_money_of_a_part_of_the_period_is_no_total(actual: str) -> None:
    text = f"{PERIOD}Plānots 10,00 euro. {actual}"
    assert lines(text) == [("", "10.00", None, None, None)]
    assert unclaimed(text) == [actual]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (
            "Plānots 10,00 euro. Faktiski 9,00 euro (4,00 euro pirmajā pusgadā un 5,00 euro otrajā pusgadā)",
            "(4,00 euro pirmajā pusgadā un 5,00 euro otrajā pusgadā)",
        ),
        (
            "Plānots 10,00 euro. Faktiski 9,00 euro, no tiem 4,00 euro (pēc grozījumiem 5,00 euro). Atlikums 1,00 euro",
            "no tiem 4,00 euro (pēc grozījumiem 5,00 euro).",
        ),
        (
            "Faktiski 9,00 euro. Plānoti 10,00 euro, no kuriem semināriem izlietoti 5,00 euro. Atlikums 1,00 euro",
            "no kuriem semināriem izlietoti 5,00 euro.",
        ),
    ],
)
def test_a_breakdown_that_is_not_read_stays_whole_in_sight(text: str, left: str) -> None:
    assert unclaimed(PERIOD + text) == [left]


def test_a_number_behind_its_sign_may_be_the_purposes() -> None:
    text = f"{PERIOD}Izdevumi Plānots Faktiski\nAutobuss Nr. 5 400,00 5 300,00"
    assert lines(text) == []
    assert "5 400,00" in " ".join(unclaimed(text))


@pytest.mark.parametrize(
    "said",
    [
        "Festivālam izlietots 4,00 euro, nometnei izlietots 5,00 euro.",
        "Par telpu nomu izlietots 6,00 euro.",
        "Telpu nomai tika izlietoti 3,00 euro, pārējais lektoriem.",
        "Rīgā izlietots 4,00 euro.",
        "Katrā seminārā izlietots 4,00 euro.",
        "Uz vienu dalībnieku vidēji izlietots 4,00 euro, kopā 9,00 euro.",
        "Uz 30.06.2023. izlietots 4,00 euro.",
        "Līdz 2023. gada 30. jūnijam izlietots 4,00 euro, līdz gada beigām 9,00 euro.",
        "Deviņos mēnešos izlietots 7,00 euro, gadā kopā 9,00 euro.",
        "Faktiski uz gada vidu izlietots 4,00 euro.",
        "Izlietots no Latvijas Kultūrkapitāla fonda finansējuma 3,00 euro, no valsts budžeta 9,00 euro.",
        "Latvijas Kultūrkapitāla fonda finansējums izlietots 3,00 euro.",
        "Biedrības ieguldījums izlietots 2,00 euro.",
        "Semināri: izlietots 5,90 euro.",
        "Semināru pozīcijā atlikums 6,00 euro.",
        "Bankas konta atlikums 3,45 euro.",
        "Naudas atlikums kasē 0,50 euro.",
        "Izlietots aptuveni 9,00 euro.",
    ],
)
def test_a_clause_that_tells_of_a_part_gives_no_total(said: str) -> None:
    text = f"{PERIOD}Plānots 10,00 euro. {said}"
    assert lines(text) == [("", "10.00", None, None, None)]
    figures = [word for word in said.split() if "," in word and word[0].isdecimal()]
    assert all(figure in " ".join(unclaimed(text)) for figure in figures)


@pytest.mark.parametrize(
    "said",
    [
        "Uzdevuma izpildei tika izlietoti 9,00 euro.",
        "2023. gada laikā faktiski izlietoti 9,00 euro.",
        "Biedrība „Talka” izlietoja 9,00 euro.",
        "Saskaņā ar 2023. gada 5. janvāra līgumu Nr. 12 izlietoti 9,00 euro.",
        "Pirmajā īstenošanas gadā izlietoti 9,00 euro.",
        "No piešķirtajiem valsts budžeta līdzekļiem\nizlietoti 9,00 euro.",
        "Uz 31.12.2023. izlietoti 9,00 euro.",
    ],
)
def test_a_clause_that_tells_of_the_whole_task_gives_its_total(said: str) -> None:
    assert lines(f"{PERIOD}Plānots 10,00 euro. {said}") == [("", "10.00", "9.00", None, None)]


@pytest.mark.parametrize("mark", ["- ", "1) ", "a) "])
@pytest.mark.parametrize(
    "between", [" (izlietots 5,00 euro)", ", izlietots 5,00 euro", ", no tiem izlietots 5,00 euro"]
)
def test_what_was_spent_in_an_item_is_no_total(mark: str, between: str) -> None:
    text = f"{PERIOD}Plānots 10,00 euro:\n{mark}semināri – 6,00 euro{between};\n{mark}bukleti – 4,00 euro.\nFaktiski 9,00 euro."
    assert lines(text) == [
        ("", "10.00", "9.00", None, None),
        ("semināri", "6.00", None, None, None),
        ("bukleti", "4.00", None, None, None),
    ]


def test_heads_in_one_item_without_a_purpose_are_the_periods() -> None:
    text = f"{PERIOD}- Plānots 10,00 euro, izlietots 9,00 euro, atlikums 1,00 euro."
    assert lines(text) == [("", "10.00", "9.00", "1.00", None)]


@pytest.mark.parametrize(
    ("said", "disposition"),
    [
        ("jo viens seminārs pārcelts uz nākamo gadu.", None),
        ("jo netika izmantota rezerve.", None),
        ("jo pasākumi pārcelti uz 2024. gadu. Līdzekļi atgriezti ministrijai.", "returned"),
        ("kas radies telpu nomas dēļ, pārcelts uz nākamo gadu.", "carried_over"),
        ("ko ministrija neatļāva pārcelt uz nākamo gadu.", "other"),
        ("nevis pārcelts, bet atgriezts ministrijai.", "returned"),
    ],
)
def test_why_money_is_left_says_nothing_of_what_became_of_it(said: str, disposition: str | None) -> None:
    assert lines(f"{PERIOD}Atlikums 1,00 euro, {said}") == [("", None, None, "1.00", disposition)]


@pytest.mark.parametrize(
    ("sentence", "disposition"),
    [
        ("Visi pārējie līdzekļi izmantoti atbilstoši tāmei.", None),
        ("Līdzekļi izmantoti atbilstoši tāmei.", None),
        ("Semināri notika Rīgā, finansējums izmantots lietderīgi.", None),
        ("Iepriekšējā gada atlikums 3,00 euro atgriezts ministrijai.", None),
        ("Ar ministrijas piekrišanu tas pārcelts uz nākamo gadu.", "carried_over"),
        ("Neizlietotie līdzekļi atgriezti ministrijas budžetā.", "returned"),
        ("Atgriezts ministrijas budžetā.", "returned"),
    ],
)
def test_a_sentence_behind_a_remainder_tells_its_fate_where_it_goes_on_with_it(
    sentence: str, disposition: str | None
) -> None:
    text = f"{PERIOD}Atlikums 1,00 euro. {sentence}"
    assert lines(text) == [("", None, None, "1.00", disposition)]
    assert unclaimed(text) == ([] if disposition else [sentence])
