"""Findings as JUnit XML."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element, fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as some
from msgspec.structs import replace

from pipeline.exports.junit_file import FailOn, Language, junit_xml, xml_text
from pipeline.findings import Finding
from pipeline.records import Submission
from tests.submissions import failed, finding, submission

CODE = "remainder-differs"
ALL = (finding("warning", message="W"), finding("error", message="E"), finding("info", message="I"))
HOSTILE = "]]> <script>alert('\"&')</script> <!-- \x00\x1b[31m\x0c \udc80 \ufffe\uffff"


def text_of(
    findings: Sequence[Finding] = (),
    files: Sequence[Submission] | None = None,
    codes: Sequence[str] = (CODE,),
    fail_on: FailOn = "error",
    language: Language = "lv",
) -> str:
    given_files = [submission()] if files is None else files
    return junit_xml(given_files, findings, codes, fail_on=fail_on, language=language)


def parsed(
    findings: Sequence[Finding] = (),
    files: Sequence[Submission] | None = None,
    codes: Sequence[str] = (CODE,),
    fail_on: FailOn = "error",
    language: Language = "lv",
) -> Element:
    written = text_of(findings, files, codes, fail_on, language).encode()
    return fromstring(written)  # noqa: S314 - written by the line before


def only(root: Element, tag: str) -> Element:
    [element] = root.iter(tag)
    return element


def case_names(suite: Element) -> list[str | None]:
    return [case.get("name") for case in suite.iter("testcase")]


def test_the_file_begins_with_its_encoding() -> None:
    assert text_of().startswith('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ')


def test_each_file_has_a_suite_in_order() -> None:
    suites = parsed(files=[submission("z.pdf"), failed("a.pdf")])
    assert [suite.get("name") for suite in suites] == ["z.pdf", "a.pdf"]


def test_a_suite_has_a_case_for_reading_then_each_code_in_order() -> None:
    assert case_names(parsed(codes=("b", "a"))) == ["read", "b", "a"]


def test_a_code_given_twice_has_one_case() -> None:
    assert case_names(parsed(codes=("a", "a"))) == ["read", "a"]


def test_a_finding_whose_code_was_not_given_is_not_lost() -> None:
    assert case_names(parsed(ALL, codes=("a",))) == ["read", "a", CODE]


def test_a_case_names_its_file() -> None:
    assert {case.get("classname") for case in parsed().iter("testcase")} == {"a.pdf"}


def test_a_file_without_findings_passes() -> None:
    assert all(len(case) == 0 for case in parsed().iter("testcase"))


@pytest.mark.parametrize(
    ("fail_on", "failing", "passing"),
    [("error", ["error"], ["warning", "info"]), ("warning", ["error", "warning"], ["info"])],
)
def test_what_fails_and_what_does_not_stand_apart(fail_on: FailOn, failing: list[str], passing: list[str]) -> None:
    case = parsed(ALL, fail_on=fail_on)
    texts = [only(case, tag).text or "" for tag in ("failure", "system-out")]
    assert [[line.split(":")[0] for line in text.split("\n")] for text in texts] == [failing, passing]


def test_nothing_fails_where_nothing_shall() -> None:
    assert not list(parsed(ALL, fail_on="never").iter("failure"))


def test_what_does_not_fail_is_told_where_nothing_shall() -> None:
    assert (only(parsed(ALL, fail_on="never"), "system-out").text or "").count("\n") == 2


def test_a_note_fails_nothing() -> None:
    assert not list(parsed([finding("info")], fail_on="warning").iter("failure"))


def test_a_failure_has_the_gravest_severity_and_its_first_message() -> None:
    failure = only(parsed((*ALL, finding("error", message="later")), fail_on="warning"), "failure")
    assert (failure.get("type"), failure.get("message")) == ("error", "E")


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("lv", "error: Summas nesakrīt. [tabula finances, rinda 1, 3. lpp.]"),
        ("en", "error: Sums differ. [table finances, row 1, page 3]"),
    ],
)
def test_a_line_names_table_row_and_page(language: Language, line: str) -> None:
    assert only(parsed([replace(finding(), page=3)], language=language), "failure").text == line


def test_a_place_without_a_page_names_none() -> None:
    assert (only(parsed([finding()]), "failure").text or "").endswith("[tabula finances, rinda 1]")


def test_a_finding_without_a_place_is_its_message_alone() -> None:
    found = replace(finding(), table="", row="")
    assert only(parsed([found]), "failure").text == "error: Summas nesakrīt."


def test_a_message_of_several_lines_stands_on_one() -> None:
    assert "\n" not in (only(parsed([finding(message="a\r\nb\u2028c\nd")]), "failure").text or "")


@pytest.mark.parametrize(("language", "message"), [("lv", "Fails ir tukšs."), ("en", "The file is empty.")])
def test_a_file_that_could_not_be_read_is_an_error(language: Language, message: str) -> None:
    assert only(parsed(files=[failed()], language=language), "error").get("message") == message


def test_a_file_that_could_not_be_read_has_one_case() -> None:
    assert case_names(parsed(files=[failed()])) == ["read"]


def test_a_file_of_the_same_bytes_has_an_empty_suite() -> None:
    assert [len(suite) for suite in parsed([finding()], [submission("a.pdf"), submission("b.pdf")])] == [2, 0]


def test_of_the_same_bytes_the_first_that_was_read_has_the_cases() -> None:
    files = [failed("a.pdf", "aaaaaaaaaaaa"), submission("b.pdf")]
    assert [case_names(suite) for suite in parsed([finding()], files)] == [["read"], ["read", CODE]]


def test_every_file_that_could_not_be_read_is_an_error() -> None:
    assert parsed(files=[failed("a.pdf", ""), failed("b.pdf", "")]).get("errors") == "2"


def test_a_finding_stands_in_the_suite_of_its_document() -> None:
    files = [submission(), submission("b.pdf", "bbbbbbbbbbbb")]
    suites = parsed([finding(document_id="bbbbbbbbbbbb")], files)
    assert [suite.get("failures") for suite in suites] == ["0", "1"]


@pytest.mark.parametrize("fail_on", ["error", "warning", "never"])
def test_the_counts_are_those_of_the_elements(fail_on: FailOn) -> None:
    root = parsed(ALL, [submission(), submission("twin.pdf"), failed()], ("a", CODE), fail_on)
    for element in (root, *root):
        counted = [len(list(element.iter(tag))) for tag in ("testcase", "failure", "error")]
        assert [int(element.get(name, "-1")) for name in ("tests", "failures", "errors")] == counted


def test_no_files_give_an_empty_root() -> None:
    assert parsed(files=[]).attrib == {"tests": "0", "failures": "0", "errors": "0"}


def test_hostile_text_comes_back_as_text() -> None:
    root = parsed([finding(message=HOSTILE)], [submission(HOSTILE), failed(HOSTILE)], (HOSTILE,))
    assert only(root, "failure").get("message") == xml_text(HOSTILE)


def test_hostile_text_makes_no_elements() -> None:
    root = parsed([replace(finding("info", message=HOSTILE), table=HOSTILE, row=HOSTILE)], [submission(HOSTILE)])
    assert {each.tag for each in root.iter()} == {"testsuites", "testsuite", "testcase", "system-out"}


def test_what_xml_cannot_hold_becomes_a_replacement_character() -> None:
    assert xml_text("\x00\x1b\x0c\ud800\udfff\ufffe\uffff") == "\ufffd" * 7


@given(some.text(some.characters()))
def test_any_text_is_read_back(text: str) -> None:
    assert only(parsed(files=[submission(text)]), "testsuite").get("name") == xml_text(text)


def test_the_same_input_gives_the_same_text() -> None:
    assert text_of(ALL) == text_of(ALL)


def test_no_time_is_told() -> None:
    assert not any("time" in name for element in parsed(ALL).iter() for name in element.attrib)
