"""The finance row → periods with planned, actual, remainder, purposes and what became of the remainder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from pipeline.document import Word
from pipeline.extract.finance_columns import column_head
from pipeline.extract.finance_entries import finance_text
from pipeline.extract.finance_periods import PeriodMark
from pipeline.extract.finance_table import finance_table
from pipeline.extract.finance_values import Entry, FinanceText, Item, Refused
from pipeline.extract.misread_periods import with_misread_refused
from pipeline.extract.misread_purposes import with_one_spelling
from pipeline.extract.shared_items import folded_purpose, same_period, with_shared_items
from pipeline.extract.written_table import written_table
from pipeline.grammar.dates import Span
from pipeline.grammar.finance_words import HEADS, Head
from pipeline.grammar.rule import backwards
from pipeline.layout.rows import SAME_COLUMN, CellText, FormRow, columns_of, lines_by_column
from pipeline.passage import Passage, least_confidence, passage_of
from pipeline.records import Disposition, FinanceLine, FinancePeriod, Period, RefusedAmount, Source

# The head of a column has no more words: *Faktiski izlietotais valsts budžeta finansējums (EUR)*.
_HEAD_WORDS = 7
_MARK_BEFORE = backwards(r"(?:(?<=\n)|^)[ ]*((?:\d{1,2}[.)]|\(?\p{Ll}\))\s+)")
DatesOfYear = Callable[[int], Span | None]


class Finances(Struct, frozen=True):
    """The periods in document order, and the words that they were read from."""

    periods: tuple[FinancePeriod, ...]
    claimed: frozenset[Word]


def finances(row: FormRow, dates_of_year: DatesOfYear, years: Sequence[Span] = ()) -> Finances:
    """What the finance row says; `dates_of_year` gives the dates of an implementation year by its number.

    `years` are the dates of all of them, by which misread periods are known.
    """
    table = finance_table(written_table(row.cells) or row.parted or row.cells)
    if table is not None:
        texts, claimed = [table.text], table.claimed
    else:
        texts, claimed = _texts(row)
    texts = with_misread_refused(texts, years)
    entries = with_one_spelling(with_shared_items([entry for text in texts for entry in text.entries]))
    named = {mark.year_no: mark.dates for text in texts for mark in text.periods if mark.year_no and mark.dates}
    return Finances(tuple(_periods(entries, _refused(texts), lambda n: named.get(n) or dates_of_year(n))), claimed)


def _refused(texts: Sequence[FinanceText]) -> list[Refused]:
    """The refused amounts, once for each place: a cell over several columns stands in each of them."""
    found: dict[object, Refused] = {}
    for each in (refused for text in texts for refused in text.refused):
        found.setdefault((each.amount, each.order, each.period and each.period.dates), each)
    return list(found.values())


def _texts(row: FormRow) -> tuple[list[FinanceText], frozenset[Word]]:
    """Each column as one text where each names its periods itself, else all cells in reading order."""
    for cells in (row.parted, row.cells):
        heads = _column_heads(cells) if len(columns_of(cells)) > 1 else []
        lefts = [column[0].left for column in columns_of([cell for cell in cells if cell not in heads])]
        columns = _columns([cell for cell in cells if cell not in heads])
        read = [finance_text(each, _head_above(left, heads)) for left, each in zip(lefts, columns, strict=True)]
        if len(read) > 1 and all(text.entries and text.entries[0].period is not None for text in read):
            head_words = {word for cell in heads for line in cell.lines for word in line.words}
            return read, _claimed_words(list(zip(columns, read, strict=True))) | head_words
    whole = passage_of(lines_by_column(row.cells))
    read = [finance_text(whole)]
    return read, _claimed_words([(whole, read[0])])


def _column_heads(cells: Sequence[CellText]) -> list[CellText]:
    """The cells on top of their columns that hold hardly more than a head."""
    tops = [column[0] for column in columns_of(cells)]
    return [cell for cell in tops if column_head(cell) and sum(len(line.words) for line in cell.lines) <= _HEAD_WORDS]


def _head_above(left: float, heads: Sequence[CellText]) -> Head | None:
    """What the head cell says that stands on top of the column at `left`, None where none does."""
    return next((column_head(cell) for cell in heads if abs(cell.left - left) <= SAME_COLUMN), None)


def _columns(cells: Sequence[CellText]) -> list[Passage]:
    """Each column's text from top to bottom; a cell over several columns stands in each of them."""
    lefts = [column[0].left for column in columns_of(cells)]
    columns = []
    for left in lefts:
        inside = [cell for cell in cells if cell.left <= left + SAME_COLUMN and cell.right > left + SAME_COLUMN]
        ordered = sorted(inside, key=lambda cell: (cell.page, cell.top))
        columns.append(passage_of(line for cell in ordered for line in cell.lines))
    return columns


