"""Latvian dates and periods."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from pipeline.grammar.rule import Found, Match, Rule, any_of, backwards, masked, pattern
from pipeline.patterns import compiled

_MONTHS = (
    "janv[āa]r",
    "febru[āa]r",
    "mart",
    "apr[īi]l",
    "maij",
    "j[ūu]nij",
    "j[ūu]lij",
    "august",
    "septembr",
    "oktobr",
    "novembr",
    "decembr",
)
_MONTH_STEMS = tuple(map(compiled, _MONTHS))
# The genitive is *aprīļa*: the one month whose stem changes.
_MONTH = "(?:" + "|".join((*_MONTHS, "apr[īi][ļl]")) + r")\p{L}{1,3}"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_YEAR = r"(?:19|20)\d\d"
_OF_YEAR = r"\.?\s*(?:gad[asuāa]m?|g\.)"
_DASH = r"[-–—‑−]"
# One that is typed as two, or that a recogniser took for two.
_DASHES = rf"{_DASH}{{1,2}}"

_DATE = rf"""
    (?=\d)(?<![\d.,/])(?<![^\d\s][^\S\n]*(?:€|euro|eiro|eur)[^\S\n]*)(?<!^(?:€|euro|eiro|eur)[^\S\n]*)
    (?:
        (?P<d>{_DAY})\s*[./]\s*(?P<m>0?[1-9]|1[0-2])\s*[./]\s*(?P<y>{_YEAR})(?!\d)\.?(?:\s*(?:(?-i:gad[aā])|g\.))?
      | (?P<y>{_YEAR})-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])(?!\d)
      | (?P<y>{_YEAR}){_OF_YEAR}\s*(?P<d>{_DAY})\s*\.\s*(?P<n>{_MONTH})
      | (?P<d>{_DAY})\s*\.\s*(?P<n>{_MONTH})\s*,?\s*(?P<y>{_YEAR})(?!\d)\.?(?:\s*(?:(?-i:gad[aāsu])|g\.))?
    )
"""


@lru_cache(maxsize=1000)
def _month_number(name: str) -> int:
    folded = name.casefold().replace("ļ", "l")
    return next(i for i, stem in enumerate(_MONTH_STEMS, start=1) if stem.match(folded))


def _date(match: Match) -> date | None:
    month = int(match["m"]) if match["m"] else _month_number(match["n"])
    return _valid_date(int(match["y"]), month, int(match["d"]))


_names_year = any_of("19", "20")
DATE = Rule(
    "date",
    pattern(_DATE),
    _date,
    reads=(
        ("15.07.2022.", [date(2022, 7, 15)]),
        ("2022.gada 15.jūlijs", [date(2022, 7, 15)]),
        ("2023. gada\n14. novembrī", [date(2023, 11, 14)]),
        ("līdz 2026. gada 30. jūnijam", [date(2026, 6, 30)]),
        ("2024-02-29", [date(2024, 2, 29)]),
        ("5. maijs, 2021", [date(2021, 5, 5)]),
        ("01/03/2021", [date(2021, 3, 1)]),
        ("2022. g. 1. martā", [date(2022, 3, 1)]),
        ("no 2022. gada 1. aprīļa", [date(2022, 4, 1)]),
        ("84 200,00 EUR 01.01.2021.", [date(2021, 1, 1)]),
    ),
    refuses=(
        "31.02.2023.",
        "2022.gads",
        "2. daļās",
        "2.5-11-207",
        "9.-24.oktobrim",
        "15.13.2022",
        "€ 8.06.\n2020. gada",
    ),
    needs=_names_year,
    begins=re.compile(r"\d(?<![\d.,/].)"),
)

_LATER = rf"""
    (?:
        (?P<later_day>{_DAY})\s*\.\s*(?P<later_month>{_MONTH})
      | (?P<later_dd>{_DAY})\.(?P<later_mm>0?[1-9]|1[0-2])\.
    )
    (?!\s*\d)
