"""The records that one summary holds, each value with its place.

Money is `Decimal` euros with two decimals; None means *not stated* (or stated,
but refused: then a `RefusedAmount` or a `Period` without dates says so).
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar, Literal, Protocol

from msgspec import Struct

from pipeline.document import Box, PageBox, SecondReading
from pipeline.membership import Membership
from pipeline.traced import Traced

Qualifier = Literal["exact", "about", "at_least", "more_than", "at_most"]
Basis = Literal["stated", "part", "factor"]
Scenario = Literal["actual", "planned", "earlier", "change"]
Disposition = Literal["carried_over", "returned", "other"]


class Source(Traced, frozen=True, eq=False):
    """Where a value stands: its first page, its box there, and its words.

    `page` counts from 1, None where a table that was read back does not say; `box` is None
    without geometry. `confidence` is that of the least sure word, 0 to 100, None where none was recognised.
    `rule` names the rule that read the value, "" where the words are taken as they stand.
    `place` is where it stands in a document without pages, such as a Word file (see
    `Word.place`), "" where there are pages; such a source has neither page nor box.
    `words` are the numbers of its words in the opened document, `lines` a box for each of its lines,
    both on all pages: they lead back to the document, and are empty where it was read back. `down` orders
    sources that stand side by side in a document without pages: how far down each stands, else 0.
    """

    WAYS_BACK: ClassVar[frozenset[str]] = frozenset({"words", "lines", "down"})

    page: int | None
    box: Box | None
    quote: str
    confidence: float | None = None
    rule: str = ""
    words: tuple[int, ...] = ()
    lines: tuple[PageBox, ...] = ()
    place: str = ""
    down: float = 0.0


def days_key(start: date, end: date) -> str:
    """What names a period in the tables: its two ISO dates.

    >>> days_key(date(2022, 7, 15), date(2023, 7, 14))
    '2022-07-15/2023-07-14'
    """
    return f"{start.isoformat()}/{end.isoformat()}"


class Period(Struct, frozen=True):
    """Two dates, both inclusive. Both are None where `text` could not be read as a period."""

    start: date | None
    end: date | None
    text: str
    source: Source | None

    @property
    def is_readable(self) -> bool:
        """Whether both dates are there, and the first is before the last."""
        return self.start is not None and self.end is not None and self.start < self.end


class FieldValue(Struct, frozen=True):
    """One field of the form. `value` is "" where the cell is blank, `source` None where nothing stands there.

    `found` says whether its label was found, None where only the value is known.
    """

    code: str
    label: str
    found: bool | None
    value: str
    source: Source | None


class Indicator(Struct, frozen=True):
    """One counted thing.

    `count_to` is the upper end of a range. `product` is what the product in brackets behind the count gives, `whole`
    the count that a part belongs to, where both have the same lemma. `lemma_known` says whether the vocabulary holds
    the unit's head noun. `scenario` says whether the text tells it as done, as planned, of another year, or
    as by how much something is more or less.
    """

    count: Decimal
    count_to: Decimal | None
    qualifier: Qualifier
    unit: str
    unit_lemma: str
    basis: Basis
    lemma_known: bool
    product: Decimal | None
    whole: Decimal | None
    source: Source
    scenario: Scenario = "actual"

    @property
    def adds_up(self) -> bool:
        """Whether it belongs to the sum of what was done: no part, factor, plan, change or other year's figure does."""
        return self.basis == "stated" and self.scenario == "actual"


class Activity(Struct, frozen=True):
    """One item of the results field.

    `section` and `item` are as in activities.csv. `number` is the item's own number on its level, `parent` the item
    above it or "". `numbered` says whether the number is printed. `announced` is the count that announces the list of
    sub-items, if any. `doubt` is the place of a number that was recognised but not surely, None where it is none such.
    """

    section: str
    item: str
    number: int
    parent: str
    numbered: bool
    text: str
    announced: Decimal | None
    indicators: tuple[Indicator, ...]
    source: Source
    doubt: Source | None = None


class ImplementationYear(Struct, frozen=True):
    """An implementation year. `stated_no` is the number in its heading; `year_no` too, else its place, from 1.

    `period` is None where the heading states no period at all. `doubt` is as that of an activity.
    """

    year_no: int
    stated_no: int | None
    heading: str
    period: Period | None
    activities: tuple[Activity, ...]
    source: Source | None
    doubt: Source | None = None


class FinanceLine(Struct, frozen=True):
    """Planned, actual and remainder of one purpose in a period, or of the period in total (purpose "").

    Each amount has its own place, None where it is not stated or its place not known; `source` is of the first words.
    """

    purpose: str
    planned: Decimal | None
    actual: Decimal | None
    remainder: Decimal | None
    disposition: Disposition | None
    source: Source
    planned_source: Source | None = None
    actual_source: Source | None = None
    remainder_source: Source | None = None


