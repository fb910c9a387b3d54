"""Patterns, compiled once for all: to compile those of the grammar takes longer than to read a document.

What the program has been seen to ask for lies compiled in a file, which a pattern's
text and flags find; a pattern that is not there, or any where regex is of another
version than the one that made the file, is compiled when it is asked for.
"""

from __future__ import annotations

import pickle
import sys
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, AnyStr

import regex

KEPT = Path(__file__).with_name("patterns.zlib")
"""Made by `python -m docs.patterns`."""

_END = b"\n"

Asked = tuple[str | bytes, int]
Patterns = Mapping[Asked, "regex.Pattern[Any]"]


def compiled(text: AnyStr, flags: int = 0) -> regex.Pattern[AnyStr]:
    """What `regex.compile` makes of it.

    >>> compiled("[0-9]+").findall("12 no 50")
    ['12', '50']
    """
    asked = (text, int(flags))
    if asked not in _ASKED:
        _ASKED[asked] = _READY[asked] if asked in _READY else regex.compile(text, flags)
    return _ASKED[asked]


def asked_patterns() -> Patterns:
    """Those that this process has asked for."""
    return _ASKED


def packed(patterns: Patterns) -> bytes:
    """The file of these patterns, for this version of regex on machines of this kind."""
    return zlib.compress(_made_for() + _END + pickle.dumps(dict(patterns)), 9)


def unpacked(content: bytes) -> dict[Asked, regex.Pattern[Any]]:
    """The patterns in such a file, none where it is for another version of regex."""
    made_for, _, patterns = zlib.decompress(content).partition(_END)
    return pickle.loads(patterns) if made_for == _made_for() else {}  # noqa: S301 -- it comes with the code


def _made_for() -> bytes:
    return f"regex {regex.__version__}, {sys.byteorder}-endian".encode()


_ASKED: dict[Asked, regex.Pattern[Any]] = {}
_READY = unpacked(KEPT.read_bytes()) if KEPT.exists() else {}
