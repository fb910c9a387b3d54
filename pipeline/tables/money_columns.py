"""finances.csv and ledger.csv."""

from __future__ import annotations

from typing import get_args

from pipeline.records import Disposition
from pipeline.tables.column import Column, Table, confidence_column, place_column
from pipeline.tables.rows import FinanceRow, LedgerRow, finance_rows, ledger_rows

REFUSED_APART = " | "
"""What stands between two refused amounts in one cell."""

FINANCES: Table[FinanceRow] = Table(
    "finances",
    finance_rows,
    (
        Column("document_id", "id", lambda row: row.document_id, filled=True),
        Column("period_start", "date", lambda row: row.period.period.start),
        Column("period_end", "date", lambda row: row.period.period.end),
        Column("purpose", "text", lambda row: row.line.purpose),
        Column("planned_eur", "euro", lambda row: row.line.planned),
        Column("actual_eur", "euro", lambda row: row.line.actual),
        Column("remainder_eur", "euro", lambda row: row.line.remainder),
        Column("remainder_disposition", "word", lambda row: row.line.disposition, get_args(Disposition)),
        Column("quote", "text", lambda row: row.line.source.quote),
        Column("page", "integer", lambda row: row.line.source.page),
        Column("proved_by", "integer", lambda row: row.proved_by, added=True, filled=True),
        Column("period", "text", lambda row: row.period.period.text, added=True),
        Column("refused", "text", lambda row: REFUSED_APART.join(row.refused), added=True),
        confidence_column(lambda row: row.line.source),
        place_column(lambda row: row.line.source.place),
    ),
)

LEDGER: Table[LedgerRow] = Table(
    "ledger",
    ledger_rows,
    (
        Column("document_id", "id", lambda row: row.document_id, filled=True),
        Column("period_start", "date", lambda row: row.period.start),
        Column("period_end", "date", lambda row: row.period.end),
        Column("purpose", "text", lambda row: row.entry.line.purpose),
        Column("planned_eur", "euro", lambda row: row.entry.line.planned),
        Column("brought_in_eur", "euro", lambda row: row.entry.brought_in),
        Column("spent_eur", "euro", lambda row: row.entry.line.actual),
        Column("left_eur", "euro", lambda row: row.entry.left),
        Column("carried_out_eur", "euro", lambda row: row.entry.carried_out),
        Column("returned_eur", "euro", lambda row: row.entry.returned),
        Column("used_otherwise_eur", "euro", lambda row: row.entry.used_otherwise),
        Column("unseen_eur", "euro", lambda row: row.entry.unseen),
    ),
)
