"""Results given as a table in the results cell: each row is an activity, what was achieved counts, heads do not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from pipeline.forms.template import forms
from pipeline.journey import summary_of
from pipeline.records import Summary
from pipeline.sources.opening import document_of
from tests.makers.nested import Block, Merged, printed_form, program, word_file

FIRST = "I. ĪSTENOŠANAS GADS (01.01.2023. – 31.12.2023.)"
SECOND = "II. ĪSTENOŠANAS GADS (01.01.2024. – 31.12.2024.)"
FINANCES = ("01.01.2023. – 31.12.2023.\nPlānots 1 000,00 euro\nFaktiski 1 000,00 euro",)
LAST = (SECOND, "1) Izdoti 3 bukleti.")
LAST_ROWS = [(2, "1", "Izdoti 3 bukleti.", ["3 buklets"])]

Activity = tuple[int, str, str, list[str]]


@dataclass(frozen=True, slots=True)
class Case:
    """Blocks of the results field, the activities in them, and what nobody can say anything of."""

    results: Sequence[Block]
    activities: Sequence[Activity]
    unread: Sequence[str] = ()


CASES = {
    "numbers and activities": Case(
        (FIRST, [("Nr.", "Aktivitāte"), ("1.", "Notikuši 5 semināri."), ("2.", "Sniegtas 40 konsultācijas.")], *LAST),
        [(1, "1", "Notikuši 5 semināri.", ["5 seminārs"]), (1, "2", "Sniegtas 40 konsultācijas.", ["40 konsultācija"])],
    ),
    "a row for each year": Case(
        ([("Gads", "Paveiktais"), ("2023", "1) Notikuši 5 semināri;\n2) Sniegtas 40 konsultācijas."), ("2024", LAST[1])],),
        [(1, "1", "Notikuši 5 semināri;", ["5 seminārs"]), (1, "2", "Sniegtas 40 konsultācijas.", ["40 konsultācija"])],
    ),
    "a year over several rows": Case(
        (
            [
                ("Gads", "Aktivitāte", "Rezultāts"),
                (Merged("2023", rows=2), "Izglītība", "Notikuši 5 semināri"),
                ("Nometnes", "2"),
                ("2024", "Izdevumi", "Izdoti 3 bukleti."),
            ],
        ),
        [
            (1, "1", "Izglītība Notikuši 5 semināri", ["5 seminārs"]),
            (1, "2", "Nometnes 2", ["2 nometne"]),
            (2, "1", "Izdevumi Izdoti 3 bukleti.", ["3 buklets"]),
        ],
    ),
    "years side by side": Case(
        ([("Rādītājs", "2023. gads", "2024. gads"), ("Semināri", "5", "6"), ("Jauniešu atbalsts", "7", "8")],),
        [
            (1, "1", "Semināri 5", ["5 seminārs"]),
            (1, "2", "Jauniešu atbalsts", []),
            (2, "1", "Semināri 6", ["6 seminārs"]),
            (2, "2", "Jauniešu atbalsts", []),
        ],
        ("7", "8"),
    ),
    "how many, and how many took part": Case(
        (FIRST, [("Aktivitāte", "Skaits", "Dalībnieki"), ("Semināri pedagogiem", "5", "1 120")], *LAST),
        [(1, "1", "Semināri pedagogiem 5 1 120", ["5 seminārs", "1120 dalībnieks"])],
    ),
    "a number whose noun is not certain": Case(
        (FIRST, [("Aktivitāte", "Skaits"), ("Jauniešu iesaiste darba tirgū", "14"), ("Nometnes un talkas", "9")], *LAST),
        [(1, "1", "Jauniešu iesaiste darba tirgū", []), (1, "2", "Nometnes un talkas", [])],
        ("14", "9"),
    ),
    "planned and achieved": Case(
        (FIRST, [("Rādītājs", "Plānots", "Izpildīts"), ("Semināri", "4", "5"), ("Apmācīto jauniešu skaits", "100", "120")], *LAST),
        [(1, "1", "Semināri 4 5", ["5 seminārs"]), (1, "2", "Apmācīto jauniešu skaits 100 120", ["120 jaunietis"])],
    ),
    "planned and achieved under one head": Case(
        (
            FIRST,
            [
                (Merged("Rādītājs", rows=2), Merged("Skaits", columns=2)),
                ("plānots", "sasniegts"),
                ("Semināri", "4", "5"),
            ],
            *LAST,
        ),
        [(1, "1", "Semināri 4 5", ["5 seminārs"])],
    ),
    "achieved before planned": Case(
        (FIRST, [("Rādītājs", "Sasniegts", "Mērķis"), ("Semināri", "5", "4")], *LAST),
        [(1, "1", "Semināri 5 4", ["5 seminārs"])],
    ),
    "two columns of words": Case(
        (FIRST, [("Plānotie rezultāti", "Sasniegtie rezultāti"), ("Rīkot 4 seminārus", "Notikuši 5 semināri")], *LAST),
        [(1, "1", "Rīkot 4 seminārus Notikuši 5 semināri", ["5 seminārs"])],
    ),
    "units": Case(
        (
            FIRST,
            [
                ("Nr. p.k.", "Rezultatīvais rādītājs", "Mērvienība", "Plānots", "Sasniegts"),
                ("1.", "Semināri", "skaits", "4", "5"),
                ("2.", "Apmācītie", "personas", "100", "120"),
                ("3.", "Apmierinātība", "%", "90", "95"),
                ("4.", "t.sk. jaunieši", "skaits", "10", "11"),
            ],
            *LAST,
        ),
        [
            (1, "1", "Semināri skaits 4 5", ["5 seminārs"]),
            (1, "2", "Apmācītie personas 100 120", ["120 persona"]),
            (1, "3", "Apmierinātība % 90 95", ["95 %"]),
            (1, "4", "t.sk. jaunieši skaits 10 11", ["11 jaunietis part"]),
        ],
    ),
    "planned and achieved in one column": Case(
        (FIRST, [("Rādītājs", "Plānots / izpildīts"), ("Semināri", "4 / 5")], *LAST),
        [(1, "1", "Semināri", [])],
        ("4", "5"),
    ),
    "two columns of numbers without a word on them": Case(
        (FIRST, [("Aktivitāte", "Skaits", "Apjoms"), ("Semināri", "5", "6")], *LAST),
        [(1, "1", "Semināri", [])],
        ("5", "6"),
    ),
    "a number beside two rows, and a sum": Case(
        (
            FIRST,
            [
                ("Aktivitāte", "Dalībnieku skaits"),
                ("Seminārs Liepājā", Merged("30", rows=2)),
                ("Seminārs Kuldīgā",),
                ("Kopā", "30"),
            ],
            *LAST,
        ),
        [(1, "1", "Seminārs Liepājā", []), (1, "2", "Seminārs Kuldīgā", [])],
        ("30", "Kopā", "30"),
    ),
    "numbers of columns": Case(
        (FIRST, [("Rādītājs", "Plānots", "Sasniegts"), ("1", "2", "3"), ("Semināri", "4", "5")], *LAST),
        [(1, "1", "Semināri 4 5", ["5 seminārs"])],
    ),
    "more than a number": Case(
        (
            FIRST,
            [
                ("Uzdevums", "Izpilde"),
                ("Organizēt 5 seminārus", "Notikuši 4 semināri"),
                ("Konsultācijas", "40 (t.sk. 12 attālināti)"),
                ("Talkas", "3, no tām 1.200 koki"),
            ],
            *LAST,
        ),
        [
            (1, "1", "Organizēt 5 seminārus Notikuši 4 semināri", ["4 seminārs"]),
            (1, "2", "Konsultācijas 40 (t.sk. 12 attālināti)", ["40 konsultācija"]),
            (1, "3", "Talkas", []),
        ],
        ("12", "3,", "no", "tām", "1.200", "koki"),
    ),
    "a field beside several rows": Case(
        (FIRST, [("Joma", "Aktivitāte", "Rezultāts"), (Merged("Izglītība", rows=2), "Semināri", "5"), ("Lekcijas", "7")], *LAST),
        [(1, "1", "Izglītība Semināri 5", ["5 seminārs"]), (1, "2", "Lekcijas 7", ["7 lekcija"])],
    ),
    "planned and achieved in each of two years": Case(
        (
            [
                (Merged("Rādītājs", rows=2), Merged("2023. gads", columns=2), Merged("2024. gads", columns=2)),
                ("plānots", "izpildīts", "plānots", "izpildīts"),
                ("Semināri", "4", "5", "5", "6"),
            ],
        ),
        [(1, "1", "Semināri 4 5", ["5 seminārs"]), (2, "1", "Semināri 5 6", ["6 seminārs"])],
    ),
    "headings in the table": Case(
        (
            [
                ("Nr.", "Pasākums", "Skaits"),
                (Merged(FIRST, columns=3),),
                (Merged("Sporta pasākumi", columns=3),),
                ("1", "Sacensības", "3"),
                (Merged(SECOND, columns=3),),
                ("1", "Nometnes", "6"),
            ],
        ),
        [(1, "1", "Sacensības 3", ["3 sacensības"]), (2, "1", "Nometnes 6", ["6 nometne"])],
    ),
    "no heads": Case(
        (FIRST, [("Semināri pedagogiem", "5"), ("Konsultācijas", "40")], *LAST),
        [(1, "1", "Semināri pedagogiem 5", ["5 seminārs"]), (1, "2", "Konsultācijas 40", ["40 konsultācija"])],
    ),
    "lists of what was planned and of what was done": Case(
        (FIRST, [("Plānotais", "Paveiktais"), ("1) 4 semināri;\n2) 2 talkas.", "1) Notikuši 5 semināri;\n2) Notikušas 3 talkas.")], *LAST),
        [(1, "1", "Notikuši 5 semināri;", ["5 seminārs"]), (1, "2", "Notikušas 3 talkas.", ["3 talka"])],
        ("1) 4 semināri;", "2) 2 talkas."),
    ),
    "text above and below": Case(
        (FIRST, "Notika šādi pasākumi:", [("Pasākums", "Dalībnieki"), ("Vecāku skola", "18")], "Izdotas 2 grāmatas.", *LAST),
        [(1, "1", "Vecāku skola 18", ["18 dalībnieks"]), (1, "2", "Izdotas 2 grāmatas.", ["2 grāmata"])],
    ),
}  # fmt: skip


def activities(summary: Summary) -> list[Activity]:
    return [
        (
            year.year_no,
            each.item,
            each.text,
            [f"{one.count} {one.unit_lemma}{'' if one.basis == 'stated' else ' part'}" for one in each.indicators],
        )
        for year in summary.years
        for each in year.activities
    ]


def _check(case: Case, file: bytes) -> None:
    summary = summary_of(document_of(file), forms())
    last = [] if any(year == 2 for year, *_ in case.activities) else LAST_ROWS
    assert activities(summary) == [*case.activities, *last]
    left = " ".join(each.text for each in summary.unclaimed).split()
    assert left == " ".join(case.unread).split()


@pytest.mark.parametrize("name", CASES)
def test_a_table_in_a_word_file_is_read_row_by_row(name: str) -> None:
    _check(CASES[name], word_file(CASES[name].results, FINANCES))


@pytest.mark.slow
@pytest.mark.skipif(program() is None, reason="Chromium is not installed, so no table is printed")
@pytest.mark.parametrize("name", CASES)
def test_a_printed_table_is_read_row_by_row(name: str) -> None:
    _check(CASES[name], printed_form(CASES[name].results, FINANCES))


def test_a_heading_above_a_table_or_in_it_is_the_section_of_its_rows() -> None:
    for name, section in (
        ("headings in the table", "Sporta pasākumi"),
        ("text above and below", "Notika šādi pasākumi"),
    ):
        summary = summary_of(document_of(word_file(CASES[name].results, FINANCES)), forms())
        assert summary.years[0].activities[0].section == section


def test_a_number_s_quote_holds_the_label_that_it_counts() -> None:
    summary = summary_of(document_of(word_file(CASES["planned and achieved"].results, FINANCES)), forms())
    assert [one.source.quote for each in summary.years[0].activities for one in each.indicators] == [
        "Semināri 5",
        "Apmācīto jauniešu 120",
    ]
