"""Records → rows: what each column says, and what is left out."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest

from pipeline.findings import Finding
from pipeline.records import FieldValue, StatedAmount, Submission, UnclaimedText
from pipeline.tables import ACTIVITIES, DOCUMENTS, FINDINGS, INDICATORS, KINDS, TABLES, Cell
from tests.submissions import failed, finding, line, submission, summary

# An interface that other people's spreadsheets read: names and order stay.
HEADERS = {
    "documents": "document_id source_file status failure route pages title task performer region delegation_start"
    " delegation_end implementation_years planned_eur actual_eur ineligible_expenditure ineligible_expenditure_eur"
    " unrecovered_funds unrecovered_funds_eur other_information errors warnings unclaimed_words",
    "activities": "document_id year_no year_start year_end section item text page",
    "indicators": "document_id year_no section item count count_to qualifier unit unit_lemma basis quote page x0 top"
    " x1 bottom",
    "finances": "document_id period_start period_end purpose planned_eur actual_eur remainder_eur"
    " remainder_disposition quote page",
    "findings": "document_id severity code table row message message_en expected actual quote page",
    "unclaimed": "document_id page text",
    "ledger": "document_id period_start period_end purpose planned_eur brought_in_eur spent_eur left_eur"
    " carried_out_eur returned_eur used_otherwise_eur unseen_eur",
}


def document(of: Submission, findings: Sequence[Finding] = ()) -> dict[str, Cell]:
    [cells] = DOCUMENTS.cells([of], findings)
    return dict(zip((column.name for column in DOCUMENTS.columns), cells, strict=True))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_the_columns_begin_with_those_that_others_read(table: object) -> None:
    names = [column.name for column in table.columns]  # type: ignore[attr-defined]
    wanted = HEADERS[table.name].split()  # type: ignore[attr-defined]
    assert names[: len(wanted)] == wanted


def test_every_kind_of_column_is_explained() -> None:
    assert {column.kind for table in TABLES for column in table.columns} <= set(KINDS)


def test_a_failed_file_has_its_row_and_its_reason() -> None:
    row = document(failed())
    assert (row["status"], row["failure"], row["pages"], row["implementation_years"]) == (
        "failed", "Fails ir tukšs.", None, None,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("findings", "status", "counts"),
    [
        ([], "ok", (0, 0)),
        ([finding("warning"), finding("info")], "ok", (0, 1)),
        ([finding("error"), finding("warning")], "review", (1, 1)),
        ([finding("error", "another")], "ok", (0, 0)),
    ],
)
def test_the_status_follows_the_documents_own_errors(
    findings: list[Finding], status: str, counts: tuple[int, int]
) -> None:
    row = document(submission(), findings)
    assert (row["status"], (row["errors"], row["warnings"])) == (status, counts)


def test_money_is_summed_over_the_periods() -> None:
    row = document(submission(of=summary(totals=(line("49000.00", "47786.53"), line("49000.00", "49000.00")))))
    assert (row["planned_eur"], row["actual_eur"]) == (Decimal("98000.00"), Decimal("96786.53"))


def test_a_sum_that_lacks_a_term_is_not_given() -> None:
    row = document(submission(of=summary(totals=(line("49000.00", "1.00"), line("49000.00", None)))))
    assert (row["planned_eur"], row["actual_eur"]) == (Decimal("98000.00"), None)


def test_no_periods_have_no_sum() -> None:
    assert document(submission())["planned_eur"] is None


@pytest.mark.parametrize(
    ("stated", "euros"),
    [
        (StatedAmount(True, None), Decimal("0.00")),
        (StatedAmount(False, Decimal("12.50")), Decimal("12.50")),
        (StatedAmount(False, None), None),
        (None, None),
    ],
)
def test_none_stated_is_zero_and_unread_is_empty(stated: StatedAmount | None, euros: Decimal | None) -> None:
    assert document(submission(of=summary(ineligible=stated)))["ineligible_expenditure_eur"] == euros


def test_a_field_is_given_as_it_stands() -> None:
    field = FieldValue("performer", "veicējs", True, "Biedrība", None)
    assert document(submission(of=summary(fields=(field,))))["performer"] == "Biedrība"


def test_unclaimed_words_are_counted_over_the_document() -> None:
    unclaimed = (UnclaimedText(1, "a b", 2), UnclaimedText(2, "c", 1))
    assert document(submission(of=summary(unclaimed=unclaimed)))["unclaimed_words"] == 3


def test_the_same_bytes_twice_make_two_documents_and_their_records_once() -> None:
    twice = [submission("a.pdf"), submission("copy.pdf")]
    assert [len(list(table.cells(twice, []))) for table in (DOCUMENTS, ACTIVITIES, INDICATORS)] == [2, 1, 1]


def test_records_are_written_where_only_the_second_of_two_equal_files_was_read() -> None:
    pair = [failed("a.pdf", "aaaaaaaaaaaa"), submission("copy.pdf")]
    assert len(list(ACTIVITIES.cells(pair, []))) == 1


def test_findings_keep_their_order() -> None:
    ordered = [finding("warning"), finding("error")]
    assert [cells[1] for cells in FINDINGS.cells([], ordered)] == ["warning", "error"]
