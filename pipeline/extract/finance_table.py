"""A finance row that is a small table with a head: *Periods | Plānots | Faktiski | Atlikums*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex
from msgspec import Struct
from msgspec.structs import replace

from pipeline.document import Word
from pipeline.extract.finance_columns import column_head, column_heads
from pipeline.extract.finance_fates import Fate, fates_in, note_fate
from pipeline.extract.finance_grid import merged_figures, table_rows
from pipeline.extract.finance_periods import PeriodMark, cell_periods
from pipeline.extract.finance_values import Entry, FinanceText, Item, order_of, refused_amounts, refused_in
from pipeline.extract.purposes import purpose_of
from pipeline.extract.result_grid import numbers_columns
from pipeline.extract.turned_table import turned
from pipeline.grammar.finance_words import DISPOSITION, OPENER, Head
from pipeline.grammar.money import AMOUNT, BARE_AMOUNT, CENT, Amount, number_value
from pipeline.grammar.rule import Found
from pipeline.layout.rows import SAME_COLUMN, CellText
from pipeline.passage import Passage, passage_of
from pipeline.patterns import compiled
from pipeline.records import UNLABELLED

_NONE = compiled(r"[-–—xX×/]+|nav", regex.IGNORECASE)
# When something was done with a remainder is no part of its figure.
_DATED = compiled(r"\d{1,2}\.\d{1,2}\.\d{4}|\b20\d\d\.?\s*gad\p{L}*|\d{1,2}\.\s*\p{L}+", regex.IGNORECASE)
_TOTAL_ROW = compiled(r"\s*(?:kopā|kopsumma|pavisam|summa)\b.*", regex.IGNORECASE | regex.DOTALL)


class FinanceTable(Struct, frozen=True):
    """The entries of a headed table, and the words that they were read from."""

    text: FinanceText
    claimed: frozenset[Word]


def finance_table(cells: Sequence[CellText]) -> FinanceTable | None:
    """The table, or None where no row heads at least two columns with what they hold."""
    found = table_rows(cells)
    rows = turned([row for row in found if not numbers_columns(row)], column_head)
    for place, row in enumerate(rows):
        heads = column_heads(row)
        if len(set(heads.values())) >= 2 and "planned" in heads.values():
            if not _has_period_column(rows, place, heads):
                return None
            merged = frozenset(word for cell in merged_figures(cells) for word in cell.passage.words)
            table = _Table(heads, merged)
            table.claim([cell for row in found if numbers_columns(row) for cell in row])
            return table.refused(rows) if any(_spans(*part) for part in _parts(rows[place:])) else table.read(rows)
    return None


def _parts(rows: Sequence[Sequence[CellText]]) -> Iterator[tuple[Sequence[CellText], Sequence[Sequence[CellText]]]]:
    """Each row of heads with the rows below it, up to the next such row."""
    starts = [place for place, row in enumerate(rows) if len(set(column_heads(row).values())) > 1]
    for start, stop in pairwise([*starts, len(rows)]):
        yield rows[start], rows[start + 1 : stop]


def _has_period_column(rows: Sequence[Sequence[CellText]], place: int, heads: dict[float, Head]) -> bool:
    """Whether periods stand beside the headed columns or above them; else each cell is a text that names its period."""
    below = [cell for row in rows[place + 1 :] for cell in row]
    aside = [cell for cell in below if all(abs(left - cell.left) > SAME_COLUMN for left in heads)]
    above = [cell for row in rows[:place] for cell in row if cell_periods(cell.passage)]
    each_its_own = all(any(abs(left - cell.left) <= SAME_COLUMN for cell in above) for left in heads)
    return any(cell_periods(cell.passage) for cell in aside) or (bool(above) and not each_its_own)


def _has_purpose(text: str) -> bool:
    """Whether a label says more than its period."""
    return sum(map(str.isalpha, text)) > 2 and not _TOTAL_ROW.fullmatch(text)


def _opened(text: str) -> str:
    """A label without *t.sk.* in front."""
    opener = OPENER.pattern.match(text.lstrip(" -–—•"))
    return text.lstrip(" -–—•")[opener.end() :] if opener else text


def _spans(row: Sequence[CellText], rows: Sequence[Sequence[CellText]]) -> bool:
    """Whether a head stands over two columns of figures."""
    lefts = {cell.left for each in rows for cell in each if any(map(str.isdigit, cell.passage.text))}
    heads = [cell for cell in row if column_head(cell)]
    over = [[left for left in lefts if head.left - SAME_COLUMN <= left < head.right - SAME_COLUMN] for head in heads]
    return any(max(under) - min(under) > SAME_COLUMN for under in over if under)


class _Table:
    """Walks over the rows of the table, and over those that stand above and below it."""

    def __init__(self, heads: dict[float, Head], merged: frozenset[Word]) -> None:
        self.heads = heads
        self.merged = merged
        self.text = FinanceText()
        self.claimed: set[Word] = set()
        self.period: PeriodMark | None = None
        self.fates: list[Fate] = []
        self.told: list[Passage] = []
        self.unlabelled = 0
        self.without_figures = 0

    def read(self, rows: Sequence[Sequence[CellText]]) -> FinanceTable:
        for row in rows:
            heads = column_heads(row)
            if len(heads) >= 2 and not any(self._figures(cell) for cell in row):
                self.heads = heads
                self.claim(row)
            else:
                self._read_row(row)
        if (self.unlabelled and self.without_figures) or len(set(self.heads.values())) < len(self.heads):
            return self.refused(rows)
        self.text.entries = [self._with_fate(entry) for entry in self.text.entries]
        for told in self.told:
            self._claim_told(told)
        return FinanceTable(self.text, frozenset(self.claimed))

    def refused(self, rows: Sequence[Sequence[CellText]]) -> FinanceTable:
        """Labels without figures beside figures without labels, or two columns of one head: nothing there is sure."""
        refused = FinanceText(periods=self.text.periods)
        for cell in (cell.passage for row in rows for cell in row if self._figures(cell)):
            refused.refused += refused_amounts(cell)
        return FinanceTable(refused, frozenset())

    def _figures(self, cell: CellText) -> bool:
        return self._head_of(cell) is not None and any(map(str.isdigit, cell.passage.text))

    def _head_of(self, cell: CellText) -> Head | None:
        near = [left for left in self.heads if abs(left - cell.left) <= SAME_COLUMN]
        return self.heads[min(near, key=lambda left: abs(left - cell.left))] if near else None

    def _read_row(self, row: Sequence[CellText]) -> None:
        notes = [cell for cell in row if cell.left > max(self.heads) + SAME_COLUMN]
        unheaded = [cell for cell in row if self._head_of(cell) is None and cell not in notes]
        first = unheaded[:1] + [cell for cell in unheaded[1:] if any(map(str.isalpha, cell.passage.text))]
        label = passage_of(line for cell in first for line in cell.lines)
        figures = any(self._figures(cell) for cell in row)
        fates = [] if figures else fates_in(label.text)
        marks = [] if fates else cell_periods(label)
        if _TOTAL_ROW.fullmatch(label.text) and not marks and figures and self._has_total():
            self.claim(row)
        elif fates:
            self.fates += [fate if fate.names_period else replace(fate, period=self.period) for fate in fates]
            self.told.append(label)
        else:
            self.unlabelled += figures and not label.text
            self.without_figures += bool(label.text) and not figures and not marks
            purpose = self._purpose(label, marks, figures)
            if figures and not (purpose or marks or _TOTAL_ROW.fullmatch(label.text) or not label.text):
                self._refuse_row(row)
                return
            for cell in row:
                head = self._head_of(cell)
                if head:
                    self._read_cell(head, cell.passage, purpose)
            for note in () if purpose or not figures else (cell.passage for cell in notes):
                self._read_note(note)

    def _read_note(self, note: Passage) -> None:
        """What a note beside a period's figures says became of its remainder; other words stay in sight."""
        fate = note_fate(note.text, self.period)
        if fate is not None:
            self.fates.append(fate)
            self.claimed.update(note.words)

    def _refuse_row(self, row: Sequence[CellText]) -> None:
        """Refuses the figures of a row that does not say what they are for."""
        for cell in (each.passage for each in row if self._figures(each)):
            amount = self._amount(cell)
            if amount is not None:
                refused = refused_in(cell, amount.start, amount.stop, UNLABELLED, period=self.period)
                self.text.refused.append(refused)

    def _has_total(self) -> bool:
        """Whether the last period has its total already, so that a sum is one over all periods."""
        return any(entry.total is not None and entry.period == self.period for entry in self.text.entries)

    def _purpose(self, label: Passage, marks: Sequence[Found[PeriodMark]], figures: bool) -> str:
        """The purpose that a row is about, "" for the total of its period; words without figures stay in sight."""
        named = ""
        if marks:
            rest = label.text[: marks[0].start] + label.text[marks[0].stop :]
            named = rest if figures and _has_purpose(rest) else ""
            leads = not _has_purpose(label.text[: marks[0].start])
            if not named or leads or self.period is None:
                return self._named_in_period(label, marks[0], purpose_of(named))
        purpose = "" if _TOTAL_ROW.fullmatch(label.text) else purpose_of(_opened(label.text))
        if figures and (purpose or _TOTAL_ROW.fullmatch(label.text)):
            self.claimed.update(label.words)
        return purpose if figures else ""

    def _named_in_period(self, label: Passage, mark: Found[PeriodMark], purpose: str) -> str:
        """A row whose label names its period, and perhaps a purpose beside it."""
        if self.period != mark.value:
            self.period = mark.value
            self.text.periods.append(self.period)
        self.claimed.update(label.words if purpose else label.words_in(mark.start, mark.stop))
        self.claimed.update(word for word in label.words if not any(map(str.isalnum, word.text)))
        return purpose

    def claim(self, row: Sequence[CellText]) -> None:
        self.claimed.update(word for cell in row for line in cell.lines for word in line.words)

    def _read_cell(self, head: Head, cell: Passage, purpose: str) -> None:
        amount = self._amount(cell)
        if amount is None:
            if _NONE.fullmatch(cell.text.strip()):
                self.claimed.update(cell.words)
            return
        place = amount.start, amount.stop
        if self.merged.intersection(cell.words):
            self.text.refused.append(refused_in(cell, *place, "columns", purpose, self.period))
            return
        rest = cell.text[: amount.start] + cell.text[amount.stop :]
        if amount.value.euros is None or any(map(str.isdigit, _DATED.sub("", rest))):
            reason = amount.value.reason or "grouping"
            self.text.refused.append(refused_in(cell, *place, reason, purpose, self.period))
            return
        self.claimed.update(cell.words_in(*place))
        source, order = cell.locate(*place, amount.rule), order_of(cell, *place)
        said = DISPOSITION.all_in(cell.text) if head == "remainder" else []
        if said:
            self.claimed.update(cell.words)
        disposition = said[0].value if said else None
        if not purpose:
            self._add_total(Entry(head, self.period, amount.value.euros, (), False, disposition, source, order, source))
        else:
            self._add_item(head, Item(purpose, amount.value.euros, source, source), order)

    def _add_total(self, entry: Entry) -> None:
        """A total below its purposes joins them."""
        for place, other in enumerate(self.text.entries):
            if other.head == entry.head and other.period == entry.period and other.total is None:
                self.text.entries[place] = replace(entry, items=other.items, opened=True)
                return
        self.text.entries.append(entry)

    def _add_item(self, head: Head, item: Item, order: int) -> None:
        for place in range(len(self.text.entries) - 1, -1, -1):
            entry = self.text.entries[place]
            if entry.head == head and entry.period == self.period:
                self.text.entries[place] = replace(entry, items=(*entry.items, item), opened=True)
                return
        self.text.entries.append(Entry(head, self.period, None, (item,), True, None, item.source, order))

    def _with_fate(self, entry: Entry) -> Entry:
        """A remainder with what a sentence beside the table says of it."""
        if entry.head != "remainder" or entry.disposition is not None or not entry.total:
            return entry
        fate = next((fate for fate in self.fates if self._is_of(fate, entry)), None)
        return replace(entry, disposition=fate.disposition) if fate else entry

    def _is_of(self, fate: Fate, entry: Entry) -> bool:
        """Whether a fate is of this remainder: by the period it names, else by its amount, else by its place."""
        same = [each for each in self.text.entries if each.head == "remainder" and each.total == fate.euros is not None]
        if len(same) == 1 and not fate.names_period:
            return entry.period == same[0].period
        return fate.is_of(entry.period, self.text.periods)

    def _claim_told(self, told: Passage) -> None:
        """Claims sentences on remainders; an amount in them that is none of the table's remainders stays in sight."""
        remainders = [entry for entry in self.text.entries if entry.head == "remainder"]
        known = {entry.total for entry in remainders} | {item.euros for entry in remainders for item in entry.items}
        others = [each for each in AMOUNT.all_in(told.text) if each.value.euros not in known]
        unread = {word for each in others for word in told.words_in(each.start, each.stop)}
        self.claimed.update(word for word in told.words if word not in unread)

    def _amount(self, cell: Passage) -> Found[Amount] | None:
        """The cell's amount; a number that is the whole cell is one, however small."""
        found = AMOUNT.all_in(cell.text) or BARE_AMOUNT.all_in(cell.text)
        whole = number_value(cell.text.strip())
        if not found and whole is not None:
            start = len(cell.text) - len(cell.text.lstrip())
            return Found(Amount(whole.quantize(CENT)), start, start + len(cell.text.strip()), BARE_AMOUNT.name)
        return found[0] if found else None
