"""Each thing that a hostile document's reader may do costs its own call, and leaves nothing behind."""

from __future__ import annotations

import os
import signal
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.fence import CANNOT_FORK, Limits, Lost, fenced_result, fenced_results, frames, nurseries
from pipeline.fence.frames import LONGEST_ANSWER
from tests.saboteurs import calls

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="the system has no such bounds")
WAYS = ["nursery", "recycled"] if not CANNOT_FORK else ["recycled"]


@pytest.fixture(params=WAYS)
def way(request: pytest.FixtureRequest) -> bool:
    """Whether processes are recycled."""
    return bool(request.param == "recycled")


def results(
    function: Callable[..., bytes],
    given: list[tuple[object, ...]],
    *,
    recycled: bool,
    seconds: float = 60.0,
    workers: int = 2,
    **more: object,
) -> dict[int, bytes | Lost]:
    limits = Limits(seconds=seconds, more_seconds=1.0)
    return dict(fenced_results(function, given, workers=workers, limits=limits, recycled=recycled, **more))  # type: ignore[arg-type]


def is_running(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def ends_soon(process: int) -> bool:
    for _ in range(100):
        if not is_running(process):
            return True
        time.sleep(0.1)
    return False


def test_one_that_loops_for_ever_is_ended_with_its_limit(way: bool) -> None:
    assert results(calls.loops_for_ever, [()], recycled=way, seconds=1) == {0: Lost("time", "1 s")}


@linux_only
def test_one_that_eats_memory_is_told_its_limit(way: bool) -> None:
    assert results(calls.eats_memory, [()], recycled=way) == {0: Lost("memory", "2048 MB")}


@pytest.mark.parametrize("how", ["SIGSEGV", "SIGABRT", "SIGKILL", "SIGTERM"])
def test_one_that_dies_by_a_signal_is_a_crash(how: str, way: bool) -> None:
    lost = results(calls.ends_itself, [(getattr(signal, how),)], recycled=way)[0]
    assert lost == Lost("crash", how)
    assert isinstance(lost, Lost)
    assert lost.from_outside == (how in ("SIGKILL", "SIGTERM"))


@pytest.mark.parametrize("reason", ["time", "memory", "error"])
def test_only_a_crash_comes_from_outside(reason: str) -> None:
    assert not Lost(reason, "SIGKILL").from_outside  # type: ignore[arg-type]


def test_one_that_leaves_is_no_answer(way: bool) -> None:
    assert results(calls.leaves, [(3,)], recycled=way) == {0: Lost("error", "SystemExit: 3")}
    assert results(calls.ends_at_once, [(0,)], recycled=way) == {0: Lost("crash", "exit 0")}


def test_one_that_prints_rubbish_is_heard_all_the_same(way: bool, capfd: pytest.CaptureFixture[str]) -> None:
    assert results(calls.prints_rubbish, [()], recycled=way) == {0: b"an answer"}
    assert capfd.readouterr() == ("", "")


RUBBISH = {
    "text": b"rubbish, and more of it",
    "zeros": bytes(64),
    "a frame without end": struct.pack("!cQ", b"A", 2**63),
    "a wish for time of no seconds": struct.pack("!cQ", b"W", 3) + b"abc",
    "what only the nursery says": struct.pack("!cQ", b"C", 7) + b"SIGKILL",
}


@pytest.mark.parametrize("rubbish", RUBBISH)
def test_one_that_writes_rubbish_into_the_answer_is_an_error(rubbish: str, way: bool) -> None:
    lost = results(calls.writes_into_all_pipes, [(RUBBISH[rubbish],)], recycled=way)[0]
    assert isinstance(lost, Lost)
    assert lost.reason == "error"


def test_one_that_closes_its_answer_and_stays_is_ended(way: bool) -> None:
    lost = results(calls.closes_all_pipes_and_stays, [()], recycled=way, seconds=1)[0]
    assert isinstance(lost, Lost)


@pytest.mark.slow
def test_an_answer_that_is_longer_than_the_limit_is_an_error(way: bool) -> None:
    assert results(calls.answers_too_long, [(LONGEST_ANSWER + 1,)], recycled=way) == {0: frames.TOO_LONG}


def test_an_answer_of_some_megabytes_is_whole(way: bool) -> None:
    assert results(calls.answers_too_long, [(5_000_000,), (5_000_001,)], recycled=way) == {
        0: bytes(5_000_000),
        1: bytes(5_000_001),
    }


@linux_only
def test_what_it_forks_is_killed_with_it() -> None:
    born = results(calls.forks_children_that_stay, [(False,), (True,)], recycled=False)
    for told in born.values():
        assert isinstance(told, bytes)
        assert all(map(ends_soon, map(int, told.split())))


@linux_only
def test_what_a_single_call_forks_is_killed_with_it() -> None:
    told = fenced_result(calls.forks_children_that_stay, (False,), Limits())
    assert isinstance(told, bytes)
    assert all(map(ends_soon, map(int, told.split())))


@linux_only
def test_it_opens_no_socket() -> None:
    assert results(calls.opens_sockets, [()], recycled=False) == {0: b""}


def test_it_opens_no_socket_by_python_in_a_recycled_worker() -> None:
    told = results(calls.opens_sockets, [()], recycled=True)[0]
    assert isinstance(told, bytes)
    assert b"python" not in told


def test_it_writes_nowhere_else(way: bool, tmp_path: Path) -> None:
    lost = results(calls.writes_at, [(tmp_path / "a",)], recycled=way)[0]
    assert isinstance(lost, Lost)
    assert (lost.reason, "PermissionError" in lost.detail) == ("error", True)
    assert not list(tmp_path.iterdir())


@linux_only
def test_it_writes_nowhere_else_by_what_is_not_python(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.write_text("kept")
    assert results(calls.writes_past_python, [(kept,), (tmp_path / "new",)], recycled=False) == {
        0: b"refused",
        1: b"refused",
    }
    assert (kept.read_text(), list(tmp_path.iterdir())) == ("kept", [kept])


def test_it_writes_in_its_own_folder_only(way: bool, tmp_path: Path) -> None:
    folders = [tmp_path / "0", tmp_path / "1"]
    for each in folders:
        each.mkdir()
    given: list[tuple[object, ...]] = [(folders[0] / "a",), (folders[0] / "b",)]
    found = results(calls.writes_at, given, recycled=way, folders=folders)
    assert (found[0], isinstance(found[1], Lost), list(folders[0].iterdir())) == (b"written", True, [folders[0] / "a"])


def test_it_starts_no_program_that_nobody_knows(way: bool) -> None:
    lost = results(calls.starts_a_program, [()], recycled=way)[0]
    assert isinstance(lost, Lost)
    assert "PermissionError" in lost.detail


def test_its_scratch_folder_is_gone_after_it(way: bool) -> None:
    for told in results(calls.scratch_folder, [(), ()], recycled=way).values():
        assert isinstance(told, bytes)
        assert not Path(os.fsdecode(told)).exists()


def test_the_scratch_folder_of_one_that_is_killed_is_gone_too(
    way: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    found = results(calls.scratch_folder, [(600.0,)], recycled=way, seconds=1, preload=("colorsys",))
    nurseries.end_idle()
    assert (found, list(tmp_path.iterdir())) == ({0: Lost("time", "1 s")}, [])


def test_no_wish_for_time_is_without_end(way: bool) -> None:
    assert results(calls.asks_for_all_time, [()], recycled=way, seconds=1) == {0: Lost("time", "2 s")}


@linux_only
def test_a_nursery_killed_in_the_middle_costs_nothing() -> None:
    stream = fenced_results(calls.slept, [(0.0,), (1.0,), (1.0,), (0.0,)], workers=2, limits=Limits())
    found = dict([next(stream)])
    for each in children_of(os.getpid(), "fence.nursery"):
        os.kill(each, signal.SIGKILL)
    found.update(stream)
    assert found == dict.fromkeys(range(4), b"slept")


@linux_only
def test_a_call_that_kills_the_nursery_costs_no_other(tmp_path: Path) -> None:
    """Where the system does not hold it back; here it does."""
    found = results(calls.kills_what_forked_it, [(tmp_path / "mark",)], recycled=False, folders=[tmp_path])
    assert isinstance(found[0], Lost) or found[0] == b"honest now"
    assert results(calls.doubled, [(b"a",)], recycled=False) == {0: b"aa"}


@linux_only
def test_a_nursery_that_dies_again_of_the_same_call_loses_it(monkeypatch: pytest.MonkeyPatch) -> None:
    told = nurseries.Nursery.told

    def dies_of_first(nursery: nurseries.Nursery) -> tuple[int, bytes | Lost]:
        number, result = told(nursery)
        if number == 0:
            raise nurseries.NurseryGoneError("SIGSEGV")
        return number, result

    monkeypatch.setattr(nurseries.Nursery, "told", dies_of_first)
    found = results(calls.doubled, [(b"a",), (b"b",), (b"c",)], recycled=False)
    assert found == {0: Lost("crash", "SIGSEGV"), 1: b"bb", 2: b"cc"}


def test_a_worker_killed_costs_its_own_call() -> None:
    found = results(calls.ends_itself, [(signal.SIGKILL,), (0,)], recycled=True, seconds=3, workers=1)
    assert found == {0: Lost("crash", "SIGKILL"), 1: Lost("time", "3 s")}


def test_a_worker_serves_many_calls_and_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.fence.workers.CALLS_EACH", 3)
    found = results(calls.process_number, [()] * 7, recycled=True, workers=1)
    told = [found[number] for number in range(7)]
    assert [told.count(each) for each in dict.fromkeys(told)] == [3, 3, 1]


def test_each_forked_call_has_a_process_of_its_own() -> None:
    found = results(calls.process_number, [()] * 5, recycled=False)
    assert len(set(found.values())) == 5


def test_threads_may_ask_at_once(way: bool) -> None:
    found: dict[int, dict[int, bytes | Lost]] = {}

    def ask(number: int) -> None:
        found[number] = results(calls.doubled, [(b"%d" % number,)] * 3, recycled=way)

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(3)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert found == {number: dict.fromkeys(range(3), b"%d%d" % (number, number)) for number in range(3)}


PARENT = """
import sys
from pipeline.fence import Limits, fenced_results
from tests.saboteurs import calls
for number, result in fenced_results(calls.{name}, {given}, workers=3, limits=Limits(), recycled={recycled}):
    print(result.decode(), flush=True)
"""


@linux_only
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_nothing_stays_when_the_process_that_asks_ends(how: signal.Signals, way: bool, tmp_path: Path) -> None:
    code = PARENT.format(name="slept", given="[(0.0,), (600.0,), (600.0,)]", recycled=way)
    process = subprocess.Popen(  # noqa: S603
        [sys.executable, "-c", code],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": str(Path.cwd()), "TMPDIR": str(tmp_path)},
    )
    assert process.stdout is not None
    process.stdout.readline()
    left = descendants_of(process.pid)
    assert len(left) >= 3
    begin = time.monotonic()
    process.send_signal(how)
    process.wait(20)
    process.stdout.close()
    assert all(map(ends_soon, left))
    assert time.monotonic() - begin < 10
    assert not list(tmp_path.iterdir())


def descendants_of(process: int) -> list[int]:
    found = children_of(process)
    return [*found, *(inner for each in found for inner in descendants_of(each))]


def children_of(process: int, named: str = "") -> list[int]:
    found = []
    for task in Path(f"/proc/{process}/task").iterdir():
        found += map(int, (task / "children").read_text().split())
    return [each for each in found if named.encode() in Path(f"/proc/{each}/cmdline").read_bytes()]
