"""What small tables are read back as."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from msgspec.structs import replace

from pipeline.checks import findings_of
from pipeline.exports.csv_files import write_csv_files
from pipeline.readback.folder import ReadFolder, read_folder
from pipeline.records import Period, Submission, Summary
from tests.checks import made
from tests.checks.made import CIVIC, YEAR_1, YEAR_2, activity, finances, indicator, line, spent, summary, year


def back(folder: Path, *submissions: Submission) -> ReadFolder:
    """These submissions written and read again."""
    write_csv_files(folder, submissions, findings_of(submissions))
    return read_folder(folder)


def summary_back(folder: Path, content: Summary) -> Summary:
    (submission,) = back(folder, made.submission(content)).submissions
    assert submission.summary is not None
    return submission.summary


def test_a_file_that_was_not_read_stays_so_with_its_reason(tmp_path: Path) -> None:
    failed = replace(made.submission(None), failure="Fails ir tukšs.")
    (submission,) = back(tmp_path, failed).submissions
    assert (submission.summary, submission.failure) == (None, "Fails ir tukšs.")


def test_the_same_bytes_twice_stay_two_submissions(tmp_path: Path) -> None:
    read = back(tmp_path, made.submission(summary()), made.submission(summary(), source_file="b.pdf"))
    assert [each.code for each in findings_of(read.submissions)] == ["duplicate-file"]


def test_two_periods_of_which_nothing_is_known_stay_two(tmp_path: Path) -> None:
    unknown = Period(None, None, "", None)
    content = summary(
        finances=(finances(unknown, line("", "1.00", "1.00")), finances(unknown, line("", "2.00", "2.00")))
    )
    assert [each.total.planned for each in summary_back(tmp_path, content).finances] == [Decimal(1), Decimal(2)]


def test_a_purpose_without_its_total_does_not_join_the_period_before(tmp_path: Path) -> None:
    back(tmp_path, made.submission(summary()))
    path = tmp_path / "finances.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(lines[:4] + lines[5:]), encoding="utf-8")
    (fault, *_) = read_folder(tmp_path).faults
    assert (fault.file, fault.row, fault.column) == ("finances.csv", 5, "purpose")


def test_the_counts_of_an_item_whose_name_stands_twice_are_taken_once(tmp_path: Path) -> None:
    twice = year(1, YEAR_1, activity("1", indicator("3")), activity("1", indicator("4")))
    (first, *_) = summary_back(tmp_path, summary(years=(twice, year(2, YEAR_2)))).years
    assert [[each.count for each in item.indicators] for item in first.activities] == [[3, 4], []]


@pytest.mark.parametrize("numbered", [True, False])
def test_whether_a_number_is_printed_is_kept(tmp_path: Path, numbered: bool) -> None:
    item = replace(activity("1", indicator("3")), numbered=numbered)
    (first, *_) = summary_back(tmp_path, summary(years=(year(1, YEAR_1, item), year(2, YEAR_2)))).years
    assert first.activities[0].numbered is numbered


def test_a_dash_below_a_dotted_number_has_it_as_its_parent(tmp_path: Path) -> None:
    above = replace(activity("1"), item="1.1.", number=1, parent="1", announced=Decimal(1))
    below = replace(activity("1.1.1"), numbered=False, parent="1.1.")
    items = (activity("1"), above, below)
    (first, *_) = summary_back(tmp_path, summary(years=(year(1, YEAR_1, *items), year(2, YEAR_2)))).years
    assert [(each.item, each.parent, each.announced) for each in first.activities] == [
        ("1", "", None), ("1.1.", "1", Decimal(1)), ("1.1.1", "1.1.", None),
    ]  # fmt: skip


def test_refused_amounts_come_back_at_their_purpose(tmp_path: Path) -> None:
    period = finances(YEAR_1, line("", "10.00", None), line(CIVIC, "10.00", None), refused="1.000 euro")
    at_purpose = replace(period, refused=(replace(period.refused[0], purpose=CIVIC),))
    (first, _) = summary_back(tmp_path, summary(finances=(at_purpose, spent(YEAR_2)))).finances
    assert [(each.purpose, each.source.quote) for each in first.refused] == [(CIVIC, "1.000 euro")]


def test_an_unread_period_keeps_its_words(tmp_path: Path) -> None:
    content = summary(finances=(finances(made.unreadable(), *spent(YEAR_1).lines), spent(YEAR_2)))
    assert summary_back(tmp_path, content).finances[0].period.text == made.unreadable().text


def test_how_surely_a_figure_was_recognised_is_kept(tmp_path: Path) -> None:
    doubtful = indicator("3")
    doubtful = replace(doubtful, source=replace(doubtful.source, confidence=61.8))
    content = summary(years=(year(1, YEAR_1, activity("1", doubtful)), year(2, YEAR_2)))
    assert [each.code for each in findings_of([made.submission(summary_back(tmp_path, content))])] == ["ocr-uncertain"]
