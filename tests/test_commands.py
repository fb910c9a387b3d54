"""The commands that look at tables and at expectations, and what machines are told."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from pipeline.checks import findings_of
from pipeline.checks.finding_of_row import finding_of_row
from pipeline.checks.suites import suites
from pipeline.cli import exit_code
from pipeline.exports.csv_files import write_csv_files
from pipeline.records import Submission
from tests.checks import made
from tests.checks.made import YEAR_1, YEAR_2, finances, line, spent, summary

WRONG = summary(finances=(finances(YEAR_1, line("", "49000.00", "47786.53", "1213.74", "returned")), spent(YEAR_2)))
WARNED = summary(title="Kopsavilkums (1999-2024)", title_years=(1999, 2024))


def tables(folder: Path, *submissions: Submission) -> Path:
    write_csv_files(folder, submissions, findings_of(submissions))
    return folder


@pytest.mark.parametrize(
    ("content", "fail_on", "code"),
    [
        (summary(), "warning", 0),
        (WARNED, "error", 0),
        (WARNED, "warning", 1),
        (WRONG, "error", 1),
        (WRONG, "never", 0),
    ],
)
def test_fail_on_says_what_makes_1(tmp_path: Path, content: object, fail_on: str, code: int) -> None:
    folder = tables(tmp_path, made.submission(content))  # type: ignore[arg-type]
    assert exit_code(["check", str(folder), "--fail-on", fail_on]) == code


def test_a_table_that_cannot_be_read_makes_3_and_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tables(tmp_path, made.submission(summary()))
    path = folder / "finances.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("49000.00", "49.000,00", 1), encoding="utf-8")
    assert exit_code(["check", str(folder), "--fail-on", "never"]) == 3
    assert "finances.csv, 2. rinda, kolonna planned_eur" in capsys.readouterr().err


def test_tables_that_cannot_be_read_at_all_are_not_said_to_be_fine(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert exit_code(["check", str(tmp_path)]) == 3
    told = capsys.readouterr()
    assert told.out == ""
    assert "Neviens dokuments nav pārbaudīts." in told.err


def test_a_folder_that_is_not_there_makes_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code(["check", str(tmp_path / "nowhere")]) == 2
    assert "nav atrasta" in capsys.readouterr().err


def test_check_writes_nothing_unasked(tmp_path: Path) -> None:
    folder = tables(tmp_path, made.submission(WRONG))
    before = sorted(path.name for path in folder.iterdir())
    exit_code(["check", str(folder)])
    assert sorted(path.name for path in folder.iterdir()) == before


def test_findings_are_told_to_machines_as_lines_and_as_junit(tmp_path: Path) -> None:
    folder = tables(tmp_path, made.submission(WRONG))
    exit_code(["check", str(folder), "--jsonl", str(tmp_path / "f.jsonl"), "--junit", str(tmp_path / "j.xml")])
    (finding,) = [json.loads(each) for each in (tmp_path / "f.jsonl").read_text(encoding="utf-8").splitlines()]
    assert (finding["code"], finding["source_file"]) == ("remainder-differs", "a.pdf")
    cases = ET.parse(tmp_path / "j.xml").iter("testcase")  # noqa: S314 -- our own file
    failed = [case.get("name") for case in cases if case.find("failure") is not None]
    assert failed == ["remainder-differs"]


def test_a_machine_file_that_cannot_be_written_makes_4(tmp_path: Path) -> None:
    folder = tables(tmp_path, made.submission(summary()))
    assert exit_code(["check", str(folder), "--junit", str(tmp_path / "no" / "j.xml")]) == 4


@pytest.mark.parametrize("language", ["lv", "en"])
def test_every_expectation_is_listed_with_its_sentence(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code(["expectations", "--lang", language]) == 0
    told = capsys.readouterr().out
    stanzas = [stanza for suite in suites() for stanza in suite.stanzas]
    examples = [finding_of_row(each, each.fails) for each in stanzas]
    assert [each.code for each in stanzas if each.code not in told] == []
    sentences = [each.message if language == "lv" else each.message_en for each in examples]
    assert [each for each in sentences if each not in told] == []
    assert "{" not in told
