"""How findings name rows and periods."""

from __future__ import annotations

from datetime import timedelta
from typing import TypedDict

from pipeline.records import Period, Source, days_key

ONE_DAY = timedelta(days=1)


class SourcePlace(TypedDict):
    """The part of a check row that says where its words stand."""

    quote: str
    page: int | None
    place: str


def source_place(source: Source | None) -> SourcePlace:
    """Quote, page and place of a source, "" and None where nothing stands there."""
    if source is None:
        return {"quote": "", "page": None, "place": ""}
    return {"quote": source.quote, "page": source.page, "place": source.place}


def period_key(period: Period, position: int) -> str:
    """What names a period: its ISO dates, else its words, else `#` and its position counted from 1."""
    if period.start is not None and period.end is not None:
        return days_key(period.start, period.end)
    return " ".join(period.text.split()) or f"#{position}"


def row_name(*parts: object) -> str:
    """The parts of a row's name that are not empty, with a slash between them.

    >>> row_name(1, "", "2.a"), row_name(1, "Kultūra", "3")
    ('1/2.a', '1/Kultūra/3')
    """
    return "/".join([str(part) for part in parts if part != ""])
