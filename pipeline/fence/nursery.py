"""The nursery: one warm process, without threads, from which each call is forked.

It is started by whoever asks (`nurseries.py`) and ends when that is gone. It
reads requests from its standard input and writes what became of them to its
standard output; all that runs for a call is killed and taken away by it.
"""

from __future__ import annotations

import ctypes
import gc
import importlib
import os
import pickle
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from pipeline.fence.forks import READ_AT_ONCE, Forks, remove_folder
from pipeline.fence.frames import answer_frame, lost_frame
from pipeline.fence.inside import Request, silence
from pipeline.fence.limits import Lost
from pipeline.fence.messages import message, read_message, whole_messages, write_message

READY = b"ready"
# Before the frame in each answer stands the number of its call, in so many bytes.
NUMBER_SIZE = 8
_PR_SET_CHILD_SUBREAPER = 36  # linux/prctl.h


def main() -> None:
    """Serves until nobody asks any more."""
    requests, answers = os.dup(0), os.dup(1)
    scratch, preload = pickle.loads(read_message(requests))  # noqa: S301 -- from the process that asks
    for module in preload:
        with suppress(ImportError):  # What a call needs of it, it misses there.
            importlib.import_module(module)
    _adopt_orphans()
    gc.collect()
    gc.freeze()
    write_message(answers, READY)
    silence()
    forks = Forks(scratch)
    try:
        _serve(forks, requests, answers)
    finally:
        forks.end()
        _end_orphans(())
        remove_folder(scratch)
        os._exit(0)


def _serve(forks: Forks, requests: int, answers: int) -> None:
    """Begins what is asked, tells what ended; waits for neither, since what runs must be timed."""
    os.set_blocking(requests, False)
    os.set_blocking(answers, False)
    asked, told = bytearray(), bytearray()
    while True:
        ended = forks.ended([requests], [answers] if told else [])
        for number, result in ended:
            told += _answer(number, result)
        if ended:
            _end_orphans([each.process for each in forks.running])
        for each in _received(requests, asked):
            told += _begun(forks, pickle.loads(each))  # noqa: S301 -- from the process that asks
        with suppress(BlockingIOError):
            while told:
                del told[: os.write(answers, told)]


def _received(requests: int, asked: bytearray) -> list[bytes]:
    """The requests that have arrived whole. Raises EOFError where nobody asks any more."""
    with suppress(BlockingIOError):
        content = os.read(requests, READ_AT_ONCE)
        if not content:
            raise EOFError
        asked += content
    return whole_messages(asked)


def _begun(forks: Forks, asked: Request) -> bytes:
    """Begins the call; what to tell at once: nothing, or that the system has no room for it."""
    try:
        forks.begin(asked)
    except OSError as error:
        return _answer(asked.number, Lost("error", f"{type(error).__name__}: {error}"))
    return b""


def _answer(number: int, result: bytes | Lost) -> bytes:
    frame = lost_frame(result) if isinstance(result, Lost) else answer_frame(result)
    return message(number.to_bytes(NUMBER_SIZE, "big") + frame)


def _adopt_orphans() -> None:
    """What a call leaves behind, be it in a group of its own, becomes a child of this process."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def _end_orphans(running: Sequence[int]) -> None:
    """Kills the children of this process that serve no call, and what these leave behind."""
    children = Path(f"/proc/self/task/{os.getpid()}/children")
    with suppress(OSError):
        while orphans := set(map(int, children.read_text().split())) - set(running):
            for each in orphans:
                os.kill(each, signal.SIGKILL)
                os.waitpid(each, 0)
