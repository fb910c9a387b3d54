"""What files in a container are called: names out of hostile bytes, for people and never for a file system."""

from __future__ import annotations

import re
import struct
import unicodedata
import zlib
from collections import Counter

from pipeline.errors import SourceError
from pipeline.sources.container.directory import Entry

# APPNOTE 4.4.4, bit 11, and 4.6.9: two ways to say that a name is UTF-8.
IS_UTF_8, UNICODE_PATH = 0x0800, 0x7075
# Without them it is in the code page of the computer that packed it: of DOS or Windows, Baltic first.
CODE_PAGES = ("cp775", "cp1257")
BALTIC = frozenset("āčēģīķļņšūžĀČĒĢĪĶĻŅŠŪŽŗŖōŌ„“”–")
LONGEST = 200
# Controls, marks of direction, halves of characters, and ends of lines.
UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
DRIVE = re.compile(r"[A-Za-z]:")
# What a packer or an operating system leaves behind, by the start of a part of the path.
LITTER = re.compile(r"(?:^|/)(?:\.|~\$|__MACOSX/|(?:Thumbs\.db|desktop\.ini)$)", re.IGNORECASE)


def stated_name(entry: Entry) -> str:
    r"""The name as the entry states it, with `/` everywhere, NFC; it may lead anywhere and hold anything."""
    return unicodedata.normalize("NFC", _decoded(entry).replace("\\", "/"))


def refuse_path(name: str) -> None:
    """Raises SourceError where a stated name is no path inside its container."""
    if name.startswith("/") or DRIVE.match(name) or ".." in name.split("/"):
        raise SourceError("containers.climbing")


def is_litter(name: str) -> bool:
    """Whether a file of this name is passed over, as it is in a folder.

    >>> is_litter("__MACOSX/._a.pdf"), is_litter("a/.DS_Store"), is_litter("../a.pdf"), is_litter("a.pdf")
    (True, True, False, False)
    """
    parts = [each for each in name.split("/") if each.strip(".")]
    return LITTER.search("/".join(parts)) is not None


def shown_name(name: str) -> str:
    r"""A stated name as the tables show it: without what climbs, without controls, not longer than people read.

    >>> shown_name("../../a\x00b.pdf"), shown_name("C:/x//./y.pdf"), shown_name("\u202efdp.exe")
    ('a\ufffdb.pdf', 'C:/x/y.pdf', '\ufffdfdp.exe')
    """
    parts = [each for each in name.split("/") if each not in ("", ".", "..")]
    plain = "".join("\ufffd" if unicodedata.category(each) in UNSEEN else each for each in "/".join(parts))
    return plain if len(plain) <= LONGEST else f"{plain[: LONGEST // 2]}…{plain[-LONGEST // 2 :]}"


class ShownOnce:
    """Hands out names of which no two are equal: a name that came before gets a number."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def name(self, shown: str) -> str:
        """The name itself, or with a number behind it."""
        self._seen[shown] += 1
        count = self._seen[shown]
        return shown if count == 1 else self.name(f"{shown} ({count})")


def _decoded(entry: Entry) -> str:
    raw = _unicode_path(entry) or entry.raw_name
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        if entry.flags & IS_UTF_8:
            return raw.decode("utf-8", "replace")
    for code_page in CODE_PAGES:
        name = raw.decode(code_page, "replace")
        if all(each.isascii() or each in BALTIC for each in name):
            return name
    return raw.decode("cp437")


def _unicode_path(entry: Entry) -> bytes | None:
    """The name in the extra field of Info-ZIP, where it is that of this name."""
    field = entry.extra_field(UNICODE_PATH)
    if field is None or len(field) < 5:
        return None
    version, crc = struct.unpack_from("<BL", field)
    return field[5:] if version == 1 and crc == zlib.crc32(entry.raw_name) else None
