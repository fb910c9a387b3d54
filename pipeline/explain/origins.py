"""For each column that can be explained: which rule gave its value, and where the words stand that it comes from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from msgspec import Struct

from pipeline.extract.fields import region_of
from pipeline.records import FinanceLine, Source
from pipeline.tables.rows import DocumentRow, FinanceRow

Places = Sequence[Source | None]


class Origin(Struct, frozen=True):
    """Where a column's values come from: `places` gives the sources of a row.

    `rule` names what made them; None says that it is the rule that the source itself names.
    """

    places: Callable[[Any], Places]
    rule: str | None = None


def origin_of(table: str, column: str, row: object) -> tuple[str, tuple[Source, ...]]:
    """The rule that gave the value of this row and column, "" where it is words as they stand, and its sources."""
    origin = ORIGINS[table][column]
    sources = tuple(each for each in origin.places(row) if each is not None)
    rule = (sources[0].rule if sources else "") if origin.rule is None else origin.rule
    return rule, sources


def _nowhere(_row: object) -> Places:
    return ()


def _field(code: str, rule: str | None = None) -> Origin:
    """A field of the form."""

    def places(row: DocumentRow) -> Places:
        found = row.summary.field(code) if row.summary else None
        return (found.source,) if found else ()

    return Origin(places, rule)


def _delegation(row: DocumentRow) -> Places:
    return (row.summary.delegation.source,) if row.summary and row.summary.delegation else ()


def _title(row: DocumentRow) -> Places:
    return (row.summary.title_source,) if row.summary else ()


def _region(row: DocumentRow) -> Places:
    """The first of title, task and performer that names the region."""
    if not row.summary or not row.summary.region:
        return ()
    named = [(row.summary.title, row.summary.title_source)]
    named += [(each.value, each.source) for each in map(row.summary.field, ("task", "performer")) if each]
    return [next((source for words, source in named if region_of(words) == row.summary.region), None)]


def _years(row: DocumentRow) -> Places:
    return [year.source for year in row.summary.years] if row.summary else ()


def _totals(source: Callable[[FinanceLine], Source | None]) -> Callable[[DocumentRow], Places]:
    return lambda row: [source(period.total) for period in row.summary.finances] if row.summary else ()


def _planned(line: FinanceLine) -> Source | None:
    return _stated(line.planned, line.planned_source, line)


def _actual(line: FinanceLine) -> Source | None:
    return _stated(line.actual, line.actual_source, line)


def _remainder(line: FinanceLine) -> Source | None:
    return _stated(line.remainder, line.remainder_source, line)


def _stated(value: object, place: Source | None, line: FinanceLine) -> Source | None:
    """The place of an amount, that of its line where only this is known, None where it is not stated."""
    return None if value is None else place or line.source


def _disposition(line: FinanceLine) -> Source | None:
    return _stated(line.disposition, line.remainder_source, line)


def _refused(row: FinanceRow) -> Places:
    return [each.source for each in row.period.refused if each.source.quote in row.refused]


def _of_line(source: Callable[[FinanceLine], Source | None], rule: str | None = None) -> Origin:
    return Origin(lambda row: (source(row.line),), rule)


def _of_entry(source: Callable[[FinanceLine], Source | None], rule: str | None = None) -> Origin:
    return Origin(lambda row: (source(row.entry.line),), rule)


def _of_year(rule: str) -> Origin:
    return Origin(lambda row: (row.year.period.source if row.year.period else None,), rule)


def _of_item(rule: str | None = None) -> Origin:
    return Origin(lambda row: (row.activity.source,), rule)


def _of_count(rule: str | None = None) -> Origin:
    return Origin(lambda row: (row.indicator.source,), rule)


_PERIOD = Origin(lambda row: (row.period.period.source,), "period")

ORIGINS: Mapping[str, Mapping[str, Origin]] = {
    "documents": {
        "title": Origin(_title),
        "task": _field("task"),
        "performer": _field("performer"),
        "region": Origin(_region, "region"),
        "delegation_start": Origin(_delegation, "period"),
        "delegation_end": Origin(_delegation, "period"),
        "delegation_period": Origin(_delegation, "period"),
        "implementation_years": Origin(_years, "counted"),
        "pages": Origin(_nowhere, "counted"),
        "planned_eur": Origin(_totals(_planned), "sum of the periods"),
        "actual_eur": Origin(_totals(_actual), "sum of the periods"),
        "ineligible_expenditure": _field("ineligible_expenditure"),
        "ineligible_expenditure_eur": _field("ineligible_expenditure", "answer"),
        "unrecovered_funds": _field("unrecovered_funds"),
        "unrecovered_funds_eur": _field("unrecovered_funds", "answer"),
        "other_information": _field("other_information"),
    },
    "activities": {
        "year_start": _of_year("period"),
        "year_end": _of_year("period"),
        "item": _of_item("list mark"),
        "text": _of_item(),
        "year_period": _of_year("period"),
        "numbered": _of_item("list mark"),
        "announced": _of_item("announced"),
    },
    "indicators": {
        "count": _of_count(),
        "count_to": _of_count(),
        "qualifier": _of_count("qualifier"),
        "unit": _of_count("unit"),
        "unit_lemma": _of_count("unit lemma"),
        "basis": _of_count("basis"),
        "product": _of_count("product in brackets"),
        "whole": _of_count("whole"),
    },
    "finances": {
        "period_start": _PERIOD,
        "period_end": _PERIOD,
        "purpose": _of_line(lambda line: line.source, "purpose"),
        "planned_eur": _of_line(_planned),
        "actual_eur": _of_line(_actual),
        "remainder_eur": _of_line(_remainder),
        "remainder_disposition": _of_line(_disposition, "disposition of a remainder"),
        "proved_by": Origin(_nowhere, "proved by"),
        "period": _PERIOD,
        "refused": Origin(_refused, "refused"),
    },
    "ledger": {
        "planned_eur": _of_entry(_planned),
        "brought_in_eur": Origin(_nowhere, "ledger brought in"),
        "spent_eur": _of_entry(_actual),
        "left_eur": _of_entry(_remainder, "ledger left"),
        "carried_out_eur": Origin(_nowhere, "ledger carried out"),
        "returned_eur": Origin(_nowhere, "ledger returned"),
        "used_otherwise_eur": Origin(_nowhere, "ledger used otherwise"),
        "unseen_eur": Origin(_nowhere, "ledger unseen"),
    },
}
