"""Workers as the process that asks has them: begun, timed, killed, recycled."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from queue import Empty, SimpleQueue

from pipeline.fence.forks import READ_AT_ONCE, SCRATCH_PREFIX, remove_folder
from pipeline.fence.frames import MALFORMED, Inbox, MoreTime, Told
from pipeline.fence.inside import Request
from pipeline.fence.limits import Lost, time_lost
from pipeline.fence.messages import descriptors, ending, started, write_message

# A worker is replaced after so many calls: what a library keeps of them stays small.
CALLS_EACH = 50
# Of the clock, for a process to end that tells nothing any more.
SECONDS_TO_END = 1.0


class Worker:
    """A process that serves a call at a time; what it tells is put into `heard`, None when it ended."""

    def __init__(self, preload: Sequence[str], heard: SimpleQueue[tuple[Worker, Told | None]]) -> None:
        self.served = 0
        self.asked: Request | None = None
        self._allowed, self._begun, self._is_ready = 0.0, 0.0, False
        self._scratch: str | None = None
        with suppress(OSError):
            self._scratch = tempfile.mkdtemp(prefix=SCRATCH_PREFIX)
        self._process = started("pipeline.fence.worker")
        self._requests, self._answers = descriptors(self._process)
        self._heard = heard
        self._send(pickle.dumps((self._scratch, list(preload))))
        threading.Thread(target=self._listen, daemon=True).start()

    @property
    def deadline(self) -> float:
        """Until when its call may run; for ever, until it is ready to begin it."""
        return self._begun + self._allowed if self._is_ready else float("inf")

    def ask(self, asked: Request) -> None:
        """Begins a call."""
        self.asked, self._allowed, self._begun = asked, asked.limits.seconds, time.monotonic()
        self.served += 1
        self._send(pickle.dumps(asked))

    def result(self, told: Told | None) -> bytes | Lost | None:
        """What became of its call by what it told; None while that runs."""
        if isinstance(told, MoreTime) and self.asked:
            if not self._is_ready:
                self._is_ready, self._begun = True, time.monotonic()
            limits = self.asked.limits
            self._allowed = min(self._allowed + told.seconds, limits.seconds + limits.more_seconds)
            return None
        if told is None or isinstance(told, MoreTime):
            try:
                return Lost("crash", ending(self._process.wait(SECONDS_TO_END)))
            except subprocess.TimeoutExpired:  # It only closed its end.
                return MALFORMED
        return told

    def out_of_time(self) -> Lost | None:
        """What became of its call if its time is over."""
        return time_lost(self._allowed) if time.monotonic() >= self.deadline else None

    def end(self) -> None:
        """Kills it, with what it started."""
        with suppress(OSError):
            if hasattr(os, "killpg"):
                os.killpg(self._process.pid, signal.SIGKILL)
        self._process.kill()
        self._process.wait()
        if self._process.stdin:
            self._process.stdin.close()
        remove_folder(self._scratch)

    def _send(self, content: bytes) -> None:
        with suppress(OSError):  # It ended, which is heard.
            write_message(self._requests, content)

    def _listen(self) -> None:
        inbox = Inbox()
        with suppress(OSError):
            while content := os.read(self._answers, READ_AT_ONCE):
                for told in inbox.told(content):
                    self._heard.put((self, told))
        self._heard.put((self, None))
        if self._process.stdout:
            self._process.stdout.close()


def worked_results(
    requests: Iterable[Request], workers: int, preload: Sequence[str]
) -> Iterator[tuple[int, bytes | Lost]]:
    """The number and the result of each request, as they end; `workers` run at once."""
    heard: SimpleQueue[tuple[Worker, Told | None]] = SimpleQueue()
    waiting, idle, busy = iter(requests), list[Worker](), list[Worker]()
    try:
        while True:
            while len(busy) < workers and (asked := next(waiting, None)):
                busy.append(idle.pop() if idle else Worker(preload, heard))
                busy[-1].ask(asked)
            if not busy:
                break
            for worker, result in _ended(busy, heard):
                busy.remove(worker)
                if isinstance(result, Lost) or worker.served >= CALLS_EACH:
                    worker.end()
                else:
                    idle.append(worker)
                yield worker.asked.number if worker.asked else 0, result
    finally:
        for worker in (*busy, *idle):
            worker.end()


def _ended(busy: Sequence[Worker], heard: SimpleQueue[tuple[Worker, Told | None]]) -> list[tuple[Worker, bytes | Lost]]:
    """The workers whose calls ended or ran out of time; waits until one of them tells something."""
    soonest = min(worker.deadline for worker in busy)
    with suppress(Empty):
        worker, told = heard.get(timeout=_seconds_until(soonest))
        if worker in busy and (result := worker.result(told)) is not None:
            return [(worker, result)]
    return [(worker, lost) for worker in busy if (lost := worker.out_of_time())]


def _seconds_until(moment: float) -> float:
    return min(max(0.0, moment - time.monotonic()), threading.TIMEOUT_MAX)
