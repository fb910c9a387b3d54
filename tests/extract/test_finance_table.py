"""A finance row that is a small table with a head."""

from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec.structs import replace

from pipeline.document import Box, Word
from pipeline.extract.finance_table import FinanceTable, finance_table
from pipeline.layout.rows import CellText
from pipeline.passage import TextLine
from pipeline.records import UNLABELLED

LEFTS = (200.0, 290.0, 370.0, 450.0)
HEADS = ("Periods", "Plānots", "Faktiski", "Atlikums")
YEAR = ("2023. gads", "10,00", "9,00", "1,00")


def _cells(*rows: tuple[str, ...]) -> list[CellText]:
    """Each row of texts as cells side by side; a row of one text runs over all columns."""
    cells: list[CellText] = []
    count = 0
    for place, row in enumerate(rows):
        top = 100.0 + 20 * place
        rights = (*LEFTS[1 : len(row)], 550.0)
        for left, right, text in zip(LEFTS, rights, row, strict=False):
            words = []
            for token in text.split():
                words.append(Word(token, count, 1, Box(left, top, left + 40, top + 10)))
                count += 1
            if words:
                cells.append(CellText(1, left, right, top, (TextLine(tuple(words)),)))
    return cells


def _table(*rows: tuple[str, ...]) -> FinanceTable:
    table = finance_table(_cells(*rows))
    assert table is not None
    return table


def _totals(table: FinanceTable) -> list[tuple[str, str | None]]:
    return [(entry.head, None if entry.total is None else str(entry.total)) for entry in table.text.entries]


def test_each_column_holds_what_its_head_says() -> None:
    assert _totals(_table(HEADS, YEAR)) == [("planned", "10.00"), ("actual", "9.00"), ("remainder", "1.00")]


def test_a_sentence_below_says_what_became_of_the_remainder() -> None:
    table = _table(HEADS, YEAR, ("Atlikums 1,00 euro atgriezts ministrijas budžetā.",))
    assert [entry.disposition for entry in table.text.entries] == [None, None, "returned"]
    assert {word.text for word in table.claimed} >= {"Atlikums", "1,00", "euro", "atgriezts"}


def test_another_amount_in_that_sentence_stays_in_sight() -> None:
    table = _table(HEADS, YEAR, ("Atlikums 7,00 euro atgriezts ministrijas budžetā.",))
    assert "7,00" not in {word.text for word in table.claimed}


def test_a_row_that_names_neither_period_nor_purpose_is_refused() -> None:
    table = _table(HEADS, YEAR, ("%", "10,00", "8,00", "2,00"))
    assert {each.amount.reason for each in table.text.refused} == {UNLABELLED}
    assert _totals(table) == [("planned", "10.00"), ("actual", "9.00"), ("remainder", "1.00")]


def test_a_second_table_has_its_own_columns() -> None:
    cells = _cells(("2023. gads",), HEADS[:3], ("Talkas", "10,00", "9,00"), ("2024. gads",))
    later = (
        [("Mērķis", 200.0), ("Faktiski", 330.0), ("Plānots", 440.0)],
        [("Talkas", 200.0), ("5,00", 330.0), ("6,00", 440.0)],
    )
    number = 100
    for place, row in enumerate(later):
        for text, left in row:
            word = Word(text, number, 1, Box(left, 300 + 20 * place, left + 40, 310 + 20 * place))
            cells.append(CellText(1, left, left + 100, 300.0 + 20 * place, (TextLine((word,)),)))
            number += 1
    table = finance_table(cells)
    assert table is not None
    items = [(entry.head, [item.euros for item in entry.items]) for entry in table.text.entries]
    assert items == [
        ("planned", [Decimal("10.00")]),
        ("actual", [Decimal("9.00")]),
        ("actual", [Decimal("5.00")]),
        ("planned", [Decimal("6.00")]),
    ]


def test_columns_that_each_name_their_period_are_texts_and_no_table() -> None:
    period = "15.05.2022. – 14.05.2023."
    cells = _cells((period, period), ("Plānotais finansējums", "Faktiski izlietots"), ("10,00 euro", "9,00 euro"))
    assert finance_table(cells) is None


