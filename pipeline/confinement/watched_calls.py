"""What Python itself is asked to do is watched: the second layer, and the only one where the system has none.

It stops what is done through Python, not what a C library does. It cannot be
taken away again, only given other folders.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

# Programs that read documents for us, by the names of their files without `.exe`.
KNOWN_PROGRAMS = frozenset({"tesseract", "soffice", "soffice.bin", "libreoffice"})
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


class _Watched(Struct):
    """The folders in which this process may write; None as long as nothing is watched."""

    folders: tuple[str, ...] | None = None


_WATCHED = _Watched()


def watch_calls(folders: Sequence[str]) -> None:
    """From now on Python refuses this process the network, writing outside `folders`, and programs nobody knows.

    What is refused raises PermissionError.
    """
    is_new = _WATCHED.folders is None
    _WATCHED.folders = tuple(os.path.realpath(each) for each in folders)
    if is_new:
        sys.addaudithook(_hook)


def _hook(event: str, arguments: tuple[Any, ...]) -> None:
    check = _CHECKS.get(event)
    if check is not None:
        check(arguments)


def _refuse(what: object) -> None:
    raise PermissionError(f"refused behind the fence: {what}")


def _no_network(arguments: tuple[Any, ...]) -> None:
    _refuse(arguments[1:])


def _no_socket(arguments: tuple[Any, ...]) -> None:
    """Sockets of files stay allowed; a family is missing where a socket is made of a descriptor."""
    if len(arguments) > 1 and arguments[1] not in (-1, 1):  # socket.AF_UNIX, which not every system has
        _refuse(f"a socket of family {arguments[1]}")


def _open(arguments: tuple[Any, ...]) -> None:
    path, mode, flags = arguments
    writes = bool(flags & _WRITES) if isinstance(flags, int) else bool(set(str(mode)) & set("wax+"))
    if writes and not isinstance(path, int) and os.fspath(path) != os.devnull:
        _only_in_folders(os.path.realpath(path))


def _first_path(arguments: tuple[Any, ...]) -> None:
    """Of a call whose last argument is the folder that the path is relative to."""
    _only_in_folders(arguments[0], arguments[-1])


def _lone_path(arguments: tuple[Any, ...]) -> None:
    _only_in_folders(arguments[0])


def _renamed(arguments: tuple[Any, ...]) -> None:
    _only_in_folders(arguments[0], arguments[-2])
    _only_in_folders(arguments[1], arguments[-1])


def _second_path(arguments: tuple[Any, ...]) -> None:
    _only_in_folders(arguments[1], arguments[-1])


def _only_in_folders(path: Any, relative_to: int = -1) -> None:
    """A descriptor, and what is relative to one, is the business of the first layer."""
    if isinstance(path, int) or path is None or relative_to != -1:
        return
    named = Path(os.fsdecode(path))
    place = str(named.parent.resolve() / named.name)
    if not any(place == each or place.startswith(each + os.sep) for each in _WATCHED.folders or ()):
        _refuse(place)


def _known_program(arguments: tuple[Any, ...]) -> None:
    if Path(os.fsdecode(arguments[0])).name.removesuffix(".exe").lower() not in KNOWN_PROGRAMS:
        _refuse(arguments[0])


_CHECKS: Mapping[str, Callable[[tuple[Any, ...]], None]] = {
    "socket.__new__": _no_socket,
    "socket.connect": _no_network,
    "socket.bind": _no_network,
    "socket.sendto": _no_network,
    "socket.sendmsg": _no_network,
    "socket.getaddrinfo": _refuse,
    "socket.gethostbyname": _refuse,
    "open": _open,
    "os.mkdir": _first_path,
    "os.remove": _first_path,
    "os.rmdir": _first_path,
    "os.truncate": _lone_path,
    "os.chmod": _first_path,
    "os.chown": _first_path,
    "os.utime": _first_path,
    "os.rename": _renamed,
    "os.link": _second_path,
    "os.symlink": _second_path,
    "subprocess.Popen": _known_program,
    "os.exec": _known_program,
    "os.posix_spawn": _known_program,
    "os.system": _refuse,
    "os.startfile": _refuse,
}
