"""Damage inside the structure of what is a ZIP: Word and ODT files, signed containers, archives."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Sequence
from random import Random

from tests.fuzz.bytes_mutants import ANY, Damage

Members = list[tuple[str, bytes]]
STRANGE_NAMES = ("../../escaped.pdf", "/tmp/escaped.pdf", "C:\\escaped.pdf", "a/../../b.pdf", "", "nul", "x" * 5_000)  # noqa: S108 -- it must not be written
TAG = re.compile(rb"<[^<>]{1,200}>")
ENTITIES = (
    b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
)
DECLARED = re.compile(rb"PK\x01\x02.{42}", re.DOTALL)


def member_damaged(content: bytes, other: bytes, chance: Random) -> bytes:
    """A file inside is damaged, and packed properly."""
    return _with_member(content, chance, lambda each: chance.choice(ANY)(each, other, chance) if each else each)


def tag_lost(content: bytes, _other: bytes, chance: Random) -> bytes:
    """XML lacks a tag."""
    return _with_member(content, chance, lambda each: _tag(each, b"", chance), xml=True)


def tag_repeated(content: bytes, _other: bytes, chance: Random) -> bytes:
    """XML has a tag many times, one in the other."""
    return _with_member(content, chance, lambda each: _tag(each, None, chance), xml=True)


def with_entities(content: bytes, _other: bytes, chance: Random) -> bytes:
    """XML defines entities that grow, or that lead out."""
    return _with_member(content, chance, lambda each: _tag(each, ENTITIES + b"<x>&b;&c;</x>", chance), xml=True)


def members_swapped(content: bytes, _other: bytes, chance: Random) -> bytes:
    """Two files inside are called as each other."""
    members = _members(content)
    if len(members) < 2:
        return content
    a, b = chance.sample(range(len(members)), 2)
    (first, one), (second, two) = members[a], members[b]
    members[a], members[b] = (first, two), (second, one)
    return _zipped(members)


def strangely_named(content: bytes, _other: bytes, chance: Random) -> bytes:
    """A file inside is called so that it would be written elsewhere."""
    members = _members(content)
    if not members:
        return content
    place = chance.randrange(len(members))
    members[place] = (chance.choice(STRANGE_NAMES), members[place][1])
    return _zipped(members)


def named_twice(content: bytes, _other: bytes, chance: Random) -> bytes:
    """Two files inside have the same name, or a hundred have."""
    members = _members(content)
    return _zipped(members + members[:1] * chance.choice((1, 100)))


def nested(content: bytes, other: bytes, chance: Random) -> bytes:
    """An archive in an archive in an archive, with another file beside each."""
    for depth in range(chance.choice((1, 3, 12))):
        content = _zipped([(f"{depth}.zip", content), ("cits.pdf", other)])
    return content


def lying(content: bytes, _other: bytes, chance: Random) -> bytes:
    """The directory tells other sizes, offsets or ways to unpack than there are."""
    found = list(DECLARED.finditer(content))
    if not found:
        return content
    place = chance.choice(found).start() + chance.randrange(4, 46)
    return content[:place] + chance.randbytes(chance.choice((1, 4))) + content[place + 4 :]


def _tag(content: bytes, new: bytes | None, chance: Random) -> bytes:
    found = list(TAG.finditer(content))
    if not found:
        return content
    each = chance.choice(found)
    put = each[0] * chance.choice((2, 300)) if new is None else new
    return content[: each.start()] + put + content[each.end() :]


def _with_member(content: bytes, chance: Random, change: object, *, xml: bool = False) -> bytes:
    members = _members(content)
    places = [place for place, (name, _) in enumerate(members) if not xml or name.endswith((".xml", ".rels"))]
    if not places or not callable(change):
        return content
    place = chance.choice(places)
    members[place] = (members[place][0], change(members[place][1]))
    return _zipped(members)


def _members(content: bytes) -> Members:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return [(each.filename, archive.read(each)) for each in archive.infolist()]


def _zipped(members: Sequence[tuple[str, bytes]]) -> bytes:
    made = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")  # that a name stands twice is meant
        for name, each in members:
            archive.writestr(zipfile.ZipInfo(name), each, zipfile.ZIP_DEFLATED)
    return made.getvalue()


ZIP: tuple[Damage, ...] = (
    member_damaged,
    tag_lost,
    tag_repeated,
    with_entities,
    members_swapped,
    strangely_named,
    named_twice,
    nested,
    lying,
)
