"""Where the implementation years of the results row begin and end."""

from __future__ import annotations

import re
from collections.abc import Sequence

import regex
from msgspec import Struct
from msgspec.structs import replace

from pipeline.grammar.dates import DATE, Span, periods_in
from pipeline.grammar.lists import YEAR_HEADING, YearHeading
from pipeline.grammar.result_years import CALENDAR_YEAR_CELL
from pipeline.grammar.rule import Found, backwards
from pipeline.passage import Passage, folded_space
from pipeline.patterns import compiled

# Signs that may stand between a heading and its period, and behind it.
_BEFORE_PERIOD = compiled(r"[\s:,.–—-]*[(\[]?\s*(?:no\s+)?", regex.IGNORECASE)
_BEHIND = compiled(r"(?:\s*gad[sauā]\p{L}*)?(?:\s*[)\]])?[ \t]*[.:;]?[ \t]*")
# *7. posms* names a stage of anything; it heads a year only together with its dates.
_STAGE = compiled(r"\bposm", regex.IGNORECASE)
_LEAD = compiled(
    r"(?:(?:par\s+)?period[sāu]?m?\s*[:–-]?\s*|[īi]steno[šs]anas\s+gads\s*[:(–-]?\s*)?(?:no\s+)?", regex.IGNORECASE
)
# How a heading may begin, asked of every line: a number, or one of these words.
_MAY_BEGIN = re.compile(
    r" *(?:\d|[ivx]|p(?:irm|ar|er|ēr)|otr|tre|cet|piekt|sest|sept|ast|dev|des|[īi]st|no\b)", re.IGNORECASE
)
# A line that ends so goes on: *par 7 % vairāk nekā* / *II gadā.*
_GOES_ON = backwards(r"(?<!\p{L})(?:nekā|kā|un|vai|ar|par|no|uz|pēc|pirms|kopš|līdz|pret|starp)[ ]*\n[ ]*")
_SENTENCE_ENDS = backwards(r"(?:[.:;!?]|\A)\s*")
# *1) Semināri*, *1. Semināri*: the number of an item.
_ITEM_NUMBER = re.compile(r"\d{1,2}(?:\)|\.\s*[A-ZĀČĒĢĪĶĻŅŠŪŽ])")
_REST_OF_LINE = compiled(r"[^\n]*")
# A period in the heading that cannot be read is at most so long.
_UNREAD_PERIOD = compiled(r"[ \t:–—-]*\(([^()]{4,90})\)")


class YearSpan(Struct, frozen=True):
    """A year's place: its heading at text[start:body_start], its items up to `stop`.

    `period_text` is what stands where the period should, "" where nothing does.
    `is_doubtful` says of a recognised year that its number was not seen surely.
    """

    start: int
    body_start: int
    stop: int
    heading: str
    stated_no: int | None
    period: Span | None
    period_text: str
    is_doubtful: bool = False


def year_spans(
    passage: Passage, starts: Sequence[int] | None = None, cells: Sequence[tuple[int, int]] = ()
) -> list[YearSpan]:
    """The years of the text; the whole text is one without a heading where no heading stands.

    Text before the first heading is in no year. `starts` are the places where a heading may begin, all lines where
    None is given; `cells` are those of a table's column of years, each of which is a heading whatever it says.
    """
    heads: list[YearSpan] = []
    named = dict(cells)
    for start in passage.line_starts if starts is None else starts:
        head = _head_in_cell(passage, start, named[start]) if start in named else _head_at(passage, start)
        if head and (not heads or start >= heads[-1].body_start):
            heads.append(head)
    if not heads:
        return [YearSpan(0, 0, len(passage.text), "", None, None, "")] if passage.text else []
    stops = [*(head.start for head in heads[1:]), len(passage.text)]
    return [
        YearSpan(h.start, h.body_start, stop, h.heading, h.stated_no, h.period, h.period_text)
        for h, stop in zip(heads, stops, strict=True)
    ]


