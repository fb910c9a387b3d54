"""The tables that are handed out.

A new column is one `Column(...)` line at the end of its table. `docs/tables.md` is
made from it. The rows stay plain values: the CSV files need no DataFrame, and so
pandas, which costs half a second to import, is left to the checks.
"""

from __future__ import annotations

from typing import Any

from pipeline.tables.column import KINDS, Cell, Column, Kind, Table
from pipeline.tables.document_columns import DOCUMENTS
from pipeline.tables.finding_columns import FINDINGS, UNCLAIMED
from pipeline.tables.money_columns import FINANCES, LEDGER
from pipeline.tables.result_columns import ACTIVITIES, INDICATORS

__all__ = [
    "ACTIVITIES",
    "DOCUMENTS",
    "FINANCES",
    "FINDINGS",
    "INDICATORS",
    "KINDS",
    "LEDGER",
    "TABLES",
    "UNCLAIMED",
    "Cell",
    "Column",
    "Kind",
    "Table",
]

TABLES: tuple[Table[Any], ...] = (DOCUMENTS, ACTIVITIES, INDICATORS, FINANCES, FINDINGS, UNCLAIMED, LEDGER)
