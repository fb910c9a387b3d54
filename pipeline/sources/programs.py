"""The one door to other programs: started alone, with little, and ended with all that they started.

A program that reads a document is as little trusted as the document. It gets
its input, a folder, and an allowance; it outlives neither its time nor the
process that started it.
"""

from __future__ import annotations

import ctypes
import os
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, Literal

from msgspec import Struct

# Of our own surroundings a program sees these only; its home and its place for temporary files is the folder given.
_PASSED_ON = ("PATH", "SYSTEMROOT", "TESSDATA_PREFIX")
_USUAL_PLACES: Mapping[str, Sequence[str]] = {
    "tesseract": (
        r"${ProgramFiles}\Tesseract-OCR\tesseract.exe",
        r"${LOCALAPPDATA}\Programs\Tesseract-OCR\tesseract.exe",
        "/opt/homebrew/bin/tesseract",
        "/usr/local/bin/tesseract",
    ),
    "soffice": (
        r"${ProgramFiles}\LibreOffice\program\soffice.exe",
        "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    ),
}
_PR_SET_PDEATHSIG = 1  # linux/prctl.h
_BETWEEN_LOOKS = 0.02


class Allowance(Struct, frozen=True):
    """What a program may use.

    `seconds` are of the clock, and of the processor for each of its processes;
    `memory` is bytes of address space of each; any one file that it writes, its
    standard output too, stays below `output` bytes.
    """

    seconds: float
    memory: int = 2 * 1024**3
    output: int = 64 * 1024**2


class ProgramError(Exception):
    """Why a program gave nothing; `detail` is for maintainers: an exit code, a signal, the system's words."""

    def __init__(self, reason: Literal["missing", "time", "output", "crash", "exit"], detail: str = "") -> None:
        self.reason = reason
        self.detail = detail
        super().__init__(f"{reason}: {detail}")


def program_path(name: str) -> Path | None:
    """Where the program of this name is installed, links followed; None where it is not.

    Installers of Windows and macOS put some where no search path leads.
    """
    places = (os.path.expandvars(place) for place in _USUAL_PLACES.get(name, ()))
    found = shutil.which(name) or next((place for place in places if Path(place).is_file()), None)
    return Path(found).resolve() if found else None


def program_output(
    command: Sequence[str | Path],
    folder: Path,
    allowance: Allowance,
    *,
    stdin: bytes = b"",
    environment: Mapping[str, str] | None = None,
) -> bytes:
    """What a program writes to its standard output; `folder` is where it works, its home, and where it may write.

    `environment` is added to the little that it sees of ours. Raises ProgramError
    where it is missing, takes too long, writes too much, crashes, or ends with an
    exit code other than 0. None of its processes is left when this returns.
    """
    with tempfile.TemporaryFile(dir=folder) as given, tempfile.TemporaryFile(dir=folder) as written:
        given.write(stdin)
        given.seek(0)
        process = _started(command, folder, allowance, given, written, environment or {})
        try:
            ended = _has_ended(process, written, allowance)
        finally:
            _end(process)
        size = written.seek(0, os.SEEK_END)
        if size >= allowance.output or process.returncode == -_signal("SIGXFSZ"):
            raise ProgramError("output", f"{allowance.output} bytes")
        if not ended or process.returncode == -_signal("SIGXCPU"):
            raise ProgramError("time", f"{allowance.seconds:g} s")
        _refuse_failure(process.returncode)
        written.seek(0)
        return written.read()


def _started(
    command: Sequence[str | Path],
    folder: Path,
    allowance: Allowance,
    given: IO[bytes],
    written: IO[bytes],
    environment: Mapping[str, str],
) -> subprocess.Popen[bytes]:
    seen = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    home = {"HOME": str(folder), "TMPDIR": str(folder), "TMP": str(folder), "TEMP": str(folder), "LC_ALL": "C.UTF-8"}
    try:
        return subprocess.Popen(  # noqa: S603 -- the callers name the programs, no document does
            [str(part) for part in command],
            cwd=folder,
            stdin=given,
            stdout=written,
            stderr=subprocess.DEVNULL,
            env=seen | home | dict(environment),
            start_new_session=True,
            preexec_fn=_bounds(allowance),  # noqa: PLW1509 -- it calls the system only, with what is loaded before
        )
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        raise ProgramError("missing", str(error)) from error


def _bounds(allowance: Allowance) -> Callable[[], None] | None:
    """What binds the new process before the program begins; None where the system has no such bounds.

    The address space may be more than ours: the fence lowers our soft limit only.
    """
    try:
        import resource
    except ImportError:
        return None
    seconds = int(allowance.seconds) + 1
    wished = [(resource.RLIMIT_AS, allowance.memory), (resource.RLIMIT_FSIZE, allowance.output)]
    wished += [(resource.RLIMIT_CPU, seconds), (resource.RLIMIT_CORE, 0)]
    bounds = [(kind, _at_most(resource.getrlimit(kind)[1], size)) for kind, size in wished]
    prctl = ctypes.CDLL(None).prctl if sys.platform == "linux" else None
    parent = os.getpid()

    def bind() -> None:
        if prctl is not None:
            prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
            if os.getppid() != parent:  # It was gone before this process asked to go with it.
                os._exit(1)
        for kind, size in bounds:
            with suppress(OSError, ValueError):  # macOS refuses a limit of address space.
                resource.setrlimit(kind, (size, size))

    return bind


def _at_most(hard: int, size: int) -> int:
    """The size, or the hard limit where that is lower; a negative hard limit is none."""
    return size if hard < 0 else min(hard, size)


def _has_ended(process: subprocess.Popen[bytes], written: IO[bytes], allowance: Allowance) -> bool:
    """Waits; whether the program ended by itself in its time and within its output. It is not yet reaped on Linux."""
    deadline = time.monotonic() + allowance.seconds
    if hasattr(os, "pidfd_open"):
        watch = os.pidfd_open(process.pid)
        try:
            poll = select.poll()
            poll.register(watch, select.POLLIN)
            return bool(poll.poll(allowance.seconds * 1000))
        finally:
            os.close(watch)
    while time.monotonic() < deadline:
        if process.poll() is not None or os.fstat(written.fileno()).st_size > allowance.output:
            return True
        time.sleep(_BETWEEN_LOOKS)
    return False


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends the program, if it still runs, and what it started."""
    with suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    process.wait()


def _signal(name: str) -> int:
    """Its number; one that no process ends by where the system has no such signal."""
    return int(getattr(signal, name, 1 << 20))


def _refuse_failure(code: int) -> None:
    if code > 0:
        raise ProgramError("exit", str(code))
    if code < 0:
        raise ProgramError("crash", signal.Signals(-code).name)
