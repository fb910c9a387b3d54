"""The tables that are handed out, their columns as data: name, kind, meaning, and where the value comes from.

A new column is one `Column(...)` line here, at the end of its table. `docs/tables.md`
is made from this file. The rows stay plain values: six CSV files need no DataFrame,
and so pandas, which costs half a second to import, is left to the checks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Generic, Literal, TypeVar

from pipeline.findings import Finding
from pipeline.records import Period, StatedAmount, Submission
from pipeline.table_rows import (
    ActivityRow,
    DocumentRow,
    FinanceRow,
    IndicatorRow,
    UnclaimedRow,
    activity_rows,
    document_rows,
    finance_rows,
    finding_rows,
    indicator_rows,
    unclaimed_rows,
)

Kind = Literal["text", "word", "date", "integer", "number", "euro", "point"]
Cell = str | int | float | Decimal | date | None
Row = TypeVar("Row")

KINDS: dict[Kind, str] = {
    "text": "text as it stands in the document or was made for people",
    "word": "a word out of a fixed list, or a name that this program gives",
    "date": "ISO date, `YYYY-MM-DD`",
    "integer": "whole number",
    "number": "plain decimal number without trailing zeros, `2.5`",
    "euro": "euros with two decimals, `1213.47`",
    "point": "points (1/72 inch) from the page's top left corner, two decimals",
}


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column: `value` gives the cell of a row, None where nothing is stated."""

    name: str
    kind: Kind
    meaning: str
    value: Callable[[Row], Cell]


@dataclass(frozen=True, slots=True)
class Table(Generic[Row]):
    """One table: `rows` gives its rows of submissions and their findings."""

    name: str
    meaning: str
    rows: Callable[[Sequence[Submission], Sequence[Finding]], Iterable[Row]]
    columns: tuple[Column[Row], ...]

    def cells(self, submissions: Sequence[Submission], findings: Sequence[Finding]) -> Iterable[tuple[Cell, ...]]:
        """The table's values, a tuple per row in the order of `columns`."""
        for row in self.rows(submissions, findings):
            yield tuple(column.value(row) for column in self.columns)


def _start(period: Period | None) -> date | None:
    return period.start if period else None


def _end(period: Period | None) -> date | None:
    return period.end if period else None


def _euros(stated: StatedAmount | None) -> Decimal | None:
    if stated is None:
        return None
    return Decimal("0.00") if stated.none_stated else stated.euros


DOCUMENT_ID_MEANING = "the document that it stands in, see `documents.csv`"

DOCUMENTS: Table[DocumentRow] = Table(
    "documents",
    "one row per submitted file, also for one that could not be read",
    document_rows,
    (
        Column(
            "document_id",
            "word",
            "first 12 hex digits of the SHA-256 of the file's bytes",
            lambda row: row.submission.document_id,
        ),
        Column("source_file", "text", "path from the input folder", lambda row: row.submission.source_file),
        Column(
            "status",
            "word",
            "`ok`: read, no error-level finding; `review`: read, with at least one; `failed`: not read",
            lambda row: row.status,
        ),
        Column("failure", "text", "why it was not read, in Latvian", lambda row: row.submission.failure),
        Column("route", "word", "how it was read: `pdf`, `ocr`, `docx`, `text`", lambda row: row.submission.route),
        Column("pages", "integer", "number of pages", lambda row: row.submission.pages or None),
        Column("title", "text", "the title above the form", lambda row: row.summary.title if row.summary else None),
        Column("task", "text", "the delegated task", lambda row: row.field_value("task")),
        Column("performer", "text", "who performed it", lambda row: row.field_value("performer")),
        Column(
            "region",
            "word",
            "`Kurzeme`, `Latgale`, `Rīga`, `Vidzeme` or `Zemgale`, where title, task or performer names it",
            lambda row: row.summary.region if row.summary else None,
        ),
        Column(
            "delegation_start",
            "date",
            "first day of the delegation period",
            lambda row: _start(row.summary.delegation) if row.summary else None,
        ),
        Column(
            "delegation_end",
            "date",
            "last day of the delegation period",
            lambda row: _end(row.summary.delegation) if row.summary else None,
        ),
        Column(
            "implementation_years",
            "integer",
            "number of implementation years",
            lambda row: len(row.summary.years) if row.summary else None,
        ),
        Column("planned_eur", "euro", "planned, all periods; empty if a period states none", lambda row: row.planned),
        Column("actual_eur", "euro", "spent, all periods; empty if a period states none", lambda row: row.actual),
        Column(
            "ineligible_expenditure",
            "text",
            "what the field says",
            lambda row: row.field_value("ineligible_expenditure"),
        ),
        Column(
            "ineligible_expenditure_eur",
            "euro",
            "its amount; `0.00` where the field says that there is none, empty where no amount can be read",
            lambda row: _euros(row.summary.ineligible) if row.summary else None,
        ),
        Column("unrecovered_funds", "text", "what the field says", lambda row: row.field_value("unrecovered_funds")),
        Column(
            "unrecovered_funds_eur",
            "euro",
            "its amount, as above",
            lambda row: _euros(row.summary.unrecovered) if row.summary else None,
        ),
        Column("other_information", "text", "what the field says", lambda row: row.field_value("other_information")),
        Column("errors", "integer", "number of error-level findings", lambda row: row.errors),
        Column("warnings", "integer", "number of warnings", lambda row: row.warnings),
        Column("unclaimed_words", "integer", "number of words in `unclaimed.csv`", lambda row: row.unclaimed_words),
    ),
)

