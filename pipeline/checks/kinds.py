"""What the columns of a check table hold, and what every row has."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum, auto
from typing import Annotated

from msgspec import Struct

from pipeline.bookkeeping.digit_slips import Slip
from pipeline.bookkeeping.purposes import Amount


class Kind(Enum):
    """What a column holds, which decides how it is compared and how it is written."""

    TEXT = auto()
    PHRASE = auto()
    WORD = auto()
    FLAG = auto()
    NUMBER = auto()
    ROMAN = auto()
    COUNT = auto()
    EUROS = auto()
    DAY = auto()
    PERIOD = auto()
    ITEM = auto()
    NAMES = auto()
    HINT = auto()


Text = Annotated[str | None, Kind.TEXT]
Phrase = Annotated[str, Kind.PHRASE]
"""Part of a place, such as a purpose; a message puts it behind a comma in quotation marks, or leaves it out."""
Word = Annotated[str, Kind.WORD]
"""One of a few code words; `words` in the suite's meta says how each is written."""
Flag = Annotated[bool, Kind.FLAG]
Number = Annotated[int | None, Kind.NUMBER]
Roman = Annotated[int | None, Kind.ROMAN]
Count = Annotated[Decimal | None, Kind.COUNT]
Euros = Annotated[Decimal | None, Kind.EUROS]
Day = Annotated[date | None, Kind.DAY]
PeriodKey = Annotated[str | None, Kind.PERIOD]
"""Two ISO dates with a slash between them, or the words that could not be read as such."""
Item = Annotated[str | None, Kind.ITEM]
Names = Annotated[tuple[str, ...], Kind.NAMES]


class Hint(Struct, frozen=True):
    """That an amount of a period may be mistyped: `stated` stands there, `meant` would make more sums hold."""

    period: str
    purpose: str
    amount: Amount
    stated: Decimal
    meant: Decimal
    slip: Slip


class CheckRow(Struct, frozen=True, kw_only=True):
    """Where a row stands, and what may be mistyped there; the fields are those of a finding."""

    document_id: Text = ""
    table: Text = ""
    row: Text = ""
    quote: Text = ""
    page: Number = None
    place: Text = ""
    hint: Annotated[Hint | None, Kind.HINT] = None
