"""Nurseries as the process that asks has them: begun, lent to one stream of calls at a time, replaced when they die."""

from __future__ import annotations

import atexit
import os
import pickle
import shutil
import subprocess
import tempfile
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import islice

from msgspec import Struct, field

from pipeline.fence.forks import SCRATCH_PREFIX
from pipeline.fence.frames import REASONS_OF_NURSERY, Inbox, MoreTime
from pipeline.fence.inside import Request
from pipeline.fence.limits import Lost
from pipeline.fence.messages import descriptors, ending, read_message, started, write_message
from pipeline.fence.nursery import NUMBER_SIZE, READY

# So many wait for the next stream; a process whose threads ask has one for each that asks at once.
MOST_IDLE = 4
SECONDS_TO_END = 1.0


class NurseryGoneError(Exception):
    """The nursery died; the message is the signal or code by which it did."""


class Nursery:
    """A warm process that has imported `preload` and the module `own`.

    Raises NurseryGoneError where it dies before it is ready.
    """

    def __init__(self, preload: Sequence[str], own: str) -> None:
        self.preload = frozenset(preload)
        self._scratch = _scratch_root()
        self._process = started("pipeline.fence.nursery")
        self._requests, self._answers = descriptors(self._process)
        try:
            self._send(pickle.dumps((self._scratch, [*preload, own])))
            if self._receive() != READY:
                raise NurseryGoneError("not ready")
        except BaseException:
            self.end()
            raise

    def ask(self, asked: Request) -> None:
        """Begins a call."""
        self._send(pickle.dumps(asked))

    def told(self) -> tuple[int, bytes | Lost]:
        """The next call that ended, waited for."""
        content = self._receive()
        [result] = Inbox(REASONS_OF_NURSERY).told(content[NUMBER_SIZE:])
        if isinstance(result, MoreTime):
            raise NurseryGoneError("it asks for time")
        return int.from_bytes(content[:NUMBER_SIZE], "big"), result

    def end(self) -> None:
        """Ends it and all that runs in it; it sees that nobody asks any more."""
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                pipe.close()
        try:
            self._process.wait(SECONDS_TO_END)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if self._scratch:
            shutil.rmtree(self._scratch, ignore_errors=True)

    def forget(self) -> None:
        """In a fork of the process that has it: leaves it to that one."""
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                pipe.close()
        self._process.returncode = 0

    def _send(self, content: bytes) -> None:
        try:
            write_message(self._requests, content)
        except OSError as error:
            raise self._gone() from error

    def _receive(self) -> bytes:
        try:
            return read_message(self._answers)
        except (OSError, EOFError) as error:
            raise self._gone() from error

    def _gone(self) -> NurseryGoneError:
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(SECONDS_TO_END)
        return NurseryGoneError(ending(self._process.returncode))


class _Idle(Struct):
    """The nurseries of this process that serve nobody now."""

    nurseries: list[Nursery] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def lent(self, preload: Sequence[str], own: str) -> Nursery:
        """One that has imported all of this, a new one where there is none."""
        with self.lock:
            for each in self.nurseries:
                if each.preload >= set(preload):
                    self.nurseries.remove(each)
                    return each
        return Nursery(preload, own)

    def given_back(self, nursery: Nursery) -> None:
        with self.lock:
            self.nurseries.append(nursery)
            surplus = self.nurseries[:-MOST_IDLE]
            del self.nurseries[:-MOST_IDLE]
        for each in surplus:
            each.end()

    def end(self) -> None:
        while self.nurseries:
            self.nurseries.pop().end()

    def forget(self) -> None:
        """In a fork of this process, which has none of its own yet."""
        self.lock = threading.Lock()
        while self.nurseries:
            self.nurseries.pop().forget()


_IDLE = _Idle()
atexit.register(_IDLE.end)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_IDLE.forget)


def end_idle() -> None:
    """Ends the nurseries that serve nobody now; whoever asks next has a new one."""
    _IDLE.end()


class _Stream:
    """The calls of one stream: those that wait, those that run, and those that run again, alone."""

    def __init__(self, requests: Iterable[Request], workers: int) -> None:
        self._waiting, self._workers = iter(requests), workers
        self._again, self._tried = deque(islice(self._waiting, 1)), set[int]()
        self.running: dict[int, Request] = {}

    @property
    def is_over(self) -> bool:
        """Whether nothing runs or is known to wait."""
        return not (self._again or self.running)

    def next(self) -> Request | None:
        """What is to begin now, if anything."""
        if self._again:
            return None if self.running else self._again.popleft()
        if len(self.running) >= self._workers or self._tried & self.running.keys():
            return None
        return next(self._waiting, None)

    def lost(self) -> list[int]:
        """Where the nursery died: the calls that ran for the second time; the others run again."""
        twice = [number for number in self.running if number in self._tried]
        self._again.extend(each for number, each in self.running.items() if number not in self._tried)
        self._tried.update(self.running)
        self.running.clear()
        return twice


def nursed_results(
    requests: Iterable[Request], workers: int, preload: Sequence[str], own: str
) -> Iterator[tuple[int, bytes | Lost]]:
    """The number and the result of each request, as they end; `workers` run at once. `own` is their function's module.

    Where the nursery dies, what ran in it runs once more alone; what it dies of again is lost.
    """
    stream = _Stream(requests, workers)
    if stream.is_over:  # Nobody asks: no process is begun.
        return
    nursery = _IDLE.lent(preload, own)
    try:
        while True:
            try:
                _begin(stream, nursery)
                if stream.is_over:
                    break
                number, result = nursery.told()
            except NurseryGoneError as gone:
                nursery.end()
                nursery = Nursery(preload, own)
                yield from ((each, Lost("crash", str(gone))) for each in stream.lost())
            else:
                del stream.running[number]
                yield number, result
    finally:
        if stream.running:
            nursery.end()
        else:
            _IDLE.given_back(nursery)


def _begin(stream: _Stream, nursery: Nursery) -> None:
    while asked := stream.next():
        stream.running[asked.number] = asked
        nursery.ask(asked)


def _scratch_root() -> str | None:
    """The folder in which each call gets its own; None where there is no room for one."""
    try:
        return tempfile.mkdtemp(prefix=SCRATCH_PREFIX)
    except OSError:
        return None
