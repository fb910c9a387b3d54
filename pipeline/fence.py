"""A call in a process of its own: a crash, a hang or a hunger for memory costs its own result and no other.

Each call gets a fresh process, so that no document can touch the next one, and a
result does not depend on how many run at once. Where the system can, processes
are forked from a clean server that has imported what they need; a single call's
from this process, which starts nothing and imports nothing twice.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from typing import Any, Generic, Literal, TypeVar

from pipeline.asked_time import let_hear

Result = TypeVar("Result")

# A process that serves one call looks for cycles after so many new objects: what it makes has hardly any, and to look
# through a long document's words again and again takes longer than to read them.
OBJECTS_BETWEEN_SEARCHES = 500_000


@dataclass(frozen=True, slots=True)
class Limits:
    """What one call may use.

    `memory` is in bytes of address space, kept where the system has such a limit.
    A call that asks for more time, since it recognises pages, is given no more than `more_seconds` in all.
    """

    seconds: float = 120.0
    memory: int = 2 * 1024**3
    more_seconds: float = 1800.0


@dataclass(frozen=True, slots=True)
class Lost:
    """Why a call gave no result; `detail` is for maintainers: a signal, an exception."""

    reason: Literal["time", "memory", "crash", "error"]
    detail: str = ""


@dataclass(frozen=True, slots=True)
class _MoreTime:
    seconds: float


@dataclass(slots=True, eq=False)
class _Call(Generic[Result]):
    number: int
    process: BaseProcess
    answer: Connection
    seconds: float
    most_seconds: float
    begun: float

    @property
    def allowed(self) -> float:
        return min(self.seconds, self.most_seconds)

    @property
    def deadline(self) -> float:
        return self.begun + self.allowed

    def result(self) -> Result | Lost | _MoreTime:
        """What it sent, be it only a wish for time, which is granted; `Lost` where it ended without a word."""
        try:
            received: Result | Lost | _MoreTime = self.answer.recv()
        except (EOFError, OSError):
            self.process.join()
            return Lost("crash", _ending(self.process.exitcode))
        if isinstance(received, _MoreTime):
            self.seconds += max(0.0, received.seconds)
        return received

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.process.close()
        self.answer.close()


def fenced_results(
    function: Callable[..., Result],
    calls: Sequence[tuple[Any, ...]],
    *,
    workers: int,
    limits: Limits,
    preload: Sequence[str] = (),
) -> Iterator[tuple[int, Result | Lost]]:
    """Calls `function(*call)` for each of `calls`; gives the call's index and its result, as they end.

    `function` stands at the top of a module, arguments and result can be pickled,
    at most `workers` run at once, and `preload` names modules to import only once.
    """
    return _results(_server(preload), function, calls, workers, limits)


def fenced_result(function: Callable[..., Result], call: tuple[Any, ...], limits: Limits) -> Result | Lost:
    """What `function(*call)` gives; for a process that has loaded little, which counts as the call's memory."""
    [(_, result)] = _results(_single(), function, [call], 1, limits)
    return result


def _results(
    context: BaseContext,
    function: Callable[..., Result],
    calls: Sequence[tuple[Any, ...]],
    workers: int,
    limits: Limits,
) -> Iterator[tuple[int, Result | Lost]]:
    waiting, running = deque(enumerate(calls)), list[_Call[Result]]()
    try:
        while waiting or running:
            while waiting and len(running) < workers:
                running.append(_started(context, function, *waiting.popleft(), limits))
            for call, result in _ended(running):
                running.remove(call)
                call.end()
                yield call.number, result
    finally:
        for call in running:
            call.end()


def _single() -> BaseContext:
    """Forks this process, where that is safe: what another thread holds stays held in the fork for ever."""
    if sys.platform == "linux" and threading.active_count() == 1:
        return multiprocessing.get_context("fork")
    return _server(())


def _server(preload: Sequence[str]) -> BaseContext:
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(preload))
    return context


def _started(
    context: BaseContext, function: Callable[..., Result], number: int, call: tuple[Any, ...], limits: Limits
) -> _Call[Result]:
    answer, sender = context.Pipe(duplex=False)
    process = context.Process(target=_answered, args=(answer, sender, function, call, limits.memory), daemon=True)  # type: ignore[attr-defined]
    process.start()
    sender.close()
    most = limits.seconds + limits.more_seconds
    return _Call(number, process, answer, limits.seconds, most, time.monotonic())


def _ended(running: Sequence[_Call[Result]]) -> list[tuple[_Call[Result], Result | Lost]]:
    """The calls that ended or ran out of time; waits until there is one, or one asks for more time."""
    soonest = min(call.deadline for call in running)
    ready = wait([call.answer for call in running], max(0.0, soonest - time.monotonic()))
    now = time.monotonic()
    ended: list[tuple[_Call[Result], Result | Lost]] = []
    for call in running:
        if call.answer in ready:
            result = call.result()
            if not isinstance(result, _MoreTime):
                ended.append((call, result))
        elif now >= call.deadline:
            ended.append((call, Lost("time", f"{call.allowed:g} s")))
    return ended


def _answered(
    answer: Connection, sender: Connection, function: Callable[..., Any], call: tuple[Any, ...], memory: int
) -> None:
    """In the new process: sends what the call gives."""
    answer.close()  # Held here too, it would keep this process writing to a parent that is gone.
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's; it ends this process.
    _silence()
    _limit_memory(memory)
    gc.set_threshold(OBJECTS_BETWEEN_SEARCHES)
    let_hear(lambda seconds: sender.send(_MoreTime(seconds)))
    try:
        result = function(*call)
    except MemoryError:
        result = Lost("memory", f"{memory} bytes")
    except Exception as error:  # noqa: BLE001 -- whatever it is, it costs this call only
        result = Lost("error", f"{type(error).__name__}: {error}")
    sender.send(result)


def _silence() -> None:
    """Nothing that a C library prints when it breaks reaches the user's terminal."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)


def _limit_memory(memory: int) -> None:
    with suppress(ImportError, OSError, ValueError):  # Windows has no such limit, macOS refuses it.
        import resource

        # The hard limit stays: a program that this process starts has bounds of its own, which may be wider.
        resource.setrlimit(resource.RLIMIT_AS, (memory, resource.getrlimit(resource.RLIMIT_AS)[1]))


def _ending(exit_code: int | None) -> str:
    if exit_code is not None and exit_code < 0:
        with suppress(ValueError):
            return signal.Signals(-exit_code).name
    return f"exit {exit_code}"
