"""What a person or a shell reads: stdout for what was asked for, stderr for what is wrong."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

from pipeline.errors import RunError
from pipeline.exports.plain_text import plain_text


def say(text: str, end: str = "\n") -> None:
    """Writes to stdout; raises `RunError` where nobody reads it any more."""
    try:
        sys.stdout.write(plain_text(text) + end)
        sys.stdout.flush()
    except OSError as error:
        _forget_stdout()
        raise RunError("streams.cut_off") from error


def complain(text: str) -> None:
    """Writes to stderr, if anybody reads it."""
    with suppress(OSError):
        sys.stderr.write(plain_text(text) + "\n")
        sys.stderr.flush()


def speak_utf8() -> None:
    """Both streams write UTF-8, whatever the console's code page is."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _forget_stdout() -> None:
    """What is still buffered goes nowhere, so that the interpreter does not complain at its end."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
