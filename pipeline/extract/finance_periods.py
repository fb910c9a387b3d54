"""The periods that a text of the finance field names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex
from msgspec import Struct
from msgspec.structs import replace

from pipeline.grammar.dates import CALENDAR_YEAR, Span, periods_in, unread_periods_in
from pipeline.grammar.finance_words import HEAD
from pipeline.grammar.lists import YEAR_HEADING
from pipeline.grammar.result_years import CALENDAR_YEAR_CELL
from pipeline.grammar.rule import Found, backwards, masked
from pipeline.passage import Passage
from pipeline.patterns import compiled
from pipeline.records import Source

# So many signs stand at most between the number of a year and its dates, and between a year and the head behind it.
_NEAR, _NEAR_HEAD = 4, 80
# The year that these stand before is another one, with which the period's own is compared.
_COMPARED = backwards(r"(?<!\p{L})(?:nekā|salīdzin\p{L}*\s+ar|iepriekšēj\p{L}*|kopš)\s*")
_CLAUSE_BEGIN = backwards(r"(?:^|[.;:,\n]|(?<!\p{L})(?:kopā|par|bet|savukārt|un|turpretī|tātad))\s*")
_FIGURE_BEHIND = compiled(r"\s*[:–—-]\s*(?:€|EUR|\d)", regex.IGNORECASE)
_FEW_WORDS = compiled(r"\s*(?:\p{L}+\s+){0,2}")
# What says that a period follows, and *no* or *par* in front of it.
_LEAD = backwards(
    r"(?:(?<!\p{L})(?:(?:pārskata|īstenošanas|finansējuma|atskaites|laika)\s+)?(?:periods|periodā|laikposms|laikposmā)\s*[:–-]?\s*)?(?:(?<!\p{L})(?:no|par)\s+)?"
)


class PeriodMark(Struct, frozen=True):
    """A period that stands in the text: its dates, the number of an implementation year, or both.

    Where it has neither, one of its dates is not in the calendar.
    """

    dates: Span | None
    year_no: int | None
    text: str
    source: Source


def period_marks(passage: Passage) -> list[Found[PeriodMark]]:
    """The periods of a text: two dates, a calendar year, or *I īstenošanas gads* at a line start."""
    text = passage.text
    found = [_mark(passage, _from(text, each.start), each.stop, dates=each.value) for each in periods_in(text)]
    unread = unread_periods_in(masked(text, found))
    found += [_mark(passage, _from(text, each.start), each.stop) for each in unread]
    hidden = masked(text, found)
    years = [year for year in CALENDAR_YEAR.all_in(hidden) if _names_period(passage, year)]
    found += [_mark(passage, _from(text, year.start), year.stop, dates=year.value) for year in years]
    hidden = masked(text, found)
    for heading in YEAR_HEADING.all_in(hidden):
        if heading.value.number is not None:
            found.append(_mark(passage, heading.start, heading.stop, year_no=heading.value.number))
    return list(_with_numbers(found, text))


def cell_periods(passage: Passage) -> list[Found[PeriodMark]]:
    """The periods of a cell of a table, where a bare *2023* is a year too."""
    year = CALENDAR_YEAR_CELL.fullmatch(passage.text)
    found = CALENDAR_YEAR.at(f"{year[1]}. gads") if year else None
    if year is None or found is None:
        return period_marks(passage)
    return [_mark(passage, year.start(1), len(passage.text.rstrip()), dates=found.value)]


def _from(text: str, start: int) -> int:
    """Where a period begins, with *Periods:*, *no* and *par* in front of it."""
    lead = _LEAD.match(text, 0, start)
    return lead.start() if lead else start


def _names_period(passage: Passage, year: Found[Span]) -> bool:
    """Whether *2023. gadā* says of which year the amounts are, and not when something was done.

    It opens a line or a clause, stands right behind a head, or in front of a head or an amount.
    """
    text = passage.text
    if text[: year.stop].endswith("gads"):
        return True
    before = text[: year.start].rstrip(" \t([-–—•·")
    if _COMPARED.match(before):
        return False
    line = before.rpartition("\n")[2]
    heads = HEAD.all_in(line)
    behind_head = bool(heads) and not line[heads[-1].stop :].strip(" :–-")
    opens_line = (not before or before.endswith("\n")) and passage.begins_paragraph(year.start) is not False
    behind = text[year.stop : year.stop + _NEAR_HEAD]
    said_of_it = _FIGURE_BEHIND.match(behind) or any(
        _FEW_WORDS.fullmatch(behind, 0, head.start) for head in HEAD.all_in(behind)
    )
    return opens_line or behind_head or (bool(_CLAUSE_BEGIN.match(before)) and bool(said_of_it))


def _with_numbers(found: Sequence[Found[PeriodMark]], text: str) -> Iterator[Found[PeriodMark]]:
    """The marks; the dates that follow *I īstenošanas gads*, as in brackets, take its number and its place.

    Dates that cannot be read take its place alone: its number would give them the dates of that year.
    """
    ordered = sorted(found, key=lambda each: each.start)
    numbered: Found[PeriodMark] | None = None
    for each in ordered:
        if each.value.year_no is not None:
            if numbered is not None:
                yield numbered
            numbered = each
            continue
        near = numbered is not None and not text[numbered.stop : each.start].strip(" (:–-\n.")
        if numbered is not None and near and each.start - numbered.stop <= _NEAR:
            number = numbered.value.year_no if each.value.dates else None
            yield Found(replace(each.value, year_no=number), each.start, each.stop)
        else:
            yield from filter(None, (numbered, each))
        numbered = None
    if numbered is not None:
        yield numbered


def _mark(
    passage: Passage, start: int, stop: int, dates: Span | None = None, year_no: int | None = None
) -> Found[PeriodMark]:
    text = " ".join(passage.text[start:stop].split())
    return Found(PeriodMark(dates, year_no, text, passage.locate(start, stop, "period")), start, stop)
