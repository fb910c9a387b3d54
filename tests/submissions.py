"""Submissions and findings for tests, whole but small."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from pipeline.document import Box
from pipeline.findings import Finding, Severity
from pipeline.records import (
    Activity,
    FieldValue,
    FinanceLine,
    FinancePeriod,
    ImplementationYear,
    Indicator,
    Period,
    Source,
    StatedAmount,
    Submission,
    Summary,
    UnclaimedText,
)

PERIOD = Period(date(2022, 7, 15), date(2023, 7, 14), "15.07.2022.–14.07.2023.", None)
SOURCE = Source(2, Box(10.0, 20.123, 30.0, 40.0), "24 nodarbības")


def indicator(count: str = "24") -> Indicator:
    return Indicator(Decimal(count), None, "exact", "nodarbības", "nodarbība", "stated", True, None, None, SOURCE)


def activity(text: str = "Notikušas 24 nodarbības;", count: str = "24") -> Activity:
    return Activity("", "1", 1, "", True, text, None, (indicator(count),), SOURCE)


def year(*activities: Activity) -> ImplementationYear:
    return ImplementationYear(1, 1, "I īstenošanas gads", PERIOD, activities, None)


def line(planned: str | None, actual: str | None, purpose: str = "") -> FinanceLine:
    return FinanceLine(
        purpose,
        None if planned is None else Decimal(planned),
        None if actual is None else Decimal(actual),
        None,
        None,
        Source(3, None, "- 49 000,00 euro"),
    )


def summary(
    *,
    years: tuple[ImplementationYear, ...] | None = None,
    totals: tuple[FinanceLine, ...] = (),
    ineligible: StatedAmount | None = None,
    unclaimed: tuple[UnclaimedText, ...] = (),
    fields: tuple[FieldValue, ...] = (),
) -> Summary:
    return Summary(
        title="Kopsavilkums (2022-2023)",
        title_source=None,
        title_years=(2022, 2023),
        region="Kurzeme",
        fields=fields,
        delegation=PERIOD,
        years=(year(activity()),) if years is None else years,
        finances=tuple(FinancePeriod(PERIOD, (total,)) for total in totals),
        ineligible=ineligible,
        unrecovered=None,
        unclaimed=unclaimed,
    )


def submission(source_file: str = "a.pdf", document_id: str = "aaaaaaaaaaaa", of: Summary | None = None) -> Submission:
    return Submission(document_id, source_file, "pdf", 4, summary() if of is None else of)


def failed(source_file: str = "b.pdf", document_id: str = "bbbbbbbbbbbb") -> Submission:
    return Submission(document_id, source_file, "", 0, None, "Fails ir tukšs.", "The file is empty.")


def finding(
    severity: Severity = "error", document_id: str = "aaaaaaaaaaaa", message: str = "Summas nesakrīt."
) -> Finding:
    return Finding(
        document_id, severity, "remainder-differs", "finances", "1", message, "Sums differ.", "1.00", "2.00", "", None
    )
