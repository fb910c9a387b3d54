"""A run that is stopped goes on where it was; a second run reads nothing again."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline import batch, commands, run
from pipeline.errors import RunError
from pipeline.exports import publication
from pipeline.exports.publication import WORK_FOLDER
from pipeline.journal import JOURNAL
from pipeline.options import Part
from pipeline.run import Asked
from tests.submissions import submission

SAMPLES = Path(__file__).parents[1] / "samples"
NAMES = ("darzkopji.pdf", "kurzeme-typst.pdf", "kurzeme-2022-2025.txt", "kurzeme-parakstits.edoc", "kurzeme-word.docx")
# What differs from run to run: the seconds of each stage.
TIMED = "run.json"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    for name in NAMES:
        shutil.copy(SAMPLES / name, tmp_path / "in" / name)
    return tmp_path


LATE = batch.Lost("time", "120 s")


def asked(folder: Path, **changes: object) -> Asked:
    return replace(Asked((folder / "in",), folder / "out", workers=2, tables_only=True), **changes)  # type: ignore[arg-type]


def written(folder: Path) -> dict[str, bytes]:
    """The outputs that must be the same bytes."""
    files = (each for each in folder.rglob("*") if each.is_file() and WORK_FOLDER not in each.parts)
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in files if each.name != TIMED}


def read(asked: Asked) -> list[str]:
    """Runs, and gives the names of the files that a reader was given."""
    names: list[str] = []

    def spread(calls: Iterator[batch.Call]) -> Iterator[tuple[int, object]]:
        for place, (path, source_file, _) in enumerate(calls):
            names.append(source_file)
            yield place, submission(source_file, document_id=batch._document_id(path))

    with run.outcome(asked, spread=spread):  # type: ignore[arg-type]
        pass
    return names


def test_a_second_run_over_an_unchanged_folder_reads_nothing_and_writes_the_same(folder: Path) -> None:
    assert len(read(asked(folder))) == len(NAMES)
    first = written(folder / "out")
    assert read(asked(folder)) == []
    assert written(folder / "out") == first


def test_only_what_is_new_or_changed_is_read_whatever_it_is_called(folder: Path) -> None:
    read(asked(folder, verify=0))
    (folder / "in" / "a.txt").write_text("new", encoding="utf-8")
    (folder / "in" / NAMES[0]).rename(folder / "in" / "renamed.pdf")
    (folder / "in" / NAMES[2]).write_text("changed", encoding="utf-8")
    assert read(asked(folder, verify=0)) == ["a.txt", NAMES[2]]


def test_the_same_bytes_under_two_names_are_read_once(folder: Path) -> None:
    shutil.copy(folder / "in" / NAMES[0], folder / "in" / "z.pdf")
    assert len(read(asked(folder, verify=0))) == len(NAMES)


def test_parts_hold_each_file_once_and_containers_whole(folder: Path) -> None:
    parts = [read(asked(folder, output_folder=folder / str(number), part=Part(number, 3))) for number in (1, 2, 3)]
    submitted = [{name.partition("/")[0] for name in part} for part in parts]
    assert sorted(name for part in submitted for name in part) == sorted(NAMES)


def test_a_part_without_files_has_its_tables(folder: Path) -> None:
    part = next(each for each in (Part(number, 50) for number in range(1, 51)) if not any(map(each.holds, NAMES)))
    assert read(asked(folder, part=part)) == []
    assert (folder / "out" / "documents.csv").read_text(encoding="utf-8").count("\n") == 1


def test_a_changed_rule_set_reads_all_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read(asked(folder))
    monkeypatch.setattr(run, "program_digest", lambda: "another program")
    assert len(read(asked(folder))) == len(NAMES)


def test_another_password_reads_again_and_is_told_nowhere(folder: Path) -> None:
    read(asked(folder))
    assert len(read(asked(folder, passwords=("slepena-parole",)))) == len(NAMES)
    assert read(asked(folder, passwords=("slepena-parole",))) == []
    assert b"slepena-parole" not in (folder / "out" / WORK_FOLDER / JOURNAL).read_bytes()


def test_a_reader_that_somebody_ended_is_asked_again(folder: Path) -> None:
    def ended(calls: Iterator[batch.Call]) -> Iterator[tuple[int, object]]:
        return ((place, batch.Lost("crash", "SIGKILL")) for place, _ in enumerate(calls))

    with run.outcome(asked(folder), spread=ended):  # type: ignore[arg-type]
        pass
    assert len(read(asked(folder))) == len(NAMES)


def test_a_reader_that_crashed_by_itself_is_not(folder: Path) -> None:
    def crashed(calls: Iterator[batch.Call]) -> Iterator[tuple[int, object]]:
        return ((place, batch.Lost("crash", "SIGSEGV")) for place, _ in enumerate(calls))

    with run.outcome(asked(folder), spread=crashed) as outcome:  # type: ignore[arg-type]
        assert not any(each.is_read for each in outcome.record.submissions)
    assert read(asked(folder)) == []


def test_what_there_was_no_time_for_is_tried_in_the_next_run(folder: Path) -> None:
    def hangs(calls: Iterator[batch.Call]) -> Iterator[tuple[int, object]]:
        for place, (path, source_file, _) in enumerate(calls):
            slow = source_file == NAMES[1]
            yield place, LATE if slow else submission(source_file, document_id=batch._document_id(path))

    with run.outcome(asked(folder, verify=0), spread=hangs) as outcome:  # type: ignore[arg-type]
        assert [each.is_read for each in outcome.record.submissions].count(False) == 1
    assert read(asked(folder, verify=0)) == [NAMES[1]]
    assert read(asked(folder, verify=0)) == []


def test_a_file_that_changes_while_it_is_read_is_read_again(folder: Path) -> None:
    def changed(calls: Iterator[batch.Call]) -> Iterator[tuple[int, object]]:
        return ((place, submission(source_file)) for place, (_, source_file, _) in enumerate(calls))

    with run.outcome(asked(folder), spread=changed):  # type: ignore[arg-type]
        pass
    assert len(read(asked(folder))) == len(NAMES)


def test_a_page_of_the_report_is_drawn_again_only_where_it_would_come_out_otherwise(folder: Path) -> None:
    whole = asked(folder, tables_only=False)
    with run.outcome(whole):
        pass
    first = written(folder / "out")
    pages = {path: path.stat().st_mtime_ns for path in (folder / "out" / "report").iterdir() if path.stem != "index"}
    [spoilt, *kept] = pages
    spoilt.write_text("spoilt", encoding="utf-8")
    with run.outcome(whole):
        pass
    assert written(folder / "out") == first
    assert all(path.stat().st_mtime_ns == pages[path] for path in kept)


def command(folder: Path) -> list[str]:
    options = ("--out", str(folder / "out"), "--tables-only", "--workers", "2", "--quiet")
    return [sys.executable, "-m", "pipeline", "run", str(folder / "in"), *options]


def stopped(folder: Path, after: float, how: signal.Signals) -> tuple[int, float]:
    """Stops a run after so many seconds; gives its exit code and how long it took to end."""
    with subprocess.Popen(command(folder), stderr=subprocess.DEVNULL, start_new_session=True) as process:  # noqa: S603
        try:
            process.wait(after)
        except subprocess.TimeoutExpired:
            process.send_signal(how)
        begun = time.monotonic()
        return process.wait(30), time.monotonic() - begun


WAYS = [
    pytest.param([signal.SIGKILL], id="one-kill"),
    pytest.param([signal.SIGKILL] * 10, marks=pytest.mark.slow, id="ten-kills"),
    pytest.param([signal.SIGINT] * 10, marks=pytest.mark.slow, id="ten-times-ctrl-c"),
]


@pytest.mark.parametrize("ways", WAYS)
@pytest.mark.skipif(sys.platform == "win32", reason="no such signals there")
def test_a_run_that_is_stopped_at_random_moments_ends_with_the_same_bytes(
    folder: Path, ways: list[signal.Signals]
) -> None:
    """All in one folder: each run goes on where the last was."""
    shutil.copytree(folder / "in", folder / "other" / "in")
    begun = time.monotonic()
    subprocess.run(command(folder / "other"), check=False)  # noqa: S603
    whole = time.monotonic() - begun
    moments = random.Random(len(ways))  # noqa: S311 -- no secret
    for how in ways:
        code, seconds = stopped(folder, moments.uniform(0.1, whole), how)
        assert code in (-how, 130, 0, 1)
        assert seconds < max(2.0, whole / 4)  # Two seconds, on a machine that does nothing else.
        tables = [each.name for each in (folder / "out").glob("*.csv")] if (folder / "out").exists() else []
        assert len(tables) in (0, 7)
    assert subprocess.run(command(folder), check=False).returncode in (0, 1)  # noqa: S603
    assert written(folder / "out") == written(folder / "other" / "out")


@contextmanager
def small_disk(folder: Path) -> Iterator[Path]:
    """A disk of its own with room for little."""
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1500k", "tmpfs", str(folder)]
    try:
        made = subprocess.run(mount, check=False, capture_output=True).returncode == 0  # noqa: S603
    except OSError:
        made = False
    if not made:
        pytest.skip("no small disk can be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=False)  # noqa: S603, S607


def test_a_disk_that_fills_is_told_and_what_was_there_stays(folder: Path) -> None:
    with small_disk(folder / "disk") as disk:
        with run.outcome(asked(folder, output_folder=disk / "out")):
            pass
        first = written(disk / "out")
        for number in range(60):
            text = (SAMPLES / "kurzeme-2022-2025.txt").read_text(encoding="utf-8")
            (folder / "in" / f"{number}.txt").write_text(f"{text}\n{number}", encoding="utf-8")
        with pytest.raises(RunError, match="room"), run.outcome(asked(folder, output_folder=disk / "out")):
            pass
        assert written(disk / "out") == first
        subprocess.run(["mount", "-o", "remount,size=20m", str(disk)], check=True)  # noqa: S603, S607
        again = read(asked(folder, output_folder=disk / "out"))
        assert len(again) < 60
        rows, before = (len(each["documents.csv"].splitlines()) for each in (written(disk / "out"), first))
        assert rows == before + 60


def test_a_table_that_another_program_holds_is_told_and_everything_stays(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As Windows refuses to replace a file that a spreadsheet has open."""
    with run.outcome(asked(folder)):
        pass
    first = written(folder / "out")
    replaced = Path.replace

    def held(self: Path, target: Path) -> Path:
        if self == folder / "out" / "findings.csv":
            raise PermissionError(13, "The process cannot access the file", str(self))
        return replaced(self, target)

    (folder / "in" / "a.txt").write_text("new", encoding="utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", held)
        with pytest.raises(RunError, match=r"findings\.csv could not be written"), run.outcome(asked(folder)):
            pass
    assert written(folder / "out") == first
    assert read(asked(folder)) == []
    assert written(folder / "out") != first


def test_a_check_of_the_tables_completes_what_a_run_was_stopped_in(folder: Path) -> None:
    with run.outcome(asked(folder)):
        pass
    first = written(folder / "out")
    work = folder / "out" / WORK_FOLDER
    (work / "new").mkdir()
    (folder / "out" / "findings.csv").rename(work / "new" / "findings.csv")
    publication._write_down(work, publication._Publication(("findings.csv",), ()))
    commands.check_folder(folder / "out", commands.Judged(), "lv", quiet=True)
    assert written(folder / "out") == first
