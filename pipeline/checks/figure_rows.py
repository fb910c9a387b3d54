"""Submissions → check rows about how surely the figures were recognised."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.finance_rows import keyed_periods
from pipeline.checks.places import row_name, source_place
from pipeline.checks.rows import FigureRow
from pipeline.records import Source, Summary


def figure_rows(document_id: str, summary: Summary) -> Iterator[FigureRow]:
    """A row for each count and for each finance row of which a word was recognised; text has none."""
    for table, row, source in _figures(summary):
        if source.confidence is not None:
            confidence = int(source.confidence)
            yield FigureRow(
                document_id=document_id, table=table, row=row, **source_place(source), confidence=confidence
            )


def _figures(summary: Summary) -> Iterator[tuple[str, str, Source]]:
    """Table, row and place of each figure."""
    for year in summary.years:
        for activity in year.activities:
            row = row_name(year.year_no, activity.section, activity.item)
            yield from (("indicators", row, each.source) for each in activity.indicators)
    for key, period in keyed_periods(summary):
        yield from (("finances", row_name(key, line.purpose), line.source) for line in period.lines)