# An amount of a table's row that says neither its period nor its purpose: no sum over the periods is sure then.
UNLABELLED = "unlabelled"


class RefusedAmount(Struct, frozen=True):
    """An amount of the finance field that was not read whole; `reason` is a word for machines.

    `purpose` is that of the item in which it stands, "" where it is a total or nobody can say.
    """

    reason: str
    source: Source
    purpose: str = ""


class FinancePeriod(Struct, frozen=True):
    """A finance period; `lines` holds the total first, then the purposes in document order."""

    period: Period
    lines: tuple[FinanceLine, ...]
    refused: tuple[RefusedAmount, ...] = ()

    @property
    def total(self) -> FinanceLine:
        """The line without a purpose."""
        return self.lines[0]


class UnclaimedText(Traced, frozen=True, eq=False):
    """Words next to each other on a page, or in a paragraph of a document without pages, that no rule claimed.

    `page` is None and `place` says where they stand where there are no pages; `lines` holds
    a box for each of its lines, `numbers` are those of its words: see `Source`.
    """

    WAYS_BACK: ClassVar[frozenset[str]] = frozenset({"numbers", "lines"})

    page: int | None
    text: str
    words: int
    numbers: tuple[int, ...] = ()
    lines: tuple[PageBox, ...] = ()
    place: str = ""


class StatedAmount(Struct, frozen=True):
    """A field that is an answer: `none_stated` for *Nav* and the like, an amount, or neither."""

    none_stated: bool
    euros: Decimal | None


class Summary(Struct, frozen=True):
    """Everything that was read from one summary.

    `fields` holds every field of the form in its order, found or not. `ineligible` and `unrecovered` are None
    where a field is missing, `second_reading` where no second reader was asked; `unread_pictures`: pages or places.
    """

    title: str
    title_source: Source | None
    title_years: tuple[int, int] | None
    region: str
    fields: tuple[FieldValue, ...]
    delegation: Period | None
    years: tuple[ImplementationYear, ...]
    finances: tuple[FinancePeriod, ...]
    ineligible: StatedAmount | None
    unrecovered: StatedAmount | None
    unclaimed: tuple[UnclaimedText, ...]
    second_reading: SecondReading | None = None
    unread_pictures: tuple[str, ...] = ()

    def field(self, code: str) -> FieldValue | None:
        """The field of this code, None where the form has none such."""
        return next((each for each in self.fields if each.code == code), None)

    def field_text(self, code: str) -> str:
        """What the field of this code says, "" where the form has none such."""
        return next((each.value for each in self.fields if each.code == code), "")


class KeptSummary(Protocol):
    """A summary that lies elsewhere: thousands of them do not fit into memory. `summary` brings it."""

    def summary(self) -> Summary: ...  # noqa: D102


if TYPE_CHECKING:
    Reading = Summary | KeptSummary | None
else:
    Reading = Summary | None  # Bytes never hold one that is kept elsewhere.


class Submission(Struct, frozen=True):
    """One submitted file, read or not.

    `document_id` is the first 12 hex digits of the SHA-256 of its bytes ("" where even these could not be read).
    `reading` is None where it failed; `failure` then says why, in Latvian, and `failure_en` in English. `route` is ""
    and `pages` 0 where it was not opened. `fallback_pages` are those that the first reader of its kind could not be
    trusted with, so that a slower one read them. `file_kind` is what the file is by its content, "" where it is nothing
    that is read here. `recogniser`, a program with its version, read `ocr_pages`; it could not read `unread_pages`.
    `hidden_pages` have text that is not to be seen.
    """

    document_id: str
    source_file: str
    route: str
    pages: int
    reading: Reading
    failure: str = ""
    failure_en: str = ""
    fallback_pages: tuple[int, ...] = ()
    membership: Membership | None = None
    same_as: str = ""
    file_kind: str = ""
    ocr_pages: tuple[int, ...] = ()
    unread_pages: tuple[int, ...] = ()
    recogniser: str = ""
    hidden_pages: tuple[int, ...] = ()

    @property
    def summary(self) -> Summary | None:
        """What was read, None where it failed."""
        return self.reading if self.reading is None or isinstance(self.reading, Summary) else self.reading.summary()

    @property
    def is_read(self) -> bool:
        """Whether there is a summary; asking this brings none."""
        return self.reading is not None

    @property
    def counts(self) -> bool:
        """Whether it was read, and no other file of its container stands for it."""
        return self.is_read and not self.same_as
