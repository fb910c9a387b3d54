"""Which files of one container are the same text, and which of them counts."""

from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec.structs import replace

from pipeline.checks import findings_of
from pipeline.membership import Digests, Membership, Signing
from pipeline.records import Submission, Summary
from pipeline.tables.rows import document_rows, finance_rows
from pipeline.versions import with_versions
from tests.checks import made
from tests.checks.made import YEAR_1, YEAR_2, activity, finances, indicator, line, spent, summary, year

CLEAN = summary()


def member(
    name: str, route: str, content: Summary | None = CLEAN, *, digests: Digests | None = None, container: str = "a.edoc"
) -> Submission:
    """A file of a container; its id is made of its name."""
    signing = Signing(1, "", "person", digests) if digests else None
    own = made.submission(content, f"{sum(map(ord, name)):012x}", f"{container}/{name}")
    return replace(own, route=route, membership=Membership(container, signing))


def standing(*submissions: Submission) -> list[str]:
    """What stands for each of them."""
    return [each.same_as for each in with_versions(submissions)]


def changed_amount() -> Summary:
    return summary(finances=(finances(YEAR_1, line("", "49000.00", "48999.00")), spent(YEAR_2)))


def changed_count() -> Summary:
    return summary(years=(year(1, YEAR_1, activity("1", indicator("42"))), year(2, YEAR_2)))


@pytest.mark.parametrize(
    ("routes", "read"),
    [(("docx", "pdf"), "pdf"), (("text", "docx"), "docx"), (("ocr", "text"), "text"), (("ocr", "pdf"), "pdf")],
)
def test_typed_words_with_their_places_are_read_rather(routes: tuple[str, str], read: str) -> None:
    told = dict(zip(routes, standing(*(member(each, each) for each in routes)), strict=True))
    assert {route: name for route, name in told.items() if name} == {
        route: f"a.edoc/{read}" for route in routes if route != read
    }


def test_of_two_alike_the_signed_one_is_read() -> None:
    assert standing(member("a", "pdf"), member("b", "pdf", digests="match")) == ["a.edoc/b", ""]


def test_of_two_alike_in_every_way_the_first_is_read() -> None:
    assert standing(member("a", "pdf"), member("b", "pdf")) == ["", "a.edoc/a"]


def test_files_of_two_containers_are_no_versions() -> None:
    assert standing(member("a", "pdf"), member("b", "docx", container="b.edoc")) == ["", ""]


def test_files_outside_containers_are_no_versions() -> None:
    assert standing(made.submission(CLEAN), made.submission(CLEAN, "b" * 12, "b.pdf")) == ["", ""]


def test_a_file_that_was_not_read_is_no_version() -> None:
    assert standing(member("a", "pdf"), member("b", "docx", None)) == ["", ""]


def test_what_was_changed_after_signing_is_not_taken_for_what_was_not() -> None:
    assert standing(member("a", "pdf", digests="differ"), member("b", "docx", digests="match")) == ["", ""]


@pytest.mark.parametrize("other", [changed_amount(), changed_count()], ids=["amount", "count"])
def test_where_a_figure_differs_both_stay_and_staff_are_told(other: Summary) -> None:
    both = with_versions([member("a", "pdf"), member("b", "docx", other)])
    assert [each.same_as for each in both] == ["", ""]
    assert "duplicate-submission" in {each.code for each in findings_of(both)}


def test_a_version_is_no_duplicate() -> None:
    both = with_versions([member("a", "pdf"), member("b", "docx")])
    assert not {"duplicate-file", "duplicate-submission"} & {each.code for each in findings_of(both)}


def test_the_same_bytes_in_one_container_are_no_duplicate() -> None:
    one = member("a", "pdf")
    both = with_versions([one, replace(one, source_file="a.edoc/b")])
    assert both[1].same_as == "a.edoc/a"
    assert "duplicate-file" not in {each.code for each in findings_of(both)}


def test_a_version_has_no_records_and_no_sums() -> None:
    both = with_versions([member("b", "docx"), member("a", "pdf")])
    assert {row.document_id for row in finance_rows(both, [])} == {both[1].document_id}
    assert [row.planned for row in document_rows(both, [])] == [None, Decimal("98000.00")]


def test_the_same_version_in_another_container_is_a_document_there() -> None:
    first = [member("a", "pdf"), member("b", "docx")]
    alone = member("b", "docx", container="b.edoc")
    told = with_versions([*first, alone])
    assert [each.same_as for each in told] == ["", "a.edoc/a", ""]
    assert "duplicate-submission" in {each.code for each in findings_of(told)}
