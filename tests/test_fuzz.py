"""Damaged documents of every kind: each has its row and its reason, and none does harm. `make fuzz` takes thousands."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.fence.nurseries import end_idle
from tests.fuzz.mutants import Mutant, mutants, samples_by_kind
from tests.fuzz.trial import trial

COUNT, PARTS = 200, 10
"""So many mutants, in parts that may run side by side."""


@pytest.mark.parametrize("part", range(PARTS))
def test_mutants_each_have_their_row_and_none_does_harm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, part: int
) -> None:
    """Only the first part has the programs that take seconds for a page: without them the rest works as well."""
    end_idle()
    if part:
        monkeypatch.setenv("PATH", "")
    made = list(mutants(COUNT, seed=0))[part::PARTS]
    done = trial(made, tmp_path)
    assert done.faults == ()
    assert done.read > 0
    assert done.refused > 0


def test_the_same_seed_gives_the_same_mutants_and_another_gives_others() -> None:
    assert list(mutants(20, seed=3)) == list(mutants(20, seed=3))
    assert list(mutants(20, seed=3)) != list(mutants(20, seed=4))


def test_there_are_mutants_of_every_kind() -> None:
    made = {Path(each.name).suffix[1:] for each in mutants(COUNT, seed=0)}
    assert made == samples_by_kind().keys()


def test_a_mutant_that_breaks_its_reader_is_found_out(tmp_path: Path) -> None:
    """What the trial would say of a program that drops a file or writes elsewhere."""
    done = trial([Mutant("00000-cut-a.txt", b"")], tmp_path)
    assert (done.read, done.refused, done.faults) == (0, 1, ())
