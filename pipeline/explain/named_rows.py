"""The rows of the tables of one document, each with the names by which a person may ask for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from pipeline.checks.places import period_key, row_name
from pipeline.explain.origins import ORIGINS
from pipeline.records import FinancePeriod, Period, Submission
from pipeline.tables import TABLES, Column, Table
from pipeline.tables.rows import ActivityRow, FinanceRow, IndicatorRow, LedgerRow


class NamedRow(Struct, frozen=True):
    """A row of a table; `bare_name` is the one that findings.csv writes, `names` are all that name it.

    Rows of the same name have `#` and their place among these behind their first
    names; the bare name stands for all of them.
    """

    table: str
    names: tuple[str, ...]
    row: Any
    columns: tuple[Column[Any], ...]
    bare_name: str

    @property
    def address(self) -> str:
        """What names the row on the command line."""
        return row_name(self.table, self.names[0])

    def address_of(self, column: Column[Any]) -> str:
        """What names the row's value in this column."""
        return row_name(self.table, self.names[0], column.name)


def named_rows(submission: Submission) -> list[NamedRow]:
    """All rows of the document that can be explained, table by table, with the columns that can be."""
    found: list[NamedRow] = []
    for table in TABLES:
        if table.name in ORIGINS:
            found += _numbered(list(_rows(table, submission)))
    return found


def _rows(table: Table[Any], submission: Submission) -> Iterator[NamedRow]:
    columns = tuple(column for column in table.columns if column.name in ORIGINS[table.name])
    for row in table.rows([submission], []):
        names = _NAMES[table.name](row, submission)
        yield NamedRow(table.name, names, row, columns, names[0])


def _numbered(rows: list[NamedRow]) -> list[NamedRow]:
    """The rows with a number behind the names that several have in common."""
    alike = Counter(row.bare_name for row in rows)
    met = Counter[str]()
    done: list[NamedRow] = []
    for row in rows:
        met[row.bare_name] += 1
        numbered = tuple(f"{each}#{met[row.bare_name]}" for each in row.names)
        done.append(replace(row, names=(*numbered, *row.names)) if alike[row.bare_name] > 1 else row)
    return done


def _period_names(periods: Sequence[FinancePeriod], period: Period, purpose: str) -> tuple[str, ...]:
    """The period by its two dates, then by its first day, each with the purpose behind it."""
    position = next((at for at, each in enumerate(periods, start=1) if each.period is period), 0)
    name = row_name(period_key(period, position), purpose)
    if period.start is None or period.end is None:
        return (name,)
    return name, row_name(period.start.isoformat(), purpose)


def _finance_names(row: FinanceRow, submission: Submission) -> tuple[str, ...]:
    periods = submission.summary.finances if submission.summary else ()
    return _period_names(periods, row.period.period, row.line.purpose)


def _ledger_names(row: LedgerRow, submission: Submission) -> tuple[str, ...]:
    periods = submission.summary.finances if submission.summary else ()
    return _period_names(periods, row.period, row.entry.line.purpose)


def _item_names(row: ActivityRow | IndicatorRow, _submission: Submission) -> tuple[str, ...]:
    return (row_name(row.year.year_no, row.activity.section, row.activity.item),)


_NAMES: Mapping[str, Callable[[Any, Submission], tuple[str, ...]]] = {
    "documents": lambda _row, _submission: ("",),
    "activities": _item_names,
    "indicators": _item_names,
    "finances": _finance_names,
    "ledger": _ledger_names,
}