ACTIVITIES: Table[ActivityRow] = Table(
    "activities",
    "one row per item of the results field",
    activity_rows,
    (
        Column("document_id", "word", DOCUMENT_ID_MEANING, lambda row: row.document_id),
        Column(
            "year_no",
            "integer",
            "implementation year, by its heading or else its place",
            lambda row: row.year.year_no,
        ),
        Column("year_start", "date", "first day of that year", lambda row: _start(row.year.period)),
        Column("year_end", "date", "last day of that year", lambda row: _end(row.year.period)),
        Column("section", "text", "heading above the item, empty before the first", lambda row: row.activity.section),
        Column("item", "word", "number of the item: `3`, `1.a`, `2.1`", lambda row: row.activity.item),
        Column("text", "text", "the item's text without its list mark", lambda row: row.activity.text),
        Column("page", "integer", "page on which it begins, from 1", lambda row: row.activity.source.page),
    ),
)

INDICATORS: Table[IndicatorRow] = Table(
    "indicators",
    "one row per counted thing in an activity",
    indicator_rows,
    (
        Column("document_id", "word", DOCUMENT_ID_MEANING, lambda row: row.document_id),
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
        ),
        Column("unit", "text", "the counted noun phrase as written", lambda row: row.indicator.unit),
        Column("unit_lemma", "text", "its head noun, nominative singular", lambda row: row.indicator.unit_lemma),
        Column(
            "basis",
            "word",
            "`stated`; `part`: a subset of the count before it; `factor`: a term of a product in brackets",
            lambda row: row.indicator.basis,
        ),
        Column("quote", "text", "the words that it was read from", lambda row: row.indicator.source.quote),
        Column("page", "integer", "page, from 1", lambda row: row.indicator.source.page),
        Column("x0", "point", "left edge of the quote", lambda row: row.box.x0 if row.box else None),
        Column("top", "point", "upper edge", lambda row: row.box.top if row.box else None),
        Column("x1", "point", "right edge", lambda row: row.box.x1 if row.box else None),
        Column("bottom", "point", "lower edge", lambda row: row.box.bottom if row.box else None),
    ),
)


FINANCES: Table[FinanceRow] = Table(
    "finances",
    "one row per finance period and purpose, the period's total first with an empty purpose",
    finance_rows,
    (
        Column("document_id", "word", DOCUMENT_ID_MEANING, lambda row: row.document_id),
        Column("period_start", "date", "first day of the period", lambda row: row.period.period.start),
        Column("period_end", "date", "last day of the period", lambda row: row.period.period.end),
        Column("purpose", "text", "what the money is for, empty for the total", lambda row: row.line.purpose),
        Column("planned_eur", "euro", "planned", lambda row: row.line.planned),
        Column("actual_eur", "euro", "spent", lambda row: row.line.actual),
        Column("remainder_eur", "euro", "left over, as stated, never computed", lambda row: row.line.remainder),
        Column(
            "remainder_disposition",
            "word",
            "what became of it: `carried_over`, `returned`, `other`",
            lambda row: row.line.disposition,
        ),
        Column("quote", "text", "the words that it was read from", lambda row: row.line.source.quote),
        Column("page", "integer", "page, from 1", lambda row: row.line.source.page),
    ),
)

FINDINGS: Table[Finding] = Table(
    "findings",
    "one row per thing that an expectation found",
    finding_rows,
    (
        Column("document_id", "word", DOCUMENT_ID_MEANING, lambda row: row.document_id),
        Column("severity", "word", "`error`, `warning`, `info`", lambda row: row.severity),
        Column("code", "word", "the expectation that found it", lambda row: row.code),
        Column("table", "word", "the table that it speaks of", lambda row: row.table),
        Column("row", "text", "what names the row there", lambda row: row.row),
        Column("message", "text", "what was expected and what stands there, in Latvian", lambda row: row.message),
        Column("message_en", "text", "the same in English", lambda row: row.message_en),
        Column("expected", "text", "the value that was expected", lambda row: row.expected),
        Column("actual", "text", "the value that stands there", lambda row: row.actual),
        Column("quote", "text", "the words that it was read from", lambda row: row.quote),
        Column("page", "integer", "page, from 1", lambda row: row.page),
    ),
)

UNCLAIMED: Table[UnclaimedRow] = Table(
    "unclaimed",
    "text that no rule claimed",
    unclaimed_rows,
    (
        Column("document_id", "word", DOCUMENT_ID_MEANING, lambda row: row.document_id),
        Column("page", "integer", "page, from 1", lambda row: row.unclaimed.page),
        Column("text", "text", "words that stand next to each other", lambda row: row.unclaimed.text),
    ),
)

TABLES: tuple[Table[Any], ...] = (DOCUMENTS, ACTIVITIES, INDICATORS, FINANCES, FINDINGS, UNCLAIMED)
