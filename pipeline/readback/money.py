"""Rows of finances.csv → the finance periods of a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from pipeline.readback.cell_values import Cells, period, source
from pipeline.records import FinanceLine, FinancePeriod, Period, RefusedAmount
from pipeline.tables.money_columns import REFUSED_APART

PERIOD_COLUMNS = ("period_start", "period_end", "period")


def finance_periods(rows: Sequence[Cells]) -> tuple[FinancePeriod, ...]:
    """The periods of one document, in the order of its rows; each begins with its total."""
    return tuple(_period(each) for each in _by_period(rows))


def without_total(rows: Sequence[Cells]) -> list[Cells]:
    """The first row of each period that does not begin with its total."""
    return [each[0] for each in _by_period(rows) if each[0]["purpose"]]


def _by_period(rows: Iterable[Cells]) -> Iterator[list[Cells]]:
    """The rows of each period; a total begins another one, so that two periods without dates stay two."""
    group: list[Cells] = []
    for row in rows:
        if group and (not row["purpose"] or _key(row) != _key(group[0])):
            yield group
            group = []
        group.append(row)
    if group:
        yield group


def _key(row: Cells) -> tuple[object, ...]:
    return tuple(row[name] for name in PERIOD_COLUMNS)


def _period(rows: Sequence[Cells]) -> FinancePeriod:
    dates = period(rows[0], "period_start", "period_end", "period") or Period(None, None, "", None)
    refused = tuple(amount for row in rows for amount in _refused(row))
    return FinancePeriod(dates, tuple(_line(row) for row in rows), refused)


def _line(row: Cells) -> FinanceLine:
    values: Any = row
    return FinanceLine(
        str(row["purpose"] or ""),
        values["planned_eur"],
        values["actual_eur"],
        values["remainder_eur"],
        values["remainder_disposition"],
        source(row, str(row["quote"] or "")),
    )


def _refused(row: Cells) -> Iterator[RefusedAmount]:
    for quote in str(row["refused"] or "").split(REFUSED_APART):
        if quote.strip():
            yield RefusedAmount("refused", source(row, quote.strip()), str(row["purpose"] or ""))