def _claimed_words(texts: Sequence[tuple[Passage, FinanceText]]) -> frozenset[Word]:
    """The words that were read; a period of which no text tells anything stays in sight."""
    told = [each.period for _, text in texts for each in text.entries]
    told += [each.period for _, text in texts for each in text.refused]
    return frozenset(
        word
        for passage, text in texts
        for span in (*text.claimed, *_told_periods(text, told))
        for word in passage.words_in(*_of_words(passage.text, *span))
    )


def _told_periods(text: FinanceText, told: Sequence[PeriodMark | None]) -> list[tuple[int, int]]:
    marks = zip(text.periods, text.period_places, strict=True)
    return [place for mark, place in marks if any(same_period(mark, each) for each in told)]


def _of_words(text: str, start: int, stop: int) -> tuple[int, int]:
    """What is claimed, with the list mark in front of it, and without mere signs of words that are not."""
    while start < stop and not text[start].isalnum() and not text[start - 1 : start].isspace():
        start += 1
    while start < stop and not text[stop - 1].isalnum() and text[stop : stop + 1].isalnum():
        stop -= 1
    return _with_mark(text, start), stop


def _with_mark(text: str, start: int) -> int:
    """Where what begins at `start` begins with the list mark in front of it on its line."""
    mark = _MARK_BEFORE.match(text, 0, start)
    return mark.start(1) if mark else start


