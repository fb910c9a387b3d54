"""The sheets of the results: activities, what was counted in them, and what that comes to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from pipeline.catalogue import text
from pipeline.checks.places import row_name
from pipeline.exports.workbook.context import Context
from pipeline.exports.workbook.sheet import Cell, Formula, Sheet, SheetColumn
from pipeline.tables.rows import IndicatorRow, activity_rows, first_day, indicator_rows, last_day

COUNT, GROUP = "G", "P"
"""The columns of the indicators that the sums add up, and by which they choose."""


@dataclass(frozen=True, slots=True, order=True)
class UnitKey:
    """What is added up: a unit in an implementation year of a performer; `start` is 0 where the year is not known."""

    lemma: str
    start: int
    year_no: int
    performer: str


@dataclass(slots=True)
class Units:
    """The sums of stated counts by their keys, each with the number that its indicators bear."""

    numbers: dict[UnitKey, int] = field(default_factory=dict)
    counts: dict[UnitKey, list[Decimal]] = field(default_factory=lambda: defaultdict(list))

    def number(self, context: Context, row: IndicatorRow) -> int | None:
        """The number of the sum that an indicator belongs to; parts, factors and what came before belong to none."""
        if row.indicator.basis != "stated" or row.document_id not in context.once:
            return None
        start = row.year.period.start if row.year.period else None
        performer = str(context.origin(row.document_id)[1] or "")
        key = UnitKey(row.indicator.unit_lemma, start.year if start else 0, row.year.year_no, performer)
        self.counts[key].append(row.indicator.count)
        return self.numbers.setdefault(key, len(self.numbers) + 1)


def indicator_sheet(context: Context, units: Units) -> Sheet:
    """A row for each counted thing; `units` learns what the sums add up."""
    language = context.language
    widths = {"section": 26, "item": 8, "count": 12, "count_to": 10, "qualifier": 14, "unit": 34, "unit_lemma": 18}
    rest = {"basis": 18, "product": 12, "whole": 10, "quote": 44, "page": 9}
    kinds = {"count": "number", "count_to": "number", "product": "number", "whole": "number", "page": "integer"}
    columns = (
        SheetColumn(text("columns.source_file", language), "text", 28),
        SheetColumn(text("columns.performer", language), "wrapped", 30),
        SheetColumn(text("columns.year_no", language), "integer", 12),
        SheetColumn(text("columns.year_start", language), "date", 13),
        *(
            SheetColumn(text(f"columns.{name}", language), kinds.get(name, "wrapped"), width)  # type: ignore[arg-type]
            for name, width in (widths | rest).items()
        ),
        SheetColumn(text("workbook.sum_number", language), "integer", 12),
    )
    return Sheet(text("workbook.indicators", language), columns, _indicator_cells(context, units))


def _indicator_cells(context: Context, units: Units) -> Iterator[tuple[Cell, ...]]:
    sheet = text("workbook.indicators", context.language)
    for line, row in enumerate(indicator_rows(context.submissions, context.findings), start=2):
        each = row.indicator
        name = row_name(row.year.year_no, row.activity.section, row.activity.item)
        context.note_line((row.document_id, "indicators", name), sheet, line)
        yield (
            *context.origin(row.document_id),
            row.year.year_no,
            first_day(row.year.period),
            row.activity.section,
            row.activity.item,
            each.count,
            each.count_to,
            context.word(each.qualifier),
            each.unit,
            each.unit_lemma,
            context.word(each.basis),
            each.product,
            each.whole,
            each.source.quote,
            context.to_report(row.document_id, each.source.page, each.source.page),
            units.number(context, row),
        )


def unit_sheet(context: Context, units: Units) -> Sheet:
    """What the stated counts of each unit come to, by year and performer: formulas over the sheet of the indicators."""
    language = context.language
    columns = (
        SheetColumn(text("columns.unit_lemma", language), "text", 24),
        SheetColumn(text("workbook.calendar_year", language), "integer", 12),
        SheetColumn(text("columns.year_no", language), "integer", 12),
        SheetColumn(text("columns.performer", language), "wrapped", 36),
        SheetColumn(text("workbook.sum_of_stated", language), "number", 18),
        SheetColumn(text("workbook.how_many_rows", language), "integer", 14),
        SheetColumn(text("workbook.sum_number", language), "integer", 12),
    )
    source = text("workbook.indicators", language)
    return Sheet(text("workbook.units", language), columns, _unit_cells(units, source))


def _unit_cells(units: Units, source: str) -> Iterator[tuple[Cell, ...]]:
    groups, counts = f"'{source}'!${GROUP}:${GROUP}", f"'{source}'!${COUNT}:${COUNT}"
    for key in sorted(units.numbers):
        known = units.counts[key]
        yield (
            key.lemma,
            key.start or None,
            key.year_no,
            key.performer,
            Formula(f"=SUMIFS({counts},{groups},G{{row}})", sum(known, Decimal(0))),
            Formula(f"=COUNTIFS({groups},G{{row}})", len(known)),
            units.numbers[key],
        )


def activity_sheet(context: Context) -> Sheet:
    """A row for each item."""
    language = context.language
    widths = {"source_file": 28, "performer": 30, "year_no": 12, "year_start": 13, "year_end": 13, "section": 30}
    kinds = {"source_file": "text", "year_no": "integer", "year_start": "date", "year_end": "date", "page": "integer"}
    columns = tuple(
        SheetColumn(text(f"columns.{name}", language), kinds.get(name, "wrapped"), width)  # type: ignore[arg-type]
        for name, width in (widths | {"item": 8, "text": 90, "page": 9}).items()
    )
    name = text("workbook.activities", language)
    return Sheet(name, columns, _activity_cells(context, name))


def _activity_cells(context: Context, sheet: str) -> Iterator[tuple[Cell, ...]]:
    for line, row in enumerate(activity_rows(context.submissions, context.findings), start=2):
        name = row_name(row.year.year_no, row.activity.section, row.activity.item)
        context.note_line((row.document_id, "activities", name), sheet, line)
        context.note_line((row.document_id, "activities", str(row.year.year_no)), sheet, line)
        yield (
            *context.origin(row.document_id),
            row.year.year_no,
            first_day(row.year.period),
            last_day(row.year.period),
            row.activity.section,
            row.activity.item,
            row.activity.text,
            context.to_report(row.document_id, row.activity.source.page, row.activity.source.page),
        )