"""
_BETWEEN = pattern(rf"\s*\.?,?\s*(?:{_DASHES}|l[īi]dz|\bl[īi]dz\s+pat|un\s+l[īi]dz)\s*")
_LATER_PART = pattern(_LATER)
_EARLIER_PART = backwards(
    rf"(?<![\d.])(?P<day>{_DAY})\.\s*(?:(?P<month>0?[1-9]|1[0-2])\.|(?P<name>{_MONTH}))\s*(?:{_DASHES}|l[īi]dz)\s*"
)
_MONTHS_OF_YEAR = pattern(
    rf"(?<!\d)(?P<year>{_YEAR}){_OF_YEAR}\s*(?P<first>{_MONTH})\s*(?:{_DASH}|l[īi]dz)\s*"
    rf"(?:(?P<other>{_YEAR}){_OF_YEAR}\s*)?(?P<last>{_MONTH})"
)

# Years of two digits only where two whole dates make a period: nothing else looks like it.
_SHORT_YEARS = pattern(
    rf"(?<![\d.])(?P<d1>{_DAY})\.(?P<m1>0?[1-9]|1[0-2])\.(?P<y1>\d\d)\.?\s*(?:{_DASH}|l[īi]dz)\s*"
    rf"(?P<d2>{_DAY})\.(?P<m2>0?[1-9]|1[0-2])\.(?P<y2>\d\d)(?!\d)\.?"
)

_DOTS_OF_SHORT_PERIOD = 4

# What has the shape of a date, whether the calendar knows it or not.
_SHAPE = (
    rf"(?:\d{{1,2}}\s*\.\s*(?:\d{{1,2}}\s*\.\s*\d{{4}}|{_MONTH}\s*,?\s*{_YEAR})"
    rf"|{_YEAR}{_OF_YEAR}\s*\d{{1,2}}\s*\.\s*{_MONTH})(?![\d\p{{L}}])"
)
_SHAPE_END = r"(?:\.(?!\d))?(?:\s*(?:(?-i:gad[aāsu])|g\.)(?!\p{L}))?"
_UNREAD_PERIOD = pattern(
    rf"(?<![\d.,/])(?P<first>{_SHAPE}){_SHAPE_END}\s*(?:{_DASHES}|(?:un\s+)?l[īi]dz(?:\s+pat)?)\s*"
    rf"(?P<last>(?&first)){_SHAPE_END}"
)
# Two dates in figures that have lost points, or figures: no amount has such groups.
_BROKEN_DATE = r"\d{1,2}\s?[.,\s]\s?\d{1,2}\s?[.,\s]\s?(?:\d{4}|\d{3}[^\s\d\p{L}.,])\.?"
_BROKEN_PERIOD = pattern(
    rf"(?<![\d.,/]){_BROKEN_DATE}\s*(?:{_DASHES}|(?:un\s+)?l[īi]dz(?:\s+pat)?)\s*{_BROKEN_DATE}(?![\d\p{{L}}])"
)

Span = tuple[date, date]


def periods_in(text: str) -> list[Found[Span]]:
    """Every period of two dates in the text, by position; both ends are inclusive.

    The later date may leave out the year (`2023. gada 1. janvāris – 31.
    decembris`), the earlier one too (`15.07. – 14.08.2023.`). Months alone give
    their first and last day; years of two digits are those of this century. A
    period that ends before it starts is given as it stands: its expectation
    finds it.
    """
    found = list(_short_periods(text)) if text.count(".") >= _DOTS_OF_SHORT_PERIOD else []
    if _names_year(text):
        found += [*_full_periods(text, DATE.all_in(text)), *_months_periods(text)]
    return _apart(found)


def unread_periods_in(text: str) -> list[Found[str]]:
    """Every two dates with a dash or *līdz* between them of which at least one is not in the calendar, or is broken.

    >>> [each.value for each in unread_periods_in("31.02.2022. – 14.07.2023. un 15.07 2029 — 14.07.2023")]
    ['31.02.2022. – 14.07.2023.', '15.07 2029 — 14.07.2023']
    >>> unread_periods_in("30 000,00 - 19 000,00 euro")
    []
    """
    found = [
        Found(match[0], match.start(), match.end())
        for match in _UNREAD_PERIOD.finditer(text)
        if DATE.at(match["first"]) is None or DATE.at(match["last"]) is None
    ]
    broken = [each for each in _BROKEN_PERIOD.finditer(masked(text, found)) if not periods_in(each[0])]
    return sorted([*found, *(Found(each[0], each.start(), each.end()) for each in broken)], key=lambda each: each.start)


def _full_periods(text: str, dates: list[Found[date]]) -> Iterator[Found[Span]]:
    taken = -1
    for place, first in enumerate(dates):
        if first.start < taken:
            continue
        between = _BETWEEN.match(text, first.stop)
        second = dates[place + 1] if place + 1 < len(dates) else None
        if between and second and between.end() == second.start:
            yield Found((first.value, second.value), first.start, second.stop)
            taken = second.stop
        elif between and (later := _later(text, between.end(), first.value)):
            yield Found((first.value, later.value), first.start, later.stop)
        elif earlier := _earlier(text, first):
            yield earlier


def _later(text: str, start: int, first: date) -> Found[date] | None:
    match = _LATER_PART.match(text, start)
    if match is None:
        return None
    month = int(match["later_mm"]) if match["later_mm"] else _month_number(match["later_month"])
    day = int(match["later_dd"] or match["later_day"])
    value = _valid_date(first.year, month, day)
    return None if value is None else Found(value, match.start(), match.end())


def _earlier(text: str, last: Found[date]) -> Found[Span] | None:
    match = _EARLIER_PART.match(text, 0, last.start)
    if match is None:
        return None
    month = int(match["month"]) if match["month"] else _month_number(match["name"])
    value = _valid_date(last.value.year, month, int(match["day"]))
    return None if value is None else Found((value, last.value), match.start(), last.stop)


def _months_periods(text: str) -> Iterator[Found[Span]]:
    for match in _MONTHS_OF_YEAR.finditer(text):
        year, other = int(match["year"]), int(match["other"] or match["year"])
        last = _month_number(match["last"])
        stop = date(other, last, calendar.monthrange(other, last)[1])
        yield Found((date(year, _month_number(match["first"]), 1), stop), match.start(), match.end())


def _short_periods(text: str) -> Iterator[Found[Span]]:
    for match in _SHORT_YEARS.finditer(text):
        start, end = (
            _valid_date(2000 + int(match[f"y{which}"]), int(match[f"m{which}"]), int(match[f"d{which}"]))
            for which in (1, 2)
        )
        if start and end:
            yield Found((start, end), match.start(), match.end())


def _valid_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _apart(found: list[Found[Span]]) -> list[Found[Span]]:
    kept: list[Found[Span]] = []
    for each in sorted(found, key=lambda one: (one.start, -one.stop)):
        if not kept or each.start >= kept[-1].stop:
            kept.append(each)
    return kept


def _calendar_year(match: Match) -> Span | None:
    year = int(match["year"])
    return date(year, 1, 1), date(year, 12, 31)


CALENDAR_YEAR = Rule(
    "calendar year",
    pattern(rf"(?<![\d.,–-])(?P<year>{_YEAR})\.?\s*(?:gads|gadā|gadam|gadu|g\.)(?!\p{{L}})"),
    _calendar_year,
    reads=(
        ("2023. gads", [(date(2023, 1, 1), date(2023, 12, 31))]),
        ("2022.gadā", [(date(2022, 1, 1), date(2022, 12, 31))]),
        ("Par 2022. gadu plānots", [(date(2022, 1, 1), date(2022, 12, 31))]),
    ),
    refuses=("2022.gada 15.jūlijs", "2014. - 2020. gada", "I gads"),
    needs=_names_year,
)


def _year_span(match: Match) -> tuple[int, int] | None:
    first = int(match["first"])
    return first, int(match["last"] or first)


TITLE_YEARS = Rule(
    "years of a title",
    pattern(
        rf"(?<![\d.])(?P<first>{_YEAR})\.?\s*(?:gad\p{{L}}+)?\s*(?:(?:{_DASH}|/|l[īi]dz)\s*(?P<last>{_YEAR})\.?|(?=\)|\.?\s*gad|\s*$))"
    ),
    _year_span,
    reads=(
        ("Kurzemes reģionā (2022-2025)", [(2022, 2025)]),
        ("(2021. – 2023. gads)", [(2021, 2023)]),
        ("kino nozarē 2020./2022.", [(2020, 2022)]),
        ("par 2023. gadu", [(2023, 2023)]),
    ),
    refuses=("Latvija 100", "Nr. 2.5-11-207"),
)
