"""Years, sections and items of the results field, in the manners of several authors."""

from __future__ import annotations

from datetime import date

import pytest

from tests.extract.summaries import activities, summary

YEAR = "I. ĪSTENOŠANAS GADS (2023. gada 1. janvāris līdz 2023. gada 31. decembris)\n"


def _items(results: str) -> list[tuple[str, str]]:
    return [(each.section, each.item) for each in activities(YEAR + results)]


def test_brackets_letters_and_dashes() -> None:
    text = "1) Īstenotas 2 aktivitātes:\na) tikšanās;\nb) brauciens;\n2) Semināri:\n- pirmais;\n- otrais."
    assert _items(text) == [("", "1"), ("", "1.a"), ("", "1.b"), ("", "2"), ("", "2.1"), ("", "2.2")]


def test_dotted_numbers_stay_as_printed() -> None:
    assert _items("1. Semināri:\n1.1. Rīgā;\n1.2. Ogrē;\n2. Talkas.") == [
        ("", "1"),
        ("", "1.1."),
        ("", "1.2."),
        ("", "2"),
    ]


def test_numbering_starts_again_under_a_heading() -> None:
    text = "1) Notikuši 3 semināri.\nJaunatnes centru atbalstam:\n1) Sniegtas 5 konsultācijas;\n2) Talka."
    assert _items(text) == [("", "1"), ("Jaunatnes centru atbalstam", "1"), ("Jaunatnes centru atbalstam", "2")]


def test_a_heading_without_a_colon() -> None:
    assert _items("Mediju darbs\n• 3 raidījumi;\n• 5 raksti.") == [("Mediju darbs", "1"), ("Mediju darbs", "2")]


def test_plain_paragraphs_are_numbered_in_order() -> None:
    assert _items("Notikuši 3 semināri.\n\nSniegtas 5 konsultācijas.") == [("", "1"), ("", "2")]


@pytest.mark.parametrize("tail", ["2. daļās Zoom platformā;", "– kopā 40 dalībnieki;", "10.00 un 12.00 telpās;"])
def test_a_line_that_only_looks_like_a_mark_goes_on(tail: str) -> None:
    found = activities(f"{YEAR}1) Noorganizēts tiešsaistes seminārs ar nosaukumu\n{tail}")
    assert [each.item for each in found] == ["1"]
    assert found[0].text.endswith(tail)


@pytest.mark.parametrize(
    ("heading", "number", "start"),
    [
        ("II. ĪSTENOŠANAS GADS (01.07.2023. – 30.06.2024.)", 2, date(2023, 7, 1)),
        ("1. īstenošanas gads (2023. gada 1. jūlijs – 2024. gada 30. jūnijs).", 1, date(2023, 7, 1)),
        ("Trešais gads: 01.07.2023.–30.06.2024.", 3, date(2023, 7, 1)),
        ("2023. gads", None, date(2023, 1, 1)),
        ("IV. Īstenošanas periods, 01.07.2023. - 30.06.2024.", 4, date(2023, 7, 1)),
        ("01.07.2023. – 30.06.2024.", None, date(2023, 7, 1)),
        ("īstenošanas gads (01.07.2023. – 30.06.2024.)", None, date(2023, 7, 1)),
    ],
)
def test_a_year_heading(heading: str, number: int | None, start: date) -> None:
    (year,) = summary(f"{heading}\n1) Notikuši 5 semināri.").years
    assert year.stated_no == number
    assert year.period is not None
    assert year.period.start == start


@pytest.mark.parametrize("text", ["2023. gadā notikuši 5 semināri.", "1. gada pārskats sagatavots."])
def test_a_sentence_that_begins_like_a_heading_is_none(text: str) -> None:
    (year,) = summary(f"{text}\nSniegtas 5 konsultācijas.").years
    assert year.heading == ""


@pytest.mark.parametrize(
    "text",
    [
        "1) Notikuši 16 semināri, par 7 % vairāk nekā\nII gadā.\n2) Notikušas 3 talkas.",
        "1) Notikuši 16 semināri, tātad vairāk nekā notika\n2022. gadā.\n2) Notikušas 3 talkas.",
        "1) Notikuši 16 semināri un\nII gadā\n2) Notikušas 3 talkas.",
    ],
)
def test_the_rest_of_a_sentence_is_no_heading(text: str) -> None:
    (year,) = summary(f"I gads\n{text}").years
    assert [activity.item for activity in year.activities] == ["1", "2"]


