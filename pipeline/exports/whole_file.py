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
    with whole_file(folder, name) as part, os.fdopen(_new(part), "wb") as file:
        file.write(content)
    return folder / name


@contextmanager
def whole_file(folder: Path, name: str) -> Iterator[Path]:
    """A place for a new file, which is moved to its own when the block is done. Raises RunError as above."""
    target, part = folder / name, folder / f".{name}.part"
    if target.is_symlink() or (target.exists() and not target.is_file()):
        raise RunError("run.file_in_the_way", file=target)
    try:
        part.unlink(missing_ok=True)
        yield part
        part.replace(target)
    except OSError as error:
        raise unwritten(target, error) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


@contextmanager
def whole_text(folder: Path, name: str) -> Iterator[IO[str]]:
    """A text file that is there when the block is done, line ends as they are written. Raises RunError as above."""
    with whole_file(folder, name) as part, os.fdopen(_new(part), "w", encoding="utf-8", newline="") as file:
        yield file


def unwritten(file: Path, error: OSError) -> RunError:
    """Why a file could not be written, and what to do."""
    full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
    return RunError("run.disk_full" if full else "run.file_not_written", file=file, reason=error.strerror or error)


def _new(path: Path) -> int:
    # O_EXCL follows no link that somebody put there in the meantime; 0o666 leaves the rights to the umask.
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return os.open(path, flags, 0o666)
