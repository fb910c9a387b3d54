"""Finances as a table of a Word file: amounts that nobody can place are refused, and nothing is missing in silence."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from pipeline.checks import findings_of
from pipeline.forms.template import forms
from pipeline.journey import summary_of
from pipeline.records import Submission, Summary
from pipeline.sources.opening import document_of
from tests.makers.nested import Block, Merged, TableRow, word_file

FIRST, SECOND = "01.01.2023. – 31.12.2023.", "01.01.2024. – 31.12.2024."
RESULTS = (
    f"I. ĪSTENOŠANAS GADS ({FIRST})",
    "1) Notikuši 5 semināri.",
    f"II. ĪSTENOŠANAS GADS ({SECOND})",
    "1) Izdoti 3 bukleti.",
)
HEADS = ("Periods", "Plānots", "Faktiski", "Atlikums")
TOTALS = [("2023-01-01", "10000.00", "9000.00", "1000.00"), ("2024-01-01", "10000.00", "10000.00", "0.00")]
ROWS = (("10 000,00", "9 000,00", "1 000,00"), ("10 000,00", "10 000,00", "0,00"))


def read(*finances: Block) -> Summary:
    return summary_of(document_of(word_file(RESULTS, finances)), forms())


def totals(summary: Summary) -> list[tuple[str, ...]]:
    return [
        (str(each.period.start), *map(str, (each.total.planned, each.total.actual, each.total.remainder)))
        for each in summary.finances
    ]


def codes(summary: Summary) -> list[tuple[str, str]]:
    found = findings_of([Submission("abc", "a.docx", "docx", 0, summary)])
    return [(each.code, each.row) for each in found]


TABLES: dict[str, Sequence[TableRow]] = {
    "a row that numbers the columns": [HEADS, ("1", "2", "3", "4"), (FIRST, *ROWS[0]), (SECOND, *ROWS[1])],
    "bare years": [("Gads", *HEADS[1:]), ("2023", *ROWS[0]), ("2024", *ROWS[1])],
    "bare years side by side": [
        ("", "2023", "2024"),
        *((head, first, second) for head, first, second in zip(HEADS[1:], *ROWS, strict=True)),
    ],
    "the plan before and after": [
        ("Gads", "Sākotnēji plānots", "Precizētais plāns", "Faktiski", "Atlikums"),
        ("2023", "8 000,00", *ROWS[0]),
        ("2024", "8 000,00", *ROWS[1]),
    ],
}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_read_by_its_heads(name: str) -> None:
    summary = read(TABLES[name])
    assert totals(summary) == TOTALS
    assert not any(period.refused for period in summary.finances)


@pytest.mark.parametrize(
    "rows",
    [
        [HEADS, (FIRST, Merged("20 000,00", rows=2), *ROWS[0][1:]), (SECOND, *ROWS[1][1:])],
        [
            ("", FIRST, SECOND),
            ("Plānots", Merged("20 000,00", columns=2)),
            ("Faktiski", "9 000,00", "10 000,00"),
            ("Atlikums", "1 000,00", "0,00"),
        ],
    ],
    ids=["over two rows", "over two columns"],
)
def test_an_amount_over_two_periods_is_refused(rows: Sequence[TableRow]) -> None:
    summary = read(rows)
    assert totals(summary) == [("2023-01-01", "None", *TOTALS[0][2:]), ("2024-01-01", "None", *TOTALS[1][2:])]
    assert [each.source.quote for period in summary.finances for each in period.refused] == ["20 000,00"]
    assert ("amount-unstated", "2024-01-01/2024-12-31") in codes(summary)


def test_a_period_without_what_was_spent_is_told_of() -> None:
    summary = read([HEADS[:3], (FIRST, "10 000,00", ""), (SECOND, *ROWS[1][:2])])
    assert codes(summary) == [("amount-unstated", "2023-01-01/2023-12-31")]


def test_what_was_paid_from_other_money_is_no_purpose() -> None:
    summary = read(
        f"{FIRST}\nPlānots 10 000,00 euro\nFaktiski 10 350,00 euro, no kuriem 350,00 euro segti no biedrības līdzekļiem"
    )
    assert [line.purpose for line in summary.finances[0].lines] == [""]


def test_a_purpose_in_brackets_behind_its_amount_is_one() -> None:
    summary = read(
        f"{FIRST}\nPlānots 10 000,00 euro, t.sk.\n- 6 000,00 euro (atalgojumam);\n- 4 000,00 euro (pasākumiem)."
    )
    lines = [(line.purpose, str(line.planned)) for line in summary.finances[0].lines]
    assert lines == [("", "10000.00"), ("atalgojumam", "6000.00"), ("pasākumiem", "4000.00")]
