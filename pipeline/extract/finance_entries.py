"""The text of finance cells → entries: planned, actual or remainder of a period, with its breakdown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise

import regex

from pipeline.extract.finance_periods import PeriodMark, period_marks
from pipeline.grammar.finance_words import DISPOSITION, HEAD, OPENER, Head
from pipeline.grammar.money import Amount, amounts_in
from pipeline.grammar.rule import Found, masked
from pipeline.passage import Passage
from pipeline.records import Disposition, RefusedAmount, Source

# Words that may stand between a head and its amount.
_LINK = regex.compile(r"[\s:=–—-]*(?:\b(?!t\.?\s?sk)[^\W\d]+\b[\s,:=()–—-]*){0,9}")
_AND = regex.compile(r"\s+un\s+", regex.IGNORECASE)
_LETTER_MARK = regex.compile(r"\(?(?<!\p{L})\p{L}\)")
# A head behind these sums up all periods, which are read one by one.
_GRAND_TOTAL = regex.compile(r"\b(?:kopā|pavisam|kopsumma|kopsummā|summa)\s*[:,–-]?\s*$", regex.IGNORECASE)
# *Atlikums: nav* says that there is none.
_NO_REMAINDER = regex.compile(
    r"(?m)^[ \t]*(?:atlikum\p{L}*|neizlietot\p{L}*\s+\p{L}+)\s*[:–-]?\s*(?:nav|nebija)(?:\s+\p{L}+)?[ \t]*\.?[ \t]*$|"
    r"(?m)^[ \t]*(?:atlikuma|pārpalikuma|neizlietotu\s+līdzekļu)\s+nav[ \t]*\.?[ \t]*$",
    regex.IGNORECASE,
)
# An amount behind these compares two others.
_DIFFERENCE = regex.compile(r"\b(?:starpīb|vairāk|mazāk|pārsnie|samazin|palielin)", regex.IGNORECASE)
_PURPOSE_END = regex.compile(r";|\.(?=\s*$|\s+\p{Lu}|\s*\n)|\)|\n\s*(?=[-–—•·]\s)")
_EDGE = " \t\n,;:.–—-•·()"
_FILLER = regex.compile(r"[\s,;:.()–—-]*(?:apmērā|euro|eiro|eur|un|gan|kā\s+arī)?[\s,;:.()–—-]*", regex.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a breakdown; `disposition` where it says no purpose but what became of this part of a remainder."""

    purpose: str
    euros: Decimal
    source: Source
    disposition: Disposition | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """What one head says: *Plānots 49 000,00 euro, t.sk. …*.

    `total` is None where no amount follows the head, or it was refused.
    `opened` says whether a breakdown was announced. `period` is the last one
    before the head in its text.
    """

    head: Head
    period: PeriodMark | None
    total: Decimal | None
    items: tuple[Item, ...]
    opened: bool
    disposition: Disposition | None
    source: Source


@dataclass(slots=True)
class FinanceText:
    """What was read from one text: entries in order, refused amounts, the periods, and the claimed places."""

    entries: list[Entry] = field(default_factory=list)
    refused: list[RefusedAmount] = field(default_factory=list)
    periods: list[PeriodMark] = field(default_factory=list)
    claimed: list[tuple[int, int]] = field(default_factory=list)


def finance_text(passage: Passage) -> FinanceText:
    """All that a text of the finance field says."""
    return _Reader(passage).read()


