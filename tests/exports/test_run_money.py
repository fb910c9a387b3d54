"""What a run says of the money over all its documents."""

from __future__ import annotations

import json
from decimal import Decimal

from pipeline.exports.run_file import RunRecord, run_json
from pipeline.records import FinancePeriod, Submission
from tests.checks import made
from tests.checks.made import YEAR_1, YEAR_2, finances, line, summary

LOST = (
    finances(YEAR_1, line("", "10.00", "9.00", "1.00", "carried_over")),
    finances(YEAR_2, line("", "10.00", "10.00")),
)
SEEN = (
    finances(YEAR_1, line("", "10.00", "8.00", "2.00", "carried_over")),
    finances(YEAR_2, line("", "12.00", "12.00")),
)


def handed_in(number: int, performer: str, periods: tuple[FinancePeriod, ...]) -> Submission:
    fields = tuple(made.field(code, performer if code == "performer" else "teksts") for code in made.FIELDS)
    return made.submission(summary(fields=fields, finances=periods), f"{number:012x}", f"{number}.pdf")


def record(*submissions: Submission) -> RunRecord:
    return RunRecord({}, {}, submissions, [])


def test_what_is_carried_over_and_what_is_not_seen_again_are_summed() -> None:
    run = record(handed_in(1, "Saule", LOST), handed_in(2, "Mēness", SEEN))
    assert (run.carried_over, run.unseen) == (Decimal("3.00"), Decimal("1.00"))
    assert json.loads(run_json(run))["money"] == {"carried_over_eur": "3.00", "unseen_eur": "1.00"}


def test_a_submission_that_came_twice_counts_once() -> None:
    run = record(handed_in(1, "Saule", SEEN), handed_in(2, "Saule", SEEN))
    assert run.carried_over == Decimal("2.00")


def test_the_same_bytes_count_once() -> None:
    run = record(handed_in(1, "", SEEN), handed_in(1, "", SEEN))
    assert run.carried_over == Decimal("2.00")


def test_documents_that_cannot_be_compared_count_each() -> None:
    run = record(handed_in(1, "", SEEN), handed_in(2, "", SEEN))
    assert run.carried_over == Decimal("4.00")
