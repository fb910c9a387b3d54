"""A finance row that is a small table with a head: *Periods | Plānots | Faktiski | Atlikums*."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

import regex

from pipeline.document import Word
from pipeline.extract.finance_entries import Entry, FinanceText, Item
from pipeline.extract.finance_periods import PeriodMark, period_marks
from pipeline.grammar.finance_words import DISPOSITION, HEAD, Head
from pipeline.grammar.money import AMOUNT, BARE_AMOUNT, Amount
from pipeline.grammar.rule import Found
from pipeline.layout.rows import SAME_COLUMN, CellText
from pipeline.passage import Passage, folded_space, passage_of
from pipeline.records import RefusedAmount

_NONE = regex.compile(r"[-–—xX×/]+|nav", regex.IGNORECASE)
_TOTAL_ROW = regex.compile(r"\s*(?:kopā|kopsumma|pavisam|summa)\b.*", regex.IGNORECASE | regex.DOTALL)
SAME_ROW = 3.0


@dataclass(frozen=True, slots=True)
class FinanceTable:
    """The entries of a headed table, and the words that they were read from."""

    text: FinanceText
    claimed: frozenset[Word]


def finance_table(cells: Sequence[CellText]) -> FinanceTable | None:
    """The table, or None where no row heads at least two columns with what they hold."""
    rows = _rows(cells)
    for place, row in enumerate(rows):
        heads = {left: head for cell in row if (head := column_head(cell)) for left in [cell.left]}
        if len(set(heads.values())) >= 2 and "planned" in heads.values():
            below = rows[place + 1 :]
            return _Table(heads).read(row, below) if _has_period_column(below, heads) else None
    return None


def _rows(cells: Sequence[CellText]) -> list[list[CellText]]:
    ordered = sorted(cells, key=lambda cell: (cell.page, round(cell.top / SAME_ROW), cell.left))
    return [list(row) for _, row in groupby(ordered, key=lambda cell: (cell.page, round(cell.top / SAME_ROW)))]


def _has_period_column(rows: Sequence[Sequence[CellText]], heads: dict[float, Head]) -> bool:
    """Whether periods stand in a column of their own; else each cell is a text that names its period."""
    aside = [cell for row in rows for cell in row if all(abs(left - cell.left) > SAME_COLUMN for left in heads)]
    return any(period_marks(passage_of(cell.lines)) for cell in aside)


def column_head(cell: CellText) -> Head | None:
    """What a head cell says its column holds: a head word and no digit."""
    text = passage_of(cell.lines).text
    if any(map(str.isdigit, text)):
        return None
    found = HEAD.all_in(text)
    return found[0].value if found else None


class _Table:
    """Walks over the rows below the head."""

    def __init__(self, heads: dict[float, Head]) -> None:
        self.heads = heads
        self.text = FinanceText()
        self.claimed: set[Word] = set()
        self.period: PeriodMark | None = None

    def read(self, head: Sequence[CellText], rows: Sequence[Sequence[CellText]]) -> FinanceTable:
        for cell in head:
            self.claimed.update(word for line in cell.lines for word in line.words)
        for row in rows:
            self._read_row(row)
        return FinanceTable(self.text, frozenset(self.claimed))

    def _head_of(self, cell: CellText) -> Head | None:
        near = [left for left in self.heads if abs(left - cell.left) <= SAME_COLUMN]
        return self.heads[min(near, key=lambda left: abs(left - cell.left))] if near else None

    def _read_row(self, row: Sequence[CellText]) -> None:
        first = [cell for cell in row if self._head_of(cell) is None]
        label = passage_of(line for cell in first for line in cell.lines)
        marks = period_marks(label)
        if _TOTAL_ROW.fullmatch(label.text) and not marks:
            self._claim_row(row)
            return
        purpose = ""
        if marks:
            self.period = marks[0].value
            self.text.periods.append(self.period)
            self.claimed.update(label.words_in(marks[0].start, marks[0].stop))
            self.claimed.update(word for word in label.words if not any(map(str.isalnum, word.text)))
        elif label.text:
            purpose = folded_space(label.text).strip(" -–—•;:,.")
            self.claimed.update(label.words)
        for cell in row:
            head = self._head_of(cell)
            if head:
                self._read_cell(head, passage_of(cell.lines), purpose)

    def _claim_row(self, row: Sequence[CellText]) -> None:
        self.claimed.update(word for cell in row for line in cell.lines for word in line.words)

    def _read_cell(self, head: Head, cell: Passage, purpose: str) -> None:
        amount = self._amount(cell)
        if amount is None:
            if _NONE.fullmatch(cell.text.strip()):
                self.claimed.update(cell.words)
            return
        source = cell.locate(amount.start, amount.stop)
        self.claimed.update(cell.words_in(amount.start, amount.stop))
        if amount.value.euros is None:
            self.text.refused.append(RefusedAmount(amount.value.reason, source))
        said = DISPOSITION.all_in(cell.text) if head == "remainder" else []
        if said:
            self.claimed.update(cell.words)
        disposition = said[0].value if said else None
        if not purpose:
            self.text.entries.append(Entry(head, self.period, amount.value.euros, (), False, disposition, source))
        elif amount.value.euros is not None:
            self._add_item(head, Item(purpose, amount.value.euros, source))

    def _add_item(self, head: Head, item: Item) -> None:
        for place in range(len(self.text.entries) - 1, -1, -1):
            entry = self.text.entries[place]
            if entry.head == head and entry.period == self.period:
                self.text.entries[place] = Entry(
                    head, entry.period, entry.total, (*entry.items, item), True, entry.disposition, entry.source
                )
                return
        self.text.entries.append(Entry(head, self.period, None, (item,), True, None, item.source))

    def _amount(self, cell: Passage) -> Found[Amount] | None:
        found = AMOUNT.all_in(cell.text) or BARE_AMOUNT.all_in(cell.text)
        return found[0] if found else None
