"""Calls behind the fence that do what they can against it, and honest ones beside them."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from pipeline.asked_time import ask_for_time


def doubled(text: bytes) -> bytes:
    return 2 * text


def slept(seconds: float) -> bytes:
    time.sleep(seconds)
    return b"slept"


def loops_for_ever() -> bytes:
    while True:
        pass


def eats_memory() -> bytes:
    return bytes(bytearray(3 * 1024**3))


def ends_itself(how: int) -> bytes:
    os.kill(os.getpid(), how)
    time.sleep(60)
    return b""


def leaves(code: int) -> bytes:
    sys.exit(code)


def ends_at_once(code: int) -> bytes:
    os._exit(code)


def prints_rubbish() -> bytes:
    for stream in (1, 2):
        for _ in range(1000):
            os.write(stream, b"\xff\x00rubbish" * 100)
    sys.stdout.write("more of it")
    sys.stderr.write("and more")
    return b"an answer"


def writes_into_all_pipes(content: bytes) -> bytes:
    """What it writes goes before its answer, too."""
    for descriptor in range(3, 256):
        with suppress(OSError):
            os.write(descriptor, content)
    return b"an answer"


def closes_all_pipes_and_stays() -> bytes:
    os.closerange(3, 256)
    time.sleep(600)
    return b""


def answers_too_long(size: int) -> bytes:
    return bytes(size)


def forks_children_that_stay(own_session: bool) -> bytes:
    """The process numbers of two that stay; with a session of their own nobody kills them with the group."""
    born = []
    for _ in range(2):
        child = os.fork()
        if child == 0:
            if own_session:
                os.setsid()
            time.sleep(600)
            os._exit(0)
        born.append(str(child))
    time.sleep(0.2)
    return " ".join(born).encode()


def opens_sockets() -> bytes:
    """Which of them it could open, by Python, and by another door."""
    opened = []
    for name, family, kind in (("tcp", 2, 1), ("udp", 2, 2), ("udp6", 10, 2), ("raw", 2, 3), ("netlink", 16, 3)):
        for door, make in (("python", socket.socket), ("system", _socket_of_the_system)):
            with suppress(OSError):
                make(family, kind)
                opened.append(f"{name} by {door}")
    return ", ".join(opened).encode()


def _socket_of_the_system(family: int, kind: int) -> None:
    import ctypes

    if ctypes.CDLL(None).socket(family, kind, 0) < 0:
        raise OSError("refused")


def writes_at(path: Path) -> bytes:
    path.write_text("rubbish", encoding="utf-8")
    return b"written"


def writes_past_python(path: Path) -> bytes:
    """As a C library would."""
    import ctypes

    library = ctypes.CDLL(None)
    file = library.open(os.fsencode(path), os.O_WRONLY | os.O_CREAT, 0o600)
    removed = library.unlink(os.fsencode(path))
    return b"refused" if file < 0 and removed < 0 else b"written"


def starts_a_program() -> bytes:
    subprocess.run([sys.executable, "-c", "pass"], check=True)
    return b"started"


def scratch_folder(stays: float = 0.0) -> bytes:
    """Where it may write; it writes there, too."""
    folder = Path(tempfile.mkdtemp())
    (folder / "a").write_text("a", encoding="utf-8")
    (folder / "b").mkdir()
    (folder / "a").rename(folder / "b" / "c")
    time.sleep(stays)
    return os.fsencode(folder)


def process_number() -> bytes:
    return b"%d" % os.getpid()


def kills_what_forked_it(mark: Path) -> bytes:
    """Once: the second time it is honest."""
    try:
        mark.mkdir()
    except FileExistsError:
        return b"honest now"
    os.kill(os.getppid(), signal.SIGKILL)
    time.sleep(600)
    return b""


def asks_for_all_time() -> bytes:
    for seconds in (float("nan"), float("inf"), -1e308, 1e308):
        ask_for_time(seconds)
    time.sleep(600)
    return b""
