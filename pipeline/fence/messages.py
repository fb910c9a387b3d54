"""Whole messages between the process that asks and those that serve it: bytes with their length before them."""

from __future__ import annotations

import json
import os
import signal
import struct
import subprocess
import sys
from contextlib import suppress

_LENGTH = struct.Struct("!Q")
# Nothing of this process's surroundings chooses what a serving process imports: it is told where this one looks.
_BEGIN = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from {module} import main; main()"


def started(module: str) -> subprocess.Popen[bytes]:
    """A process that runs `main` of the module; its standard input and output are for messages.

    It is in a session of its own: Ctrl-C is not told to it.
    """
    command = [sys.executable, "-I", "-c", _BEGIN.format(module=module), json.dumps(sys.path)]
    return subprocess.Popen(  # noqa: S603 -- the interpreter that runs this
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0, start_new_session=True
    )


def descriptors(process: subprocess.Popen[bytes]) -> tuple[int, int]:
    """Where requests are written to it, and where its answers are read."""
    if process.stdin is None or process.stdout is None:
        raise ValueError("it was started without pipes")
    return process.stdin.fileno(), process.stdout.fileno()


def ending(code: int | None) -> str:
    """By which signal or with which code a process ended.

    >>> ending(-9), ending(3)
    ('SIGKILL', 'exit 3')
    """
    if code is not None and code < 0:
        with suppress(ValueError):
            return signal.Signals(-code).name
    return f"exit {code}"


def message(content: bytes) -> bytes:
    """The content with its length before it."""
    return _LENGTH.pack(len(content)) + content


def write_message(descriptor: int, content: bytes) -> None:
    """Writes it all. Raises OSError where nobody reads."""
    left = memoryview(message(content))
    while left:
        left = left[os.write(descriptor, left) :]


def read_message(descriptor: int) -> bytes:
    """The next message, waited for. Raises EOFError where there will be none."""
    [length] = _LENGTH.unpack(_exactly(descriptor, _LENGTH.size))
    return _exactly(descriptor, length)


def whole_messages(arrived: bytearray) -> list[bytes]:
    """The messages that have arrived whole, which are taken out of it."""
    found: list[bytes] = []
    while len(arrived) >= _LENGTH.size:
        end = _LENGTH.size + _LENGTH.unpack_from(arrived)[0]
        if len(arrived) < end:
            break
        found.append(bytes(memoryview(arrived)[_LENGTH.size : end]))
        del arrived[:end]
    return found


def _exactly(descriptor: int, length: int) -> bytes:
    content = bytearray()
    while len(content) < length:
        part = os.read(descriptor, min(length - len(content), 1024**2))
        if not part:
            raise EOFError
        content += part
    return bytes(content)
