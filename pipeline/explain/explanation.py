"""One document and an address → what is to be said of its values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, get_args

from pipeline.bookkeeping.purposes import Amount
from pipeline.document import Box, Document
from pipeline.explain.addresses import Named, named_by, nearest_addresses
from pipeline.explain.carry_overs import CarryOver, brought_in, carried_out, left_over
from pipeline.explain.marked_lines import MarkedLine, frames, marked_lines
from pipeline.explain.named_rows import NamedRow, named_rows
from pipeline.explain.origins import origin_of
from pipeline.explain.sums import Sum, sum_of_periods, sums_of_count, sums_of_line, sums_of_list
from pipeline.journey import ReadFile, read_file
from pipeline.records import Source, Submission, Summary
from pipeline.tables.column import Cell, Kind
from pipeline.tables.rows import ActivityRow, FinanceRow, LedgerRow

Check = Sum | CarryOver


@dataclass(frozen=True, slots=True)
class Place:
    """Where words of a value stand, and the lines there; no line where only the address was listed."""

    source: Source
    lines: tuple[MarkedLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """One value: its address in parts, what stands in its cell, the rule that gave it, its places and sums.

    `row` is as findings.csv names it, with `#` and a number where several rows
    have that name; `bare_row` is without.
    """

    address: str
    table: str
    row: str
    bare_row: str
    column: str
    kind: Kind
    cell: Cell
    rule: str
    places: tuple[Place, ...]
    checks: tuple[Check, ...] = ()


@dataclass(frozen=True, slots=True)
class FramedPage:
    """The first page on which an explained value stands, the boxes around the words there, and the other pages."""

    number: int
    boxes: tuple[Box, ...]
    others: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """What one document says at an address.

    `explanations` is empty where it names nothing, `nearest` then names addresses
    that exist. `page` is None where the values stand on no page with geometry.
    """

    submission: Submission
    explanations: tuple[Explanation, ...] = ()
    nearest: tuple[str, ...] = ()
    page: FramedPage | None = None


def explained(path: Path, source_file: str, address: str | None) -> Explained:
    """The values that `address` names in the file at `path`, without one every value that is stated, without its lines.

    It is meant to be called in a process of its own.
    """
    return explained_in(read_file(path, source_file), address)


def explained_in(read: ReadFile, address: str | None) -> Explained:
    """The same for a file that is already read."""
    if read.submission.summary is None or read.document is None:
        return Explained(read.submission)
    rows = named_rows(read.submission)
    if address is None:
        listed = (_explanation(row, column, read) for row in rows for column in row.columns)
        return Explained(read.submission, tuple(each for each in listed if each.cell not in (None, "")))
    named = named_by(address, rows)
    if not named:
        return Explained(read.submission, nearest=nearest_addresses(address, rows))
    found = tuple(_all_explanations(named, read))
    return Explained(read.submission, found, page=_framed_page(found, read.document))


def _all_explanations(named: Iterable[Named], read: ReadFile) -> Iterator[Explanation]:
    """Of a whole row only what is stated; a column that was asked for is explained also where nothing is."""
    explain = partial(_explanation, read=read, whole=True)
    for each in named:
        if each.column is not None:
            yield explain(each.row, each.column)
        else:
            every = (explain(each.row, column) for column in each.row.columns)
            yield from (one for one in every if one.cell not in (None, ""))


def _explanation(row: NamedRow, column: Any, read: ReadFile, *, whole: bool = False) -> Explanation:
    """The value of a row in a column; its lines and sums only where the `whole` is asked."""
    cell = column.value(row.row)
    rule, sources = _origin(row, column.name, is_stated=cell is not None)
    document, summary = read.document, read.submission.summary
    places: Sequence[Place] = [Place(each) for each in sources]
    checks: Sequence[Check] = ()
    if whole and document and summary:
        places = [Place(each, tuple(marked_lines(document, each))) for each in sources]
        checks = tuple(_checks(row, column.name, summary))
    names = (row.address_of(column), row.table, row.names[0], row.bare_name, column.name)
    return Explanation(*names, column.kind, cell, rule, tuple(places), tuple(checks))


def _origin(row: NamedRow, column: str, *, is_stated: bool) -> tuple[str, tuple[Source, ...]]:
    """The rule and the sources of a value; those of the row's refused amounts where an amount is not stated."""
    is_amount = row.table == "finances" and _amount(column) is not None
    return origin_of(row.table, "refused" if is_amount and not is_stated and row.row.refused else column, row.row)


def _checks(row: NamedRow, column: str, summary: Summary) -> Iterator[Check]:
    """The sums in which a value stands."""
    if row.table == "documents" and column in ("planned_eur", "actual_eur"):
        yield from sum_of_periods(summary, "planned" if column == "planned_eur" else "actual")
    elif row.table == "finances":
        yield from _checks_of_line(row.row, column, summary)
    elif row.table == "ledger":
        yield from _checks_of_entry(row.row, column, summary)
    elif row.table == "indicators" and column in ("count", "product", "whole"):
        yield from sums_of_count(row.row.indicator)
    elif row.table == "activities" and column == "announced":
        yield from _checks_of_item(row.row)


def _checks_of_line(row: FinanceRow, column: str, summary: Summary) -> Iterator[Check]:
    at = next(place for place, each in enumerate(summary.finances) if each is row.period)
    amount = _amount(column)
    if amount is not None:
        yield from sums_of_line(row.period, at + 1, row.line, amount)
        yield from brought_in(summary.finances, at, row.line.purpose) if amount != "remainder" else ()
    if column == "proved_by":
        yield from sums_of_line(row.period, at + 1, row.line, None, holding=True)
    if column in ("remainder_eur", "remainder_disposition"):
        yield from carried_out(summary.finances, at, row.line.purpose)


def _amount(column: str) -> Amount | None:
    return next((each for each in get_args(Amount) if column == f"{each}_eur"), None)


def _checks_of_entry(row: LedgerRow, column: str, summary: Summary) -> Iterator[Check]:
    at = next(place for place, each in enumerate(summary.finances) if each.period is row.period)
    if column == "brought_in_eur":
        yield from brought_in(summary.finances, at, row.entry.line.purpose)
    elif column in ("carried_out_eur", "unseen_eur"):
        yield from carried_out(summary.finances, at, row.entry.line.purpose)
    elif column == "left_eur":
        yield from left_over(row.entry)


def _checks_of_item(row: ActivityRow) -> Iterator[Check]:
    yield from sums_of_list(row.activity, row.year.activities)


def _framed_page(found: Sequence[Explanation], document: Document) -> FramedPage | None:
    sources = [place.source for each in found for place in each.places]
    numbers = {number for source in sources for number in source.words}
    pages = sorted({word.page for word in document.words if word.number in numbers and word.box is not None})
    if not pages:
        return None
    return FramedPage(pages[0], tuple(frames(document, sources, pages[0])), tuple(pages[1:]))
