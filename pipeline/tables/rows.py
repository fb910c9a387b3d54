"""Records and findings → the rows of each table, in document order.

A row is one record together with the records above it that its columns speak of.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from msgspec import Struct

from pipeline.bookkeeping.identities import sums_of
from pipeline.bookkeeping.ledger import LedgerEntry, ledger
from pipeline.bookkeeping.purposes import TOTAL, purpose_key
from pipeline.checks.places import period_key
from pipeline.document import Box, SecondReading
from pipeline.findings import Finding
from pipeline.membership import Signing
from pipeline.records import (
    UNLABELLED,
    Activity,
    FinanceLine,
    FinancePeriod,
    ImplementationYear,
    Indicator,
    Period,
    Submission,
    Summary,
    UnclaimedText,
)
from pipeline.twins import read_documents


class DocumentRow(Struct, frozen=True):
    """One submitted file, with the number of its findings of each weight."""

    submission: Submission
    errors: int
    warnings: int

    @property
    def summary(self) -> Summary | None:
        """What was read, None where the file failed."""
        return self.submission.summary

    @property
    def second_reading(self) -> SecondReading | None:
        """What a second reader saw, None where none was asked."""
        return self.summary.second_reading if self.summary else None

    @property
    def signing(self) -> Signing | None:
        """What the signatures of its container say of it, None where there are none."""
        return self.submission.membership.signing if self.submission.membership else None

    @property
    def signed(self) -> str | None:
        """Whether it is signed, None outside containers."""
        return self.submission.membership.signed if self.submission.membership else None

    @property
    def status(self) -> str:
        """`failed`, `review` (read, with an error-level finding) or `ok`."""
        if self.summary is None:
            return "failed"
        return "review" if self.errors else "ok"

    def field_value(self, code: str) -> str | None:
        """The text of the field of this code, None where it was not read."""
        found = self.summary.field(code) if self.summary else None
        return found.value if found else None

    @property
    def planned(self) -> Decimal | None:
        """Sum over the periods' totals, None where there is none, one is not stated, or one may be missing.

        None too where another file of its container counts in its place.
        """
        return _complete_sum(line.planned for line in self._totals())

    @property
    def actual(self) -> Decimal | None:
        """Sum over the periods' totals, None where there is none, one is not stated, or one may be missing."""
        return _complete_sum(line.actual for line in self._totals())

    @property
    def remainder(self) -> Decimal | None:
        """Sum of the remainders that the periods' totals state, None where none does or a period may be missing."""
        stated = [line.remainder for line in self._totals() if line.remainder is not None]
        return sum(stated, Decimal("0.00")) if stated else None

    @property
    def unclaimed_words(self) -> int | None:
        """How many words no rule claimed, None where the file failed or another stands for it."""
        return sum(each.words for each in self.summary.unclaimed) if self.summary and self.submission.counts else None

    def _totals(self) -> Iterator[FinanceLine]:
        periods = self.summary.finances if self.summary and self.submission.counts else ()
        if any(amount.reason == UNLABELLED for period in periods for amount in period.refused):
            return iter(())
        return (period.total for period in periods)


class ActivityRow(Struct, frozen=True):
    """One item of the results field in its implementation year."""

    document_id: str
    year: ImplementationYear
    activity: Activity


class IndicatorRow(Struct, frozen=True):
    """One counted thing in its activity."""

    document_id: str
    year: ImplementationYear
    activity: Activity
    indicator: Indicator

    @property
    def box(self) -> Box | None:
        """Where its quote stands, None without geometry."""
        return self.indicator.source.box