class _Reader:
    """Walks over one text once, head by head."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.periods = period_marks(passage)
        self.text = masked(passage.text, self.periods)
        self.amounts = amounts_in(self.text)
        self.found = FinanceText(periods=[each.value for each in self.periods])
        self.found.claimed = [(each.start, each.stop) for each in self.periods]
        self.used: set[int] = set()

    def read(self) -> FinanceText:
        if self._is_interleaved():
            return self._refused_whole()
        heads = self._heads()
        stops = [*(head.start for head in heads[1:]), len(self.text)][: len(heads)]
        seen: set[tuple[Head, str]] = set()
        for head, stop in zip(heads, stops, strict=True):
            period = self._period_before(head.start)
            key = (head.value, period.text if period else "")
            if key in seen or _GRAND_TOTAL.search(self.text[: head.start]):
                continue
            seen.add(key)
            after = [each.start for each in self.periods if head.start < each.start < stop]
            self._read_entry(head, min(after, default=stop))
        self.found.claimed += [match.span() for match in _NO_REMAINDER.finditer(self.text)]
        self._refuse_the_rest()
        return self.found

    def _period_before(self, start: int) -> PeriodMark | None:
        """The last period that stands before `start`."""
        return next((each.value for each in reversed(self.periods) if each.start < start), None)

    def _is_interleaved(self) -> bool:
        """Whether two columns were read line by line into one text: two heads on a line, no amount between them."""
        found = [head for head in HEAD.all_in(self.text) if head.value != "remainder"]
        for first, second in pairwise(found):
            between = self.text[first.stop : second.start]
            whole = any(first.stop <= each.start and each.stop <= second.start for each in self.amounts)
            if first.value != second.value and "\n" not in between and regex.search(r"\d", between) and not whole:
                return True
        return False

    def _refused_whole(self) -> FinanceText:
        """Nothing is read: every amount is refused, since none is sure to be whole."""
        self.found.claimed = []
        for amount in self.amounts:
            self.found.refused.append(RefusedAmount("columns", self.passage.locate(amount.start, amount.stop)))
        return self.found

    def _heads(self) -> list[Found[Head]]:
        """The heads with an amount behind them; a head between another and its amount only describes it."""
        heads: list[Found[Head]] = []
        described_until = 0
        before: Found[Head] | None = None
        for head in HEAD.all_in(self.text):
            joined = before is not None and _AND.fullmatch(self.text, before.stop, head.start) is not None
            amount = None if joined else self._amount_of(head)
            if amount is not None and head.start >= described_until:
                heads.append(head)
                described_until = amount.start
            before = head
        return heads

    def _amount_of(self, head: Found[Head], stop: int | None = None) -> Found[Amount] | None:
        """The amount that stands right behind a head but for linking words."""
        following = next((each for each in self.amounts if each.start >= head.stop), None)
        if following is None or (stop is not None and following.start >= stop):
            return None
        between = self.text[head.stop : following.start]
        inside = HEAD.all_in(between)
        other = any(each.value == "remainder" or "\n" in between[: each.start] for each in inside)
        both = any(each.value != head.value and _AND.fullmatch(between[: each.start]) for each in inside)
        unfit = other or both or _DIFFERENCE.search(between)
        return following if _LINK.fullmatch(between) and not unfit else None

    def _read_entry(self, head: Found[Head], stop: int) -> None:
        amount = self._amount_of(head, stop)
        at = amount.stop if amount else head.stop
        if amount:
            self.used.add(amount.start)
            self._note_refused(amount)
        self.found.claimed.append((head.start, at))
        found, opened, rest = self._breakdown(head.value, at, stop)
        items = [item for item in found if item.disposition is None]
        fates = [item.disposition for item in found if item.disposition is not None]
        disposition = next(iter(fates), None) or self._disposition(head.value, rest)
        period = self._period_before(head.start)
        source = self.passage.locate(head.start, at)
        total = amount.value.euros if amount else None
        self.found.entries.append(Entry(head.value, period, total, tuple(items), opened, disposition, source))

    def _breakdown(self, head: Head, start: int, stop: int) -> tuple[list[Item], bool, list[tuple[int, int]]]:
        """The items between start and stop, whether a breakdown was announced, and the text around them."""
        opener = OPENER.pattern.search(self.text, start, stop)
        inside = [each for each in self.amounts if start <= each.start < stop]
        listed = [each for each in inside if self._is_listed(each, start, opener.start() if opener else None)]
        if not listed:
            if opener:
                self.found.claimed.append(opener.span())
            return [], opener is not None, [(start, stop)]
        begin = opener.end() if opener and opener.end() <= listed[0].start else self._bracket_before(start, listed[0])
        if opener:
            self.found.claimed.append(opener.span())
        items, end = self._items(head, begin, listed, stop)
        return items, True, [(start, opener.start() if opener and opener.start() < begin else begin), (end, stop)]

    def _bracket_before(self, start: int, first: Found[Amount]) -> int:
        """Where the bracket opens in which the first item stands; the item itself where it stands in none."""
        opened = self.text.rfind("(", start, first.start)
        inside = opened >= 0 and ")" not in self.text[opened : first.start]
        return opened + 1 if inside else first.start

    def _is_listed(self, amount: Found[Amount], start: int, opener: int | None) -> bool:
        if opener is not None and amount.start > opener:
            return True
        before = self.text[start : amount.start].rstrip()
        return before.endswith(("(", "-", "–", "—", "•", "·", "\x00")) or ("(" in before and ")" not in before)

    def _items(self, head: Head, begin: int, listed: Sequence[Found[Amount]], stop: int) -> tuple[list[Item], int]:
        """Breakdown items: an amount with its purpose behind it, or before it where the list begins with words."""
        purpose_first = any(map(str.isalpha, _LETTER_MARK.sub("", self.text[begin : listed[0].start])))
        items: list[Item] = []
        end = begin
        for place, amount in enumerate(listed):
            self.used.add(amount.start)
            self._note_refused(amount)
            following = listed[place + 1].start if place + 1 < len(listed) else stop
            if purpose_first:
                span = (end, amount.start)
                end = amount.stop
            else:
                span = (amount.stop, self._purpose_end(amount.stop, following))
                end = span[1]
            item = self._item(head, amount, span)
            if item:
                items.append(item)
        return items, end

    def _purpose_end(self, start: int, stop: int) -> int:
        match = _PURPOSE_END.search(self.text, start + 1, stop)
        return match.start() if match else stop

    def _item(self, head: Head, amount: Found[Amount], span: tuple[int, int]) -> Item | None:
        purpose = _purpose(self.text[span[0] : span[1]])
        start, end = min(span[0], amount.start), max(span[1], amount.stop)
        said = _fate(purpose)
        if not purpose or amount.value.euros is None or (said and head != "remainder"):
            return None
        self.found.claimed.append((start, end))
        return Item(purpose, amount.value.euros, self.passage.locate(*_trimmed(self.text, start, end)), said)

    def _disposition(self, head: Head, rest: Sequence[tuple[int, int]]) -> Disposition | None:
        """What became of a remainder, from the text around its breakdown; fillers are claimed on the way."""
        said: Disposition | None = None
        for start, stop in rest:
            text = self.text[start:stop]
            found = DISPOSITION.all_in(text) if head == "remainder" else []
            if found:
                said = said or found[0].value
                self.found.claimed.append((start, start + _clause_end(text, found[0].stop)))
            else:
                self.found.claimed.append((start, start + _filler_end(text)))
        return said

    def _note_refused(self, amount: Found[Amount]) -> None:
        if amount.value.euros is None:
            source = self.passage.locate(amount.start, amount.stop)
            self.found.refused.append(RefusedAmount(amount.value.reason, source))

    def _refuse_the_rest(self) -> None:
        """Amounts that belong to no entry: what is readable stays unclaimed, what is not is refused."""
        for amount in self.amounts:
            if amount.start not in self.used:
                self._note_refused(amount)


def _fate(purpose: str) -> Disposition | None:
    """What became of an amount, where its text says that and no purpose; *piešķirtajām stipendijām* is a purpose.

    `other` counts only at the beginning, or where something was *not* done.
    """
    found = DISPOSITION.all_in(purpose)
    sure = [each for each in found if each.value != "other" or each.start == 0 or purpose[each.start] in "nN"]
    return sure[0].value if sure else None


def _purpose(text: str) -> str:
    """The purpose without list marks, links and joining words at its ends."""
    folded = " ".join(text.replace("\x00", " ").split()).strip(_EDGE)
    folded = regex.sub(r"^(?:apmērā|ir|tiek|kas|un)\s+(?=\S)", "", folded)
    folded = regex.sub(r"(?:[\s,]+un|[\s,]+kā arī|\s*=)$", "", folded)
    return folded.strip(_EDGE + "“") if folded.count("“") != folded.count("”") else folded.strip(_EDGE)


def _trimmed(text: str, start: int, stop: int) -> tuple[int, int]:
    piece = text[start:stop]
    return start + len(piece) - len(piece.lstrip(_EDGE)), stop - (len(piece) - len(piece.rstrip(_EDGE)))


def _filler_end(text: str) -> int:
    """Where words without a meaning of their own end, at the end of a whole word."""
    match = _FILLER.match(text)
    end = match.end() if match else 0
    if not text[end : end + 1].strip():
        return end
    return max(text.rfind(" ", 0, end), text.rfind("\n", 0, end)) + 1


def _clause_end(text: str, at: int) -> int:
    match = regex.search(r"\.(?=\s*$|\s+\p{Lu})|;", text[at:])
    return at + match.end() if match else len(text)
