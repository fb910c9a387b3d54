"""finances.csv and ledger.csv."""

from __future__ import annotations

from typing import get_args

from pipeline.records import Disposition
from pipeline.tables.column import DOCUMENT_ID_MEANING, Column, Table, confidence_column
from pipeline.tables.rows import FinanceRow, LedgerRow, finance_rows, ledger_rows

REFUSED_APART = " | "
"""What stands between two refused amounts in one cell."""

FINANCES: Table[FinanceRow] = Table(
    "finances",
    "one row per finance period and purpose, the period's total first with an empty purpose",
    finance_rows,
    (
        Column("document_id", "id", DOCUMENT_ID_MEANING, lambda row: row.document_id),
        Column("period_start", "date", "first day of the period", lambda row: row.period.period.start),
        Column("period_end", "date", "last day of the period", lambda row: row.period.period.end),
        Column("purpose", "text", "what the money is for, empty for the total", lambda row: row.line.purpose),
        Column("planned_eur", "euro", "planned", lambda row: row.line.planned),
        Column("actual_eur", "euro", "spent", lambda row: row.line.actual),
        Column("remainder_eur", "euro", "left over, as stated, never computed", lambda row: row.line.remainder),
        Column(
            "remainder_disposition",
            "word",
            "what became of it: `carried_over`, `returned`, `other`",
            lambda row: row.line.disposition,
            get_args(Disposition),
        ),
        Column("quote", "text", "the words that it was read from", lambda row: row.line.source.quote),
        Column("page", "integer", "page, from 1", lambda row: row.line.source.page),
        Column(
            "proved_by",
            "integer",
            "how many sums hold that one of its amounts is part of: planned − actual = remainder, and purposes = total",
            lambda row: row.proved_by,
            added=True,
        ),
        Column("period", "text", "the period as written", lambda row: row.period.period.text, added=True),
        Column(
            "refused",
            "text",
            "amounts of the row that could not be read for sure, as they stand, ` | ` between them; "
            "the period's amounts that nobody can place stand in the total's row",
            lambda row: REFUSED_APART.join(row.refused),
            added=True,
        ),
        confidence_column(lambda row: row.line.source),
    ),
)

LEDGER: Table[LedgerRow] = Table(
    "ledger",
    "one row per finance period and purpose, the period's total first: where its money came from and went to; "
    "empty where nobody can say",
    ledger_rows,
    (
        Column("document_id", "id", DOCUMENT_ID_MEANING, lambda row: row.document_id),
        Column("period_start", "date", "first day of the period", lambda row: row.period.start),
        Column("period_end", "date", "last day of the period", lambda row: row.period.end),
        Column("purpose", "text", "what the money is for, empty for the total", lambda row: row.entry.line.purpose),
        Column("planned_eur", "euro", "planned, as stated", lambda row: row.entry.line.planned),
        Column(
            "brought_in_eur",
            "euro",
            "what the period before carried over to this one",
            lambda row: row.entry.brought_in,
        ),
        Column("spent_eur", "euro", "spent, as stated", lambda row: row.entry.line.actual),
        Column(
            "left_eur",
            "euro",
            "left at the end: the remainder as stated, else what planned (and brought in, where more was spent) leaves",
            lambda row: row.entry.left,
        ),
        Column("carried_out_eur", "euro", "of that, carried into the next period", lambda row: row.entry.carried_out),
        Column("returned_eur", "euro", "of that, paid back", lambda row: row.entry.returned),
        Column("used_otherwise_eur", "euro", "of that, put to another use", lambda row: row.entry.used_otherwise),
        Column(
            "unseen_eur",
            "euro",
            "what was carried out and is not seen again: not in the next period, or there is none",
            lambda row: row.entry.unseen,
        ),
    ),
)
