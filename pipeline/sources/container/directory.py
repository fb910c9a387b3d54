"""A ZIP file's directory: what it says of its entries, of which nothing is believed.

The standard library's reader stops at the first name that it cannot decode, takes
as many entries as there are, and knows no overlaps in older releases; here a bad
entry costs only itself. Source: PKWARE, APPNOTE.TXT 6.3.10; its sections are named.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import BinaryIO

from msgspec import Struct

from pipeline.errors import SourceError
from pipeline.sources.container.allowance import too_many_entries
from pipeline.sources.limits import MAX_DIRECTORY, MAX_ENTRIES

# 4.3.16, 4.3.15, 4.3.14 and 4.3.12: what stands behind each signature.
END = struct.Struct("<4s4H2LH")
LOCATOR = struct.Struct("<4sLQL")
END_64 = struct.Struct("<4sQ2H2L4Q")
CENTRAL = struct.Struct("<4s6H3L5H2L")
EXTRA = struct.Struct("<2H")
LONGEST_COMMENT = 65_535
# 4.4.1.4: where a field holds this, the true value stands in the ZIP64 part.
SEE_64, COUNT_SEE_64 = 0xFFFFFFFF, 0xFFFF


class Entry(Struct, frozen=True):
    """An entry as the directory states it. `packed` and `size` are in bytes, `mode` is that of Unix, 0 without.

    `time` is that of DOS, as a number; `extra` holds the extra fields by their ids; of two with the same id the first.
    """

    raw_name: bytes
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    offset: int
    mode: int
    extra: tuple[tuple[int, bytes], ...]
    time: int = 0

    @property
    def is_folder(self) -> bool:
        """Whether it is a folder, which holds nothing itself."""
        return self.raw_name.endswith((b"/", b"\\")) and not self.size

    def extra_field(self, number: int) -> bytes | None:
        """The extra field of this id, None where there is none."""
        return next((field for each, field in self.extra if each == number), None)


def entries_of(file: BinaryIO) -> list[Entry]:
    """All entries. Raises SourceError where the file is broken, cut short, or has a longer list than may be."""
    try:
        return list(_entries(file))
    except (struct.error, OSError, ValueError) as error:
        raise SourceError("containers.broken") from error


def _entries(file: BinaryIO) -> Iterator[Entry]:
    count, size, offset = _place_of_directory(file)
    if count > MAX_ENTRIES or size > MAX_DIRECTORY:
        raise too_many_entries()
    file.seek(offset)
    directory = file.read(size)
    place = 0
    for _ in range(count):
        entry, place = _entry(directory, place)
        yield entry
    if place != size or len(directory) != size:
        raise SourceError("containers.broken")


def _place_of_directory(file: BinaryIO) -> tuple[int, int, int]:
    """How many entries it has, how many bytes, and where it begins."""
    length = file.seek(0, 2)
    start = max(0, length - END.size - LONGEST_COMMENT)
    file.seek(start)
    tail = file.read()
    at = tail.rfind(b"PK\x05\x06", 0, max(0, len(tail) - END.size + 4))
    if at < 0:
        raise SourceError("containers.broken")
    _, _, _, _, count, size, offset, _ = END.unpack_from(tail, at)
    if count == COUNT_SEE_64 or SEE_64 in (size, offset):
        return _place_in_64(file, start + at) or (count, size, offset)
    return count, size, offset


def _place_in_64(file: BinaryIO, end: int) -> tuple[int, int, int] | None:
    """The same by the ZIP64 part in front of the end, None where there is none."""
    if end < LOCATOR.size:
        return None
    file.seek(end - LOCATOR.size)
    signature, _, at, _ = LOCATOR.unpack(file.read(LOCATOR.size))
    if signature != b"PK\x06\x07":
        return None
    file.seek(at)
    signature, *_, count, size, offset = END_64.unpack(file.read(END_64.size))
    if signature != b"PK\x06\x06":
        raise SourceError("containers.broken")
    return count, size, offset


def _entry(directory: bytes, place: int) -> tuple[Entry, int]:
    """The entry that begins there, and where the next one does."""
    found = CENTRAL.unpack_from(directory, place)
    signature, _, _, flags, method, time, _, crc, packed, size, names, extras, comment, _, _, attributes, offset = found
    if signature != b"PK\x01\x02":
        raise SourceError("containers.broken")
    name_at = place + CENTRAL.size
    extra_at = name_at + names
    following = extra_at + extras + comment
    if following > len(directory):
        raise SourceError("containers.broken")
    extra = tuple(_extra_fields(directory[extra_at : extra_at + extras]))
    size, packed, offset = _in_64(extra, (size, packed, offset))
    name = directory[name_at:extra_at]
    return Entry(name, flags, method, crc, packed, size, offset, attributes >> 16, extra, time), following


def _extra_fields(extra: bytes) -> Iterator[tuple[int, bytes]]:
    place = 0
    while place + EXTRA.size <= len(extra):
        number, length = EXTRA.unpack_from(extra, place)
        place += EXTRA.size
        yield number, extra[place : place + length]
        place += length


def _in_64(extra: tuple[tuple[int, bytes], ...], stated: tuple[int, int, int]) -> tuple[int, int, int]:
    """4.5.3: size, packed size and offset, those that need it from the ZIP64 field, in this order."""
    field = next((content for number, content in extra if number == 1), b"")
    values = iter(struct.unpack_from(f"<{len(field) // 8}Q", field))
    size, packed, offset = (next(values, each) if each == SEE_64 else each for each in stated)
    return size, packed, offset
