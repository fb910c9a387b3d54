"""Submissions → check rows about the form as a whole: title, fields, periods, years, unclaimed words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from pipeline.checks.numbering import expected_numbers
from pipeline.checks.places import ONE_DAY, period_key, row_name, source_place
from pipeline.checks.rows import DocumentRow, FieldRow, PeriodRow, UnclaimedRow, YearRow
from pipeline.records import FieldValue, ImplementationYear, Period, Summary


def document_rows(document_id: str, summary: Summary) -> Iterator[DocumentRow]:
    """The one row of a document."""
    title = summary.title_years
    yield DocumentRow(
        document_id=document_id,
        table="documents",
        row="title",
        **source_place(summary.title_source),
        title_years=f"{title[0]}–{title[1]}" if title else None,
        delegation_years=years_of(summary.delegation),
    )


def years_of(period: Period | None) -> str | None:
    """The years in which a readable period starts and ends."""
    if period is None or period.start is None or period.end is None or not period.is_readable:
        return None
    return f"{period.start.year}–{period.end.year}"


def field_rows(document_id: str, summary: Summary) -> Iterator[FieldRow]:
    """A row for each field of the form."""
    for each in summary.fields:
        yield FieldRow(
            document_id=document_id,
            table="documents",
            row=each.code,
            **source_place(each.source),
            label=each.label,
            state=field_state(each),
        )


def field_state(field: FieldValue) -> str:
    """`stated`, `blank`, `missing` where the label was not found, `unstated` where nobody knows which of the two."""
    if field.value.strip():
        return "stated"
    return {True: "blank", False: "missing", None: "unstated"}[field.found]


def period_rows(document_id: str, summary: Summary) -> Iterator[PeriodRow]:
    """A row for each period that must be read; a year's heading without any period has none."""
    if summary.delegation is not None and stands_somewhere(summary.delegation):
        yield period_row(document_id, "delegation", "documents", "delegation_period", summary.delegation)
    for year in summary.years:
        if year.period is not None:
            yield period_row(document_id, "year", "activities", str(year.year_no), year.period)
    for position, each in enumerate(summary.finances, start=1):
        yield period_row(document_id, "finances", "finances", period_key(each.period, position), each.period)


def stands_somewhere(period: Period) -> bool:
    """Whether there are words to read; a blank delegation period is a missing field, not an unreadable one."""
    return period.start is not None or bool(period.text.strip())


def period_row(document_id: str, owner: str, table: str, row: str, period: Period) -> PeriodRow:
    """The row of one period; a single date is none."""
    start, end = (period.start, period.end) if period.start and period.end else (None, None)
    return PeriodRow(
        document_id=document_id,
        table=table,
        row=row,
        **source_place(period.source),
        owner=owner,
        text=" ".join(period.text.split()),
        start=start,
        end=end,
    )


def year_rows(document_id: str, summary: Summary) -> Iterator[YearRow]:
    """A row for each implementation year, beside the year before it and the ends of the delegation period."""
    years = summary.years
    numbers = expected_numbers([year.stated_no for year in years])
    for at, (year, expected_no) in enumerate(zip(years, numbers, strict=True)):
        start, end = readable_dates(year.period)
        yield YearRow(
            document_id=document_id,
            table="activities",
            row=row_name(year.year_no),
            **source_place(year.source),
            year_no=year.year_no,
            stated_no=year.stated_no,
            expected_no=expected_no,
            start=start,
            end=end,
            day_after_previous=day_after(years, at),
            delegation_start=readable_dates(summary.delegation)[0] if at == 0 else None,
            delegation_end=readable_dates(summary.delegation)[1] if at == len(years) - 1 else None,
            activities=len(year.activities),
        )


def readable_dates(period: Period | None) -> tuple[date | None, date | None]:
    """Start and end of a period, both None where it is not readable."""
    return (period.start, period.end) if period is not None and period.is_readable else (None, None)


def day_after(years: Sequence[ImplementationYear], at: int) -> date | None:
    """The day after the year before this one, None for the first and behind an unreadable one."""
    end = readable_dates(years[at - 1].period)[1] if at else None
    return None if end is None else end + ONE_DAY


def unclaimed_rows(document_id: str, summary: Summary) -> Iterator[UnclaimedRow]:
    """The one row of a document."""
    first = summary.unclaimed[0] if summary.unclaimed else None
    yield UnclaimedRow(
        document_id=document_id,
        table="unclaimed",
        row="",
        quote=beginning(first.text) if first else "",
        page=first.page if first else None,
        place=first.place if first else "",
        words=sum(each.words for each in summary.unclaimed),
    )


def beginning(text: str, limit: int = 12) -> str:
    """The first words of a text.

    >>> beginning("viens divi", limit=1)
    'viens …'
    """
    words = text.split()
    return " ".join(words[:limit]) + (" …" if len(words) > limit else "")