class FinanceRow(Struct, frozen=True):
    """One purpose, or the total, of a finance period.

    `key` names the period in its document, `proved_by` counts the sums that hold and
    that one of its amounts is a term of.
    """

    document_id: str
    key: str
    period: FinancePeriod
    line: FinanceLine
    proved_by: int

    @property
    def refused(self) -> tuple[str, ...]:
        """The refused amounts of this purpose as they stand; the total has those of no purpose that has a row."""
        own, rows = purpose_key(self.line.purpose), {purpose_key(each.purpose) for each in self.period.lines}
        keys = ((purpose_key(each.purpose), each.source.quote) for each in self.period.refused)
        return tuple(quote for key, quote in keys if own == (key if key in rows else TOTAL))


class LedgerRow(Struct, frozen=True):
    """One purpose, or the total, of a finance period: where its money came from and went to."""

    document_id: str
    period: Period
    entry: LedgerEntry


class UnclaimedRow(Struct, frozen=True):
    """Words of a document that no rule claimed."""

    document_id: str
    unclaimed: UnclaimedText


def document_rows(submissions: Sequence[Submission], findings: Sequence[Finding]) -> Iterator[DocumentRow]:
    """One row per submission, whatever became of it; the same bytes twice make two rows.

    A file that another one stands for has the findings of that one.
    """
    found = Counter((each.document_id, each.severity) for each in findings)
    ids = {each.source_file: each.document_id for each in submissions}
    for submission in submissions:
        own = ids.get(submission.same_as, submission.document_id)
        yield DocumentRow(submission, found[own, "error"], found[own, "warning"])


def activity_rows(submissions: Sequence[Submission], _findings: Sequence[Finding]) -> Iterator[ActivityRow]:
    """The activities of every document."""
    for document in read_documents(submissions):
        for year in document.summary.years:
            yield from (ActivityRow(document.document_id, year, activity) for activity in year.activities)


def indicator_rows(submissions: Sequence[Submission], findings: Sequence[Finding]) -> Iterator[IndicatorRow]:
    """The indicators of every document."""
    for row in activity_rows(submissions, findings):
        for indicator in row.activity.indicators:
            yield IndicatorRow(row.document_id, row.year, row.activity, indicator)


def finance_rows(submissions: Sequence[Submission], _findings: Sequence[Finding]) -> Iterator[FinanceRow]:
    """The finance lines of every document: for each period the total, then its purposes."""
    for document in read_documents(submissions):
        for position, period in enumerate(document.summary.finances, start=1):
            proofs = sums_of(period).proofs()
            for line in period.lines:
                key = period_key(period.period, position)
                yield FinanceRow(document.document_id, key, period, line, proofs[purpose_key(line.purpose)])


def ledger_rows(submissions: Sequence[Submission], _findings: Sequence[Finding]) -> Iterator[LedgerRow]:
    """The ledger of every document: for each period the total, then each purpose once."""
    for document in read_documents(submissions):
        periods = document.summary.finances
        for period, kept in zip(periods, ledger(periods), strict=True):
            yield from (LedgerRow(document.document_id, period.period, entry) for entry in kept.entries.values())


def finding_rows(_submissions: Sequence[Submission], findings: Sequence[Finding]) -> Iterator[Finding]:
    """The findings, in the order in which the checks gave them."""
    yield from findings


def unclaimed_rows(submissions: Sequence[Submission], _findings: Sequence[Finding]) -> Iterator[UnclaimedRow]:
    """The unclaimed text of every document."""
    for document in read_documents(submissions):
        yield from (UnclaimedRow(document.document_id, unclaimed) for unclaimed in document.summary.unclaimed)


def first_day(period: Period | None) -> date | None:
    """The first day of a period, None where it is not stated or cannot be read."""
    return period.start if period else None


def last_day(period: Period | None) -> date | None:
    """The last day of a period, None where it is not stated or cannot be read."""
    return period.end if period else None


def _complete_sum(amounts: Iterator[Decimal | None]) -> Decimal | None:
    """The sum of one or more amounts; None where one is None, since a sum that lacks a term is wrong money."""
    known: list[Decimal] = []
    for amount in amounts:
        if amount is None:
            return None
        known.append(amount)
    return sum(known, Decimal("0.00")) if known else None
