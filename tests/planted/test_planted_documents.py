"""For each expectation: a fault planted in a whole document is found at its row, and nothing else is found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import pytest

from pipeline.checks import findings_of
from pipeline.checks.check_tables import tables_across, tables_within
from pipeline.checks.gx import broken_rows
from pipeline.checks.suites import suites
from pipeline.findings import Finding
from pipeline.records import Submission
from tests.planted.documents import A, B, Base, document_id, submission_of
from tests.planted.fault import Fault, raised_by
from tests.planted.faults import FAULTS

BASES = (A, B)
ELSEWHERE = ("twins", "readings", "figures", "signatures")
"""Suites whose rows need the same bytes twice, a PDF, a recognised text or a container, which no planted fault makes."""
STANZAS = [(suite.table, stanza.name) for suite in suites() if suite.table not in ELSEWHERE for stanza in suite.stanzas]

by_fault = pytest.mark.parametrize("fault", FAULTS, ids=lambda each: each.source_file)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the checks of the whole batch gave: by document its findings, and the stanzas that fired on it."""

    findings: Mapping[str, Sequence[Finding]]
    fired: Mapping[str, set[tuple[str, str]]]

    def raised(self, source_file: str) -> Sequence[Finding]:
        """The findings of the document that was handed in under this name."""
        return self.findings[document_id(source_file)]


@cache
def outcome() -> Outcome:
    """All documents read once and validated in one call."""
    submissions = list(_submissions())
    assert len({each.document_id for each in submissions}) == len(submissions)
    findings: dict[str, list[Finding]] = {each.document_id: [] for each in submissions}
    for finding in findings_of(submissions):
        findings[finding.document_id].append(finding)
    return Outcome(findings, _fired(submissions))


def _submissions() -> Iterator[Submission]:
    """The bases, and each faulty document, behind its clean twin where it is compared with one."""
    for number, base in enumerate(BASES, start=1):
        yield submission_of(base, base.text, base.name, number)
    for number, fault in enumerate(FAULTS, start=len(BASES) + 1):
        if fault.beside_clean:
            yield submission_of(fault.base, fault.base.text, fault.clean_file, number)
        yield submission_of(fault.base, fault.text, fault.source_file, number)


def _fired(submissions: Sequence[Submission]) -> Mapping[str, set[tuple[str, str]]]:
    tables = tables_across(submissions) | tables_within(submissions)
    fired: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for suite in suites():
        for stanza, row in broken_rows(suite, tables[suite.table]):
            fired[row.document_id or ""].add((suite.table, stanza.name))
    return fired


@pytest.mark.parametrize("base", BASES, ids=lambda each: each.name)
def test_a_clean_document_has_no_finding(base: Base) -> None:
    assert outcome().raised(base.name) == []


@by_fault
def test_a_planted_fault_is_found_at_its_row_with_its_figures(fault: Fault) -> None:
    found = [each for each in outcome().raised(fault.source_file) if raised_by(each) == fault.raised]
    assert len(found) == 1, [raised_by(each) for each in outcome().raised(fault.source_file)]
    assert [words for words in fault.lv if words not in found[0].message] == [], found[0].message
    assert [words for words in fault.en if words not in found[0].message_en] == [], found[0].message_en


@by_fault
def test_a_planted_fault_raises_nothing_else(fault: Fault) -> None:
    others = [each for each in outcome().raised(fault.source_file) if raised_by(each) != fault.raised]
    assert [each.message for each in others if each.severity == "error"] == []
    assert sorted(each.code for each in others) == sorted(fault.also)


@by_fault
def test_the_stanza_that_a_fault_names_fires_on_it(fault: Fault) -> None:
    assert fault.stanza in outcome().fired[document_id(fault.source_file)]


@pytest.mark.parametrize("fault", [each for each in FAULTS if each.beside_clean], ids=lambda each: each.source_file)
def test_the_clean_twin_of_a_document_has_no_finding(fault: Fault) -> None:
    assert outcome().raised(fault.clean_file) == []


@pytest.mark.parametrize("stanza", STANZAS, ids="/".join)
def test_a_stanza_is_named_by_a_fault_of_each_base_and_fires_on_it(stanza: tuple[str, str]) -> None:
    faults = [each for each in FAULTS if each.stanza == stanza]
    firing = [each for each in faults if stanza in outcome().fired[document_id(each.source_file)]]
    assert {each.base.name for each in firing} == {base.name for base in BASES}


def test_a_fault_names_a_stanza_that_there_is() -> None:
    assert {each.stanza for each in FAULTS} == set(STANZAS)
