"""Every stanza of every suite: its passing row passes and its failing row fails, by Great Expectations itself."""

from __future__ import annotations

import pytest

from pipeline.checks.finding_of_row import finding_of_row
from pipeline.checks.gx import broken_rows
from pipeline.checks.suites import Stanza, Suite, suites

STANZAS = [pytest.param(stanza, id=f"{suite.table}-{stanza.name}") for suite in suites() for stanza in suite.stanzas]


def _alone(stanza: Stanza) -> Suite:
    return Suite(stanza.suite, (stanza,))


@pytest.mark.parametrize("stanza", STANZAS)
def test_the_passing_row_passes(stanza: Stanza) -> None:
    assert list(broken_rows(_alone(stanza), [stanza.passes])) == []


@pytest.mark.parametrize("stanza", STANZAS)
def test_the_failing_row_fails(stanza: Stanza) -> None:
    found = list(broken_rows(_alone(stanza), [stanza.passes, stanza.fails, stanza.passes]))
    assert [row for _, row in found] == [stanza.fails]


@pytest.mark.parametrize("stanza", STANZAS)
def test_its_messages_are_whole_sentences(stanza: Stanza) -> None:
    finding = finding_of_row(stanza, stanza.fails)
    for message in (finding.message, finding.message_en):
        assert message.endswith(".")
        assert not set("{}") & set(message)
    assert finding.message != finding.message_en
