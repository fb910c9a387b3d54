"""Small records to check: a clean summary of two years, and the finances of the real document."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from msgspec.structs import replace

from pipeline.records import (
    Activity,
    Disposition,
    FieldValue,
    FinanceLine,
    FinancePeriod,
    ImplementationYear,
    Indicator,
    Period,
    RefusedAmount,
    Source,
    Submission,
    Summary,
)

FIELDS = (
    "task",
    "performer",
    "delegation_period",
    "results",
    "finances",
    "ineligible_expenditure",
    "unrecovered_funds",
    "other_information",
)
CIVIC = "pilsoniskās sabiedrības attīstībai Kurzemes reģionā"
MINORITIES = "mazākumtautību nevalstisko organizāciju attīstības un ilgtspējas veicināšanai"


def place(quote: str = "vārdi", page: int = 3) -> Source:
    return Source(page, None, quote)


def days(start: str, end: str) -> Period:
    """The period between two ISO dates."""
    return Period(date.fromisoformat(start), date.fromisoformat(end), f"{start} – {end}", place(f"{start} – {end}"))


def unreadable(text: str = "15.07.2022. – 14.17.2023.") -> Period:
    return Period(None, None, text, place(text))


YEAR_1 = days("2022-07-15", "2023-07-14")
YEAR_2 = days("2023-07-15", "2024-07-14")
YEAR_3 = days("2024-07-15", "2025-07-14")


def field(code: str, value: str = "teksts", *, found: bool = True) -> FieldValue:
    return FieldValue(code, f"Lauks {code}", found, value, place(value) if value else None)


def indicator(count: str, lemma: str = "pasākums", **changes: object) -> Indicator:
    """An exact, stated count of a known noun."""
    plain = Indicator(
        Decimal(count), None, "exact", lemma, lemma, "stated", True, None, None, place(f"{count} {lemma}")
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def activity(item: str, *indicators: Indicator, section: str = "", number: int | None = None) -> Activity:
    """A printed item; its number and its parent are those of its name."""
    parent, _, own = item.rpartition(".")
    value = number or (int(own) if own.isdecimal() else ord(own) - ord("a") + 1)
    return Activity(section, item, value, parent, True, "teksts", None, indicators, place(f"{item}) teksts"))


def year(year_no: int, period: Period | None, *activities: Activity) -> ImplementationYear:
    items = activities or (activity("1", indicator("3")), activity("2", indicator("5", "seminārs")))
    return ImplementationYear(year_no, year_no, f"{year_no}. gads", period, items, place(f"{year_no}. gads"))


def line(
    purpose: str,
    planned: str | None,
    actual: str | None,
    remainder: str | None = None,
    disposition: Disposition | None = None,
) -> FinanceLine:
    amounts = (None if each is None else Decimal(each) for each in (planned, actual, remainder))
    return FinanceLine(purpose, *amounts, disposition, place(f"Plānots {planned} euro"))


def finances(period: Period, *lines: FinanceLine, refused: str | None = None) -> FinancePeriod:
    return FinancePeriod(period, lines, (RefusedAmount("grouping", place(refused)),) if refused else ())


def spent(period: Period) -> FinancePeriod:
    """A period whose two purposes were spent to the cent."""
    return finances(
        period,
        line("", "49000.00", "49000.00"),
        line(CIVIC, "30000.00", "30000.00"),
        line(MINORITIES, "19000.00", "19000.00"),
    )


def summary(**changes: object) -> Summary:
    """A summary of two years in which nothing is wrong."""
    clean = Summary(
        title="Kopsavilkums (2022-2024)",
        title_source=place("(2022-2024)", 1),
        title_years=(2022, 2024),
        region="Kurzeme",
        fields=tuple(field(code) for code in FIELDS),
        delegation=days("2022-07-15", "2024-07-14"),
        years=(year(1, YEAR_1), year(2, YEAR_2)),
        finances=(spent(YEAR_1), spent(YEAR_2)),
        ineligible=None,
        unrecovered=None,
        unclaimed=(),
    )
    return replace(clean, **changes)  # type: ignore[arg-type]


def submission(content: Summary | None, document_id: str = "aaaaaaaaaaaa", source_file: str = "a.pdf") -> Submission:
    return Submission(document_id, source_file, "pdf", 4, content)


def real_finances() -> Sequence[FinancePeriod]:
    """Those of the published summary of Kurzeme for 2022–2025."""
    return (
        finances(
            YEAR_1,
            line("", "49000.00", "47786.53", "1213.47", "carried_over"),
            line(CIVIC, "30000.00", "28959.87", "1040.13", "carried_over"),
            line(MINORITIES, "19000.00", "18826.66", "173.34", "carried_over"),
        ),
        spent(YEAR_2),
        finances(
            YEAR_3,
            line("", "49000.00", "48871.72", "128.28", "returned"),
            line(CIVIC, "30000.00", None),
            line(MINORITIES, "19000.00", None),
        ),
    )


def real_summary() -> Summary:
    """The published summary of Kurzeme for 2022–2025, with the items and counts in which a check could err."""
    section = "Kurzemes reģiona mazākumtautību kapacitātes celšanai"
    lettered = tuple(activity(f"1.{letter}", section=section) for letter in "abc")
    first = (
        activity("1", indicator("24", "nodarbība", product=Decimal(24))),
        replace(activity("1", indicator("3", "aktivitāte"), section=section), announced=Decimal(3)),
        *lettered,
        activity("2", section=section),
    )
    second = (activity("1", indicator("114", "dalībnieks"), indicator("61", "NVO", basis="part")),)
    dashed = tuple(replace(activity(f"2.{number}"), numbered=False) for number in (1, 2))
    third = (activity("1"), activity("2"), *dashed, activity("3"))
    years = (year(1, YEAR_1, *first), year(2, YEAR_2, *second), year(3, YEAR_3, *third))
    return summary(
        title_years=(2022, 2025),
        delegation=days("2022-07-15", "2025-07-14"),
        years=years,
        finances=tuple(real_finances()),
    )
