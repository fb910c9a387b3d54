"""Calls, each in a process forked from this one: begun, timed, ended with all that they started."""

from __future__ import annotations

import os
import select
import shutil
import signal
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress

from msgspec import Struct, field

from pipeline.fence.frames import Inbox, MoreTime
from pipeline.fence.inside import Request, serve_once
from pipeline.fence.limits import Limits, Lost, time_lost

SCRATCH_PREFIX = "kopsavilkums_fence-"
# Of the clock, between two looks at whether a process ended without a word; one that answers is heard at once.
BETWEEN_LOOKS = 0.05
READ_AT_ONCE = 1024**2


class Fork(Struct, eq=False):
    """A running call: its process, where its frames arrive, and until when it may run."""

    number: int
    process: int
    answers: int
    limits: Limits
    scratch: str | None
    begun: float
    allowed: float
    inbox: Inbox = field(default_factory=Inbox)
    silent: bool = False

    def result(self, now: float) -> bytes | Lost | None:
        """Its answer, or why there is none, once one of them is known; None while it runs."""
        ended = _ending(self.process)  # Asked before the pipe: what ended has written all that it will.
        found = self._heard()
        if found is not None:
            return found
        if ended:
            return Lost("crash", ended)
        return time_lost(self.allowed) if now >= self.begun + self.allowed else None

    def end(self) -> None:
        """Kills the process with its group, which nobody else has before it is reaped, and takes its scratch away."""
        for kill in (os.kill, os.killpg):
            with suppress(OSError):
                kill(self.process, signal.SIGKILL)
        os.close(self.answers)
        os.waitpid(self.process, 0)
        remove_folder(self.scratch)

    def _heard(self) -> bytes | Lost | None:
        with suppress(BlockingIOError):
            while not self.silent:
                content = os.read(self.answers, READ_AT_ONCE)
                self.silent = not content  # It closed its end, and may still run.
                for told in self.inbox.told(content):
                    if not isinstance(told, MoreTime):
                        return told
                    self.allowed = min(self.allowed + told.seconds, self.limits.seconds + self.limits.more_seconds)
        return None


class Forks(Struct):
    """The running calls of this process; their scratch folders are made in `scratch_root`."""

    scratch_root: str | None
    running: list[Fork] = field(default_factory=list)

    def begin(self, asked: Request) -> None:
        """Forks a process for the call."""
        scratch = _scratch_folder(self.scratch_root)
        answers, writes = os.pipe()
        parent, process = os.getpid(), os.fork()
        if process == 0:
            serve_once(asked, writes, scratch, parent)
        os.close(writes)
        os.set_blocking(answers, False)
        now = time.monotonic()
        self.running.append(Fork(asked.number, process, answers, asked.limits, scratch, now, asked.limits.seconds))

    def ended(self, others: Sequence[int] = (), writes: Sequence[int] = ()) -> list[tuple[int, bytes | Lost]]:
        """The calls that ended, with their results, each now gone.

        Waits for something to happen, but not long: also returns where one of the
        descriptors `others` can be read or one of `writes` written.
        """
        poll = select.poll()
        for descriptor in (*others, *(fork.answers for fork in self.running if not fork.silent)):
            poll.register(descriptor, select.POLLIN)
        for descriptor in writes:
            poll.register(descriptor, select.POLLOUT)
        poll.poll(BETWEEN_LOOKS * 1000 if self.running else None)
        now = time.monotonic()
        found = [(each, result) for each in self.running if (result := each.result(now)) is not None]
        for each, _ in found:
            self.running.remove(each)
            each.end()
        return [(each.number, result) for each, result in found]

    def end(self) -> None:
        """Ends all that run."""
        while self.running:
            self.running.pop().end()


def remove_folder(folder: str | None) -> None:
    """Removes a scratch folder with all in it, as far as the system lets it."""
    if folder:
        with suppress(RecursionError):  # A hostile call may have made a folder in a folder, a thousand times.
            shutil.rmtree(folder, ignore_errors=True)


def _scratch_folder(root: str | None) -> str | None:
    """A new folder for one call, None where there is no room for one: then it may write nowhere."""
    try:
        return tempfile.mkdtemp(prefix=SCRATCH_PREFIX, dir=root)
    except OSError:
        return None


def _ending(process: int) -> str:
    """By which signal or with which code a process ended, which is not reaped by that; "" while it runs."""
    state = os.waitid(os.P_PID, process, os.WEXITED | os.WNOHANG | os.WNOWAIT)
    if state is None:
        return ""
    if state.si_code == os.CLD_EXITED:
        return f"exit {state.si_status}"
    with suppress(ValueError):
        return signal.Signals(state.si_status).name
    return f"signal {state.si_status}"
