"""The rows of the check tables: what is stated beside what was expected.

An expectation compares columns of one row, and its messages name them. A field
is None (a flag False, a text "") where nothing is stated or where nothing can
be expected, and an expectation then passes over it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_type_hints

from pipeline.checks.kinds import (
    CheckRow,
    Count,
    Day,
    Euros,
    Flag,
    Item,
    Kind,
    Names,
    Number,
    PeriodKey,
    Phrase,
    Roman,
    Text,
    Word,
)
from pipeline.checks.submission_rows import OverlapRow, ReadingRow, ResubmissionRow, SignatureRow, TwinRow


class DocumentRow(CheckRow, frozen=True, kw_only=True):
    """A read document's title beside its delegation period, as years `2022–2025`."""

    title_years: Text = None
    delegation_years: Text = None


class FieldRow(CheckRow, frozen=True, kw_only=True):
    """A field of the form; `state` is `stated`, `blank`, `missing` (no label) or `unstated` (either)."""

    label: Text = ""
    state: Word = ""


class PeriodRow(CheckRow, frozen=True, kw_only=True):
    """A period that must be read; `owner` is `delegation`, `year` or `finances`."""

    owner: Word = ""
    text: Text = ""
    start: Day = None
    end: Day = None


class YearRow(CheckRow, frozen=True, kw_only=True):
    """An implementation year beside its neighbours and the delegation period.

    `delegation_start` is stated for the first year alone, `delegation_end` for the last alone. `activities` is how many
    activities it has.
    """

    year_no: Number = None
    stated_no: Roman = None
    expected_no: Roman = None
    start: Day = None
    end: Day = None
    day_after_previous: Day = None
    delegation_start: Day = None
    delegation_end: Day = None
    activities: Number = None


class FinancePeriodRow(CheckRow, frozen=True, kw_only=True):
    """A finance period beside the implementation year that it must be.

    `match` is `year` where both are there, else `no_year` or `no_finances`.
    """

    match: Word = ""
    period: PeriodKey = None
    year_period: PeriodKey = None


class FinanceRow(CheckRow, frozen=True, kw_only=True):
    """Planned, actual and remainder of a period in total (purpose "") or for one purpose.

    `left` is planned minus actual, `gap` its distance from the remainder.
    `remainder_due` says whether a remainder should be stated. `brought_in` is
    what the period before carried over, 0 where it carried nothing, None where
    that is not known; `allowed` is planned and `brought_in` together, `excess`
    what actual is above it.
    """

    period: PeriodKey = None
    purpose: Phrase = ""
    planned: Euros = None
    actual: Euros = None
    remainder: Euros = None
    left: Euros = None
    gap: Euros = None
    remainder_due: Flag = False
    brought_in: Euros = None
    allowed: Euros = None
    excess: Euros = None


class BreakdownRow(CheckRow, frozen=True, kw_only=True):
    """A period's total beside the sum of its purposes; `amount` is `planned`, `actual` or `remainder`."""

    period: PeriodKey = None
    amount: Word = ""
    total: Euros = None
    of_purposes: Euros = None
    gap: Euros = None


class PeriodTotalRow(CheckRow, frozen=True, kw_only=True):
    """A period in total, with what its breakdown lacks and what the period before carried into it.

    `purposes_planned` and `purposes_actual` count the purposes that planned has
    and those among them that actual has too. `carried_in` is None where nothing
    was carried in, `seen` how much of it shows in this period's amounts. `planned_due`
    and `actual_due` say whether that total should be stated: no amount of the period was refused.
    """

    period: PeriodKey = None
    planned: Euros = None
    actual: Euros = None
    remainder: Euros = None
    disposition: Text = None
    disposition_due: Flag = False
    is_last: Flag = False
    purposes_planned: Number = None
    purposes_actual: Number = None
    purposes_missing: Names = ()
    previous_period: PeriodKey = None
    planned_before: Euros = None
    carried_in: Euros = None
    seen: Euros = None
    planned_due: Flag = False
    actual_due: Flag = False


class AmountRow(CheckRow, frozen=True, kw_only=True):
    """An amount that was refused, or a finance period whose amounts were all read (then `reason` is None)."""

    period: PeriodKey = None
    reason: Text = None


class ActivityRow(CheckRow, frozen=True, kw_only=True):
    """An item beside its right number and the list that it announces; `words` counts the words of its text."""

    year_no: Number = None
    section: Phrase = ""
    item: Item = None
    expected_item: Item = None
    announced: Count = None
    sub_items: Count = None
    words: Number = None
    text: Text = ""


class IndicatorRow(CheckRow, frozen=True, kw_only=True):
    """A counted thing beside the product in brackets behind it and the whole that it is a part of."""

    year_no: Number = None
    section: Phrase = ""
    item: Item = None
    unit: Text = ""
    unit_lemma: Text = ""
    lemma_known: Flag = False
    count: Count = None
    product: Count = None
    whole: Count = None


class UnitTotalRow(CheckRow, frozen=True, kw_only=True):
    """The sum of a unit's stated counts in a section beside that of the year before."""

    year_no: Number = None
    section: Phrase = ""
    unit_lemma: Text = ""
    total: Count = None
    total_before: Count = None


class FigureRow(CheckRow, frozen=True, kw_only=True):
    """A count or the amounts of a finance row, with the confidence of the least sure word, in whole per cent.

    It stands in `proved_confidence` where sums prove each amount of the row, else in `confidence`.
    """

    confidence: Number = None
    proved_confidence: Number = None


class UnclaimedRow(CheckRow, frozen=True, kw_only=True):
    """How many words of a document no rule claimed; quote and page are those of the first."""

    words: Number = None


ROW_CLASSES: Mapping[str, type[CheckRow]] = {
    "twins": TwinRow,
    "signatures": SignatureRow,
    "readings": ReadingRow,
    "resubmissions": ResubmissionRow,
    "overlaps": OverlapRow,
    "fields": FieldRow,
    "documents": DocumentRow,
    "periods": PeriodRow,
    "years": YearRow,
    "activities": ActivityRow,
    "indicators": IndicatorRow,
    "unit_totals": UnitTotalRow,
    "finance_periods": FinancePeriodRow,
    "amounts": AmountRow,
    "finances": FinanceRow,
    "breakdowns": BreakdownRow,
    "period_totals": PeriodTotalRow,
    "figures": FigureRow,
    "unclaimed": UnclaimedRow,
}
"""The check tables, in the order in which their findings are given."""


def _kinds(row_class: type[CheckRow]) -> Mapping[str, Kind]:
    hints = get_type_hints(row_class, include_extras=True)
    return {name: hints[name].__metadata__[0] for name in row_class.__struct_fields__}


_COLUMN_KINDS = {row_class: _kinds(row_class) for row_class in ROW_CLASSES.values()}


def column_kinds(row_class: type[CheckRow]) -> Mapping[str, Kind]:
    """The columns of a row class, in order, each with what it holds."""
    return _COLUMN_KINDS[row_class]
