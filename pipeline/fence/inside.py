"""Behind the fence: a process that was made for calls gives up what it does not need, calls, and sends the answer."""

from __future__ import annotations

import ctypes
import gc
import os
import pickle
import signal
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from typing import Any, NoReturn

from msgspec import Struct

from pipeline.asked_time import let_hear
from pipeline.confinement import confine
from pipeline.fence.frames import answer_frame, lost_frame, more_time_frame
from pipeline.fence.limits import Limits, Lost, memory_lost

# A process that serves one call looks for cycles after so many new objects: what it makes has hardly any, and to look
# through a long document's words again and again takes longer than to read them.
OBJECTS_BETWEEN_SEARCHES = 500_000
# No file that a call writes is larger; what is unpacked is bounded by narrower limits of its own.
LARGEST_FILE = 1024**3
_PR_SET_PDEATHSIG = 1  # linux/prctl.h


class Request(Struct, frozen=True):
    """A call as it goes to the process that makes it: the pickled function and arguments, unpickled only there.

    `folder` is where it may write, beside the scratch folder that it gets.
    """

    number: int
    pickled: bytes
    limits: Limits
    folder: str | None = None


def request(
    number: int, function: Callable[..., bytes], call: tuple[Any, ...], limits: Limits, folder: str | None
) -> Request:
    """The request for `function(*call)`."""
    return Request(number, pickle.dumps((function, call)), limits, folder)


def serve_once(asked: Request, answers: int, scratch: str | None, parent: int) -> NoReturn:
    """In a process forked for it: makes the call, writes its frames to the descriptor `answers`, ends.

    The process goes with its parent, whose number is given, and leads a group of its own.
    """
    code = 1
    try:
        os.setsid()
        _die_with(parent)
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGCHLD):
            signal.signal(number, signal.SIG_DFL)  # What the parent does on them is not for here.
        silence()
        os.closerange(3, answers)
        os.closerange(answers + 1, os.sysconf("SC_OPEN_MAX"))
        _limit("RLIMIT_CORE", 0)
        _limit("RLIMIT_FSIZE", LARGEST_FILE)
        limit_memory(asked.limits.memory)
        work_in(scratch)
        confine([folder for folder in (scratch, asked.folder) if folder])
        gc.set_threshold(OBJECTS_BETWEEN_SEARCHES)
        serve(asked, answers)
        code = 0
    finally:
        os._exit(code)


def serve(asked: Request, answers: int) -> None:
    """Makes the call and writes its frames, wishes for time before the last, which is its answer."""
    let_hear(lambda seconds: _write(answers, more_time_frame(seconds)))
    _write(answers, _last_frame(asked))


def silence() -> None:
    """Ctrl-C is the parent's; nothing is read from its terminal, and nothing that a C library prints reaches it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)
    if nowhere > 2:
        os.close(nowhere)
    sys.stdout = sys.stderr = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 -- of this process


def limit_memory(memory: int) -> None:
    """Bounds the address space where the system can."""
    _limit("RLIMIT_AS", memory)


def work_in(scratch: str | None) -> None:
    """From now on temporary files of this process are made in the folder."""
    if scratch:
        tempfile.tempdir = scratch
        os.environ["TMPDIR"] = scratch


def _last_frame(asked: Request) -> bytes:
    try:
        function, call = pickle.loads(asked.pickled)  # noqa: S301 -- it comes from the process that asks
        result = function(*call)
        return answer_frame(result) if isinstance(result, bytes) else _no_bytes(result)
    except MemoryError:
        return lost_frame(memory_lost(asked.limits.memory))
    except BaseException as error:  # noqa: BLE001 -- whatever it is, it costs this call only
        return lost_frame(Lost("error", f"{type(error).__name__}: {error}"))


def _no_bytes(result: object) -> bytes:
    return lost_frame(Lost("error", f"no bytes: {type(result).__name__}"))


def _write(descriptor: int, content: bytes) -> None:
    left = memoryview(content)
    while left:
        left = left[os.write(descriptor, left) :]


def _die_with(parent: int) -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:  # It was gone before this process asked to go with it.
        os._exit(1)


def _limit(kind: str, most: int) -> None:
    with suppress(ImportError, AttributeError, OSError, ValueError):  # Windows has none, macOS refuses some.
        import resource

        # The hard limit stays: a program that this process starts has bounds of its own, which may be wider.
        which = getattr(resource, kind)
        hard = resource.getrlimit(which)[1]
        resource.setrlimit(which, (most if hard < 0 else min(most, hard), hard))
