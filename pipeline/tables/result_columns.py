"""activities.csv and indicators.csv."""

from __future__ import annotations

from typing import get_args

from pipeline.records import Basis, Qualifier, Scenario
from pipeline.tables.column import Column, Table, confidence_column, place_column
from pipeline.tables.rows import ActivityRow, IndicatorRow, activity_rows, first_day, indicator_rows, last_day

ACTIVITIES: Table[ActivityRow] = Table(
    "activities",
    activity_rows,
    (
        Column("document_id", "id", lambda row: row.document_id, filled=True),
        Column("year_no", "integer", lambda row: row.year.year_no, filled=True),
        Column("year_start", "date", lambda row: first_day(row.year.period)),
        Column("year_end", "date", lambda row: last_day(row.year.period)),
        Column("section", "text", lambda row: row.activity.section),
        Column("item", "word", lambda row: row.activity.item, filled=True),
        Column("text", "text", lambda row: row.activity.text),
        Column("page", "integer", lambda row: row.activity.source.page),
        Column("year_period", "text", lambda row: row.year.period.text if row.year.period else None, added=True),
        Column(
            "numbered",
            "word",
            lambda row: "yes" if row.activity.numbered else "no",
            ("yes", "no"),
            added=True,
            filled=True,
        ),
        Column("announced", "number", lambda row: row.activity.announced, added=True),
        place_column(lambda row: row.activity.source.place),
    ),
)

INDICATORS: Table[IndicatorRow] = Table(
    "indicators",
    indicator_rows,
    (
        Column("document_id", "id", lambda row: row.document_id, filled=True),
        Column("year_no", "integer", lambda row: row.year.year_no, filled=True),
        Column("section", "text", lambda row: row.activity.section),
        Column("item", "word", lambda row: row.activity.item, filled=True),
        Column("count", "number", lambda row: row.indicator.count, filled=True),
        Column("count_to", "number", lambda row: row.indicator.count_to),
        Column("qualifier", "word", lambda row: row.indicator.qualifier, get_args(Qualifier), filled=True),
        Column("unit", "text", lambda row: row.indicator.unit),
        Column("unit_lemma", "text", lambda row: row.indicator.unit_lemma),
        Column("basis", "word", lambda row: row.indicator.basis, get_args(Basis), filled=True),
        Column("quote", "text", lambda row: row.indicator.source.quote),
        Column("page", "integer", lambda row: row.indicator.source.page),
        Column("x0", "point", lambda row: row.box.x0 if row.box else None),
        Column("top", "point", lambda row: row.box.top if row.box else None),
        Column("x1", "point", lambda row: row.box.x1 if row.box else None),
        Column("bottom", "point", lambda row: row.box.bottom if row.box else None),
        Column("product", "number", lambda row: row.indicator.product, added=True),
        Column("whole", "number", lambda row: row.indicator.whole, added=True),
        confidence_column(lambda row: row.indicator.source),
        place_column(lambda row: row.indicator.source.place),
        Column("scenario", "word", lambda row: row.indicator.scenario, get_args(Scenario), added=True, filled=True),
    ),
)
