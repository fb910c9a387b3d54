"""Landlock: from now on this process, and all that it starts, writes beneath its folders only, and to no TCP port.

Linux 5.13 and later; rights that an older version does not know stay as they are.
Source of the numbers: linux/landlock.h.
"""

from __future__ import annotations

import ctypes
import os
import struct
import sys
from collections.abc import Sequence
from contextlib import suppress

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446  # the same on all processors
_ASK_VERSION = 1
_BENEATH_PATH = 1
_RULESET, _PATH_RULE = struct.Struct("=QQQ"), struct.Struct("=Qi")
_PR_SET_NO_NEW_PRIVS = 38
# To write and make files and folders, to remove and to rename them; reading and running stay as they are.
_WRITE_FILE = 1 << 1
_WRITING = _WRITE_FILE | sum(1 << bit for bit in range(4, 13))
_REFER, _TRUNCATE = 1 << 13, 1 << 14  # since versions 2 and 3
_BIND_AND_CONNECT_TCP = 3  # since version 4
_OUTER_SOCKETS_AND_SIGNALS = 3  # since version 6
# LibreOffice makes a socket here, by which it would hear of a second one, and does not begin without it.
_MAKE_SOCKET, _SOCKETS = 1 << 9, "/tmp"  # noqa: S108 -- a name of its own choice; it writes nothing there
# What programs write that keep nothing of it.
_SINKS = ("/dev/null", "/dev/zero", "/dev/full")


def landlock_version() -> int:
    """Which version of Landlock the system has, 0 where it has none."""
    if sys.platform != "linux":
        return 0
    return max(0, _call(_CREATE_RULESET, None, 0, _ASK_VERSION))


def confine_by_landlock(folders: Sequence[str]) -> int:
    """Confines this process; the version by which it is confined, 0 where it is not."""
    version = landlock_version()
    if not version:
        return 0
    allowed = _WRITING | (_REFER if version >= 2 else 0) | (_TRUNCATE if version >= 3 else 0)
    network = _BIND_AND_CONNECT_TCP if version >= 4 else 0
    scopes = _OUTER_SOCKETS_AND_SIGNALS if version >= 6 else 0
    size = 24 if version >= 6 else 16 if version >= 4 else 8
    rules = _call(_CREATE_RULESET, _RULESET.pack(allowed, network, scopes)[:size], size, 0)
    if rules < 0:
        return 0
    try:
        for folder in folders:
            _allow(rules, folder, allowed)
        for sink in _SINKS:
            _allow(rules, sink, _WRITE_FILE)
        _allow(rules, _SOCKETS, _MAKE_SOCKET)
        ctypes.CDLL(None).prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        return version if _call(_RESTRICT_SELF, rules, 0) == 0 else 0
    finally:
        os.close(rules)


def _allow(rules: int, path: str, rights: int) -> None:
    with suppress(OSError):  # A place that is not there needs no right.
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
        try:
            _call(_ADD_RULE, rules, _BENEATH_PATH, _PATH_RULE.pack(rights, place), 0)
        finally:
            os.close(place)


def _call(number: int, *arguments: int | bytes | None) -> int:
    """What the system call gives, negative where it refuses."""
    system = ctypes.CDLL(None).syscall
    system.restype = ctypes.c_long
    given = [ctypes.c_long(each) if isinstance(each, int) else ctypes.c_char_p(each) for each in arguments]
    return int(system(ctypes.c_long(number), *given))
