"""What is found between documents: the same submission again, and overlapping periods of one performer."""

from __future__ import annotations

import time
from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from pipeline.checks import findings_of
from pipeline.checks.overlap_rows import overlap_rows
from pipeline.findings import Finding
from pipeline.records import Submission, Summary
from pipeline.twins import distinct_submissions, submission_key
from tests.checks import made
from tests.checks.made import YEAR_1, YEAR_2, line, spent, summary


def handed_in(
    number: int, performer: str = "Biedrība „Solis”", task: str = "Jaunatnes darbs", **changes: object
) -> Submission:
    """A clean summary of other bytes, by this performer."""
    texts = {"performer": performer, "task": task}
    fields = tuple(made.field(code, texts.get(code, "teksts")) for code in made.FIELDS)
    return made.submission(summary(fields=fields, **changes), f"{number:012x}", f"{number}.pdf")


def found(*submissions: Submission) -> list[Finding]:
    return findings_of(submissions)


LATER = {
    "delegation": made.days("2023-07-15", "2025-07-14"),
    "title_years": (2023, 2025),
    "years": (made.year(1, YEAR_2), made.year(2, made.YEAR_3)),
    "finances": (spent(YEAR_2), spent(made.YEAR_3)),
}


def test_the_same_submission_again_names_the_first_and_says_that_the_amounts_agree() -> None:
    (finding,) = found(handed_in(1), handed_in(2))
    assert (finding.code, finding.document_id, finding.table, finding.row) == (
        "duplicate-submission", f"{2:012x}", "documents", "1.pdf",
    )  # fmt: skip
    assert "sakrīt arī visas summas" in finding.message


def test_amounts_that_differ_are_told_with_both_figures() -> None:
    changed = (spent(YEAR_1), replace(spent(YEAR_2), lines=(line("", "48000.00", "48000.00"),)))
    found_of_second = [each for each in found(handed_in(1), handed_in(2, finances=changed)) if each.row == "1.pdf"]
    (finding,) = found_of_second
    assert "15.07.2023.–14.07.2024., plānotā summa šeit 48 000,00, tur 49 000,00" in finding.message
    assert "summu skaits: 6" in finding.message
    assert (finding.code, finding.expected, finding.actual) == ("duplicate-submission", "49000.00", "48000.00")


def test_a_purpose_that_differs_is_named() -> None:
    other = replace(spent(YEAR_2), lines=(*spent(YEAR_2).lines[:2], line(made.MINORITIES, "19000.00", "18999.99")))
    finding = next(
        each for each in found(handed_in(1), handed_in(2, finances=(spent(YEAR_1), other))) if each.row == "1.pdf"
    )
    assert f"„{made.MINORITIES}”, faktiskā summa šeit 18 999,99, tur 19 000,00" in finding.message


@pytest.mark.parametrize(
    "performer", ["biedrība «Solis»", "Solis", 'BIEDRĪBA "SOLIS"', "Biedrība  „Solis”,"], ids=range(4)
)
def test_case_marks_and_legal_form_make_no_other_performer(performer: str) -> None:
    assert [each.code for each in found(handed_in(1), handed_in(2, performer))] == ["duplicate-submission"]


@pytest.mark.parametrize("other", [handed_in(2, "Biedrība „Saule”"), handed_in(2, "")])
def test_another_or_unknown_performer_is_no_duplicate(other: Submission) -> None:
    assert "duplicate-submission" not in [each.code for each in found(handed_in(1), other)]


def test_an_unreadable_delegation_period_is_compared_with_nothing() -> None:
    broken = handed_in(2, delegation=made.unreadable())
    assert [each.code for each in found(handed_in(1), broken)] == ["period-unreadable"]


def test_overlapping_periods_of_the_same_task_are_a_warning_at_the_later_one() -> None:
    (finding,) = found(handed_in(1, **LATER), handed_in(2))
    assert (finding.severity, finding.code, finding.document_id, finding.row) == (
        "warning", "periods-overlap", f"{1:012x}", "2.pdf",
    )  # fmt: skip


def test_overlapping_periods_of_another_task_are_a_note() -> None:
    (finding,) = found(handed_in(1), handed_in(2, task="Cits darbs", **LATER))
    assert (finding.severity, finding.code) == ("info", "periods-overlap")
    assert "Jaunatnes darbs" in finding.message


def test_periods_that_follow_each_other_do_not_overlap() -> None:
    after = {
        "delegation": made.days("2024-07-15", "2025-07-14"),
        "title_years": (2024, 2025),
        "years": (made.year(1, made.YEAR_3),),
        "finances": (spent(made.YEAR_3),),
    }
    assert found(handed_in(1), handed_in(2, **after)) == []


def _overlaps(*spans: tuple[str, str]) -> list[str]:
    """The files that each of these delegations of one task stands beside, "" for none."""
    batch = [handed_in(number, delegation=made.days(*span)) for number, span in enumerate(spans)]
    return [row.row or "" for row in overlap_rows(batch)]


def test_a_short_delegation_within_a_long_one_hides_it_from_none() -> None:
    long, short = ("2020-01-01", "2030-01-01"), ("2021-01-01", "2022-01-01")
    assert _overlaps(long, short, ("2025-01-01", "2026-01-01")) == ["", "0.pdf", "0.pdf"]


def test_one_common_day_is_an_overlap() -> None:
    assert _overlaps(("2020-01-01", "2021-01-01"), ("2021-01-01", "2022-01-01")) == ["", "0.pdf"]


def test_a_period_that_ends_before_it_starts_makes_no_key() -> None:
    reversed_period = handed_in(1, delegation=made.days("2024-07-14", "2022-07-15")).summary
    assert isinstance(reversed_period, Summary)
    assert submission_key(reversed_period) is None


def test_a_duplicate_does_not_overlap_with_its_first() -> None:
    assert [each.code for each in found(handed_in(1), handed_in(2), handed_in(3))] == ["duplicate-submission"] * 2


def test_the_first_of_each_submission_counts() -> None:
    batch = [handed_in(1), handed_in(2), handed_in(3, "Cita")]
    assert [each.source_file for each in distinct_submissions(batch)] == ["1.pdf", "3.pdf"]


def _held(number: int, start: date) -> Submission:
    days = made.days(start.isoformat(), (start + timedelta(days=4000)).isoformat())
    return handed_in(number, task=f"Uzdevums {number}", delegation=days)


@pytest.mark.slow
def test_ten_thousand_tasks_of_one_performer_are_compared_quickly() -> None:
    batch = [_held(number, date(2000, 1, 1) + timedelta(days=number % 3000)) for number in range(10_000)]
    begun = time.perf_counter()
    rows = list(overlap_rows(batch))
    assert time.perf_counter() - begun < 5
    assert [row.overlap for row in rows].count("other_task") == len(rows) - 1


def test_a_key_needs_performer_task_and_period() -> None:
    content = handed_in(1).summary
    assert isinstance(content, Summary)
    assert submission_key(content) is not None
    assert submission_key(replace(content, delegation=None)) is None
