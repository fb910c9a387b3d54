"""A call that breaks costs its own result only."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest

from pipeline.asked_time import ask_for_time
from pipeline.fence import Limits, Lost, fenced_result, fenced_results


def doubled(text: bytes) -> bytes:
    return 2 * text


def slept(seconds: float) -> bytes:
    time.sleep(seconds)
    return b"slept"


def results(
    function: object, calls: list[tuple[object, ...]], workers: int = 2, limits: Limits | None = None
) -> dict[int, object]:
    return dict(fenced_results(function, calls, workers=workers, limits=limits or Limits()))  # type: ignore[arg-type]


@pytest.mark.parametrize("workers", [1, 3])
def test_every_call_gives_its_result(workers: int) -> None:
    assert results(doubled, [(b"a",), (b"b",), (b"",)], workers) == {0: b"aa", 1: b"bb", 2: b""}


def test_a_call_that_takes_too_long_is_ended_in_time() -> None:
    begin = time.monotonic()
    assert results(slept, [(600,), (0,)], limits=Limits(seconds=2)) == {0: Lost("time", "2 s"), 1: b"slept"}
    assert time.monotonic() - begin < 30


def test_who_stops_listening_leaves_no_process_behind() -> None:
    begin = time.monotonic()
    stream = fenced_results(slept, [(0,), (600,)], workers=2, limits=Limits())
    next(stream)
    stream.close()  # type: ignore[attr-defined]
    assert time.monotonic() - begin < 30


def ended(how: int) -> None:
    os.kill(os.getpid(), how)


@pytest.mark.parametrize(
    ("function", "call", "gives"),
    [
        (doubled, (b"a",), b"aa"),
        (slept, (600,), Lost("time", "2 s")),
        (ended, (signal.SIGKILL,), Lost("crash", "SIGKILL")),
        (int, ("x",), Lost("error", "ValueError: invalid literal for int() with base 10: 'x'")),
    ],
)
def test_a_single_call_is_behind_the_fence_too(function: object, call: tuple[object, ...], gives: object) -> None:
    assert fenced_result(function, call, Limits(seconds=2)) == gives  # type: ignore[arg-type]


ONE_CALL = """
{before}
from pipeline.fence import Limits, fenced_result
from pipeline.fence.nurseries import _IDLE
print(fenced_result(bytes, (b"abc",), Limits()))
print(not _IDLE.nurseries)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="forked only there")
def test_a_single_call_starts_no_second_interpreter_where_no_thread_runs() -> None:
    threads = "import threading, time; threading.Thread(target=time.sleep, args=(5,), daemon=True).start()"
    for before, alone in (("", "True"), (threads, "False")):
        command = [sys.executable, "-c", ONE_CALL.format(before=before)]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)  # noqa: S603
        assert done.stdout.split() == ["b'abc'", alone]


def slow_steps(steps: int) -> bytes:
    for _ in range(steps):
        ask_for_time(1.0)
        time.sleep(0.8)
    return b"%d" % steps


def test_a_call_that_asks_for_time_before_each_slow_step_gets_it() -> None:
    assert results(slow_steps, [(4,)], limits=Limits(seconds=1)) == {0: b"4"}


def test_what_a_call_may_ask_for_has_an_end() -> None:
    begin = time.monotonic()
    assert results(slow_steps, [(600,)], limits=Limits(seconds=1, more_seconds=2)) == {0: Lost("time", "3 s")}
    assert time.monotonic() - begin < 30


def test_who_is_not_behind_a_fence_asks_nobody() -> None:
    assert slow_steps(1) == b"1"


@pytest.mark.parametrize("gives", [print, list, str])
def test_a_call_that_gives_no_bytes_is_an_error(gives: object) -> None:
    lost = fenced_result(gives, (), Limits())  # type: ignore[arg-type]
    assert isinstance(lost, Lost)
    assert (lost.reason, "no bytes" in lost.detail) == ("error", True)
