"""What is checked of a batch: duplicates, the order of the findings, and what is left out."""

from __future__ import annotations

from msgspec.structs import replace

from pipeline.checks import findings_of
from pipeline.records import Submission
from tests.checks import made
from tests.checks.made import submission, summary

BROKEN = summary(title_years=(1999, 2024), delegation=made.days("2022-07-01", "2024-07-14"))


def other(number: int, source_file: str, **changes: object) -> Submission:
    """A submission of other bytes."""
    return submission(summary(**changes), f"{number:012x}", source_file)


def other_task(number: int) -> Submission:
    fields = tuple(made.field(code, f"teksts {number}") for code in made.FIELDS)
    return other(number, f"{number}.pdf", fields=fields)


def test_the_same_bytes_twice_are_one_warning_that_names_the_later_file() -> None:
    (finding,) = findings_of([submission(summary()), submission(summary(), source_file="b.pdf")])
    assert (finding.code, finding.table, finding.row) == ("duplicate-file", "documents", "b.pdf")
    assert "„a.pdf”" in finding.message


def test_three_times_the_same_bytes_are_two_warnings_at_the_later_files() -> None:
    others = [other_task(1), other_task(2)]
    first = [replace(others[0], source_file="0.pdf"), replace(others[1], source_file="mape/2.pdf")]
    batch = [*first, *others, replace(others[1], source_file="3.pdf")]
    found = [each for each in findings_of(batch) if each.code == "duplicate-file"]
    assert sorted((each.document_id, each.row) for each in found) == [
        (others[0].document_id, "1.pdf"),
        (others[1].document_id, "2.pdf"),
        (others[1].document_id, "3.pdf"),
    ]
    assert sum("„mape/2.pdf”" in each.message for each in found) == 2


def test_the_same_bytes_are_checked_once() -> None:
    findings = findings_of([submission(BROKEN), submission(BROKEN, source_file="b.pdf")])
    assert [each.code for each in findings] == ["years-do-not-tile", "duplicate-file", "title-years-differ"]


def test_another_task_is_no_duplicate() -> None:
    assert findings_of([other_task(1), other_task(2)]) == []


def test_findings_stand_by_document_then_by_weight() -> None:
    late = replace(other_task(1), reading=replace(other_task(1).summary or summary(), title_years=(1999, 2024)))
    early = submission(BROKEN, f"{0xFFF:012x}")
    found = findings_of([early, late])
    assert [(each.document_id, each.severity) for each in found] == [
        (early.document_id, "error"),
        (early.document_id, "warning"),
        (late.document_id, "warning"),
    ]


def test_a_failed_document_has_no_findings() -> None:
    assert findings_of([submission(None), submission(None)]) == []


def test_two_runs_give_the_same_findings() -> None:
    batch = [submission(BROKEN), other_task(1), submission(made.real_summary(), "b" * 12, "c.pdf")]
    assert findings_of(batch) == findings_of(batch)
