"""Every rule is needed: without any one of them a document is read otherwise than it is true."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from pipeline.grammar import money
from pipeline.grammar.rule import Rule, pattern
from tests.word_account.blindness import Removal, blind, forget, holders, removals, removed, rules
from tests.word_account.true_tables import MADE, OTHERS, SAMPLES, departures, findings_depart, read

DOCUMENTS = (*MADE, *OTHERS, *SAMPLES)
REMOVALS = removals()


@pytest.fixture
def without(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """A patch after which the caches of the pipeline are empty again."""
    yield monkeypatch
    monkeypatch.undo()
    forget()


def _is_noticed() -> bool:
    """Whether some document is now read otherwise than it is true; the findings, which take longest, come last."""
    submissions = []
    for path in DOCUMENTS:
        submissions.append(read(path))
        if departures(submissions[-1], path):
            return True
    return findings_depart(submissions, DOCUMENTS)


def test_with_all_rules_every_document_is_read_as_it_is_true() -> None:
    assert not _is_noticed()


@pytest.mark.parametrize("name", REMOVALS)
def test_what_is_removed_is_missed(name: str, without: pytest.MonkeyPatch) -> None:
    removed(REMOVALS[name], without)
    assert _is_noticed(), f"nothing needs the {name}: give it a document that does, or delete it"


def test_a_rule_that_nothing_needs_is_not_missed(without: pytest.MonkeyPatch) -> None:
    unneeded = Rule("unneeded", pattern("zzz"), lambda match: True, (), ())
    without.setattr(money, "UNNEEDED", unneeded, raising=False)
    removed(_removal("rule: unneeded"), without)
    assert list(holders(unneeded)) == []
    assert not _is_noticed()


def _removal(name: str) -> Removal:
    return removals()[name]


@pytest.mark.parametrize("name", rules())
def test_a_removed_rule_is_held_by_no_module_and_reads_nothing(name: str, without: pytest.MonkeyPatch) -> None:
    rule = rules()[name]
    removed(_removal(f"rule: {name}"), without)
    assert list(holders(rule)) == []
    assert not any(blind(rule).all_in(text) or blind(rule).at(text) for text, _ in rule.reads)
