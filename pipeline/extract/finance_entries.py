"""The text of finance cells → entries: planned, actual or remainder of a period, with its breakdown."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.extract.finance_asides import ASIDE, asides
from pipeline.extract.finance_clauses import is_in_item
from pipeline.extract.finance_fates import fate_of_parts, fates_behind, one_fate
from pipeline.extract.finance_heads import HeadAmount, amounts_of_heads, heads_in, is_interleaved
from pipeline.extract.finance_items import ItemPlace, items_in
from pipeline.extract.finance_periods import PeriodMark, period_marks
from pipeline.extract.finance_sums import sums_of_all_periods
from pipeline.extract.finance_values import Entry, FinanceText, Item, order_of, refused_in
from pipeline.extract.moved_remainders import left_over, moved_to
from pipeline.extract.purpose_items import PurposeItem, is_listed, purpose_items
from pipeline.extract.standing_head import StandingHead, heads_of_periods, standing_head
from pipeline.extract.summed_items import summed_items
from pipeline.grammar.finance_words import DISPOSITION, HEAD, OPENER, SHARE, Head
from pipeline.grammar.money import Amount, amounts_in
from pipeline.grammar.rule import Found, masked
from pipeline.passage import Passage
from pipeline.patterns import compiled
from pipeline.records import Disposition, Source

# *Atlikums: nav* says that there is none.
_NO_REMAINDER = compiled(
    r"(?m)^[ \t]*(?:(?:atlikum|pārpalikum|ietaupījum)\p{L}*|neizlietot\p{L}*\s+\p{L}+)\s*[:–-]?\s*"
    r"(?:nav|nebija)(?:\s+\p{L}+)?[ \t]*\.?[ \t]*$|"
    r"(?m)^[ \t]*(?:atlikuma|pārpalikuma|neizlietotu\s+līdzekļu)\s+nav[ \t]*\.?[ \t]*$",
    regex.IGNORECASE,
)
# *Summas norādītas tūkstošos euro*: no amount is what is written.
_IN_THOUSANDS = compiled(
    r"(?<!\p{L})(?:summ|skaitļ|dat|tabul|rādītāj|norādīt|izteikt)\p{L}*[^.\n\d]{0,60}?(?<!\p{L})(?:tūkst\.?|tūkstošos)\s*(?:euro|eiro|eur)(?!\p{L})",
    regex.IGNORECASE,
)
# The amount behind these words changes the one before them.
_CORRECTED = compiled(
    r"[^.;\n\d]*\b(?:precizēt|grozīt|labot|koriģēt)(?:ais|ā|ie)\s+\p{L}+\W*\d|\.\s+[^.;\n\d]*\b(?:samazināt|palielināt)(?:s|a|i|as)\s+par\s+\d"
    r"|\s*\(?bez\s+PVN\)?[^.;\n]{0,60}\bar\s+PVN|\s*,?\s*PVN\s+\d\d?\s?%[^.;\n]*\bkopā|\s*uz\s+\d[^;\n]{1,20},\s*\d[\d\s.,]*(?:euro|eur)\s+uz\s"
    r"|[^.;\n\d]*\b(?:(?:samazināt|palielināt|precizēt|labot|mainīt|grozīt)\p{L}*\s+(?:par|uz|līdz)|pēc\s+grozījum\p{L}*\W*)\s+\d",
    regex.IGNORECASE,
)
# Right behind its period, and not behind two that are joined, *kopā* says that the total is that period's.
_OWN_TOTAL = compiled(r"(?<=(?<!\x00\s*(?:un|,|–|-)\s*)\x00[\s.,:;]*)(?:kopā|pavisam)(?!\p{L})\s*:?", regex.IGNORECASE)
# Between a year and its amount in a list of years.
_LINK = compiled(r"[\s:–—-]*")
_EDGE = " \t\n,;:.–—-•·()"
_FILLER = compiled(r"[\s,;:.()–—-]*(?:apmērā|euro|eiro|eur|un|gan|kā\s+arī)?[\s,;:.()–—-]*", regex.IGNORECASE)


def finance_text(passage: Passage, column: Head | None = None) -> FinanceText:
    """All that a text of the finance field says; `column` is the head in a cell of its own on top of its column."""
    return _Reader(passage, column).read()


class _Reader:
    """Walks over one text once, head by head."""

    def __init__(self, passage: Passage, column: Head | None) -> None:
        self.passage = passage
        self.periods = period_marks(passage)
        text = masked(passage.text, self.periods)
        own_totals = [match.span() for match in _OWN_TOTAL.finditer(text)]
        text = masked(text, [Found(None, *place) for place in own_totals])
        self.text = SHARE.sub(lambda match: "\x00" * len(match[0]), text)
        self.amounts, aside = asides(self.text, amounts_in(self.text) or amounts_of_heads(self.text))
        self.text = masked(self.text, [Found(None, *place) for place in aside], ASIDE)
        self.items = purpose_items(self.text, self.amounts)
        self.text = masked(self.text, [Found(item, item.start, item.stop) for item in self.items])
        self.said = HEAD.all_in(self.text)
        taken = {amount.start for item in self.items for _, amount in item.figures}
        self.amounts = [amount for amount in self.amounts if amount.start not in taken]
        self.found = FinanceText(periods=[each.value for each in self.periods])
        self.found.period_places = [(each.start, each.stop) for each in self.periods]
        self.found.claimed = [*own_totals]
        self.found.claimed += [match.span() for match in SHARE.finditer(text)]
        self.used: set[int] = set()
        self.standing = StandingHead(column) if column else standing_head(self.text)

    def read(self) -> FinanceText:
        if _IN_THOUSANDS.search(self.text):
            return self._refused_whole("scale")
        if is_interleaved(self.text, self.said, self.amounts):
            return self._refused_whole("columns")
        heads = self._heads()
        stops = [*(head.start for head in heads[1:]), len(self.text)][: len(heads)]
        for head, stop in zip(heads, stops, strict=True):
            at = head.amount.start if head.amount else head.stop
            after = [each.start for each in self.periods if at < each.start < stop]
            self._read_entry(head, min(after, default=stop))
            for repeated in self._by_year(head, at, stop):
                later = [each.start for each in self.periods if repeated.stop < each.start < stop]
                self._read_entry(repeated, min(later, default=stop))
        self._refuse_heads_of_items()
        for item in self.items:
            self._read_item(item)
        self._read_moved_remainders()
        self.found.claimed += [match.span() for match in _NO_REMAINDER.finditer(self.text)]
        self._leave_unread_in_sight()
        return self.found

    def _heads(self) -> list[HeadAmount]:
        """The heads by position, one that stands for all periods once for each."""
        summing = sums_of_all_periods(self.text, self.said, self.periods, self.items)
        heads = [head for head in heads_in(self.text, self.said, self.amounts) if head.start not in summing]
        if self.standing is None:
            return heads
        self.found.claimed.append((self.standing.start, self.standing.stop))
        standing = heads_of_periods(self.text, self.standing, self.periods, self.amounts)
        kept = [head for head in heads if head.start >= self.standing.stop]
        return sorted([*standing, *kept], key=lambda head: head.start)

    def _read_item(self, item: PurposeItem) -> None:
        """An item that says all of its purpose adds a line to each of the period's heads."""
        period = self._period_before(item.start)
        self.found.claimed.append((item.start, item.stop))
        for head, amount in item.figures:
            self._use(amount, item.purpose)
            source = self._figure(amount)
            if amount.value.euros is not None:
                line = Item(item.purpose, amount.value.euros, source, source)
                order = order_of(self.passage, amount.start, amount.stop)
                self.found.entries.append(Entry(head, period, None, (line,), True, None, source, order))

    def _read_moved_remainders(self) -> None:
        """An amount that is carried over or returned, and is just what the totals leave, is the remainder."""
        for place, amount in enumerate(self.amounts):
            period, euros = self._period_before(amount.start), amount.value.euros
            said, span = (None, (0, 0)) if amount.start in self.used else moved_to(self.text, self.amounts, place)
            if said and euros and left_over(self.found.entries, period) == euros:
                self._use(amount)
                self.found.claimed.append(span)
                said_at = self.passage.locate(*_trimmed(self.text, *span)), order_of(self.passage, *span)
                entry = Entry("remainder", period, euros, (), False, said, *said_at, self._figure(amount))
                self.found.entries.append(entry)

    def _by_year(self, head: HeadAmount, start: int, stop: int) -> list[HeadAmount]:
        """The head once more for each further year of a list: *Plānots: 2022. gadā – 10 euro; 2023. gadā – 11 euro*."""
        repeated: list[HeadAmount] = []
        if head.amount is None or not any(head.stop <= each.start < head.amount.start for each in self.periods):
            return repeated
        for period in (each for each in self.periods if start < each.start < stop):
            amount = next((each for each in self.amounts if period.stop <= each.start < stop), None)
            if amount and _LINK.fullmatch(self.text, period.stop, amount.start):
                repeated.append(HeadAmount(head.head, period.start, period.stop, amount))
        return repeated

    def _period_of(self, head: HeadAmount) -> PeriodMark | None:
        """The period between a head and its amount, else the last one before the head."""
        return self._period_before(head.amount.start if head.amount else head.start)

    def _period_before(self, at: int) -> PeriodMark | None:
        return next((each.value for each in reversed(self.periods) if each.start < at), None)

    def _refused_whole(self, reason: str) -> FinanceText:
        """Nothing is read: every amount is refused, since none is sure to be whole."""
        self.found.claimed = []
        self.found.refused += [refused_in(self.passage, each.start, each.stop, reason) for each in self.amounts]
        return self.found

    def _refuse_heads_of_items(self) -> None:
        """A head in an item of a breakdown tells of that purpose, and is refused: it would pass for the total's."""
        for head in self.said:
            amount = next((each for each in self.amounts if each.start >= head.stop), None)
            if amount and is_in_item(self.text, head.start) and "\n" not in self.text[head.stop : amount.start]:
                self.used.add(amount.start)
                self._refuse("unplaced", head.start, amount.stop)

    def _read_entry(self, head: HeadAmount, stop: int) -> None:
        amount = head.amount
        at = head.stop if head.list_stop or amount is None else amount.stop
        if amount:
            self._use(amount)
            self.found.claimed.append((max(at, head.list_stop), max(at, amount.stop)))
        self.found.claimed.append((head.start, at))
        listed = head.listed or head.list_stop > 0
        places, opened, rest = self._breakdown(at, head.list_stop or stop, listed=listed)
        summed = summed_items(self.text, at, stop, amount.value.euros) if amount else []
        if len(summed) > len(places):
            places, opened, rest = summed, True, [(at, summed[0].start), (summed[-1].stop, stop)]
        fated = [place for place in places if place.disposition and head.head == "remainder"]
        fates = [place.disposition for place in fated if place.disposition and not place.denied]
        fates = fates or [place.disposition for place in fated if place.disposition]
        disposition = fate_of_parts(fates) or self._disposition(head, rest)
        items = tuple(item for place in places if (item := self._item(head, place)))
        said = (head.start, at if at > head.start else head.list_stop)
        total = amount.value.euros if amount else None
        period = self._period_of(head)
        if amount and _CORRECTED.match(self.text, amount.stop):
            self._refuse("unplaced", *said)
            total = None
        source, order = self.passage.locate(*said), order_of(self.passage, *said)
        figure = self._figure(amount) if amount and total is not None else None
        self.found.entries.append(Entry(head.head, period, total, items, opened, disposition, source, order, figure))

    def _figure(self, amount: Found[Amount]) -> Source:
        return self.passage.locate(amount.start, amount.stop, amount.rule)

    def _use(self, amount: Found[Amount], purpose: str = "") -> None:
        """Notes that an amount has its place, or that it is refused there."""
        self.used.add(amount.start)
        if amount.value.euros is None:
            self._refuse(amount.value.reason, amount.start, amount.stop, purpose)

    def _refuse(self, reason: str, start: int, stop: int, purpose: str = "") -> None:
        period = self._period_before(stop)
        self.found.refused.append(refused_in(self.passage, start, stop, reason, purpose, period))

    def _breakdown(self, start: int, stop: int, *, listed: bool) -> tuple[list[ItemPlace], bool, list[tuple[int, int]]]:
        """The items between start and stop, whether a breakdown was announced, and the text around them."""
        opener = OPENER.pattern.search(self.text, start, stop)
        inside = [each for each in self.amounts if start <= each.start < stop]
        opened = start if listed else opener.start() if opener else None
        items = [each for each in inside if self._is_listed(each, start, opened)]
        if opener and self.text[opener.end() : stop].lstrip(_EDGE)[:1] in ("", "\x00"):  # what it announces is read
            self.found.claimed.append(opener.span())
        if not items:
            return [], opener is not None, [(start, stop)]
        begin = opener.end() if opener and opener.end() <= items[0].start else self._list_begin(start, items[0], listed)
        places = items_in(self.text, items, begin, stop)
        if opener and any(place.purpose or place.disposition for place in places):
            self.found.claimed.append(opener.span())
        before = opener.start() if opener and opener.start() < begin else begin
        return places, True, [(start, before), (max(place.stop for place in places), stop)]

    def _list_begin(self, start: int, first: Found[Amount], listed: bool) -> int:
        """Where the bracket opens in which the first item stands, else its line; the item itself on its head's line."""
        opened = self.text.rfind("(", start, first.start)
        if opened >= 0 and ")" not in self.text[opened : first.start]:
            return opened + 1
        own_line = self.text.rfind("\n", start, first.start)
        return start if listed else own_line if own_line >= 0 else first.start

    def _is_listed(self, amount: Found[Amount], start: int, opener: int | None) -> bool:
        if opener is not None and amount.start > opener:
            return True
        return is_listed(self.text, start, amount.start)

    def _item(self, head: HeadAmount, place: ItemPlace) -> Item | None:
        """The item of a place; None without a purpose, which leaves its amount in sight unless it is the total."""
        fate = head.head == "remainder" and place.disposition is not None
        total = head.amount is not None and place.amount.value.euros == head.amount.value.euros
        if fate or (place.purpose and not place.disposition):
            self.found.claimed.append((place.start, place.stop))
        if (place.purpose or total) and (fate or not place.disposition):
            self._use(place.amount, place.purpose)
        if not place.purpose or place.amount.value.euros is None or (place.disposition and not fate):
            return None
        source = self.passage.locate(*_trimmed(self.text, place.start, place.stop))
        return Item(place.purpose, place.amount.value.euros, source, self._figure(place.amount))

    def _disposition(self, head: HeadAmount, rest: Sequence[tuple[int, int]]) -> Disposition | None:
        """What became of a remainder, from the text around it; fillers are claimed on the way."""
        said: list[Disposition] = []
        for start, stop in rest:
            found, places = fates_behind(self.text, start, stop) if head.head == "remainder" else ([], [])
            said += found
            self.found.claimed += places or [(start, start + _filler_end(self.text[start:stop]))]
        if not said and head.head == "remainder":
            begin = max(self.text.rfind("\n", 0, head.start), self.text.rfind(". ", 0, head.start)) + 1
            clause = self.text[begin : head.start]
            before = DISPOSITION.all_in(masked(clause, HEAD.all_in(clause)))
            said = [each.value for each in before]
            self.found.claimed += [(begin, head.start)] if before else []
        parts = any(start <= each.start < stop for each in self.amounts for start, stop in rest)
        return fate_of_parts(said) if parts else one_fate(said)

    def _leave_unread_in_sight(self) -> None:
        """Amounts without a place are no part of any claim; those that cannot be read are refused."""
        unread = [each for each in self.amounts if each.start not in self.used]
        for amount in unread:
            self.found.claimed = [part for span in self.found.claimed for part in _without(span, amount)]
            if amount.value.euros is None:
                self._use(amount)


def _without(span: tuple[int, int], amount: Found[Amount]) -> list[tuple[int, int]]:
    """The parts of a span outside an amount."""
    if span[1] <= amount.start or amount.stop <= span[0]:
        return [span]
    return [part for part in ((span[0], amount.start), (amount.stop, span[1])) if part[0] < part[1]]


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
