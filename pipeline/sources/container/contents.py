"""The bytes of a ZIP file's entries, never more of them than the directory states."""

from __future__ import annotations

import io
import stat
import struct
import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import pairwise
from typing import BinaryIO

from pipeline.errors import SourceError
from pipeline.sources.container.directory import Entry
from pipeline.sources.container.locked_entry import is_locked, packing_method, unlocked_entry
from pipeline.sources.limits import MAX_FILE, MAX_RATIO, MEGABYTE, RATIO_COUNTS_FROM

# APPNOTE 4.3.7 and 4.4.5.
LOCAL = struct.Struct("<4s5H3L2H")
STORED, DEFLATED = 0, 8
CHUNK = 256 * 1024


def refuse_overlaps(file: BinaryIO, entries: Sequence[Entry]) -> None:
    """Raises SourceError where two entries share bytes: so a small file is made to hold a huge one many times.

    D. Fifield, "A better zip bomb", WOOT 2019.
    """
    spans = sorted((each.offset, _end(file, each)) for each in entries)
    if any(end > start for (_, end), (start, _) in pairwise(spans)):
        raise SourceError("containers.overlap")


def refuse_entry(entry: Entry) -> None:
    """Raises SourceError where the entry is no plain file of a size that is read, packed as is usual."""
    if stat.S_IFMT(entry.mode) not in (0, stat.S_IFREG):
        raise SourceError("containers.link")
    is_locked(entry)
    if packing_method(entry) not in (STORED, DEFLATED):
        raise SourceError("containers.method")
    if entry.size > MAX_FILE:
        raise SourceError("containers.file_too_large", limit=MAX_FILE // MEGABYTE)
    if entry.size > RATIO_COUNTS_FROM and entry.size > entry.packed * MAX_RATIO:
        raise SourceError("containers.ratio", limit=MAX_RATIO)


def content_parts(file: BinaryIO, entry: Entry, passwords: Sequence[str] = ()) -> Iterator[bytes]:
    """The entry's bytes in parts.

    Raises SourceError where they are not what the directory states, or where none of the passwords opens them.
    """
    if is_locked(entry):
        yield _locked_content(file, entry, passwords)
    else:
        yield from _checked(file, entry.packed, entry, entry.crc)


def _locked_content(file: BinaryIO, entry: Entry, passwords: Sequence[str]) -> bytes:
    """All its bytes by the first password that gives what the directory states."""
    try:
        file.seek(_content_start(file, entry))
    except (struct.error, OSError, ValueError) as error:
        raise SourceError("containers.file_broken") from error
    packed = file.read(min(entry.packed, MAX_FILE + CHUNK)) if passwords else b""
    for password in passwords:
        found = unlocked_entry(packed, entry, password)
        with suppress(SourceError):  # a wrong password that passed for the right one
            if found:
                return b"".join(_checked(io.BytesIO(found.packed), len(found.packed), entry, found.crc, start=0))
    raise SourceError("containers.encrypted")


def _checked(
    file: BinaryIO, packed: int, entry: Entry, stated: int | None, start: int | None = None
) -> Iterator[bytes]:
    """The bytes that lie packed in a file; from `start`, or behind the entry's own header. `stated` is their sum."""
    crc = size = 0
    try:
        file.seek(_content_start(file, entry) if start is None else start)
        for part in _unpacked(file, packed, packing_method(entry)):
            size += len(part)
            if size > entry.size:
                break
            crc = zlib.crc32(part, crc)
            yield part
    except (zlib.error, struct.error, OSError, ValueError) as error:
        raise SourceError("containers.file_broken") from error
    if size != entry.size or stated not in (None, crc):
        raise SourceError("containers.file_broken")


def content_of_entry(file: BinaryIO, entry: Entry, most: int) -> bytes:
    """All its bytes. Raises SourceError where they are more than `most`, or are not what the directory states."""
    refuse_entry(entry)
    if entry.size > most:
        raise SourceError("containers.file_too_large", limit=most // MEGABYTE)
    return b"".join(content_parts(file, entry))


def _unpacked(file: BinaryIO, left: int, method: int) -> Iterator[bytes]:
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    while left > 0 and (packed := file.read(min(CHUNK, left))):
        left -= len(packed)
        if method == STORED:
            yield packed
            continue
        while packed:
            yield unpacker.decompress(packed, CHUNK)
            packed = unpacker.unconsumed_tail
    if method == DEFLATED:
        while part := unpacker.decompress(unpacker.unconsumed_tail, CHUNK):
            yield part


def _content_start(file: BinaryIO, entry: Entry) -> int:
    """Raises SourceError where the entry's own header is not there, or has another name than the directory."""
    file.seek(entry.offset)
    header = file.read(LOCAL.size)
    signature, *_, names, extras = LOCAL.unpack(header)
    start: int = entry.offset + LOCAL.size + names + extras
    if signature != b"PK\x03\x04" or file.read(names) != entry.raw_name:
        raise SourceError("containers.file_broken")
    return start


def _end(file: BinaryIO, entry: Entry) -> int:
    """Where its bytes end; where its header cannot be read, it has none."""
    try:
        return _content_start(file, entry) + entry.packed
    except (SourceError, struct.error, OSError, ValueError):
        return entry.offset
