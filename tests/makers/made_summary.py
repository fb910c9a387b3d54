"""A made summary as values: what it says, what that truly means, and how it is set."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from tests.makers.periods import MadePeriod
from tests.makers.phrase import Phrase

Disposition = Literal["carried_over", "returned", "other"]
Numbering = Literal["bracket", "dot", "dash", "bullet", "paragraph"]
SubNumbering = Literal["letter", "dash", "dotted"]
Lines = Literal["all", "horizontal", "none"]
FinanceShape = Literal["side_by_side", "paragraphs", "table"]


@dataclass(frozen=True, slots=True)
class MadeItem:
    """An item of the results: its phrases, its text with the stop at its end, its sub-items."""

    phrases: tuple[Phrase, ...]
    text: str
    items: tuple[MadeItem, ...] = ()


@dataclass(frozen=True, slots=True)
class MadeSection:
    """Items below a heading, which is "" for those before the first."""

    heading: str
    items: tuple[MadeItem, ...]


@dataclass(frozen=True, slots=True)
class MadeYear:
    """An implementation year."""

    period: MadePeriod
    period_text: str
    sections: tuple[MadeSection, ...]


@dataclass(frozen=True, slots=True)
class MadeLine:
    """Planned, actual and remainder of a purpose, "" for the total; None where nothing is stated."""

    purpose: str
    planned: Decimal
    actual: Decimal | None
    remainder: Decimal | None
    disposition: Disposition | None


@dataclass(frozen=True, slots=True)
class MadeFinance:
    """A finance period: its lines, and its paragraphs and table cells, which say the same."""

    period: MadePeriod
    period_text: str
    lines: tuple[MadeLine, ...]
    planned_text: tuple[str, ...]
    actual_text: tuple[str, ...]
    table_cells: tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class MadeSummary:
    """The whole document; `ineligible` and `unrecovered` are a text and its euros."""

    title: tuple[str, ...]
    task: str
    performer: str
    region: str
    delegation: MadePeriod
    delegation_text: str
    years: tuple[MadeYear, ...]
    finances: tuple[MadeFinance, ...]
    ineligible: tuple[str, Decimal]
    unrecovered: tuple[str, Decimal]
    other_information: str

    @property
    def first_day(self) -> date:
        """The first day of the delegation."""
        return self.delegation.start


@dataclass(frozen=True, slots=True)
class Style:
    """How a summary is set.

    `label_share` is the label column's share of the width, in per cent.
    `year_heading` holds `{roman}`, `{number}` or `{ordinal}`, and `{period}`.
    With `bold_headings` section headings are bold and have no colon.
    """

    lines: Lines = "all"
    label_share: int = 30
    font_size: int = 11
    landscape: bool = False
    numbering: Numbering = "bracket"
    sub_numbering: SubNumbering = "letter"
    year_heading: str = "{roman}. ĪSTENOŠANAS GADS ({period})"
    bold_headings: bool = False
    finance_shape: FinanceShape = "side_by_side"
    page_numbers: bool = False
