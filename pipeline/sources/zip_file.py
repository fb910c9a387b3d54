"""A ZIP file opened with care: its list of members is looked at before it is read, a member only up to a limit."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from pipeline.sources.limits import MAX_MEMBERS

# A member's entry in the list: 46 bytes, and its name, seldom longer than a hundred.
_MAX_LIST = MAX_MEMBERS * 200
# APPNOTE.TXT 4.3.16: the end of the list; its comment, which follows, is at most 65535 bytes long.
_END, _END_SIZE, _MAX_COMMENT = b"PK\x05\x06", 22, 65_535
_ZIP64_LOCATOR, _ZIP64_LOCATOR_SIZE = b"PK\x06\x07", 20
_LIST_SIZE_AT = 12
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError, NotImplementedError)


class ZipError(Exception):
    """A ZIP file, or a member, that cannot be read."""


class OversizeError(ZipError):
    """More members, or a larger one, than is allowed."""


class OpenZip:
    """The members of a ZIP file by their names, with `/` between folders, the first where a name stands twice."""

    def __init__(self, content: bytes) -> None:
        _refuse_long_list(content)
        try:
            self._file = zipfile.ZipFile(io.BytesIO(content))
        except _BROKEN as error:
            raise ZipError(str(error)) from error
        members = self._file.infolist()
        if len(members) > MAX_MEMBERS:
            raise OversizeError(f"{len(members)} members")
        self._members: dict[str, zipfile.ZipInfo] = {}
        for member in members:
            self._members.setdefault(member.filename.replace("\\", "/"), member)

    @property
    def names(self) -> tuple[str, ...]:
        """The members' names in their order."""
        return tuple(self._members)

    def member(self, name: str, limit: int) -> bytes | None:
        """A member's bytes; None where there is none of this name. Raises ZipError where it is broken or larger."""
        member = self._members.get(name)
        if member is None:
            return None
        if member.file_size > limit:
            raise OversizeError(name)
        try:
            with self._file.open(member) as opened:
                return _all_of(opened.read(limit + 1), limit, name)
        except _BROKEN as error:
            raise ZipError(f"{name}: {error}") from error


def _all_of(content: bytes, limit: int, name: str) -> bytes:
    if len(content) > limit:
        raise OversizeError(name)
    return content


def _refuse_long_list(content: bytes) -> None:
    """The library reads the whole list at once, however long; one of more than 4 GB has a second end before the end."""
    end = content.rfind(_END, max(0, len(content) - _END_SIZE - _MAX_COMMENT))
    if end < 0 or end + _END_SIZE > len(content):
        raise ZipError("no end of the list")
    if content[max(0, end - _ZIP64_LOCATOR_SIZE) : end].startswith(_ZIP64_LOCATOR):
        raise OversizeError("ZIP64")
    (size,) = struct.unpack_from("<L", content, end + _LIST_SIZE_AT)
    if size > _MAX_LIST:
        raise OversizeError(f"list of {size} bytes")