def _head_at(passage: Passage, start: int) -> YearSpan | None:
    """The heading of a year that begins with the line at `start`."""
    if not _MAY_BEGIN.match(passage.text, start):
        return None
    heading = YEAR_HEADING.at(passage.text, start)
    if heading is None:
        return _bare_period(passage, start)
    if _is_in_sentence(passage.text, heading):
        return None
    stop, period, period_text = _period_behind(passage.text, heading)
    ends = _BEHIND.match(passage.text, stop)
    stop = ends.end() if ends else stop
    rest = _REST_OF_LINE.match(passage.text, stop)
    if rest and rest[0].strip() and not period_text:
        return None
    if _STAGE.search(passage.text, heading.start, heading.stop) and period is None and not period_text:
        return None
    stated = heading.value.number
    if period is None and not period_text and heading.value.calendar_year:
        period, period_text = _calendar_span(heading.value), passage.text[heading.start : heading.stop]
    text = folded_space(passage.text[start:stop])
    return YearSpan(start, stop, stop, text, stated, period, period_text)


def _is_in_sentence(text: str, heading: Found[YearHeading]) -> bool:
    """Whether a line that begins as a heading is the rest of a sentence: the line above demands more.

    It is too where it says when and ends a sentence that none ended before: *Semināri notika* / *II gadā.*
    """
    if _GOES_ON.match(text, 0, heading.start):
        return True
    ends = text[heading.stop - 1] in "āĀ" and text.startswith(".", heading.stop)
    return ends and _SENTENCE_ENDS.match(text, 0, heading.start) is None


def _head_in_cell(passage: Passage, start: int, stop: int) -> YearSpan:
    """The heading that a cell of a column of years is."""
    text = passage.text[start:stop].strip()
    found = _head_at(passage, start)
    if found is not None:
        return replace(found, body_start=max(found.body_start, stop), stop=stop)
    year = CALENDAR_YEAR_CELL.fullmatch(text)
    if year:
        span = _calendar_span(YearHeading(None, int(year[1])))
        return YearSpan(start, stop, stop, folded_space(text), None, span, text)
    heading = YEAR_HEADING.at(f"{text.rstrip('.')}. gads")
    return YearSpan(start, stop, stop, folded_space(text), heading.value.number if heading else None, None, "")


def _period_behind(text: str, heading: Found[YearHeading]) -> tuple[int, Span | None, str]:
    """Where the heading with its period ends, the period, and its text."""
    gap = _BEFORE_PERIOD.match(text, heading.stop)
    at = gap.end() if gap else heading.stop
    for period in periods_in(text[at : at + 120]):
        if period.start == 0:
            return at + period.stop, period.value, text[at : at + period.stop]
    unread = _UNREAD_PERIOD.match(text, heading.stop)
    if unread and any(map(str.isdecimal, unread[1])):
        return unread.end(), None, unread[1]
    return heading.stop, None, ""


def _calendar_span(heading: YearHeading) -> Span | None:
    found = heading.calendar_year
    if found is None:
        return None
    first = DATE.at(f"01.01.{found}.")
    last = DATE.at(f"31.12.{found}.")
    return (first.value, last.value) if first and last else None


def _bare_period(passage: Passage, start: int) -> YearSpan | None:
    """A line that is nothing but a period heads a year too, also behind the words for a year without its number."""
    line = passage.text[start : start + 120]
    lead = _LEAD.match(line)
    offset = lead.end() if lead else 0
    if not line[offset : offset + 1].isdecimal() or _ITEM_NUMBER.match(line, offset):
        return None
    period = next((each for each in periods_in(line) if each.start == offset), None)
    if period is None:
        return None
    stop = start + period.stop
    ends = _BEHIND.match(passage.text, stop)
    stop = ends.end() if ends else stop
    rest = _REST_OF_LINE.match(passage.text, stop)
    if rest and rest[0].strip():
        return None
    text = folded_space(passage.text[start:stop])
    return YearSpan(start, stop, stop, text, None, period.value, folded_space(line[period.start : period.stop]))
