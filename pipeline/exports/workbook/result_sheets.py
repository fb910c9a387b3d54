"""The sheets of the results: activities, what was counted in them, and what that comes to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal

from msgspec import Struct, field

from pipeline.catalogue import text
from pipeline.checks.places import row_name
from pipeline.exports.workbook.context import Context
from pipeline.exports.workbook.sheet import Cell, CellKind, Formula, Sheet
from pipeline.tables.rows import IndicatorRow, activity_rows, first_day, indicator_rows, last_day

KINDS: Mapping[str, CellKind] = {
    "source_file": "text",
    "year_no": "integer",
    "year_start": "date",
    "year_end": "date",
    "page": "integer",
    "count": "number",
    "count_to": "number",
    "product": "number",
    "whole": "number",
}
"""What the columns hold that are no wrapped text."""


class UnitKey(Struct, frozen=True, order=True):
    """What is added up: a unit in an implementation year of a performer; `start` is 0 where the year is not known."""

    lemma: str
    start: int
    year_no: int
    performer: str


class Units(Struct):
    """The sums of stated counts by their keys, each with the number that its indicators bear."""

    numbers: dict[UnitKey, int] = field(default_factory=dict)
    counts: dict[UnitKey, list[Decimal]] = field(default_factory=lambda: defaultdict(list))

    def number(self, context: Context, row: IndicatorRow) -> int | None:
        """The number of the sum that an indicator belongs to; parts, factors and what came before belong to none."""
        if not row.indicator.adds_up or row.document_id not in context.once:
            return None
        start = row.year.period.start if row.year.period else None
        performer = str(context.origin(row.document_id)[1] or "")
        key = UnitKey(row.indicator.unit_lemma, start.year if start else 0, row.year.year_no, performer)
        self.counts[key].append(row.indicator.count)
        return self.numbers.setdefault(key, len(self.numbers) + 1)


def indicator_sheet(context: Context, units: Units) -> Sheet:
    """A row for each counted thing; `units` learns what the sums add up."""
    widths = {"section": 26, "item": 8, "count": 12, "count_to": 10, "qualifier": 14, "unit": 34, "unit_lemma": 18}
    rest = {"basis": 18, "scenario": 14, "product": 12, "whole": 10, "quote": 44, "page": 9}
    columns = (
        context.column("source_file", "text", 28),
        context.column("performer", "wrapped", 30),
        context.column("year_no", "integer", 12),
        context.column("year_start", "date", 13),
        *(context.column(name, KINDS.get(name, "wrapped"), width) for name, width in (widths | rest).items()),
        context.column("sum_number", "integer", 12, "workbook.sum_number"),
    )
    return Sheet(text("workbook.indicators", context.language), columns, _indicator_cells(context, units))


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
            context.word(each.scenario),
            each.product,
            each.whole,
            each.source.quote,
            context.place_of(row.document_id, each.source.page, each.source.place),
            units.number(context, row),
        )


def unit_sheet(context: Context, units: Units, indicators: Sheet) -> Sheet:
    """What the stated counts of each unit come to, by year and performer: formulas over the sheet of the indicators."""
    columns = (
        context.column("unit_lemma", "text", 24),
        context.column("calendar_year", "integer", 12, "workbook.calendar_year"),
        context.column("year_no", "integer", 12),
        context.column("performer", "wrapped", 36),
        context.column("sum_of_stated", "number", 18, "workbook.sum_of_stated"),
        context.column("how_many_rows", "integer", 14, "workbook.how_many_rows"),
        context.column("sum_number", "integer", 12, "workbook.sum_number"),
    )
    return Sheet(text("workbook.units", context.language), columns, _unit_cells(units, indicators))


def _unit_cells(units: Units, indicators: Sheet) -> Iterator[tuple[Cell, ...]]:
    groups, counts = (
        f"'{indicators.name}'!${letter}:${letter}" for letter in map(indicators.letters.get, ("sum_number", "count"))
    )
    for key in sorted(units.numbers):
        known = units.counts[key]
        yield (
            key.lemma,
            key.start or None,
            key.year_no,
            key.performer,
            Formula(f"=SUMIFS({counts},{groups},{{sum_number}}{{row}})", sum(known, Decimal(0))),
            Formula(f"=COUNTIFS({groups},{{sum_number}}{{row}})", len(known)),
            units.numbers[key],
        )


def activity_sheet(context: Context) -> Sheet:
    """A row for each item."""
    widths = {"source_file": 28, "performer": 30, "year_no": 12, "year_start": 13, "year_end": 13, "section": 30}
    columns = tuple(
        context.column(name, KINDS.get(name, "wrapped"), width)
        for name, width in (widths | {"item": 8, "text": 90, "page": 9}).items()
    )
    name = text("workbook.activities", context.language)
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
            context.place_of(row.document_id, row.activity.source.page, row.activity.source.place),
        )
