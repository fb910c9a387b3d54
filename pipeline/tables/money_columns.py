"""finances.csv."""

from __future__ import annotations

from typing import get_args

from pipeline.records import Disposition
from pipeline.tables.column import DOCUMENT_ID_MEANING, Column, Table
from pipeline.tables.rows import FinanceRow, finance_rows

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
    ),
)
