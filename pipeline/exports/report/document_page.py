"""A document that was read and its findings → what its page shows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from pipeline.arithmetic.books import Books, CarryOver, books, carried_out
from pipeline.arithmetic.sums import Sum, sums_by_purpose, sums_of_count, sums_of_list
from pipeline.arithmetic.written_sums import written_check
from pipeline.bookkeeping.identities import sums_of
from pipeline.bookkeeping.purposes import lines_by_purpose, purpose_key
from pipeline.catalogue import Language, text
from pipeline.catalogue.places import written_place
from pipeline.checks.finance_rows import keyed_periods
from pipeline.checks.messages import written_count, written_day, written_euros
from pipeline.checks.places import row_name
from pipeline.exports.report.container_note import container_note
from pipeline.exports.report.page_parts import (
    DocumentPage,
    Fact,
    LedgerLine,
    ShownActivity,
    ShownCheck,
    ShownFinding,
    ShownIndicator,
    ShownLine,
    ShownPeriod,
    ShownYear,
)
from pipeline.exports.report.places import Places, Value
from pipeline.findings import Finding
from pipeline.records import (
    FinanceLine,
    FinancePeriod,
    ImplementationYear,
    Indicator,
    Period,
    Source,
    Submission,
    Summary,
)
from pipeline.tables import LEDGER
from pipeline.tables.rows import DocumentRow, ledger_rows

# The long fields are shown as their records.
NO_FACTS = ("results", "finances", "delegation_period")
SPACE_IN_NUMBER = re.compile(r"(?<=\d) (?=\d{3}(?!\d))|(?<=\d\.) (?=lpp)")
LEDGER_AMOUNTS = LEDGER.columns[4:]


def document_page(
    files: Sequence[str], submission: Submission, summary: Summary, findings: Sequence[Finding], language: Language
) -> DocumentPage:
    """The page of a document; `files` are all inputs that hold its bytes or its text, `findings` its own."""
    draft = _Draft(summary, language)
    facts, periods = tuple(draft.facts()), tuple(draft.periods())
    years, unclaimed = tuple(draft.years()), tuple(draft.unclaimed())
    errors = sum(each.severity == "error" for each in findings)
    status = DocumentRow(submission, errors, 0).status
    return DocumentPage(
        submission.document_id,
        tuple(files),
        container_note(submission, language),
        summary.title or files[0],
        status,
        text(f"words.{status}", language),
        tuple(draft.finding(each) for each in findings),
        facts,
        periods,
        tuple(column.heading(language) for column in LEDGER_AMOUNTS),
        tuple(draft.ledger(submission)),
        draft.carried(),
        years,
        unclaimed,
        tuple(draft.places.found),
    )


def unbroken(text: str) -> str:
    r"""The text with its numbers, and what belongs to them, kept on one line.

    >>> unbroken("1 213,47 euro, 3. lpp.").split(" ")
    ['1\xa0213,47', 'euro,', '3.\xa0lpp.']
    """
    return SPACE_IN_NUMBER.sub("\N{NO-BREAK SPACE}", text)


@dataclass(slots=True)
class _Draft:
    """A page in the making: `rows` says at which places the words of a table's row stand, as findings name rows."""

    summary: Summary
    language: Language
    places: Places = field(init=False)
    rows: dict[tuple[str, str], list[tuple[str, int]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.places = Places(self.language)

    def _value(
        self, row: tuple[str, str], shown: str, source: Source | None, label: str, *, long: bool = False
    ) -> Value:
        value = self.places.value(shown, source, label, "text" if long else "figure")
        if value.place is not None and source is not None:
            self.rows.setdefault(row, []).append((source.quote, value.place))
        return value

    def finding(self, finding: Finding) -> ShownFinding:
        """A finding at the place of its words, else at the first of its row."""
        places = self.rows.get((finding.table, finding.row), [])
        same = [place for quote, place in places if quote == finding.quote]
        english = self.language == "en"
        return ShownFinding(
            finding.severity,
            text(f"words.{finding.severity}", self.language),
            finding.code,
            unbroken(finding.message_en if english else finding.message),
            unbroken(finding.suggestion_en if english else finding.suggestion),
            next(iter(same or [place for _, place in places]), None),
            finding.page,
            written_place(finding.place, self.language),
        )

    def facts(self) -> Iterator[Fact]:
        """The fields of the form that are text, the delegation period among them."""
        for each in self.summary.fields:
            row = ("documents", each.code)
            if each.code == "delegation_period" and self.summary.delegation:
                delegation = self.summary.delegation
                yield Fact(each.label, self._value(row, self._period(delegation), delegation.source, each.label))
            elif each.code not in NO_FACTS:
                yield Fact(each.label, self._value(row, each.value, each.source, each.label, long=True))

    def periods(self) -> Iterator[ShownPeriod]:
        """The finance periods."""
        for position, (key, period) in enumerate(keyed_periods(self.summary), start=1):
            proofs = sums_of(period).proofs()
            lines = tuple(self._line(key, line, proofs[purpose_key(line.purpose)]) for line in period.lines)
            refused = tuple(self._refused(key, period))
            name = self._value(("finances", key), self._period(period.period), period.period.source, "")
            yield ShownPeriod(name, lines, tuple(self._sums(period, position)), refused)

    def _sums(self, period: FinancePeriod, position: int) -> Iterator[ShownCheck]:
        """Each sum of a period once; a remainder says whose it is."""
        lines, total = lines_by_purpose(period), text("report.total", self.language)
        shown: set[int] = set()
        for key, sums in sums_by_purpose(period, position).items():
            for each in (one for one in sums if id(one) not in shown):
                shown.add(id(each))
                of = (lines[key].purpose or total) if each.kind == "remainder" else ""
                yield ShownCheck(unbroken(written_check(each, self.language)), each.holds, of)

    def _checks(self, found: Iterable[Sum | CarryOver]) -> tuple[ShownCheck, ...]:
        return tuple(ShownCheck(unbroken(written_check(each, self.language)), each.holds) for each in found)

    def _line(self, key: str, line: FinanceLine, proved_by: int) -> ShownLine:
        amounts = (
            self._amount(key, line, "planned_eur", line.planned, line.planned_source),
            self._amount(key, line, "actual_eur", line.actual, line.actual_source),
            self._amount(key, line, "remainder_eur", line.remainder, line.remainder_source),
        )
        fate = text(f"words.{line.disposition}", self.language) if line.disposition else ""
        return ShownLine(line.purpose, *amounts, fate, proved_by)

    def _amount(self, key: str, line: FinanceLine, column: str, euros: Decimal | None, source: Source | None) -> Value:
        if euros is None:
            return Value("")
        label = ", ".join(each for each in (text(f"columns.{column}", self.language), line.purpose) if each)
        row = ("finances", row_name(key, line.purpose))
        return self._value(row, written_euros(euros, self.language), source or line.source, label)

    def _refused(self, key: str, period: FinancePeriod) -> Iterator[Value]:
        label = text("columns.refused", self.language)
        for each in period.refused:
            yield self._value(("finances", row_name(key, each.purpose)), each.source.quote, each.source, label)

    def ledger(self, submission: Submission) -> Iterator[LedgerLine]:
        """Each period's total and purposes."""
        for row in ledger_rows([submission], []):
            amounts = tuple(self._euros(column.value(row)) for column in LEDGER_AMOUNTS)
            yield LedgerLine(self._period(row.period), row.entry.line.purpose, amounts)

    def carried(self) -> tuple[ShownCheck, ...]:
        """What each period carried over, in total, and whether the next one shows it."""
        kept: Books = books(self.summary.finances)
        return self._checks(each for at in range(len(kept.periods)) for each in carried_out(kept, at, ""))

    def years(self) -> Iterator[ShownYear]:
        """The implementation years with their items."""
        for year in self.summary.years:
            period = f" ({self._period(year.period)})" if year.period else ""
            shown = text("report.year", self.language, number=year.year_no) + period
            name = self._value(("activities", str(year.year_no)), shown, year.source, "", long=True)
            yield ShownYear(name, tuple(self._activities(year)))

    def _activities(self, year: ImplementationYear) -> Iterator[ShownActivity]:
        section = ""
        for each in year.activities:
            row = row_name(year.year_no, each.section, each.item)
            shown = self._value(("activities", row), each.text, each.source, each.item, long=True)
            indicators = tuple(self._indicator(row, indicator) for indicator in each.indicators)
            listed = self._checks(sums_of_list(each, year.activities))
            new_section = "" if each.section == section else each.section
            yield ShownActivity(new_section, each.item, shown, indicators, listed)
            section = each.section

    def _indicator(self, row: str, each: Indicator) -> ShownIndicator:
        count = written_count(each.count, self.language)
        if each.count_to is not None:
            count += f"–{written_count(each.count_to, self.language)}"
        if each.qualifier != "exact":
            count = f"{text(f'words.{each.qualifier}', self.language)} {count}"
        said = [each.basis if each.basis != "stated" else "", each.scenario if each.scenario != "actual" else ""]
        note = ", ".join(text(f"words.{word}", self.language) for word in said if word)
        value = self._value(("indicators", row), count, each.source, each.unit)
        return ShownIndicator(value, each.unit, each.unit_lemma, note, self._checks(sums_of_count(each)))

    def unclaimed(self) -> Iterator[Value]:
        """The words that no rule claimed."""
        for each in self.summary.unclaimed:
            value = self.places.unclaimed(each, text("report.unclaimed_words", self.language))
            if value.place is not None:
                self.rows.setdefault(("unclaimed", ""), []).append((each.text, value.place))
            yield value

    def _period(self, period: Period) -> str:
        if period.start is None or period.end is None:
            return period.text
        return f"{written_day(period.start, self.language)}–{written_day(period.end, self.language)}"

    def _euros(self, euros: object) -> str:
        return written_euros(euros, self.language) if isinstance(euros, Decimal) else ""
