"""Damage that needs no knowledge of the kind of file: bits, cuts, splices."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

Damage = Callable[[bytes, bytes, Random], bytes]
"""A file's bytes, those of another file, and chance → the damaged bytes."""


def flipped(content: bytes, _other: bytes, chance: Random) -> bytes:
    """Some bits are the other way round."""
    damaged = bytearray(content)
    for _ in range(chance.choice((1, 4, 16, 64))):
        damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
    return bytes(damaged)


def cut(content: bytes, _other: bytes, chance: Random) -> bytes:
    """The file ends early."""
    return content[: chance.randrange(len(content))]


def headless(content: bytes, _other: bytes, chance: Random) -> bytes:
    """The file begins late."""
    return content[chance.randrange(len(content)) :]


def spliced(content: bytes, other: bytes, chance: Random) -> bytes:
    """The beginning of one file and the end of another."""
    return content[: chance.randrange(len(content))] + other[chance.randrange(len(other)) :]


def zeroed(content: bytes, _other: bytes, chance: Random) -> bytes:
    """A stretch of zeros, as a broken disk leaves."""
    start, length = _stretch(content, chance)
    return content[:start] + bytes(length) + content[start + length :]


def without_stretch(content: bytes, _other: bytes, chance: Random) -> bytes:
    """A stretch is missing."""
    start, length = _stretch(content, chance)
    return content[:start] + content[start + length :]


def repeated(content: bytes, _other: bytes, chance: Random) -> bytes:
    """A stretch stands there many times."""
    start, length = _stretch(content, chance)
    times = max(1, min(chance.choice((2, 10, 200)), 1_000_000 // max(1, length)))
    return content[:start] + content[start : start + length] * times + content[start + length :]


def moved(content: bytes, _other: bytes, chance: Random) -> bytes:
    """Two stretches have changed places."""
    a, b, c = sorted(chance.randrange(len(content)) for _ in range(3))
    return content[:a] + content[b:c] + content[a:b] + content[c:]


def noisy(content: bytes, _other: bytes, chance: Random) -> bytes:
    """A stretch of noise."""
    start, length = _stretch(content, chance)
    return content[:start] + chance.randbytes(length) + content[start + length :]


def _stretch(content: bytes, chance: Random) -> tuple[int, int]:
    length = min(len(content), chance.choice((1, 16, 256, 4096)))
    return chance.randrange(len(content) - length + 1), length


ANY: tuple[Damage, ...] = (flipped, cut, headless, spliced, zeroed, without_stretch, repeated, moved, noisy)