def _periods(entries: Sequence[Entry], refused: Sequence[Refused], dates_of_year: DatesOfYear) -> list[FinancePeriod]:
    """Entries of one period brought together, by their dates or, without any, by their order among their like.

    A refused amount joins those of its period, which has no line to state where all of its amounts are refused.
    """
    groups: dict[object, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(_key(entry, entries, dates_of_year), []).append(entry)
    kept: dict[object, list[Refused]] = {}
    for each in refused:
        key = _mark_key(each.period, dates_of_year) if each.period else _key_above(each, groups)
        kept.setdefault(key, []).append(each)
    keys = list(dict.fromkeys((*groups, *kept)))
    if len(keys) > len(groups):
        keys.sort(key=lambda key: min(map(_place, (*groups.get(key, ()), *kept.get(key, ())))))
    told = [(groups.get(key, []), [*kept.get(key, ()), *_strayed(key, groups)]) for key in keys]
    return [_finance_period(entries, refused, dates_of_year) for entries, refused in told]


def _strayed(key: object, groups: Mapping[object, Sequence[Entry]]) -> list[Refused]:
    """Totals that a recogniser may have moved from this period: it has none of their head, where another has two."""
    if key not in groups:
        return []
    own = {entry.head for entry in groups[key] if entry.total is not None}
    twice = [_recognised_twice(other) for each, other in groups.items() if each != key]
    strayed = [entry for entries in twice for entry in entries if entry.head not in own]
    return [Refused(RefusedAmount("period", each.source), None, each.order) for each in strayed]


def _recognised_twice(entries: Sequence[Entry]) -> list[Entry]:
    """The totals whose head stands in this period of a scan more than once."""
    totals = [each for each in entries if each.total is not None and each.source.confidence is not None]
    times = Counter(each.head for each in totals)
    return [each for each in totals if times[each.head] > 1]


def _key(entry: Entry, entries: Sequence[Entry], dates_of_year: DatesOfYear) -> object:
    if entry.period is None:
        like = [each for each in entries if each.head == entry.head and each.period is None]
        return next(i for i, each in enumerate(like) if each is entry)
    return _mark_key(entry.period, dates_of_year)


def _mark_key(mark: PeriodMark, dates_of_year: DatesOfYear) -> object:
    return _dates(mark, dates_of_year) or folded_purpose(mark.text)


def _key_above(refused: Refused, groups: Mapping[object, Sequence[Entry]]) -> object:
    """The last group that begins before an amount of no period, else the first; None where there is no group."""
    before = [key for key, group in groups.items() if _place(group[0]) <= _place(refused)]
    return before[-1] if before else next(iter(groups), None)


def _place(said: Entry | Refused) -> tuple[int, float, int]:
    """The place on the page, so that columns stand side by side, else the place among the words."""
    source = said.source if isinstance(said, Entry) else said.amount.source
    if source.place:
        return (0, source.down, 0)
    return (source.page or 0, source.box.top, 0) if source.box else (source.page or 0, 0.0, said.order)


def _dates(mark: PeriodMark, dates_of_year: DatesOfYear) -> Span | None:
    if mark.dates is not None:
        return mark.dates
    return dates_of_year(mark.year_no) if mark.year_no is not None else None


def _finance_period(entries: Sequence[Entry], refused: Sequence[Refused], dates_of_year: DatesOfYear) -> FinancePeriod:
    said: list[Entry | Refused] = [*entries, *refused]
    mark = next((each.period for each in said if each.period), None)
    start, end = (_dates(mark, dates_of_year) if mark else None) or (None, None)
    source = mark.source if mark else entries[0].source if entries else None
    sure, doubtful = _by_head(entries)
    lines = _lines(sure) if entries else [FinanceLine("", None, None, None, None, refused[0].amount.source)]
    unread = (*doubtful, *(each.amount for each in refused))
    return FinancePeriod(Period(start, end, mark.text if mark else "", source), tuple(lines), unread)


def _by_head(entries: Sequence[Entry]) -> tuple[dict[Head, Entry], list[RefusedAmount]]:
    """The entries of a period as one for each head, without what two of them say differently.

    That is two totals of one head, a purpose twice in a list, or with two amounts.
    """
    refused: list[RefusedAmount] = []
    found: dict[Head, Entry] = {}
    for head in dict.fromkeys(entry.head for entry in entries):
        mine = [entry for entry in entries if entry.head == head]
        totals = {each.total for each in mine if each.total is not None}
        refused += [
            RefusedAmount("unplaced", each.source) for each in mine if len(totals) > 1 and each.total is not None
        ]
        items, doubled = _items(mine)
        refused += [RefusedAmount("unplaced", item.source, item.purpose) for item in doubled]
        leading = next((each for each in mine if each.total is not None), mine[0])
        one = len(totals) < 2
        total, disposition = (leading.total, leading.disposition) if one else (None, None)
        found[head] = replace(leading, total=total, items=items, disposition=disposition)
    return found, refused


def _items(entries: Sequence[Entry]) -> tuple[tuple[Item, ...], list[Item]]:
    """The items of all entries of a head, and those that are not sure; one that is said twice alike stands once."""
    sure: dict[str, Item] = {}
    doubled: list[Item] = []
    for entry in entries:
        names = [folded_purpose(item.purpose) for item in entry.items]
        for item, name in zip(entry.items, names, strict=True):
            known = sure.get(name)
            if names.count(name) > 1 or (known and known.euros != item.euros):
                doubled.append(item)
            else:
                sure.setdefault(name, item)
    unsure = {folded_purpose(item.purpose) for item in doubled}
    doubled += [item for name, item in sure.items() if name in unsure]
    return tuple(item for name, item in sure.items() if name not in unsure), doubled


def _lines(entries: Mapping[Head, Entry]) -> list[FinanceLine]:
    planned, actual, remainder = (entries.get(head) for head in HEADS)
    said = remainder.disposition if remainder and remainder.total != 0 else None
    total = FinanceLine(
        "",
        planned.total if planned else None,
        actual.total if actual else None,
        remainder.total if remainder else None,
        said,
        _least_sure([each.source for each in (planned, actual, remainder, *entries.values()) if each]),
        *(entry.figure if entry else None for entry in (planned, actual, remainder)),
    )
    purposes: dict[str, str] = {}
    for entry in (planned, actual, remainder):
        for item in entry.items if entry else ():
            purposes.setdefault(folded_purpose(item.purpose), item.purpose)
    return [total, *(_purpose_line(key, name, (planned, actual, remainder), said) for key, name in purposes.items())]


def _purpose_line(key: str, name: str, entries: Sequence[Entry | None], said: Disposition | None) -> FinanceLine:
    items = [_item(entry, key) for entry in entries]
    planned, actual, remainder = (item.euros if item else None for item in items)
    source = _least_sure([item.source for item in items if item])
    figures = (item.figure if item else None for item in items)
    return FinanceLine(name, planned, actual, remainder, said if remainder else None, source, *figures)


def _item(entry: Entry | None, key: str) -> Item | None:
    return next((item for item in entry.items if folded_purpose(item.purpose) == key), None) if entry else None


def _least_sure(sources: Sequence[Source]) -> Source:
    """The first place, with the confidence of the least sure of all."""
    return replace(sources[0], confidence=least_confidence(each.confidence for each in sources))
