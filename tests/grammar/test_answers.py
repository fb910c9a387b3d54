"""*Nav* is an answer only where it is the whole cell."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.grammar.answers import ineligible_amount, unrecovered_amount


@pytest.mark.parametrize(
    "text",
    [
        "Neatbilstoši veikto izdevumu nav.",
        "Neatbilstoši izdevumi netika konstatēti",
        "Nav neatbilstoši veiktu izdevumu",
        "Nav neatbilstību.",
        "Šādu izdevumu nebija.",
        "Neatgūtu līdzekļu nav",
        "Nav neatgūtu līdzekļu",
        "Nav (0,00 euro)",
        "0,00 (nulle) euro",
        "Nav",
        "Nav.",
        "nav konstatēti",
        "Nav attiecināms",
        "Netika konstatēti.",
        "-",
        "–",
        "×",
        "n/a",
        "0",
        "0,00 euro",
    ],
)
def test_none_is_stated(text: str) -> None:
    assert ineligible_amount(text).none_stated


@pytest.mark.parametrize(
    "text",
    [
        "Nav iesniegts pārskats par 100,00 euro",
        "Neatbilstību nav vairāk par 5",
        "Nav (12,00 euro)",
        "Navigācijas izdevumi",
        "",
        "10,00 euro",
    ],
)
def test_a_sentence_states_no_none(text: str) -> None:
    assert not ineligible_amount(text).none_stated


def test_the_one_amount_of_a_sentence_is_read() -> None:
    assert ineligible_amount("2021. gadā konstatēti 1 150,00 EUR apmērā.").euros == Decimal("1150.00")


def test_two_amounts_are_not_guessed_between() -> None:
    assert ineligible_amount("100,00 euro un 50,00 euro").euros is None


@pytest.mark.parametrize(
    ("text", "euros"),
    [
        ("Neattiecināmi 12,50 euro, kas nav saistīti ar uzdevumu", "12.50"),
        ("12,50 euro, kas atmaksāti ministrijai 5. martā", "12.50"),
        ("12,50 euro (čeks bez datuma); citu neatbilstību nav", "12.50"),
        ("Pārbaudē konstatēti neatbilstoši izdevumi 12,50 euro apmērā", "12.50"),
        ("Pārbaudīti maksājumi 9 000 euro apmērā, pārkāpumi nav konstatēti", None),
        ("Izlases veidā pārbaudīti 9 000 euro. Kļūdu nebija.", None),
        ("Ministrija pārbaudīja maksājumus 9 000 euro apmērā", None),
        ("Līdz 500 euro", None),
        ("Visi izdevumi 10 000,00 euro apmērā ir atbilstoši.", None),
        ("Izdevumi 9 000,00 euro apmērā veikti atbilstoši līgumam.", None),
        ("Izdevumi atbilst tāmei, kopā izlietoti 9 000,00 euro.", None),
        ("Bez neatbilstībām. Atlikums 1 000,00 euro atgriezts.", None),
        ("Skatīt finanšu pārskatu par 9 000,00 euro.", None),
        ("Par neatbilstošiem atzina 500,00 euro, bet vēlāk visi atzīti par attiecināmiem.", None),
        ("120,50 euro – atzīti par atbilstošiem", None),
        ("Neatbilstību apmērs nepārsniedz 100,00 euro.", None),
        ("Par neatbilstošiem atzīti izdevumi 45,00 euro apmērā (čeks bez datuma).", "45.00"),
        ("2023. gadā: 45,00 euro", "45.00"),
        ("EUR 45,00", "45.00"),
        ("Vairāk nekā 500 euro", None),
        ("Aptuveni 500 euro", None),
        ("Samaksāta līgumsoda nauda 200 euro", None),
        ("Neatbilstības 9 000 euro lielā finansējuma izlietojumā nav konstatētas", None),
    ],
)
def test_an_amount_counts_where_nothing_says_that_it_is_another(text: str, euros: str | None) -> None:
    assert ineligible_amount(text).euros == (Decimal(euros) if euros else None)


@pytest.mark.parametrize(
    ("text", "euros"),
    [
        ("12,50 euro vēl nav atgūti", "12.50"),
        ("Neatgūti 12,50 euro", "12.50"),
        ("Atmaksājami 12,50 euro", "12.50"),
        ("Viss finansējums 9 000,00 euro izlietots lietderīgi.", None),
        ("Atlikums 1 000,00 euro pārcelts uz nākamo gadu.", None),
        ("Atmaksa 500,00 euro veikta 15.01.2024.", None),
        ("Parāds 120,50 euro piedzīts tiesas ceļā.", None),
        ("Samaksāts 120,50 euro.", None),
        ("0,00 euro, jo viss atmaksāts", "0.00"),
        ("12,50 euro atgūti pilnā apmērā", None),
        ("12,50 euro ir atmaksāti ministrijai", None),
        ("Atgūtie 12,50 euro ieskaitīti budžetā", None),
    ],
)
def test_what_was_recovered_is_not_unrecovered(text: str, euros: str | None) -> None:
    assert unrecovered_amount(text).euros == (Decimal(euros) if euros else None)
