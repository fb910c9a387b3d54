"""A call in a process of its own: a crash, a hang or a hunger for memory costs its own result and no other.

Each call gets a fresh process, so that no document can touch the next one, and a
result does not depend on how many run at once. What comes out of it is bytes:
to unpickle what a hostile document's process sends would run code in this one.
Where the system can, processes
are forked from a clean server that has imported what they need; a single call's
from this process, which starts nothing and imports nothing twice.
"""

from __future__ import annotations

import gc
import math
import multiprocessing
import os
import signal
import struct
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from typing import Any, Literal

from pipeline.asked_time import let_hear

# A process that serves one call looks for cycles after so many new objects: what it makes has hardly any, and to look
# through a long document's words again and again takes longer than to read them.
OBJECTS_BETWEEN_SEARCHES = 500_000
# No call sends more bytes at once; the pictures of a long document's pages take the most.
LONGEST_FRAME = 256 * 1024**2
# What a call sends begins with one of these: its answer, a wish for seconds, or why it has none.
ANSWER, MORE_TIME, LOST_BY_ERROR, LOST_BY_MEMORY = b"A", b"T", b"E", b"M"
_SECONDS = struct.Struct("!d")
# So many bytes of what an error says are kept.
LONGEST_DETAIL = 1_000


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
class _Call:
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

    def result(self) -> bytes | Lost | _MoreTime:
        """What it sent, be it only a wish for time, which is granted; `Lost` where it ended without a word."""
        try:
            received = _told(self.answer.recv_bytes(LONGEST_FRAME))
        except EOFError:
            self.process.join()
            return Lost("crash", _ending(self.process.exitcode))
        except OSError:  # Longer than what may be sent, or cut short.
            return Lost("error", "malformed answer")
        if isinstance(received, _MoreTime):
            self.seconds += received.seconds
        return received

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.process.close()
        self.answer.close()


def fenced_results(
    function: Callable[..., bytes],
    calls: Iterable[tuple[Any, ...]],
    *,
    workers: int,
    limits: Limits,
    preload: Sequence[str] = (),
) -> Iterator[tuple[int, bytes | Lost]]:
    """Calls `function(*call)` for each of `calls`; gives the call's index and its result, as they end.

    `calls` are asked for one by one, each as a process is free for it.
    `function` stands at the top of a module, its arguments can be pickled, at most
    `workers` run at once, and `preload` names modules to import only once.
    """
    return _results(_server(preload), function, calls, workers, limits)


def fenced_result(function: Callable[..., bytes], call: tuple[Any, ...], limits: Limits) -> bytes | Lost:
    """What `function(*call)` gives; for a process that has loaded little, which counts as the call's memory."""
    [(_, result)] = _results(_single(), function, [call], 1, limits)
    return result


def _results(
    context: BaseContext,
    function: Callable[..., bytes],
    calls: Iterable[tuple[Any, ...]],
    workers: int,
    limits: Limits,
) -> Iterator[tuple[int, bytes | Lost]]:
    waiting, running = enumerate(calls), list[_Call]()
    try:
        while True:
            for number, asked in islice(waiting, workers - len(running)):
                running.append(_started(context, function, number, asked, limits))
            if not running:
                return
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
    context: BaseContext, function: Callable[..., bytes], number: int, call: tuple[Any, ...], limits: Limits
) -> _Call:
    answer, sender = context.Pipe(duplex=False)
    process = context.Process(target=_answered, args=(answer, sender, function, call, limits.memory), daemon=True)  # type: ignore[attr-defined]
    process.start()
    sender.close()
    most = limits.seconds + limits.more_seconds
    return _Call(number, process, answer, limits.seconds, most, time.monotonic())


def _ended(running: Sequence[_Call]) -> list[tuple[_Call, bytes | Lost]]:
    """The calls that ended or ran out of time; waits until there is one, or one asks for more time."""
    soonest = min(call.deadline for call in running)
    ready = wait([call.answer for call in running], max(0.0, soonest - time.monotonic()))
    now = time.monotonic()
    ended: list[tuple[_Call, bytes | Lost]] = []
    for call in running:
        if call.answer in ready:
            result = call.result()
            if not isinstance(result, _MoreTime):
                ended.append((call, result))
        elif now >= call.deadline:
            ended.append((call, Lost("time", f"{call.allowed:g} s")))
    return ended


def _answered(
    answer: Connection, sender: Connection, function: Callable[..., bytes], call: tuple[Any, ...], memory: int
) -> None:
    """In the new process: sends what the call gives."""
    answer.close()  # Held here too, it would keep this process writing to a parent that is gone.
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's; it ends this process.
    _silence()
    _limit_memory(memory)
    gc.set_threshold(OBJECTS_BETWEEN_SEARCHES)
    let_hear(lambda seconds: sender.send_bytes(MORE_TIME + _SECONDS.pack(seconds)))
    sender.send_bytes(_frame(function, call, memory))


def _frame(function: Callable[..., bytes], call: tuple[Any, ...], memory: int) -> bytes:
    """The answer of the call, or why there is none."""
    try:
        result = function(*call)
        return ANSWER + result if isinstance(result, bytes) else LOST_BY_ERROR + b"no bytes: %.99a" % type(result)
    except MemoryError:
        return LOST_BY_MEMORY + b"%d bytes" % memory
    except Exception as error:  # noqa: BLE001 -- whatever it is, it costs this call only
        return LOST_BY_ERROR + f"{type(error).__name__}: {error}".encode(errors="backslashreplace")


def _told(frame: bytes) -> bytes | Lost | _MoreTime:
    """What a frame says; it comes from where a hostile document was read."""
    tag, content = frame[:1], frame[1:]
    if tag == ANSWER:
        return content
    if tag == MORE_TIME and len(content) == _SECONDS.size:
        [seconds] = _SECONDS.unpack(content)
        return _MoreTime(max(0.0, seconds) if math.isfinite(seconds) else 0.0)
    if tag in (LOST_BY_ERROR, LOST_BY_MEMORY):
        detail = content[:LONGEST_DETAIL].decode(errors="replace")
        return Lost("error" if tag == LOST_BY_ERROR else "memory", detail)
    return Lost("error", "malformed answer")


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
