"""Findings as JSON Lines."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as some
from msgspec.structs import replace

from pipeline.exports.findings_lines import findings_lines
from pipeline.tables import FINDINGS
from tests.submissions import failed, finding, submission


def test_the_keys_are_the_source_file_and_the_columns_in_order() -> None:
    read = json.loads(findings_lines([submission()], [finding()]))
    assert list(read) == ["source_file", *(column.name for column in FINDINGS.columns)]


def test_the_values_are_those_of_the_finding() -> None:
    found = finding()
    read = json.loads(findings_lines([submission()], [found]))
    assert {name: read[name] for name in ("document_id", "code", "message", "expected")} == {
        "document_id": found.document_id,
        "code": found.code,
        "message": found.message,
        "expected": found.expected,
    }


def test_the_file_is_the_first_of_the_same_bytes() -> None:
    files = [submission("first.pdf"), submission("second.pdf")]
    assert json.loads(findings_lines(files, [finding()]))["source_file"] == "first.pdf"


def test_a_finding_of_no_submission_has_no_file() -> None:
    assert json.loads(findings_lines([failed()], [finding()]))["source_file"] is None


def test_a_page_is_a_number() -> None:
    assert json.loads(findings_lines([], [replace(finding(), page=3)]))["page"] == 3


def test_a_page_that_is_not_stated_is_null() -> None:
    assert json.loads(findings_lines([], [finding()]))["page"] is None


def test_empty_text_stays_empty_text() -> None:
    assert json.loads(findings_lines([], [finding()]))["quote"] == ""


def test_latvian_letters_stand_as_they_are() -> None:
    assert "nesakrīt" in findings_lines([], [finding()])


def test_the_findings_keep_their_order() -> None:
    lines = findings_lines([], [finding(message="b"), finding(message="a")]).splitlines()
    assert [json.loads(line)["message"] for line in lines] == ["b", "a"]


def test_no_findings_give_no_lines() -> None:
    assert findings_lines([submission()], []) == ""


def test_a_lone_surrogate_becomes_a_replacement_character() -> None:
    assert json.loads(findings_lines([submission("a\udc80.pdf")], [finding()]))["source_file"] == "a\ufffd.pdf"


def test_control_characters_come_back_whole() -> None:
    hostile = 'a\x00\x1b[31m\r\n\x85\u2028\u2029"\\]]><script>'
    assert json.loads(findings_lines([], [finding(message=hostile)]))["message"] == hostile


@given(some.text(some.characters()))
def test_any_finding_is_one_line_of_utf_8(text: str) -> None:
    written = findings_lines([], [finding(message=text)]).encode().decode()
    assert written.endswith("\n")
    assert len(written.splitlines()) == 1


@given(some.text(some.characters(codec="utf-8")))
def test_any_text_that_utf_8_holds_comes_back_whole(text: str) -> None:
    assert json.loads(findings_lines([], [finding(message=text)]))["message"] == text
