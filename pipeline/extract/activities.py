"""The results row → implementation years with their sections and activities."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from pipeline.document import SURE, Word
from pipeline.extract.block import Block
from pipeline.extract.doubtful_marks import with_marks_in_order, with_years_in_order
from pipeline.extract.indicators import indicators
from pipeline.extract.result_blocks import result_blocks
from pipeline.extract.result_text import result_text
from pipeline.extract.row_counts import row_reading
from pipeline.extract.torn_numbers import torn_numbers
from pipeline.extract.years import YearSpan, year_spans
from pipeline.grammar.lists import letter_number
from pipeline.layout.rows import FormRow
from pipeline.passage import Passage, folded_space
from pipeline.patterns import compiled
from pipeline.records import Activity, ImplementationYear, Period, Source

# Nobody sets out more than so many things in a list.
_LONGEST_LIST = 60
_SENTENCE_END = compiled(r"[.!?]\s+(?=\p{Lu})")


class Results(Struct, frozen=True):
    """The years in document order, and the words of their headings and blocks."""

    years: tuple[ImplementationYear, ...]
    claimed: frozenset[Word]


def results(row: FormRow) -> Results:
    """What the results row says; one year without a heading where no heading stands."""
    text = result_text(row)
    passage = text.passage
    spans = with_years_in_order(passage, year_spans(passage, text.starts_of_flow(), text.years))
    blocks = [with_marks_in_order(passage, result_blocks(text, span.body_start, span.stop)) for span in spans]
    torn = torn_numbers(passage)
    numbers = frozenset(word.number for word in torn)
    each_year = enumerate(zip(spans, blocks, strict=True), start=1)
    years = tuple(_year(passage, number, *year, numbers) for number, year in each_year)
    claimed = [(span.start, span.body_start) for span in spans]
    claimed += [(block.start, block.stop) for year in blocks for block in year]
    unread = {
        word for each in text.rows for place in row_reading(passage, each).unread for word in passage.words_in(*place)
    }
    words = {word for place in claimed for word in passage.words_in(*place)}
    return Results(years, frozenset((words | text.heads) - unread - text.unread - torn))


def _year(
    passage: Passage, number: int, span: YearSpan, blocks: Sequence[Block], torn: frozenset[int]
) -> ImplementationYear:
    """A year; `torn` are the numbers of words that count nothing, since nobody can say whose they are."""
    activities = tuple(_activities(passage, blocks, torn))
    source = passage.locate(span.start, span.body_start) if span.heading else None
    doubt = _doubt(source) if span.is_doubtful else None
    no = number if span.stated_no is None else span.stated_no
    return ImplementationYear(no, span.stated_no, span.heading, _period(passage, span), activities, source, doubt)


def _doubt(source: Source | None) -> Source | None:
    """The place of a number that nobody read for sure, with a confidence that says so."""
    return source and replace(source, confidence=min(source.confidence or 0.0, SURE - 1))


def _period(passage: Passage, span: YearSpan) -> Period | None:
    if span.period is None and not span.period_text:
        return None
    start, end = span.period or (None, None)
    return Period(start, end, folded_space(span.period_text), passage.locate(span.start, span.body_start))


class _Numbering(Struct):
    """Where the numbering of a section stands: the last item of each level."""

    section: str = ""
    style: str = ""
    bullet: str = ""
    top: str = ""
    letter: str = ""
    below: int = 0
    unnumbered: int = 0


def _activities(passage: Passage, blocks: Sequence[Block], torn: frozenset[int]) -> list[Activity]:
    state = _Numbering()
    found: list[Activity] = []
    for block in blocks:
        if block.is_heading:
            state = _Numbering(section=folded_space(block.text).rstrip(" :"))
            continue
        item, number, parent, numbered = _item(block, state)
        source = passage.locate(block.start, block.stop)
        if block.row is not None:
            said = row_reading(passage, block.row)
            text, counts = said.text, said.indicators
        else:
            counted = indicators(passage, block.body_start, block.stop)
            counts = tuple(each for each in counted if torn.isdisjoint(each.source.words))
            text = folded_space(passage.text[block.body_start : block.stop])
        doubt = _doubt(passage.locate(block.start, block.body_start)) if block.is_doubtful else None
        found.append(Activity(state.section, item, number, parent, numbered, text, None, counts, source, doubt))
    return _with_announcements(found)


def _item(block: Block, state: _Numbering) -> tuple[str, int, str, bool]:
    """An item's name, its number on its level, its parent's name, and whether the number is printed."""
    mark = block.mark
    if mark is None:
        state.unnumbered += 1
        state.top, state.letter, state.below = str(state.unnumbered), "", 0
        return state.top, state.unnumbered, "", False
    if mark.style == "letter":
        return _lettered(mark.label, state)
    if mark.style == "bullet":
        return _bulleted(block.sign, state)
    if mark.style == "dotted":
        bare = mark.label.rstrip(".")
        above, _, last = bare.rpartition(".")
        parent = above + "." if "." in above and bare != mark.label else above
        state.letter, state.below = "", 0
        state.top = mark.label
        return mark.label, int(last), parent, True
    return _numbered(mark.label, mark.style, state)


def _numbered(label: str, style: str, state: _Numbering) -> tuple[str, int, str, bool]:
    number = int(label)
    state.style = state.style or style
    top = state.top.split(".")[0]
    goes_on = not state.letter and top.isdigit() and number == int(top) + 1 > 1  # *6) … 7. …*: only the sign differs
    if style != state.style and state.top and not goes_on:
        state.letter = f"{top}.{number}"
        return state.letter, number, top, True
    state.top, state.letter, state.below = str(number), "", 0
    return state.top, number, "", True


def _lettered(label: str, state: _Numbering) -> tuple[str, int, str, bool]:
    item = f"{state.top}.{label}" if state.top else label
    state.letter, state.below = item, 0
    return item, letter_number(label), state.top, True


def _bulleted(sign: str, state: _Numbering) -> tuple[str, int, str, bool]:
    """A bullet below a number or letter is its sub-item; else it is an item by itself, numbered in order."""
    parent = state.letter or state.top
    own_level = not parent or (state.bullet and sign == state.bullet)
    if own_level:
        state.bullet = state.bullet or sign
        state.unnumbered += 1
        state.top, state.letter, state.below = str(state.unnumbered), "", 0
        return state.top, state.unnumbered, "", False
    state.below += 1
    return f"{parent.rstrip('.')}.{state.below}", state.below, parent, False


def _with_announcements(activities: Sequence[Activity]) -> list[Activity]:
    """Items that announce the sub-items below them know the count that does so."""
    done = []
    below: dict[tuple[str, str], list[Activity]] = defaultdict(list)
    for activity in reversed(activities):
        items = below[activity.section, activity.item]
        announces = bool(items) and activity.text.rstrip().endswith(":")
        done.append(replace(activity, announced=_announced(activity, items)) if announces else activity)
        below[activity.section, activity.parent].append(activity)
    return done[::-1]


def _announced(activity: Activity, below: Sequence[Activity]) -> Decimal | None:
    """The count in the sentence with the colon; None where the sub-items share it out among them."""
    last = _SENTENCE_END.split(activity.text)[-1]
    told = [each for each in activity.indicators if each.source.quote in last]
    things = [each for each in told if each.adds_up and each.unit_lemma not in ("%", "euro")]
    counts = [each for each in things if each.count <= _LONGEST_LIST]
    if not counts:
        return None
    length = Decimal(len(below))
    chosen = next((each for each in counts if each.count == length), counts[0])
    shares = [each.count for item in below for each in item.indicators[:1] if each.unit_lemma == chosen.unit_lemma]
    return None if chosen.count != length and sum(shares) == chosen.count else chosen.count


def year_dates(years: Iterable[ImplementationYear], number: int) -> tuple[date, date] | None:
    """The dates of the implementation year of this number, None where they are not stated."""
    for year in years:
        own = year.year_no if year.stated_no is None else year.stated_no
        if own == number and year.period and year.period.start and year.period.end:
            return year.period.start, year.period.end
    return None


def all_dates(years: Iterable[ImplementationYear]) -> list[tuple[date, date]]:
    """The dates of the implementation years, without those that do not state any."""
    periods = [year.period for year in years]
    return [(each.start, each.end) for each in periods if each and each.start and each.end]
