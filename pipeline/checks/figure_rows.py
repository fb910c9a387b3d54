"""Submissions → check rows about how surely the figures were recognised."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from pipeline.bookkeeping.identities import proved_purposes, sums_of
from pipeline.bookkeeping.purposes import purpose_key
from pipeline.checks.finance_rows import keyed_periods
from pipeline.checks.places import row_name, source_place
from pipeline.checks.rows import FigureRow
from pipeline.records import Source, Summary


def figure_rows(document_id: str, summary: Summary) -> Iterator[FigureRow]:
    """A row for each count and each finance row of which a word was recognised; text has none.

    So has each number of an item or a year that is doubtful.
    """
    for year in summary.years:
        yield from _doubts(document_id, row_name(year.year_no), year.doubt)
        for activity in year.activities:
            row = row_name(year.year_no, activity.section, activity.item)
            yield from _doubts(document_id, row, activity.doubt)
            for each in activity.indicators:
                yield from _rows(document_id, "indicators", row, each.source)
    for key, period in keyed_periods(summary):
        proved = proved_purposes(sums_of(period))
        for line in period.lines:
            for figure in _rows(document_id, "finances", row_name(key, line.purpose), line.source):
                is_proved = purpose_key(line.purpose) in proved and not period.refused
                yield _proved(figure) if is_proved else figure


def _doubts(document_id: str, row: str, doubt: Source | None) -> Iterator[FigureRow]:
    return _rows(document_id, "activities", row, doubt) if doubt else iter(())


def _rows(document_id: str, table: str, row: str, source: Source) -> Iterator[FigureRow]:
    if source.confidence is not None:
        place = source_place(source)
        yield FigureRow(document_id=document_id, table=table, row=row, **place, confidence=int(source.confidence))


def _proved(figure: FigureRow) -> FigureRow:
    return replace(figure, confidence=None, proved_confidence=figure.confidence)
