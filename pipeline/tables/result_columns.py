"""activities.csv and indicators.csv."""

from __future__ import annotations

from typing import get_args

from pipeline.records import Basis, Qualifier
from pipeline.tables.column import DOCUMENT_ID_MEANING, Column, Table, confidence_column
from pipeline.tables.rows import ActivityRow, IndicatorRow, activity_rows, first_day, indicator_rows, last_day

ACTIVITIES: Table[ActivityRow] = Table(
    "activities",
    "one row per item of the results field",
    activity_rows,
    (
        Column("document_id", "id", DOCUMENT_ID_MEANING, lambda row: row.document_id),
        Column(
            "year_no",
            "integer",
            "implementation year, by its heading or else its place",
            lambda row: row.year.year_no,
        ),
        Column("year_start", "date", "first day of that year", lambda row: first_day(row.year.period)),
        Column("year_end", "date", "last day of that year", lambda row: last_day(row.year.period)),
        Column("section", "text", "heading above the item, empty before the first", lambda row: row.activity.section),
        Column("item", "word", "number of the item: `3`, `1.a`, `2.1`", lambda row: row.activity.item),
        Column("text", "text", "the item's text without its list mark", lambda row: row.activity.text),
        Column("page", "integer", "page on which it begins, from 1", lambda row: row.activity.source.page),
        Column(
            "year_period",
            "text",
            "the year's period as written",
            lambda row: row.year.period.text if row.year.period else None,
            added=True,
        ),
        Column(
            "numbered",
            "word",
            "`yes` where the item's number is printed, `no` where it was counted",
            lambda row: "yes" if row.activity.numbered else "no",
            ("yes", "no"),
            added=True,
        ),
        Column(
            "announced",
            "number",
            "the count that announces the list of sub-items below",
            lambda row: row.activity.announced,
            added=True,
        ),
    ),
)

INDICATORS: Table[IndicatorRow] = Table(
    "indicators",
    "one row per counted thing in an activity",
    indicator_rows,
    (
        Column("document_id", "id", DOCUMENT_ID_MEANING, lambda row: row.document_id),
        Column(
            "year_no",
            "integer",
            "implementation year, by its heading or else its place",
            lambda row: row.year.year_no,
        ),
        Column("section", "text", "heading above the item", lambda row: row.activity.section),
        Column("item", "word", "number of the item", lambda row: row.activity.item),
        Column("count", "number", "how many; the lower end of a range", lambda row: row.indicator.count),
        Column("count_to", "number", "the upper end of a range", lambda row: row.indicator.count_to),
        Column(
            "qualifier",
            "word",
            "`exact`, `about`, `at_least`, `more_than`, `at_most`",
            lambda row: row.indicator.qualifier,
            get_args(Qualifier),
        ),
        Column("unit", "text", "the counted noun phrase as written", lambda row: row.indicator.unit),
        Column("unit_lemma", "text", "its head noun, nominative singular", lambda row: row.indicator.unit_lemma),
        Column(
            "basis",
            "word",
            "`stated`; `part`: a subset of the count before it; `factor`: a term of a product in brackets",
            lambda row: row.indicator.basis,
            get_args(Basis),
        ),
        Column("quote", "text", "the words that it was read from", lambda row: row.indicator.source.quote),
        Column("page", "integer", "page, from 1", lambda row: row.indicator.source.page),
        Column("x0", "point", "left edge of the quote", lambda row: row.box.x0 if row.box else None),
        Column("top", "point", "upper edge", lambda row: row.box.top if row.box else None),
        Column("x1", "point", "right edge", lambda row: row.box.x1 if row.box else None),
        Column("bottom", "point", "lower edge", lambda row: row.box.bottom if row.box else None),
        Column(
            "product",
            "number",
            "what the product in brackets behind it gives",
            lambda row: row.indicator.product,
            added=True,
        ),
        Column(
            "whole",
            "number",
            "the count that it is a part of, where both count the same",
            lambda row: row.indicator.whole,
            added=True,
        ),
        confidence_column(lambda row: row.indicator.source),
    ),
)
