"""Damage inside plain text: letters of other code pages, numbers beyond all bounds, lines without end."""

from __future__ import annotations

import re
from random import Random

from tests.fuzz.bytes_mutants import Damage

STRANGE_TEXTS = (
    "\x00",
    "\u202e",
    "\ufeff",
    "\u0301" * 400,
    "9" * 5_000,
    "=cmd()",
    "(" * 3_000,
    "1 000 " * 2_000,
    "t.sk. ",
)
CODE_PAGES = ("cp1257", "utf-16", "utf-32", "latin-1", "cp1252", "iso8859-13")
NUMBER = re.compile(r"\d[\d ,.]*\d")


def strange_text(content: bytes, _other: bytes, chance: Random) -> bytes:
    """Something strange stands somewhere."""
    text = content.decode("utf-8", "replace")
    place = chance.randrange(len(text) + 1)
    return (text[:place] + chance.choice(STRANGE_TEXTS) + text[place:]).encode("utf-8", "surrogatepass")


def other_code_page(content: bytes, _other: bytes, chance: Random) -> bytes:
    """It is written in another code page."""
    return content.decode("utf-8", "replace").encode(chance.choice(CODE_PAGES), "replace")


def number_stretched(content: bytes, _other: bytes, chance: Random) -> bytes:
    """A number has many digits, or many marks between them."""
    text = content.decode("utf-8", "replace")
    found = list(NUMBER.finditer(text))
    if not found:
        return content
    each = chance.choice(found)
    return (text[: each.start()] + each[0] * chance.choice((2, 50, 3_000)) + text[each.end() :]).encode()


def one_line(content: bytes, _other: bytes, chance: Random) -> bytes:
    """There are no line ends, or no spaces, or many."""
    old, new = chance.choice(((b"\n", b" "), (b"\n", b""), (b" ", b""), (b" ", b" " * 50), (b"\n", b"\n\n\n\n")))
    return content.replace(old, new)


TEXT: tuple[Damage, ...] = (strange_text, other_code_page, number_stretched, one_line)
