"""A file is written whole or not at all, and only inside the folder that was named."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from pipeline.errors import RunError


def write_whole(folder: Path, name: str, content: bytes) -> Path:
    """Writes `folder/name` so that a reader sees the old file or the new one, never a part; gives its path.

    Raises `RunError` where it cannot be written, or where a link stands in its
    place: what it points to may lie outside the folder.
    """
    target, part = folder / name, folder / f".{name}.part"
    if target.is_symlink() or (target.exists() and not target.is_file()):
        raise RunError("run.file_in_the_way", file=target)
    try:
        _write_new(part, content)
        part.replace(target)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise unwritten(target, error) from error
    return target


@contextmanager
def whole_text(folder: Path, name: str) -> Iterator[IO[str]]:
    """A text file that is there when the block is done, line ends as they are written. Raises RunError as above."""
    target, part = folder / name, folder / f".{name}.part"
    if target.is_symlink() or (target.exists() and not target.is_file()):
        raise RunError("run.file_in_the_way", file=target)
    try:
        with os.fdopen(_new(part), "w", encoding="utf-8", newline="") as file:
            yield file
        part.replace(target)
    except OSError as error:
        raise unwritten(target, error) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def unwritten(file: Path, error: OSError) -> RunError:
    """Why a file could not be written, and what to do."""
    full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
    return RunError("run.disk_full" if full else "run.file_not_written", file=file, reason=error.strerror or error)


def _write_new(path: Path, content: bytes) -> None:
    with os.fdopen(_new(path), "wb") as file:
        file.write(content)


def _new(path: Path) -> int:
    path.unlink(missing_ok=True)
    # O_EXCL follows no link that appears between the two lines; 0o666 leaves the rights to the umask.
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return os.open(path, flags, 0o666)