def test_a_table_with_the_years_side_by_side_is_turned() -> None:
    rows = (
        ("Rādītājs", "2022. gads", "2023. gads", "Kopā"),
        ("Plānots", "10,00", "20,00", "30,00"),
        ("Faktiski", "9,00", "20,00", "29,00"),
        ("Atlikums", "1,00", "-", "1,00"),
    )
    table = _table(*rows)
    assert [(entry.period.text if entry.period else "", entry.head, entry.total) for entry in table.text.entries] == [
        ("2022. gads", "planned", Decimal("10.00")),
        ("2022. gads", "actual", Decimal("9.00")),
        ("2022. gads", "remainder", Decimal("1.00")),
        ("2023. gads", "planned", Decimal("20.00")),
        ("2023. gads", "actual", Decimal("20.00")),
    ]
    assert table.text.refused == []


def test_a_fate_belongs_to_the_remainder_of_its_amount() -> None:
    years = (("2022. gads", "10,00", "9,00", "1,00"), ("2023. gads", "20,00", "18,00", "2,00"))
    said = ("Atlikums 1,00 euro atgriezts ministrijas budžetā.",)
    side_by_side = (("Rādītājs", "2022. gads", "2023. gads"), *zip(HEADS[1:], years[0][1:], years[1][1:], strict=True))
    for table in (_table(HEADS, *years, said), _table(*side_by_side, said)):
        remainders = [entry for entry in table.text.entries if entry.head == "remainder"]
        assert [(str(entry.total), entry.disposition) for entry in remainders] == [("1.00", "returned"), ("2.00", None)]


def test_a_dash_in_an_empty_cell_opens_no_row() -> None:
    table = _table(
        ("2023. gads",), ("Mērķis", *HEADS[1:]), ("Talkas", "10,00", "-", "-"), ("Semināri", "20,00", "19,00", "1,00")
    )
    items = [(entry.head, [(item.purpose, str(item.euros)) for item in entry.items]) for entry in table.text.entries]
    assert items == [
        ("planned", [("Talkas", "10.00"), ("Semināri", "20.00")]),
        ("actual", [("Semināri", "19.00")]),
        ("remainder", [("Semināri", "1.00")]),
    ]


@pytest.mark.parametrize("shift", [56.0, 104.0, 152.0])
def test_a_sentence_below_a_turned_table_is_no_figure_wherever_it_begins(shift: float) -> None:
    years = (("Plānots", "10,00", "20,00"), ("Faktiski", "9,00", "18,00"), ("Atlikums", "1,00", "2,00"))
    said = ("Atlikums 1,00 euro atgriezts ministrijas budžetā.",)
    cells = _cells(("Rādītājs", "2022. gads", "2023. gads"), *years, said)
    table = finance_table([replace(cell, left=cell.left - shift, right=cell.right - shift) for cell in cells])
    assert table is not None
    assert sorted(_totals(table)) == sorted(
        (head, amount)
        for head, amount in zip(
            ("planned", "planned", "actual", "actual", "remainder", "remainder"),
            ("10.00", "20.00", "9.00", "18.00", "1.00", "2.00"),
            strict=True,
        )
    )


def test_a_row_of_an_unread_period_is_no_part_of_the_row_above() -> None:
    unread = "01.01.2022. – 31.11.2022."
    table = _table(HEADS, ("2021. gads", "10,00", "9,00", "1,00"), (unread, "20,00", "19.000", "1,00"))
    periods = [entry.period.text if entry.period else "" for entry in table.text.entries]
    assert periods == ["2021. gads"] * 3 + [unread] * 2
    assert [each.period.text for each in table.text.refused if each.period] == [unread]


def test_a_note_beside_the_figures_says_what_became_of_the_remainder() -> None:
    heads, year = ("Periods", "Plānots", "Atlikums", "Piezīmes"), ("2023. gads", "10,00", "1,00")
    told = [_table(heads, (*year, note)) for note in ("Pārcelts uz nākamo periodu", "Skat. pielikumu")]
    assert [[entry.disposition for entry in each.text.entries] for each in told] == [
        [None, "carried_over"],
        [None, None],
    ]
    assert [_totals(each) for each in told] == [[("planned", "10.00"), ("remainder", "1.00")]] * 2
    assert [("Pārcelts" in words, "Skat." in words) for words in ({w.text for w in t.claimed} for t in told)] == [
        (True, False),
        (False, False),
    ]
