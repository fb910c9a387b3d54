"""For each value, the sums in which it stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from pipeline.arithmetic.books import Books, CarryOver, brought_in, carried_out, left_over
from pipeline.arithmetic.sums import Sum, sum_of_periods, sums_of_count, sums_of_line, sums_of_list
from pipeline.bookkeeping.purposes import Amount
from pipeline.explain.named_rows import NamedRow
from pipeline.records import Summary
from pipeline.tables.rows import FinanceRow, LedgerRow

Check = Sum | CarryOver


def checks_of(row: NamedRow, column: str, summary: Summary, books: Books) -> Iterator[Check]:
    """The sums of a row's value in this column; nothing where it stands in none."""
    if row.table == "documents" and column in ("planned_eur", "actual_eur"):
        yield from sum_of_periods(summary, "planned" if column == "planned_eur" else "actual")
    elif row.table == "finances":
        yield from _checks_of_line(row.row, column, books)
    elif row.table == "ledger":
        yield from _checks_of_entry(row.row, column, books)
    elif row.table == "indicators" and column in ("count", "product", "whole"):
        yield from sums_of_count(row.row.indicator)
    elif row.table == "activities" and column == "announced":
        yield from sums_of_list(row.row.activity, row.row.year.activities)


def amount_in(column: str) -> Amount | None:
    """The stated amount that a column of finances.csv holds, None where it holds something else.

    >>> amount_in("actual_eur"), amount_in("purpose")
    ('actual', None)
    """
    return next((each for each in get_args(Amount) if column == f"{each}_eur"), None)


def _checks_of_line(row: FinanceRow, column: str, books: Books) -> Iterator[Check]:
    at = next(place for place, each in enumerate(books.periods) if each is row.period)
    purpose, amount = row.line.purpose, amount_in(column)
    if amount is not None:
        yield from sums_of_line(books.sums[at], purpose, amount)
    if amount in ("planned", "actual"):
        yield from brought_in(books, at, purpose)
    if column == "proved_by":
        yield from sums_of_line(books.sums[at], purpose, None, holding=True)
    if column in ("remainder_eur", "remainder_disposition"):
        yield from carried_out(books, at, purpose)


def _checks_of_entry(row: LedgerRow, column: str, books: Books) -> Iterator[Check]:
    at = next(place for place, each in enumerate(books.periods) if each.period is row.period)
    if column == "brought_in_eur":
        yield from brought_in(books, at, row.entry.line.purpose)
    elif column in ("carried_out_eur", "unseen_eur"):
        yield from carried_out(books, at, row.entry.line.purpose)
    elif column == "left_eur":
        yield from left_over(row.entry)
