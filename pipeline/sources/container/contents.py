"""The bytes of a ZIP file's entries, never more of them than the directory states."""

from __future__ import annotations

import stat
import struct
import zlib
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import BinaryIO

from pipeline.errors import SourceError
from pipeline.sources.container.directory import Entry
from pipeline.sources.container.limits import MAX_FILE, MAX_RATIO, MEGABYTE, RATIO_COUNTS_FROM

# APPNOTE 4.3.7, 4.4.4 (bits 0, 6 and 13) and 4.4.5.
LOCAL = struct.Struct("<4s5H3L2H")
ENCRYPTED = 0x0001 | 0x0040 | 0x2000
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
    if entry.flags & ENCRYPTED:
        raise SourceError("containers.encrypted")
    if entry.method not in (STORED, DEFLATED):
        raise SourceError("containers.method")
    if entry.size > MAX_FILE:
        raise SourceError("containers.file_too_large", limit=MAX_FILE // MEGABYTE)
    if entry.size > RATIO_COUNTS_FROM and entry.size > entry.packed * MAX_RATIO:
        raise SourceError("containers.ratio", limit=MAX_RATIO)


def content_parts(file: BinaryIO, entry: Entry) -> Iterator[bytes]:
    """The entry's bytes in parts. Raises SourceError where they are not what the directory states."""
    crc = size = 0
    try:
        for part in _unpacked(file, entry):
            size += len(part)
            if size > entry.size:
                break
            crc = zlib.crc32(part, crc)
            yield part
    except (zlib.error, struct.error, OSError, ValueError) as error:
        raise SourceError("containers.file_broken") from error
    if (size, crc) != (entry.size, entry.crc):
        raise SourceError("containers.file_broken")


def content_of_entry(file: BinaryIO, entry: Entry, most: int) -> bytes:
    """All its bytes. Raises SourceError where they are more than `most`, or are not what the directory states."""
    refuse_entry(entry)
    if entry.size > most:
        raise SourceError("containers.file_too_large", limit=most // MEGABYTE)
    return b"".join(content_parts(file, entry))


def _unpacked(file: BinaryIO, entry: Entry) -> Iterator[bytes]:
    file.seek(_content_start(file, entry))
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    left = entry.packed
    while left > 0 and (packed := file.read(min(CHUNK, left))):
        left -= len(packed)
        if entry.method == STORED:
            yield packed
            continue
        while packed:
            yield unpacker.decompress(packed, CHUNK)
            packed = unpacker.unconsumed_tail
    if entry.method == DEFLATED:
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
