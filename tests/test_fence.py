"""A call that breaks costs its own result only."""

from __future__ import annotations

import time

import pytest

from pipeline.fence import Limits, Lost, fenced_results


def doubled(number: int) -> int:
    return 2 * number


def slept(seconds: float) -> float:
    time.sleep(seconds)
    return seconds


def results(
    function: object, calls: list[tuple[object, ...]], workers: int = 2, limits: Limits | None = None
) -> dict[int, object]:
    return dict(fenced_results(function, calls, workers=workers, limits=limits or Limits()))  # type: ignore[arg-type]


@pytest.mark.parametrize("workers", [1, 3])
def test_every_call_gives_its_result(workers: int) -> None:
    assert results(doubled, [(1,), (2,), (3,), (4,)], workers) == {0: 2, 1: 4, 2: 6, 3: 8}


def test_a_call_that_takes_too_long_is_ended_in_time() -> None:
    begin = time.monotonic()
    assert results(slept, [(600,), (0,)], limits=Limits(seconds=2)) == {0: Lost("time", "2 s"), 1: 0}
    assert time.monotonic() - begin < 30


def test_who_stops_listening_leaves_no_process_behind() -> None:
    begin = time.monotonic()
    stream = fenced_results(slept, [(0,), (600,)], workers=2, limits=Limits())
    next(stream)
    stream.close()  # type: ignore[attr-defined]
    assert time.monotonic() - begin < 30
