"""What an OLE compound file is, the form of old office files, by the names of its streams ([MS-CFB])."""

from __future__ import annotations

import struct
from collections.abc import Iterator

_SECTOR_SHIFT_AT, _FIRST_DIRECTORY_AT, _FAT_SECTORS_AT = 30, 48, 76
_ENTRY, _ENTRIES_IN_HEADER = 128, 109
_LEFT_AT, _START_AT = 68, 116
_NONE = 0xFFFFFFF0  # this and greater numbers name no sector
_MOST_STREAMS = 4_000
# [MS-DOC] 2.5.2: the flags of the file information block, and that of encryption.
_FLAGS_AT, _ENCRYPTED = 10, 0x0100
_KINDS = (
    ("encryptedpackage", "encrypted"),
    ("worddocument", "doc"),
    ("workbook", "xls"),
    ("book", "xls"),
    ("powerpoint document", "ppt"),
    ("__properties_version1.0", "msg"),
)


def kind_of_compound(content: bytes) -> str:
    """`doc`, `encrypted` (also a DOC), `xls`, `ppt`, `msg`, or `office` where it is none of these or broken."""
    try:
        streams = dict(_CompoundFile(content).streams())
    except (struct.error, IndexError, ValueError):
        return "office"
    kind = next((kind for name, kind in _KINDS if name in streams), "office")
    if kind == "doc" and _is_encrypted(content, streams["worddocument"]):
        return "encrypted"
    return kind


def _is_encrypted(content: bytes, start: int) -> bool:
    flags = content[start + _FLAGS_AT : start + _FLAGS_AT + 2]
    return len(flags) == 2 and bool(int.from_bytes(flags, "little") & _ENCRYPTED)


class _CompoundFile:
    def __init__(self, content: bytes) -> None:
        self._content = content
        (shift,) = struct.unpack_from("<H", content, _SECTOR_SHIFT_AT)
        if shift not in (9, 12):
            raise ValueError(shift)
        self._size = 1 << shift
        self._fat_sectors = struct.unpack_from(f"<{_ENTRIES_IN_HEADER}L", content, _FAT_SECTORS_AT)

    def streams(self) -> Iterator[tuple[str, int]]:
        """The names in the root folder, in lower case, each with where in the file it begins if it is long."""
        directory = b"".join(self._directory())
        waiting, seen = [struct.unpack_from("<L", directory, _LEFT_AT + 8)[0]], set[int]()
        while waiting:
            entry = waiting.pop()
            at = entry * _ENTRY
            if entry >= _NONE or entry in seen or at + _ENTRY > len(directory):
                continue
            seen.add(entry)
            left, right = struct.unpack_from("<LL", directory, at + _LEFT_AT)
            waiting += [left, right]
            name = directory[at : at + 64].decode("utf-16-le", "replace").partition("\0")[0]
            (start,) = struct.unpack_from("<L", directory, at + _START_AT)
            yield name.casefold(), (start + 1) * self._size

    def _directory(self) -> Iterator[bytes]:
        (sector,) = struct.unpack_from("<L", self._content, _FIRST_DIRECTORY_AT)
        seen = set[int]()
        while sector < _NONE and sector not in seen and len(seen) * self._size < _MOST_STREAMS * _ENTRY:
            seen.add(sector)
            yield self._content[(sector + 1) * self._size : (sector + 2) * self._size]
            sector = self._next(sector)

    def _next(self, sector: int) -> int:
        per_sector = self._size // 4
        place = sector // per_sector
        if place >= _ENTRIES_IN_HEADER or self._fat_sectors[place] >= _NONE:
            return _NONE
        at = (self._fat_sectors[place] + 1) * self._size + sector % per_sector * 4
        return int(struct.unpack_from("<L", self._content, at)[0])
