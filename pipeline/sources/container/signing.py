"""The signatures of a container and the bytes of its files → what is said of each file."""

from __future__ import annotations

import hashlib
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from pipeline.membership import Digests, SignedBy, Signing
from pipeline.sources.container.signatures import Reference, Signature, UnreadableSignatureError, signatures_of

# What several signatures say of one file is told by the worst.
GRAVITY: Sequence[Digests] = ("match", "unclear", "differ")
WHO: dict[frozenset[str], SignedBy] = {
    frozenset({"person"}): "person",
    frozenset({"seal"}): "seal",
    frozenset({"person", "seal"}): "person_and_seal",
}


class Naming(Struct, frozen=True):
    """A signature and one of its references."""

    signature: Signature
    reference: Reference


class Signatures(Struct, frozen=True):
    """All signatures of a container, by the files that they name; `unreadable` says whether one could not be read."""

    by_file: Mapping[str, Sequence[Naming]]
    unreadable: bool

    def signing(self, name: str, path: Path) -> Signing:
        """What they say of the file of this name, which lies at `path`."""
        naming = self.by_file.get(file_key(name), ())
        if not naming:
            return Signing(0, "", "", "unclear" if self.unreadable else "missing")
        signatures = {id(each.signature): each.signature for each in naming}.values()
        times = [each.at for each in signatures if each.at]
        at = min(times).isoformat().replace("+00:00", "Z") if times else ""
        who = WHO.get(frozenset(each.by for each in signatures), "unknown")
        return Signing(len(signatures), at, who, _digests([each.reference for each in naming], path))

    def absent(self, names: Iterable[str]) -> list[str]:
        """The files that they name and that are none of these, in the order in which they name them."""
        there = {file_key(each) for each in names}
        here = {id(each.reference) for key in there for each in self.by_file.get(key, ())}
        named = (each for naming in self.by_file.values() for each in naming)
        return list(dict.fromkeys(each.reference.name for each in named if id(each.reference) not in here))


def signatures_in(files: Sequence[bytes | None]) -> Signatures | None:
    """The signatures of a container's signature files, None where it has none; of a file that was refused, None."""
    by_file: dict[str, list[Naming]] = defaultdict(list)
    unreadable = False
    for xml in files:
        try:
            for signature in signatures_of(xml or b""):
                for each in signature.references:
                    for key in {file_key(each.name), file_key(each.written)}:
                        by_file[key].append(Naming(signature, each))
        except UnreadableSignatureError:
            unreadable = True
    return Signatures(dict(by_file), unreadable) if files else None


def worst(own: Signing | None, outer: Signing | None) -> Signing | None:
    """What is said of a file in a container that lies in another one: the nearest signature, the worst digests."""
    if own is None or outer is None:
        return own or outer
    near = own if own.signatures or not outer.signatures else outer
    if "differ" in (own.digests, outer.digests):
        return Signing(near.signatures, near.at, near.by, "differ")
    return near


def file_key(name: str) -> str:
    r"""By what a reference and a file are held to be the same, however their letters and slashes are written.

    >>> file_key("./a\\b.pdf") == file_key("/a/b.pdf") == "a/b.pdf"
    True
    """
    return unicodedata.normalize("NFC", name).replace("\\", "/").removeprefix("./").lstrip("/")


def _digests(references: Sequence[Reference], path: Path) -> Digests:
    found = {each: _digest(path, each) for each in {each.algorithm for each in references if each.algorithm}}
    return max((_state(each, found.get(each.algorithm)) for each in references), key=GRAVITY.index)


def _state(reference: Reference, found: bytes | None) -> Digests:
    if found is not None and found == reference.digest:
        return "match"
    return "differ" if found is not None and reference.of_bytes else "unclear"


def _digest(path: Path, algorithm: str) -> bytes:
    with path.open("rb") as file:
        return hashlib.file_digest(file, algorithm).digest()
