"""Which amount may be mistyped, and how many sums prove one."""

from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec.structs import replace

from pipeline.bookkeeping.digit_slips import digit_slip
from pipeline.bookkeeping.identities import Cell, breakdown_identity, figures_agree, remainder_identity, sums_of
from pipeline.bookkeeping.purposes import TOTAL, purpose_key
from pipeline.bookkeeping.suggestions import suggestion
from pipeline.checks import findings_of
from pipeline.records import FinanceLine, FinancePeriod, RefusedAmount, Source
from tests.checks import made
from tests.checks.made import CIVIC, MINORITIES, YEAR_1, YEAR_2, finances, line, spent

FIRST = made.real_finances()[0]
CIVIC_KEY = purpose_key(CIVIC)


def with_line(purpose: str, *amounts: str) -> FinancePeriod:
    """The first period of the real document with other amounts of one purpose, or of the total."""
    lines = [line(purpose, *amounts, "carried_over") if each.purpose == purpose else each for each in FIRST.lines]  # type: ignore[arg-type]
    return finances(YEAR_1, *lines)


@pytest.mark.parametrize(
    ("stated", "meant", "slip"),
    [
        ("1213.74", "1213.47", "swapped"),
        ("4786.53", "47786.53", "lost"),
        ("477786.53", "47786.53", "doubled"),
        ("479786.53", "47786.53", "added"),
        ("47986.53", "47786.53", "changed"),
        ("477865.30", "47786.53", "moved_comma"),
        ("4900.00", "49000.00", "lost"),
        ("490.00", "49000.00", "moved_comma"),
        ("1213.47", "1213.47", None),
        ("1200.00", "3100.00", None),
        ("1203.00", "3201.00", None),
        ("1213.47", "3121.74", None),
        ("10.00", "-10.00", None),
        ("0.00", "10.00", None),
    ],
)
def test_a_slip_is_told_by_its_digits(stated: str, meant: str, slip: str | None) -> None:
    assert digit_slip(Decimal(stated), Decimal(meant)) == slip


@pytest.mark.parametrize(
    ("purpose", "amounts", "cell", "meant"),
    [
        (CIVIC, ("30000.00", "28959.78", "1040.13"), Cell(CIVIC_KEY, "actual"), "28959.87"),
        (CIVIC, ("3000.00", "28959.87", "1040.13"), Cell(CIVIC_KEY, "planned"), "30000.00"),
        (CIVIC, ("30000.00", "28959.87", "10401.30"), Cell(CIVIC_KEY, "remainder"), "1040.13"),
        ("", ("49000.00", "47786.53", "1213.74"), Cell(TOTAL, "remainder"), "1213.47"),
    ],
)
def test_the_mistyped_amount_is_found_by_the_sums_that_it_breaks(
    purpose: str, amounts: tuple[str, ...], cell: Cell, meant: str
) -> None:
    period = with_line(purpose, *amounts)
    for broken in (remainder_identity(purpose_key(purpose)), breakdown_identity(period, cell.amount)):
        found = suggestion(broken, sums_of(period))
        assert found is not None
        assert (found.cell, found.meant, found.mends) == (cell, Decimal(meant), 2)


def test_two_amounts_that_explain_it_equally_are_no_suggestion() -> None:
    period = finances(YEAR_1, line("", "5000.00", "4000.00", "2000.00"))
    assert suggestion(remainder_identity(TOTAL), sums_of(period)) is None


def test_what_no_single_slip_explains_is_no_suggestion() -> None:
    period = finances(YEAR_1, line("", "49000.00", "47786.53", "3568.90"))
    assert suggestion(remainder_identity(TOTAL), sums_of(period)) is None


def test_a_change_that_breaks_as_much_as_it_mends_is_no_suggestion() -> None:
    period = finances(
        YEAR_1, line("", "49000.00", "47786.53", "1213.74", "returned"), line(CIVIC, "49000.00", "47786.53", "1213.74")
    )
    assert suggestion(remainder_identity(TOTAL), sums_of(period)) is None


def test_where_no_slip_explains_what_mends_most_a_lesser_one_is_not_named() -> None:
    period = with_line(CIVIC, "30000.00", "19959.87", "1040.13")
    assert suggestion(remainder_identity(CIVIC_KEY), sums_of(period)) is None


def test_beside_a_refused_amount_purposes_prove_no_total() -> None:
    assert sums_of(finances(YEAR_1, *FIRST.lines, refused="1.000 euro")).proofs()[TOTAL] == 1


def test_each_row_knows_how_many_sums_prove_it() -> None:
    proofs = sums_of(FIRST).proofs()
    assert (proofs[TOTAL], proofs[CIVIC_KEY], proofs[purpose_key(MINORITIES)]) == (4, 4, 4)


def test_a_broken_sum_proves_nothing() -> None:
    proofs = sums_of(with_line(CIVIC, "30000.00", "28959.78", "1040.13")).proofs()
    assert (proofs[TOTAL], proofs[CIVIC_KEY], proofs[purpose_key(MINORITIES)]) == (3, 2, 3)


def test_amounts_that_are_not_stated_prove_nothing() -> None:
    assert sums_of(finances(YEAR_1, line("", "49000.00", "49000.00"))).proofs()[TOTAL] == 0


def findings_with(total: FinanceLine) -> list[tuple[str, str, str]]:
    content = made.summary(finances=(finances(YEAR_1, total), spent(YEAR_2)))
    return [(each.code, each.suggestion, each.suggestion_en) for each in findings_of([made.submission(content)])]


def test_a_finding_carries_the_suggestion_in_both_languages() -> None:
    assert findings_with(line("", "49000.00", "47786.53", "1213.74", "returned")) == [
        (
            "remainder-differs",
            "15.07.2022.–14.07.2023.: iespējams, atlikums ir 1 213,47, nevis 1 213,74 (samainīti vietām divi cipari).",
            "2022-07-15–2023-07-14: the remainder may be 1,213.47, not 1,213.74 (two digits were swapped).",
        )
    ]


def test_a_finding_without_one_best_cell_has_no_suggestion() -> None:
    assert findings_with(line("", "5000.00", "4000.00", "2000.00", "returned")) == [("remainder-differs", "", "")]


def test_figures_agree_where_every_sum_holds_and_nothing_was_refused() -> None:
    assert figures_agree([FIRST])
    assert not figures_agree([FIRST, with_line("", "49000.00", "47786.53", "1213.74")])
    refused = RefusedAmount("grouping", Source(1, None, "49.000 euro", None))
    assert not figures_agree([replace(FIRST, refused=(refused,))])
