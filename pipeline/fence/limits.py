"""What a call behind the fence may use, and why it gave nothing."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

MEGABYTE = 1024**2
Reason = Literal["time", "memory", "crash", "error"]
# Signals by which a person or a system ends a process; a fault of its own ends it by others.
OUTSIDE_SIGNALS = frozenset({"SIGKILL", "SIGTERM", "SIGINT", "SIGHUP"})


class Limits(Struct, frozen=True):
    """What one call may use.

    `memory` is in bytes of address space, kept where the system has such a limit.
    A call that asks for more time, since it recognises pages, is given no more than `more_seconds` in all.
    """

    seconds: float = 120.0
    memory: int = 2 * 1024**3
    more_seconds: float = 1800.0


class Lost(Struct, frozen=True):
    """Why a call gave no result; `detail` is the limit that it broke, a signal, or an exception."""

    reason: Reason
    detail: str = ""

    @property
    def from_outside(self) -> bool:
        """Whether somebody else ended it: then it says nothing of the document, which may be read another time."""
        return self.reason == "crash" and self.detail in OUTSIDE_SIGNALS


def time_lost(seconds: float) -> Lost:
    """What became of a call that took longer than so many seconds."""
    return Lost("time", f"{seconds:g} s")


def memory_lost(memory: int) -> Lost:
    """What became of a call that needed more than so many bytes."""
    return Lost("memory", f"{memory / MEGABYTE:g} MB")
