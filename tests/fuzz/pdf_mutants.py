"""Damage inside the structure of a PDF: its streams, its numbers, its tree of pages."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from random import Random

from tests.fuzz.bytes_mutants import ANY, Damage

STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
NUMBER = re.compile(rb"(?<=[ \[/])-?\d+(?:\.\d+)?(?=[ \]\r\n/>])")
STRANGE_NUMBERS = (b"0", b"-1", b"1", b"2147483647", b"-2147483648", b"99999999999999999999", b"1e9", b"0.0000001")
REFERENCE = re.compile(rb"\d+ 0 R")
NAME = re.compile(rb"/[A-Z][A-Za-z]{2,}")
OPERATORS = (b"q", b"Q", b"BT", b"ET", b"Tj", b"Do", b"cm", b"re", b"W n", b"[", b"<<", b"(", b"BI ID EI", b"sh")


def streams_swapped(content: bytes, _other: bytes, chance: Random) -> bytes:
    """Two streams stand in each other's place."""
    found = list(STREAM.finditer(content))
    if len(found) < 2:
        return content
    a, b = sorted(chance.sample(found, 2), key=lambda each: each.start())
    return content[: a.start(1)] + b[1] + content[a.end(1) : b.start(1)] + a[1] + content[b.end(1) :]


def stream_damaged(content: bytes, other: bytes, chance: Random) -> bytes:
    """What a stream holds is damaged before it is packed."""

    def damaged(plain: bytes) -> bytes:
        return chance.choice(ANY)(plain, other, chance) if plain else plain

    return _with_stream(content, chance, damaged)


def operators_inserted(content: bytes, _other: bytes, chance: Random) -> bytes:
    """What a page draws has operators where none belong, some thousands of times."""

    def inserted(plain: bytes) -> bytes:
        place = chance.randrange(len(plain) + 1)
        more = (chance.choice(OPERATORS) + b"\n") * chance.choice((1, 3, 5000))
        return plain[:place] + b"\n" + more + plain[place:]

    return _with_stream(content, chance, inserted)


def number_changed(content: bytes, _other: bytes, chance: Random) -> bytes:
    """A number is another, or none that there is."""
    return _replaced(content, NUMBER, chance.choice(STRANGE_NUMBERS), chance)


def reference_turned(content: bytes, _other: bytes, chance: Random) -> bytes:
    """An object leads to another one, maybe to itself."""
    found = [each[0] for each in REFERENCE.finditer(content)]
    return _replaced(content, REFERENCE, chance.choice(found), chance) if found else content


def name_changed(content: bytes, _other: bytes, chance: Random) -> bytes:
    """A key is called as another one."""
    found = [each[0] for each in NAME.finditer(content)]
    return _replaced(content, NAME, chance.choice(found), chance) if found else content


def deeply_nested(content: bytes, _other: bytes, chance: Random) -> bytes:
    """An object holds lists in lists in lists."""
    depth = chance.choice((50, 5_000, 100_000))
    return _replaced(content, REFERENCE, b"[" * depth + b"]" * depth, chance)


def inflated(content: bytes, _other: bytes, chance: Random) -> bytes:
    """A stream unpacks to a thousand times its size."""
    return _with_stream(content, chance, lambda plain: plain + b" " * chance.choice((1 << 20, 1 << 26)))


def _with_stream(content: bytes, chance: Random, change: Callable[[bytes], bytes]) -> bytes:
    found = [each for each in STREAM.finditer(content) if each[1]]
    if not found:
        return content
    each = chance.choice(found)
    try:
        packed = zlib.compress(change(zlib.decompress(each[1])))
    except zlib.error:
        packed = change(each[1])
    return content[: each.start(1)] + packed + content[each.end(1) :]


def _replaced(content: bytes, pattern: re.Pattern[bytes], new: bytes, chance: Random) -> bytes:
    found = list(pattern.finditer(content))
    if not found:
        return content
    each = chance.choice(found)
    return content[: each.start()] + new + content[each.end() :]


PDF: tuple[Damage, ...] = (
    streams_swapped,
    stream_damaged,
    operators_inserted,
    number_changed,
    reference_turned,
    name_changed,
    deeply_nested,
    inflated,
)
