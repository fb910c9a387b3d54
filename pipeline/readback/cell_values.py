"""Cells of a row → values that several records have."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from pipeline.records import Period, Source, days_key
from pipeline.tables import Cell

Cells = Mapping[str, Cell]


def period(row: Cells, start: str, end: str, text: str) -> Period | None:
    """The period in these columns; without dates where only its words are known, None where nothing stands there."""
    first, last = row[start], row[end]
    written = str(row[text] or "")
    if isinstance(first, date) and isinstance(last, date):
        return Period(first, last, written or days_key(first, last), None)
    return Period(None, None, written, None) if written else None


def source(row: Cells, quote: str) -> Source:
    """Where a row's words stand, and how surely they were recognised."""
    page = row["page"]
    confidence = row.get("confidence")
    return Source(
        page if isinstance(page, int) else None,
        None,
        quote,
        confidence if isinstance(confidence, int) else None,
        place=str(row.get("place") or ""),
    )
