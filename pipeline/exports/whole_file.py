"""A file is written whole or not at all, and only inside the folder that was named."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

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
        raise RunError("run.file_not_written", file=target, reason=error.strerror) from error
    return target


def _write_new(path: Path, content: bytes) -> None:
    path.unlink(missing_ok=True)
    # O_EXCL follows no link that appears between the two lines; 0o666 leaves the rights to the umask.
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, 0o666), "wb") as file:
        file.write(content)
