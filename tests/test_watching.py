"""A watched folder: a file is read once it is whole, and never twice."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline import batch, checks, run
from pipeline.errors import RunError
from pipeline.run import Asked, Outcome
from pipeline.watching import updates
from tests.submissions import submission


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    return tmp_path / "in"


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that a reader was given, `late.txt` without time for it; no checks are loaded."""
    names: list[str] = []

    def spread(**_: object) -> batch.Spread:
        def results(calls: Iterator[batch.Call]) -> Iterator[tuple[int, batch.Submission | batch.Lost]]:
            for place, (path, source_file, _) in enumerate(calls):
                names.append(source_file)
                read = submission(source_file, document_id=batch._document_id(path))
                yield place, batch.Lost("time", "120 s") if source_file == "late.txt" else read

        return results

    monkeypatch.setattr(run.batch, "fenced", spread)
    monkeypatch.setattr(checks, "findings_in_parts", lambda _submissions: iter(()))
    monkeypatch.setattr(checks, "warm_up", lambda: None)
    return names


def told(inbox: Path, *steps: Callable[[], None], **changes: object) -> list[Outcome | RunError]:
    """What a watcher tells while the steps are taken, one between each two looks; two looks follow the last."""
    left = [*steps, lambda: None, lambda: None]

    def pause() -> None:
        if not left:
            raise KeyboardInterrupt
        left.pop(0)()

    asked = replace(Asked((inbox,), inbox.parent / "out", tables_only=True), **changes)  # type: ignore[arg-type]
    watcher = updates(asked, pause)
    found: list[Outcome | RunError] = []
    with contextlib.suppress(KeyboardInterrupt):
        while True:
            found.append(next(watcher))
    return found


def drop(path: Path, text: str) -> Callable[[], None]:
    return lambda: path.write_text(text, encoding="utf-8") and None


def files(outcome: Outcome | RunError) -> int:
    assert isinstance(outcome, Outcome)
    return len(outcome.record.submissions)


def test_an_empty_folder_is_waited_for(inbox: Path, read: list[str]) -> None:
    assert told(inbox) == []
    assert read == []


def test_what_is_dropped_is_read_once_and_the_tables_hold_all(inbox: Path, read: list[str]) -> None:
    found = told(inbox, drop(inbox / "a.txt", "a"), lambda: None, drop(inbox / "b.txt", "b"))
    assert [files(each) for each in found] == [1, 2]
    assert read == ["a.txt", "b.txt"]
    assert (inbox.parent / "out" / "documents.csv").read_text(encoding="utf-8").count("\n") == 3


def test_a_file_that_grows_is_left_alone_until_it_has_settled(inbox: Path, read: list[str]) -> None:
    grows = [drop(inbox / "a.txt", "a" * size) for size in (1, 20, 300)]
    assert [files(each) for each in told(inbox, drop(inbox / "b.txt", "b"), *grows)] == [1, 2]
    assert read == ["b.txt", "a.txt"]


def test_the_same_bytes_under_another_name_are_not_read_again(inbox: Path, read: list[str]) -> None:
    again = [drop(inbox / "a.txt", "a"), lambda: None, lambda: shutil.copy(inbox / "a.txt", inbox / "z.txt") and None]
    assert [files(each) for each in told(inbox, *again)] == [1, 2]
    assert read == ["a.txt"]


def test_what_was_read_by_an_earlier_watcher_is_not_read_again(inbox: Path, read: list[str]) -> None:
    for _ in range(2):
        assert [files(each) for each in told(inbox, drop(inbox / "a.txt", "a"))] == [1]
    assert read == ["a.txt"]


def test_what_there_was_no_time_for_is_not_tried_with_every_file(inbox: Path, read: list[str]) -> None:
    steps = [drop(inbox / "late.txt", "a"), lambda: None, drop(inbox / "b.txt", "b")]
    assert [files(each) for each in told(inbox, *steps)] == [1, 2]
    assert read == ["late.txt", "b.txt"]
    told(inbox)
    assert read == ["late.txt", "b.txt", "late.txt"]


def test_a_file_that_is_taken_away_leaves_the_tables(inbox: Path, read: list[str]) -> None:
    steps = [drop(inbox / "a.txt", "a"), drop(inbox / "b.txt", "b"), lambda: None, (inbox / "a.txt").unlink]
    assert [files(each) for each in told(inbox, *steps)][-1] == 1
    assert sorted(read) == ["a.txt", "b.txt"]


@pytest.mark.usefixtures("read")
def test_an_update_that_cannot_be_written_is_told_and_tried_again(inbox: Path) -> None:
    out = inbox.parent / "out"
    (out / "documents.csv").mkdir(parents=True)
    steps = [drop(inbox / "a.txt", "a"), lambda: None, (out / "documents.csv").rmdir]
    found = told(inbox, *steps)
    assert [type(each).__name__ for each in found] == ["RunError", "Outcome"]
