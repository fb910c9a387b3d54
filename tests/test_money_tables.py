"""What finances.csv and ledger.csv say of the real document, and of refused amounts."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from pipeline.account import account
from pipeline.exports.csv_files import cell_text
from pipeline.exports.run_file import RunRecord
from pipeline.run import Outcome
from pipeline.tables import ACTIVITIES, FINANCES, LEDGER, Table
from tests.checks import made
from tests.checks.made import CIVIC, YEAR_1, YEAR_2, activity, finances, line, spent, summary, year

REAL = made.submission(made.real_summary())


def rows(table: Table[object], content: object, *columns: str) -> list[str]:
    """The cells of these columns, a row as one text."""
    places = [(at, column.kind) for at, column in enumerate(table.columns) if column.name in columns]
    return [" ".join(cell_text(cells[at], kind) or "-" for at, kind in places) for cells in table.cells([content], [])]  # type: ignore[list-item]


def test_the_ledger_says_where_each_euro_of_the_real_document_is() -> None:
    columns = [column.name for column in LEDGER.columns if column.kind == "euro"]
    assert rows(LEDGER, REAL, *columns) == [
        "49000.00 0.00 47786.53 1213.47 1213.47 0.00 0.00 1213.47",
        "30000.00 0.00 28959.87 1040.13 1040.13 0.00 0.00 1040.13",
        "19000.00 0.00 18826.66 173.34 173.34 0.00 0.00 173.34",
        "49000.00 1213.47 49000.00 0.00 0.00 0.00 0.00 0.00",
        "30000.00 1040.13 30000.00 0.00 0.00 0.00 0.00 0.00",
        "19000.00 173.34 19000.00 0.00 0.00 0.00 0.00 0.00",
        "49000.00 0.00 48871.72 128.28 0.00 128.28 0.00 0.00",
        "30000.00 0.00 - - 0.00 - 0.00 0.00",
        "19000.00 0.00 - - 0.00 - 0.00 0.00",
    ]


def test_each_finance_row_says_how_many_sums_prove_it() -> None:
    assert rows(FINANCES, REAL, "proved_by") == ["4", "4", "4", "2", "2", "2", "2", "1", "1"]


@pytest.mark.parametrize(
    ("purpose", "cells"),
    [("", ["1.000 euro", "-"]), (CIVIC, ["-", "1.000 euro"]), ("mērķis bez rindas", ["1.000 euro", "-"])],
)
def test_a_refused_amount_stands_in_its_purposes_row_else_in_the_totals(purpose: str, cells: list[str]) -> None:
    period = finances(YEAR_1, line("", "10.00", None), line(CIVIC, "10.00", None), refused="1.000 euro")
    period = replace(period, refused=(replace(period.refused[0], purpose=purpose),))
    assert rows(FINANCES, made.submission(summary(finances=(period,))), "refused") == cells


def test_a_number_that_is_not_printed_is_said_to_be_counted() -> None:
    items = (activity("1"), replace(activity("2"), numbered=False))
    content = summary(years=(year(1, YEAR_1, *items),))
    assert rows(ACTIVITIES, made.submission(content), "numbered") == ["yes", "no"]


@pytest.mark.parametrize(
    ("submission", "says"),
    [(REAL, ["redzams: 1 213,47 euro"]), (made.submission(summary()), [])],
    ids=["lost", "clean"],
)
def test_the_account_says_what_is_not_seen_again(submission: object, says: list[str]) -> None:
    outcome = Outcome(RunRecord({}, {"read": 1.0}, [submission], []), (Path("out/documents.csv"),))  # type: ignore[list-item]
    told = [each.text for each in account(outcome, "lv") if "vairs nav redzams" in each.text]
    assert [words in text for words, text in zip(says, told, strict=True)] == [True] * len(says)


def test_two_periods_with_unlike_purposes_keep_their_own() -> None:
    content = summary(
        finances=(spent(YEAR_1), finances(YEAR_2, line("", "1.00", "1.00"), line("cits", "1.00", "1.00")))
    )
    assert rows(LEDGER, made.submission(content), "purpose")[3:] == ["-", "cits"]