@pytest.mark.parametrize("above", ["3 talkas", "3 talkas,", "3 talkas."])
def test_a_heading_may_stand_below_an_unfinished_line(above: str) -> None:
    read = summary(f"I gadā:\n1) Notikušas {above}\nII gadā:\n1) Notikušas 4 talkas.")
    assert [year.stated_no for year in read.years] == [1, 2]


def test_an_unreadable_period_is_kept_as_text() -> None:
    (year,) = summary("I. ĪSTENOŠANAS GADS (31.02.2023. – 30.06.2024.)\n1) Notikuši 5 semināri.").years
    assert year.period is not None
    assert (year.period.start, year.period.text) == (None, "31.02.2023. – 30.06.2024.")


def test_the_count_that_announces_a_list_is_known() -> None:
    found = activities(f"{YEAR}1) Īstenotas 3 aktivitātes:\na) tikšanās;\nb) brauciens;\n2) Noorganizēts 1 forums.")
    assert [each.announced for each in found] == [3, None, None, None]


@pytest.mark.parametrize(
    ("results", "items"),
    [
        ("1) Semināri notika\n2.Iegādāti krēsli\n3) Talkas.", ["1", "2", "3"]),
        ("1) Semināri.\n2) Talkas.\n3. Nopirkta kamera", ["1", "2", "3"]),
        ("1) Semināri:\n1. Rīgā;\n2. Ogrē.\n2) Talkas.", ["1", "1.1", "1.2", "2"]),
        ("1) Semināri notika\n4.Iegādāti krēsli", ["1"]),
        ("1) Semināri notika telpā\n2. stāvā", ["1"]),
    ],
)
def test_a_number_that_goes_on_with_another_sign(results: str, items: list[str]) -> None:
    assert [item for _, item in _items(results)] == items


PARAGRAPH, LIST = "Klientiem izsniegtas šļirces.\n\n", "- apmācīti 58 klienti;\n- izsniegti 75 komplekti.\n\n"


@pytest.mark.parametrize(
    ("results", "items"),
    [
        (
            f"{PARAGRAPH}Lai mazinātu skaitu, sākām jaunu pakalpojumu:\n{LIST}Tālrunis strādāja.",
            [("", "1"), ("", "2"), ("", "2.1"), ("", "2.2"), ("", "3")],
        ),
        (
            f"{PARAGRAPH}Kino nedēļa. Par to atsevišķi:\n{LIST}",
            [("", "1"), ("", "2"), ("", "2.1"), ("", "2.2")],
        ),
        (
            f"{PARAGRAPH}Vasarā notika nometne:\n{LIST}",
            [("", "1"), ("", "2"), ("", "2.1"), ("", "2.2")],
        ),
        (
            f"Lai mazinātu skaitu, sākām jaunu pakalpojumu:\n{LIST}Tālrunis strādāja.",
            [("Lai mazinātu skaitu, sākām jaunu pakalpojumu", str(place)) for place in (1, 2)],
        ),
        (
            f"{PARAGRAPH}Naloksona programma klientiem un viņu tuviniekiem:\n{LIST}Tālrunis strādāja.",
            [("", "1"), *[("Naloksona programma klientiem un viņu tuviniekiem", str(place)) for place in (1, 2)]],
        ),
    ],
    ids=["a clause", "two sentences", "what happened", "a heading above all", "a heading without a clause"],
)
def test_a_paragraph_that_goes_on_as_a_list(results: str, items: list[tuple[str, str]]) -> None:
    assert _items(results) == items


@pytest.mark.parametrize(
    ("results", "items"),
    [
        (
            "1.Notika semināri\n2.Publicēti raksti\nMeža īpašnieču tīkls\n1.Izveidots tīkls",
            [("", "1"), ("", "2"), ("Meža īpašnieču tīkls", "1")],
        ),
        (
            "1.Notika semināri\n2.Publicēti raksti kopā ar\nMeža īpašnieču tīklu\n1.Izveidots tīkls",
            [("", "1"), ("", "2"), ("", "1")],
        ),
        (
            "1.Notika semināri\n2.Publicēti raksti\nMeža īpašnieču tīkls\n3.Izveidots tīkls",
            [("", "1"), ("", "2"), ("", "3")],
        ),
    ],
    ids=["a list begins anew", "the line above is open", "the list goes on"],
)
def test_a_heading_without_a_sign_behind_an_item_without_a_full_stop(
    results: str, items: list[tuple[str, str]]
) -> None:
    assert _items(results) == items
