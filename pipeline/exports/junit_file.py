"""Findings → JUnit XML: a suite for each file, a case for each code, the same bytes for the same findings."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from pipeline.catalogue import Language, text
from pipeline.exports.plain_text import plain_text
from pipeline.findings import FAILING, FailOn, Finding, Severity
from pipeline.records import Submission

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
NONCHARACTERS = re.compile("[\ufffe\uffff]")


def junit_xml(
    submissions: Sequence[Submission],
    findings: Sequence[Finding],
    codes: Sequence[str],
    *,
    fail_on: FailOn,
    language: Language,
) -> str:
    """The whole file. A file that was read has a passing case `read`, then one for each code.

    A code that is found but not in `codes` has its case behind them. Of files of
    the same bytes the first that was read has the cases, the others an empty suite.
    """
    root = Element("testsuites")
    told: set[str] = set()
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        found[finding.document_id].append(finding)
    for each in submissions:
        suite = SubElement(root, "testsuite", name=xml_text(each.source_file))
        if not each.is_read:
            _add_unread_case(suite, each.failure_en if language == "en" else each.failure)
        elif each.document_id not in told:
            told.add(each.document_id)
            _add_cases(suite, found[each.document_id], codes, FAILING[fail_on], language)
    return _counted_text(root)


def xml_text(told: str) -> str:
    r"""The text as XML 1.0 can hold it: line ends become `\n`, what is no character there, or controls, U+FFFD.

    >>> xml_text("a\x00b\uffff")
    'a\ufffdb\ufffd'
    """
    return NONCHARACTERS.sub("\ufffd", plain_text(told))


def _add_unread_case(suite: Element, failure: str) -> None:
    SubElement(_added_case(suite, "read"), "error", type="unreadable", message=_one_line(failure))


def _add_cases(
    suite: Element, own: Sequence[Finding], codes: Sequence[str], failing: Sequence[Severity], language: Language
) -> None:
    _added_case(suite, "read")
    for code in dict.fromkeys((*codes, *(each.code for each in own))):
        case = _added_case(suite, code)
        found = [each for each in own if each.code == code]
        _add_failure(case, [each for severity in failing for each in found if each.severity == severity], language)
        _add_output(case, [each for each in found if each.severity not in failing], language)


def _added_case(suite: Element, name: str) -> Element:
    return SubElement(suite, "testcase", classname=suite.get("name", ""), name=xml_text(name))


def _add_failure(case: Element, found: Sequence[Finding], language: Language) -> None:
    if found:
        gravest = found[0]
        failure = SubElement(case, "failure", type=gravest.severity, message=_message(gravest, language))
        failure.text = _lines(found, language)


def _add_output(case: Element, found: Sequence[Finding], language: Language) -> None:
    if found:
        SubElement(case, "system-out").text = _lines(found, language)


def _lines(found: Sequence[Finding], language: Language) -> str:
    return "\n".join(f"{each.severity}: {_message(each, language)}{_place(each, language)}" for each in found)


def _message(finding: Finding, language: Language) -> str:
    return _one_line(finding.message_en if language == "en" else finding.message)


def _place(finding: Finding, language: Language) -> str:
    """Table, row and page in brackets, without those that the finding does not name; "" where it names none."""
    stated = {"table": finding.table, "row": finding.row, "page": finding.page, "place": finding.place}
    named = [
        text(f"junit.{name}", language, **{name: _one_line(str(each))})
        for name, each in stated.items()
        if each not in ("", None)
    ]
    return f" [{', '.join(named)}]" if named else ""


def _one_line(told: str) -> str:
    return " ".join(xml_text(told).splitlines())


def _counted_text(root: Element) -> str:
    for element in (root, *root):
        _count(element)
    indent(root)
    # An encoding would have to be given to get a declaration, and a string has none.
    return DECLARATION + tostring(root, encoding="unicode") + "\n"


def _count(element: Element) -> None:
    for name, number in _counts(element):
        element.set(name, str(number))


def _counts(element: Element) -> Iterator[tuple[str, int]]:
    for name, tag in (("tests", "testcase"), ("failures", "failure"), ("errors", "error")):
        yield name, sum(1 for _ in element.iter(tag))
