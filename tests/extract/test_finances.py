"""The finance field in the manners of several authors: every amount in its cell, or refused."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.extract.summaries import lines, summary

PERIOD = "01.01.2023. – 31.12.2023.\n"


def _cells(finances: str) -> list[tuple[str, str | None, str | None, str | None, str | None]]:
    def euros(value: Decimal | None) -> str | None:
        return None if value is None else str(value)

    return [
        (line.purpose, euros(line.planned), euros(line.actual), euros(line.remainder), line.disposition)
        for line in lines(finances)
    ]


def test_paragraphs_one_after_the_other() -> None:
    text = (
        PERIOD + "Plānots 1 000,00 euro\nFaktiski 900,00 euro.\nAtlikums 100,00 euro apmērā pārcelts uz nākamo periodu."
    )
    assert _cells(text) == [("", "1000.00", "900.00", "100.00", "carried_over")]


def test_a_breakdown_in_lines_and_one_in_brackets() -> None:
    text = (
        PERIOD
        + "Plānots 1 000,00 EUR, tai skaitā:\n- 600,00 EUR semināriem;\n- 400,00 EUR talkām\n"
        + PERIOD
        + "Faktiski izlietoti 900,00 EUR (550,00 EUR semināriem un 350,00 EUR talkām).\n"
        + "Atlikums 100,00 EUR atgriezts ministrijas budžetā."
    )
    assert _cells(text) == [
        ("", "1000.00", "900.00", "100.00", "returned"),
        ("semināriem", "600.00", "550.00", None, None),
        ("talkām", "400.00", "350.00", None, None),
    ]


def test_a_purpose_before_its_amount() -> None:
    text = PERIOD + "Plānots: 1 000,00 euro, t.sk.\n- semināriem: 600,00 euro;\n- talkām: 400,00 euro."
    assert [cell[:2] for cell in _cells(text)] == [("", "1000.00"), ("semināriem", "600.00"), ("talkām", "400.00")]


def test_a_list_that_a_page_end_gave_to_the_other_column() -> None:
    items = "- 600,00 euro semināriem;\n- {},00 euro talkām\n"
    text = (
        PERIOD
        + PERIOD
        + "Faktiski 950,00 euro t.sk.\nPlānots 1 000,00 euro, t.sk.\n"
        + items.format(400)
        + items.format(350)
    )
    assert _cells(text)[1:] == [
        ("semināriem", "600.00", "600.00", None, None),
        ("talkām", "400.00", "350.00", None, None),
    ]


@pytest.mark.parametrize(
    ("said", "disposition"),
    [
        ("Neizlietotie līdzekļi 5,00 euro tiks pārnesti uz nākamo gadu.", "carried_over"),
        ("Līdzekļu ietaupījums 5,00 euro atmaksāts Valsts kasē.", "returned"),
        ("Pārpalikums 5,00 euro ieskaitīts valsts budžetā.", "returned"),
        ("Atlikums 5,00 euro novirzīts mācību materiāliem.", "other"),
        ("Atlikums 5,00 euro apmērā.", None),
        ("Atlikums 0,00 euro.", None),
    ],
)
def test_what_became_of_the_remainder(said: str, disposition: str | None) -> None:
    (line,) = lines(f"{PERIOD}Plānots 10,00 euro\nFaktiski 5,00 euro\n{said}")
    assert line.disposition == disposition
    assert line.remainder is not None


@pytest.mark.parametrize("amount", ["49.000 euro", "49 00,00 euro", "49 000 ,00 euro", "9 751 lata", "euro"])
def test_an_amount_that_is_not_sure_is_refused(amount: str) -> None:
    (period,) = summary(finances=f"{PERIOD}Plānots {amount}\nFaktiski 1,00 euro").finances
    assert period.total.planned is None
    assert len(period.refused) == 1


def test_a_difference_is_not_taken_for_what_was_planned() -> None:
    text = PERIOD + "Plānots 10,00 euro\nFaktiski 8,00 euro, kas ir par 2,00 euro mazāk nekā plānots"
    assert _cells(text) == [("", "10.00", "8.00", None, None)]


def test_what_no_rule_understands_is_unclaimed() -> None:
    got = summary(finances=PERIOD + "Plānots 10,00 euro\nFaktiski 10,00 euro\nSagatavoja grāmatvede J. Ozola")
    assert [each.text for each in got.unclaimed] == ["Sagatavoja grāmatvede J. Ozola"]


def test_a_year_number_stands_for_its_dates() -> None:
    (period,) = summary(finances="I īstenošanas gads\nPlānots 10,00 euro\nFaktiski 10,00 euro").finances
    assert str(period.period.start) == "2023-01-01"


def test_columns_that_a_text_extractor_interleaved_are_refused() -> None:
    text = PERIOD + "Plānots 33 600,00 Faktiski 33 600,00\neuro (no tiem 24 euro (no tiem 24\n100,00 euro 100,00 euro"
    (period,) = summary(finances=text).finances
    assert (period.total.planned, period.total.actual) == (None, None)
    assert {each.reason for each in period.refused} == {"columns"}


def test_a_field_without_any_amount_has_no_period() -> None:
    got = summary(finances="Skatīt pielikumu")
    assert got.finances == ()
    assert [each.text for each in got.unclaimed] == ["Skatīt pielikumu"]


def test_a_sum_over_all_periods_is_no_period_and_stays_in_sight() -> None:
    got = summary(finances=f"{PERIOD}Plānots 10,00 euro\nFaktiski 9,00 euro\nKopā plānots 30,00 euro")
    assert [(each.total.planned, each.total.actual) for each in got.finances] == [(Decimal("10.00"), Decimal("9.00"))]
    assert [each.text for each in got.unclaimed] == ["Kopā plānots 30,00 euro"]


def test_a_total_right_behind_its_period_is_that_periods_own() -> None:
    text = (
        f"{PERIOD}Kopā: plānots 10,00 euro, faktiski 9,00 euro, atlikums 1,00 euro, t. sk.:\n"
        "- talkām: plānots 6,00 euro, faktiski 5,00 euro, atlikums 1,00 euro;\n"
        "- nometnēm: plānots 4,00 euro, faktiski 4,00 euro, atlikums 0,00 euro."
    )
    [period] = summary(finances=text).finances
    assert (period.total.planned, period.total.actual, period.total.remainder) == tuple(
        map(Decimal, ("10.00", "9.00", "1.00"))
    )
    assert [line.planned for line in period.lines[1:]] == [Decimal("6.00"), Decimal("4.00")]


@pytest.mark.parametrize(
    "text",
    [
        f"{PERIOD}Plānots 10,00 euro (50 %)\nKopā plānots: 20,00 euro",
        f"{PERIOD}Plānots 10,00 euro, t.sk.\n- talkām: plānots 6,00 euro;\n- nometnēm: plānots 4,00 euro.\nKopā plānots 20,00 euro",
    ],
)
def test_a_total_below_a_share_or_a_list_is_no_second_one_of_the_period(text: str) -> None:
    got = summary(finances=text)
    [period] = got.finances
    assert period.total.planned == Decimal("10.00")
    assert any("Kopā plānots" in each.text for each in got.unclaimed)


def test_a_per_cent_that_no_rule_reads_stays_in_sight() -> None:
    got = summary(finances=f"{PERIOD}Plānots 10,00 euro (60 % semināriem)\nFaktiski 10,00 euro")
    assert "60" in " ".join(each.text for each in got.unclaimed)


@pytest.mark.parametrize("said", ["Atlikums: nav", "Atlikuma nav.", "Atlikums – nav"])
def test_no_remainder_is_an_answer_and_no_amount(said: str) -> None:
    got = summary(finances=f"{PERIOD}Plānots 10,00 euro\nFaktiski 10,00 euro\n{said}")
    assert got.unclaimed == ()
    assert got.finances[0].total.remainder is None


def test_a_purpose_that_ends_with_a_finance_word_takes_no_amount_of_the_next_line() -> None:
    text = (
        PERIOD + "Plānots 10,00 euro, t.sk.\n- 6,00 euro semināriem;\n- 4,00 euro talku atlikumam\nFaktiski 9,00 euro"
    )
    assert _cells(text)[0] == ("", "10.00", "9.00", None, None)


def test_one_amount_for_planned_and_actual_together_is_neither() -> None:
    got = summary(finances=PERIOD + "Plānotais un faktiski izlietotais finansējums: 5 000,00 euro")
    assert got.finances == ()
    assert "5 000,00" in " ".join(each.text for each in got.unclaimed)


def test_lettered_purposes_in_brackets() -> None:
    text = PERIOD + "Plānots 10,00 euro (t.sk. (a) 6,00 euro semināriem; (b) 4,00 euro talkām)\nFaktiski 9,00 euro"
    assert [cell[:2] for cell in _cells(text)] == [("", "10.00"), ("semināriem", "6.00"), ("talkām", "4.00")]


def test_what_was_brought_in_is_no_purpose() -> None:
    text = PERIOD + "Plānots 10,00 euro, no tā 1,00 euro pārcelti no iepriekšējā perioda\nFaktiski 10,00 euro"
    assert [cell[:3] for cell in _cells(text)] == [("", "10.00", "10.00")]


# Each text with its cells: purpose, planned, actual, remainder, what became of it.
WORDINGS = [
    (
        "Plānotais finansējums:\n2022. gadā – 10,00 euro\n2023. gadā – 20,00 euro\n"
        "Izlietots:\n2022. gadā – 9,00 euro\n2023. gadā – 20,00 euro",
        [("", "10.00", "9.00", None, None), ("", "20.00", "20.00", None, None)],
    ),
    (
        "Par 2022. gadu plānots 10,00 euro, izlietots 9,00 euro. Par 2023. gadu plānots 20,00 euro, izlietots 19,00 euro.",
        [("", "10.00", "9.00", None, None), ("", "20.00", "19.00", None, None)],
    ),
    (
        f"{PERIOD}Plānots 10,00 euro\nAtlīdzība – 6,00 euro\nTelpu noma – 4,00 euro\nFaktiski 10,00 euro",
        [
            ("", "10.00", "10.00", None, None),
            ("Atlīdzība", "6.00", None, None, None),
            ("Telpu noma", "4.00", None, None, None),
        ],
    ),
    (
        f"{PERIOD}Plānots:\nAtlīdzība – 6,00 euro\nTelpu noma – 4,00 euro\nKopā – 10,00 euro\nFaktiski 10,00 euro",
        [
            ("", "10.00", "10.00", None, None),
            ("Atlīdzība", "6.00", None, None, None),
            ("Telpu noma", "4.00", None, None, None),
        ],
    ),
    (
        f"{PERIOD}Plānots 10,00 euro, izlietots 8,00 euro, atlikums 2,00 euro.\nSadalījumā:\n"
        "- talkām: plānots 6,00 euro, izlietots 5,00 euro, atlikums 1,00 euro;\n"
        "- nometnēm: plānots 4,00 euro, izlietots 3,00 euro, atlikums 1,00 euro.",
        [
            ("", "10.00", "8.00", "2.00", None),
            ("talkām", "6.00", "5.00", "1.00", None),
            ("nometnēm", "4.00", "3.00", "1.00", None),
        ],
    ),
    (
        f"{PERIOD}Plānots 10,00 EUR (desmit eiro) , faktiski izlietots 8,00 EUR , t.sk.:\n"
        " - bērnu-jauniešu talkām - plānots 6,00 EUR, faktiski 5,00 EUR, atlikums 1,00 EUR\n"
        " - nometnēm -  plānots 4,00 EUR,faktiski 3,00 EUR, atlikums 1,00 EUR\nAtlikums 2,00 EUR",
        [
            ("", "10.00", "8.00", "2.00", None),
            ("bērnu-jauniešu talkām", "6.00", "5.00", "1.00", None),
            ("nometnēm", "4.00", "3.00", "1.00", None),
        ],
    ),
    (
        f"{PERIOD}Plānots 10,00 euro, no kopējā finansējuma:\n60 % jeb 6,00 euro talkām,\n40 % jeb 4,00 euro nometnēm.\n"
        "Izlietots 9,00 euro jeb 90 % no plānotā.",
        [
            ("", "10.00", "9.00", None, None),
            ("talkām", "6.00", None, None, None),
            ("nometnēm", "4.00", None, None, None),
        ],
    ),
    (
        f"{PERIOD}Plānots (EUR): 10,00\nFaktiski (EUR): 9,00\nAtlikums (EUR): 1,00 – atgriezts ministrijas budžetā",
        [("", "10.00", "9.00", "1.00", "returned")],
    ),
    (
        f"{PERIOD}Plānots 10,00 euro, no kuriem 6,00 euro paredzēti talkām, bet 4,00 euro – nometnēm. Izlietots 10,00 euro.",
        [
            ("", "10.00", "10.00", None, None),
            ("talkām", "6.00", None, None, None),
            ("nometnēm", "4.00", None, None, None),
        ],
    ),
    (
        f"{PERIOD}Plānots 10,00 euro\nFaktiski 9,00 euro.\nIetaupītie 1,00 euro novirzīti grāmatām.",
        [("", "10.00", "9.00", "1.00", "other")],
    ),
    (
        f"{PERIOD}Plānots 10,00 euro\nFaktiski 8,00 euro\nAtlikums 2,00 euro, t.sk.:\n- 1,50 euro talkām;\n"
        "- 0,50 euro nometnēm,\ntiek pārcelts uz nākamo periodu.",
        [
            ("", "10.00", "8.00", "2.00", "carried_over"),
            ("talkām", None, None, "1.50", "carried_over"),
            ("nometnēm", None, None, "0.50", "carried_over"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "cells"), WORDINGS)
def test_a_wording(text: str, cells: list[tuple[str, ...]]) -> None:
    assert _cells(text) == cells


@pytest.mark.parametrize(
    "said",
    [
        "Plānots 10,00 euro (sākotnēji 49,00 euro)",
        "Plānots 10,00 euro (12 mēneši x 0,83 euro)",
        "Plānots 10,00 euro (saņemts divos maksājumos: 80 % jeb 8,00 euro pēc līguma noslēgšanas)",
        "Plānots 10,00 euro.\nPapildus plānots piesaistīt ziedojumus 3,00 euro apmērā",
        "Projekta budžets 14,00 euro, no tā plānots 10,00 euro un pašvaldības līdzfinansējums 4,00 euro",
        "Plānots 10,00 euro, kas ir par 2,00 euro vairāk nekā 2021. gadā",
    ],
)
def test_other_money_is_no_purpose_and_no_total(said: str) -> None:
    got = summary(finances=f"{PERIOD}{said}\nFaktiski 10,00 euro")
    assert [(line.purpose, str(line.planned)) for each in got.finances for line in each.lines] == [("", "10.00")]


def test_money_of_a_municipality_is_not_what_was_spent() -> None:
    text = (
        PERIOD
        + "Plānots 10,00 euro\nFaktiski izlietots 9,00 euro. Pašvaldības līdzfinansējums izlietots 5,00 euro apmērā."
    )
    assert _cells(text) == [("", "10.00", "9.00", None, None)]


def test_the_number_of_a_period_stands_for_dates_that_stand_elsewhere() -> None:
    text = "I. periods (15.02.2021. – 14.02.2022.)\nPlānots 10,00 euro\nI. periods\nFaktiski 9,00 euro"
    (period,) = summary(finances=text).finances
    assert (str(period.period.start), period.total.planned, period.total.actual) == (
        "2021-02-15",
        Decimal("10.00"),
        Decimal("9.00"),
    )


def test_years_of_two_digits_make_a_period() -> None:
    (period,) = summary(finances="15.07.22.–14.07.23.\nPlānots 10,00 euro\nFaktiski 9,00 euro").finances
    assert (str(period.period.start), str(period.period.end)) == ("2022-07-15", "2023-07-14")


def test_the_first_row_of_a_table_that_lost_its_columns_refuses_the_whole_text() -> None:
    text = "Periods Plānots Faktiski Atlikums\n01.01.2023. – 31.12.2023. 10,00 euro 9,00 euro"
    (period,) = summary(finances=text).finances
    assert (period.total.planned, period.total.actual, period.total.remainder) == (None, None, None)
    assert len(period.refused) == 2


def test_one_purpose_with_two_amounts_is_refused() -> None:
    text = (
        PERIOD + "Plānots 10,00 euro, t.sk.\n- 6,00 euro talkām;\n- 4,00 euro nometnēm;\n"
        "- talkām: plānots 7,00 euro, izlietots 5,00 euro.\nFaktiski 9,00 euro"
    )
    (period,) = summary(finances=text).finances
    assert {(line.purpose, line.planned) for line in period.lines} >= {("nometnēm", Decimal("4.00"))}
    assert {each.purpose for each in period.refused} == {"talkām"}


def test_a_refused_amount_names_its_purpose() -> None:
    text = PERIOD + "Plānots 10,00 euro, t.sk.\n- 6 00,00 euro talkām;\n- 4,00 euro nometnēm\nFaktiski 9,00 euro"
    (period,) = summary(finances=text).finances
    assert [(each.reason, each.purpose) for each in period.refused] == [("grouping", "talkām")]


@pytest.mark.parametrize(
    "behind",
    [
        ".\nFaktiski 9,00 euro",
        ".\nFaktiski izlietots pavisam 9,00 euro",
        "\nFaktiskais izlietojums: 9,00 euro",
    ],
)
def test_an_item_of_one_purpose_ends_at_its_last_figure(behind: str) -> None:
    text = PERIOD + f"Plānots 10,00 euro, t.sk.\n- talkām: plānots 10,00 euro, izlietots 9,00 euro{behind}"
    assert [cell[:3] for cell in _cells(text)] == [("", "10.00", "9.00"), ("talkām", "10.00", "9.00")]


def test_the_first_purpose_below_a_standing_head_is_no_total() -> None:
    text = "Plānotais finansējums\n2022. gads\n6,00 euro semināriem\n4,00 euro talkām\n2022. gads\nFaktiski 9,00 euro"
    assert [cell[:3] for cell in _cells(text)] == [
        ("", None, "9.00"),
        ("semināriem", "6.00", None),
        ("talkām", "4.00", None),
    ]


def test_the_total_of_several_periods_is_none_of_theirs() -> None:
    years = "".join(f"{year}. gads\nPlānots 10,00 euro\n" for year in (2022, 2023))
    periods = summary(finances=years + "Kopā izlietots 18,00 euro").finances
    assert [(each.total.planned, each.total.actual) for each in periods] == [(Decimal("10.00"), None)] * 2


def test_a_year_behind_a_currency_in_brackets_is_no_amount() -> None:
    (period,) = summary(finances="Plānots (EUR) 2022. gadā: 10,00\nFaktiski (EUR) 2022. gadā: 9,00").finances
    amounts = {each for line in period.lines for each in (line.planned, line.actual, line.remainder)}
    assert amounts <= {Decimal("10.00"), Decimal("9.00"), None}


def test_a_difference_that_was_paid_back_is_the_remainder() -> None:
    text = PERIOD + "Plānots 1 000,00 euro\nFaktiski 900,00 euro\nStarpība 100,00 euro atmaksāta ministrijai"
    other = text.replace("atmaksāta ministrijai", "radās cenu dēļ")
    assert [_cells(each)[0][3:] for each in (text, other)] == [("100.00", "returned"), (None, None)]


def test_words_that_announce_a_period_belong_to_it() -> None:
    text = "Pārskata periods: 01.01.2023. – 31.12.2023.\nPlānots 1 000,00 euro\nFaktiski 1 000,00 euro"
    found = summary(finances=text, period="01.01.2023. – 31.12.2023. (12 mēneši)")
    other = summary(finances=text, period="01.01.2023. – 31.12.2023. (ar pārtraukumu)")
    assert [[each.text for each in one.unclaimed] for one in (found, other)] == [[], ["(ar pārtraukumu)"]]


def test_a_list_without_an_opener_may_say_its_purposes_first() -> None:
    text = PERIOD + "Plānots 120,00 euro:\n- algām {}50,00 euro;\n- telpām {}70,00 euro.\nFaktiski 120,00 euro"
    assert [[cell[:2] for cell in _cells(text.format(sign, sign))] for sign in ("", "– ")] == [
        [("", "120.00"), ("algām", "50.00"), ("telpām", "70.00")]
    ] * 2
    unmarked = text.replace("- ", "", 2).format("", "")
    assert [cell[:2] for cell in _cells(unmarked.replace("50,00", "40,00"))] == [("", "120.00")]


@pytest.mark.parametrize("gap", [" ", ": ", "\t", " – "])
def test_a_text_without_a_currency_has_its_amounts_on_lines_with_their_heads(gap: str) -> None:
    text = f"{PERIOD}Plānots{gap}1 000,00\nFaktiski izlietots{gap}900,00\nAtlikums{gap}100,00"
    assert _cells(text) == [("", "1000.00", "900.00", "100.00", None)]
    for other in (text.replace("900,00", "900"), f"{text}\nTelpas 400,00", text.replace("Plānots", "Telpām plānots")):
        assert "1000.00" not in str(_cells(other))


@pytest.mark.parametrize(
    ("remainder", "disposition", "unread"),
    [
        ("Atlikums 50 euro (30 euro atgriezti ministrijai, 20 euro novirzīti bukletiem).", "other", 2),
        ("Atlikums 50 euro: 30 euro atmaksāti, 20 euro novirzīti bukletiem.", "other", 2),
        ("Atlikums 50 euro, no tā 30 euro pārcelti uz nākamo periodu, 20 euro atgriezti ministrijai.", "other", 2),
        ("Atlikums 50 euro. No tā 30 euro atmaksāti ministrijai, pārējie 20 euro vēl nav atmaksāti.", "returned", 2),
        ("Atlikums 50 euro. No tā 50 euro atmaksāti ministrijai.", "returned", 0),
        ("Atlikums 50 euro pārcelts uz Valsts kases kontu.", "returned", 0),
        ("Atlikums 50 euro pārcelts uz aktivitāti Nr. 5.", "other", 0),
    ],
)
def test_parts_of_a_remainder_stay_in_sight(remainder: str, disposition: str, unread: int) -> None:
    found = summary(finances=f"{PERIOD}Plānots 950 euro. Faktiski 900 euro. {remainder}")
    [line] = [line for period in found.finances for line in period.lines]
    assert (str(line.remainder), line.disposition) == ("50.00", disposition)
    assert sum("euro" in each.text for each in found.unclaimed) == unread


@pytest.mark.parametrize("said", ["Atlikums 50 euro pārcelts no iepriekšējā perioda.", "Atlikuma 50 euro apmērā nav."])
def test_what_was_brought_in_or_denied_is_no_remainder(said: str) -> None:
    assert _cells(f"{PERIOD}Plānots 950 euro. Faktiski 900 euro. {said}")[0] == ("", "950.00", "900.00", None, None)


def test_a_period_of_which_nothing_is_told_stays_in_sight() -> None:
    text = "01.01.2022. – 31.12.2022.\nPlānots 10 euro. Faktiski 9 euro.\n01.01.2023. – 31.12.2023.\nNav piešķirts."
    unread = " ".join(each.text for each in summary(finances=text).unclaimed)
    assert "31.12.2023." in unread
    assert "2022" not in unread


def test_of_two_remainders_neither_has_become_anything() -> None:
    two = "Atlikums 3 euro atmaksāts ministrijai. Atlikums 2 euro pārcelts uz nākamo periodu."
    assert _cells(f"{PERIOD}Plānots 95 euro. Faktiski 90 euro. {two}")[0] == ("", "95.00", "90.00", None, None)
