"""Totals of all periods are no period's own, purposes of a line are no totals, and what is denied is no figure."""

from __future__ import annotations

import pytest

from tests.extract.test_written_table import PERIOD, lines, unclaimed

NEXT_PERIOD = "01.01.2024. – 31.12.2024.\n"
FIRST = "Plānots 10 000 EUR, izlietots 9 900 EUR, atlikums 100 EUR\n"
SEMINARS, TALKS = "plānots 6 000 EUR, faktiski 5 900 EUR", "plānots 4 000 EUR, faktiski 4 000 EUR"
READ = [("Semināriem", "6000.00", "5900.00"), ("Talkām", "4000.00", "4000.00")]


def figures(text: str) -> list[tuple[str | None, ...]]:
    return [line[:4] for line in lines(text)]


def purposes(text: str) -> list[tuple[str | None, ...]]:
    return [line[:3] for line in lines(text) if line[0]]


@pytest.mark.parametrize("together", ["Kopā:", "Kopā", "Pavisam:", "Visā periodā", "Kopsumma"])
def test_what_goes_on_behind_a_total_of_all_periods_is_of_all_periods_too(together: str) -> None:
    total = f"{together} plānots 21 000 EUR, izlietots 20 900 EUR, atlikums 100 EUR"
    text = f"{PERIOD}{FIRST}{NEXT_PERIOD}Plānots 11 000 EUR\n{total}"
    assert figures(text) == [("", "10000.00", "9900.00", "100.00"), ("", "11000.00", None, None)]
    assert [total] == unclaimed(text)


@pytest.mark.parametrize("together", ["Kopā:", "Kopā", "- Kopā:"])
def test_a_total_behind_the_items_of_the_only_period_is_its_own(together: str) -> None:
    text = f"{PERIOD}- Semināriem: {SEMINARS}\n- Talkām: {TALKS}\n{together} plānots 10 000 EUR, izlietots 9 900 EUR"
    assert figures(text)[0] == ("", "10000.00", "9900.00", None)
    assert purposes(text) == READ


def test_each_of_several_periods_may_have_a_total_behind_its_items() -> None:
    items = f"Semināriem: {SEMINARS}\nTalkām: {TALKS}\n"
    own = f"{items}Kopā: plānots 10 000 EUR, izlietots 9 900 EUR\n"
    assert [line[1:3] for line in lines(f"{PERIOD}{own}{NEXT_PERIOD}{own}") if not line[0]] == [
        ("10000.00", "9900.00")
    ] * 2
    grand = lines(f"{PERIOD}{items}{NEXT_PERIOD}{items}Kopā: plānots 20 000 EUR, izlietots 19 800 EUR")
    assert [line[1:3] for line in grand if not line[0]] == [(None, None)] * 2


@pytest.mark.parametrize(
    "text",
    [
        f"Semināriem: {SEMINARS}\nTalkām: {TALKS}",
        f"Semināriem – {SEMINARS};\nTalkām – {TALKS}.",
        f"Semināriem {SEMINARS}\nTalkām {TALKS}",
        f"1) Semināriem {SEMINARS}\n2) Talkām tika {TALKS}",
        "Semināriem plānots 6 000 EUR,\nizlietots 5 900 EUR\nTalkām plānots 4 000 EUR,\nizlietots 4 000 EUR",
    ],
)
def test_lines_that_say_all_of_a_purpose_need_no_mark_and_no_sign(text: str) -> None:
    assert purposes(PERIOD + text) == READ
    assert unclaimed(PERIOD + text) == []


def test_beside_them_a_line_with_one_figure_is_a_purpose_and_no_total() -> None:
    text = f"{PERIOD}Semināriem: {SEMINARS}\nTalkām: {TALKS}\nRezervei: plānots 100 EUR\n"
    assert figures(text)[0] == ("", None, None, None)
    assert ("Rezervei", "100.00", None) in purposes(text)


@pytest.mark.parametrize(
    "text",
    [
        f"Izdevumi: {SEMINARS}\nIeņēmumi: {TALKS}",
        f"Pirmais gads: {SEMINARS}\nOtrais gads: {TALKS}",
        f"Pirmajā pusgadā {SEMINARS}\nOtrajā pusgadā {TALKS}",
        f"Valsts budžeta līdzekļi: {SEMINARS}\nPašvaldības finansējums: {TALKS}",
        f"Semināriem: {SEMINARS}",
        "Semināriem plānots 6 000 EUR\nTalkām plānots 4 000 EUR",
    ],
)
def test_money_years_and_a_single_line_are_no_purposes(text: str) -> None:
    assert purposes(PERIOD + text) == []


@pytest.mark.parametrize("note", ["Visas summas tūkst. EUR.", "Dati norādīti tūkstošos euro."])
def test_amounts_in_thousands_are_refused(note: str) -> None:
    text = f"{PERIOD}{note}\nPlānots 6,00 EUR, izlietots 5,90 EUR"
    assert figures(text) == [("", None, None, None)]
    assert figures(f"{PERIOD}Summa 6 tūkst. EUR plānota, izlietots 5,90 EUR")[0][2] == "5.90"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Netika izlietoti 500,00 EUR no plānotajiem 10 000,00 EUR", ("10000.00", None, "500.00")),
        ("Plānots 1 000,00 EUR, nav iztērēts 5,00 EUR", ("1000.00", None, "5.00")),
        ("Netika piešķirti 300,00 EUR. Plānots 1 000,00 EUR, izlietots 700,00 EUR", ("1000.00", "700.00", None)),
        ("Plānots 500 EUR mēnesī, izlietots 5 900 EUR", (None, "5900.00", None)),
        ("Plānots 6 000 EUR, izlietoti 45 EUR uz vienu dalībnieku", ("6000.00", None, None)),
        ("Sākotnēji plānots 12,00 EUR, pēc grozījumiem 10,00 EUR. Faktiski izlietots 9,00 EUR", (None, "9.00", None)),
        ("Plānots 10,00 EUR, grozīts uz 11,00 EUR", (None, None, None)),
        ("Faktiski pieprasīts 8,00 EUR. Plānots 10,00 EUR", ("10.00", None, None)),
        ("Plānots ietaupīt 5,00 EUR. Plānots 10,00 EUR. Faktiski izlietots 9,00 EUR", ("10.00", "9.00", None)),
        ("Nav plānoti 300,00 EUR. Faktiski izlietoti 700,00 EUR", (None, "700.00", None)),
    ],
)
def test_what_is_denied_and_rates_are_no_figures(text: str, read: tuple[str | None, ...]) -> None:
    assert figures(PERIOD + text) == [("", *read)]
