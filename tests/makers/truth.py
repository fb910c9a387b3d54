"""What the tables must say about a made summary; each row's fields are the columns of that name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tests.makers.form_rows import sub_marks
from tests.makers.made_summary import MadeItem, MadeSection, MadeSummary, Style
from tests.makers.phrase import Phrase


@dataclass(frozen=True, slots=True)
class TrueDocument:
    """The row of documents.csv."""

    title: str
    task: str
    performer: str
    region: str
    delegation_start: date
    delegation_end: date
    implementation_years: int
    planned_eur: Decimal
    actual_eur: Decimal
    ineligible_expenditure: str
    ineligible_expenditure_eur: Decimal
    unrecovered_funds: str
    unrecovered_funds_eur: Decimal
    other_information: str
    unclaimed_words: int


@dataclass(frozen=True, slots=True)
class TrueActivity:
    """A row of activities.csv."""

    year_no: int
    year_start: date
    year_end: date
    section: str
    item: str
    text: str


@dataclass(frozen=True, slots=True)
class TrueIndicator:
    """A row of indicators.csv."""

    year_no: int
    section: str
    item: str
    count: Decimal
    count_to: Decimal | None
    qualifier: str
    unit: str
    unit_lemma: str
    basis: str


@dataclass(frozen=True, slots=True)
class TrueFinance:
    """A row of finances.csv."""

    period_start: date
    period_end: date
    purpose: str
    planned_eur: Decimal
    actual_eur: Decimal | None
    remainder_eur: Decimal | None
    remainder_disposition: str | None


@dataclass(frozen=True, slots=True)
class Truth:
    """The rows of all tables."""

    documents: tuple[TrueDocument, ...]
    activities: tuple[TrueActivity, ...]
    indicators: tuple[TrueIndicator, ...]
    finances: tuple[TrueFinance, ...]


def truth_of(made: MadeSummary, style: Style) -> Truth:
    """The true rows."""
    activities, indicators = [], []
    for number, year in enumerate(made.years, start=1):
        for section in year.sections:
            for item, each in _numbered(section, style):
                activities.append(
                    TrueActivity(number, year.period.start, year.period.end, section.heading, item, each.text)
                )
                indicators += list(_indicators(number, section.heading, item, each.phrases))
    finances = tuple(
        TrueFinance(
            finance.period.start,
            finance.period.end,
            line.purpose,
            line.planned,
            line.actual,
            line.remainder,
            line.disposition,
        )
        for finance in made.finances
        for line in finance.lines
    )
    return Truth((_document(made),), tuple(activities), tuple(indicators), finances)


def _document(made: MadeSummary) -> TrueDocument:
    totals = [finance.lines[0] for finance in made.finances]
    return TrueDocument(
        " ".join(made.title),
        made.task,
        made.performer,
        made.region,
        made.delegation.start,
        made.delegation.end,
        len(made.years),
        sum((line.planned for line in totals), Decimal("0.00")),
        sum((line.actual for line in totals if line.actual is not None), Decimal("0.00")),
        *made.ineligible,
        *made.unrecovered,
        made.other_information,
        0,
    )


def _numbered(section: MadeSection, style: Style) -> Iterator[tuple[str, MadeItem]]:
    """Each item with what activities.csv calls it."""
    for place, item in enumerate(section.items, start=1):
        yield str(place), item
        for sub_place, sub in enumerate(item.items, start=1):
            mark = sub_marks(style, place, sub_place)
            names = {"letter": f"{place}.{mark[0]}", "dash": f"{place}.{sub_place}", "dotted": mark}
            yield names[style.sub_numbering], sub


def _indicators(year_no: int, section: str, item: str, phrases: tuple[Phrase, ...]) -> Iterator[TrueIndicator]:
    for phrase in phrases:
        for each in phrase.counts:
            yield TrueIndicator(
                year_no,
                section,
                item,
                each.count,
                each.count_to,
                each.qualifier,
                each.unit,
                each.unit_lemma,
                each.basis,
            )
