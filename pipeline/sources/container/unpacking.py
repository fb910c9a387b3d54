"""A submitted container → the files in it, also those in containers that lie in it.

They are written under numbers, so that no name of theirs ever reaches the file
system. It is meant to be called in a process of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from pipeline.errors import SourceError
from pipeline.sources.container.allowance import Allowance
from pipeline.sources.container.contents import content_of_entry, content_parts, refuse_entry, refuse_overlaps
from pipeline.sources.container.directory import Entry, entries_of
from pipeline.sources.container.member import Member
from pipeline.sources.container.names import ShownOnce, is_litter, refuse_path, shown_name, stated_name
from pipeline.sources.container.signatures import SIGNATURE_FILE
from pipeline.sources.container.signing import Signatures, signatures_in, worst
from pipeline.sources.limits import MAX_CONTAINER_DEPTH, MAX_SIGNATURE
from pipeline.sources.sniff import is_zip, kind_of

# Documents that are ZIP files themselves: of Office Open XML, of OpenDocument and of EPUB.
OFFICE_PART = "[Content_Types].xml"
DOCUMENT_TYPES = (b"application/vnd.oasis.", b"application/vnd.sun.xml.", b"application/epub")
TYPE_FILE, META_FOLDER = "mimetype", "META-INF/"
LONGEST_TYPE = 1024
# In a document the parts that tell its kind come first.
BEGINNING = 256 * 1024


class _Named(Struct, frozen=True):
    """An entry with its name as stated."""

    name: str
    entry: Entry


@dataclass(slots=True)
class _Unpacking:
    """One submitted file being unpacked into `folder`; `read_signatures` false leaves them unread."""

    folder: Path
    read_signatures: bool
    passwords: Sequence[str] = field(default=(), repr=False)
    allowance: Allowance = field(default_factory=Allowance)
    written: int = 0

    def members(self, path: Path, depth: int) -> list[Member] | None:
        """The files of the container at `path`, by their names in it; None where it is a document."""
        with path.open("rb") as file:
            try:
                named = [_Named(stated_name(each), each) for each in entries_of(file)]
                if _is_document(file, named):
                    return None
                if depth > MAX_CONTAINER_DEPTH:
                    raise SourceError("containers.too_deep", limit=MAX_CONTAINER_DEPTH)
                refuse_overlaps(file, [each.entry for each in named])
                self.allowance.spend(len(named), sum(each.entry.size for each in named))
            except SourceError as refused:
                return None if _begins_as_document(file) else [Member("", refusal=refused.sentence)]
            found = list(self._members(file, named, depth))
        return found or [Member("", refusal=SourceError("containers.empty").sentence)]

    def _members(self, file: BinaryIO, named: Sequence[_Named], depth: int) -> Iterator[Member]:
        signatures = self._signatures(file, named)
        own = _files(named, is_signed=signatures is not None)
        once = ShownOnce()
        for each in own:
            yield from self._member(file, each, once.name(shown_name(each.name)), signatures, depth)
        for name in signatures.absent(each.name for each in named) if signatures else ():
            absent = SourceError("containers.absent")
            yield Member(once.name(shown_name(name)), refusal=absent.sentence)

    def _member(
        self, file: BinaryIO, named: _Named, shown: str, signatures: Signatures | None, depth: int
    ) -> Iterator[Member]:
        """The file, or the files in it where it is a container."""
        try:
            refuse_path(named.name)
            path = self._written(file, named.entry)
        except SourceError as refused:
            yield Member(shown, refusal=refused.sentence)
            return
        signing = signatures.signing(named.name, path) if signatures else None
        within = self.members(path, depth + 1) if _is_zip_file(path) else None
        if within is None:
            yield Member(shown, path, signing)
            return
        for each in within:
            if each.name:
                yield Member(f"{shown}/{each.name}", each.path, worst(each.signing, signing), each.refusal)
            else:
                yield Member(shown, path, signing, each.refusal)

    def _written(self, file: BinaryIO, entry: Entry) -> Path:
        """The file that the entry's bytes were written to. Raises SourceError where it is refused."""
        refuse_entry(entry)
        self.written += 1
        path = self.folder / str(self.written)
        try:
            with path.open("xb") as target:
                target.writelines(content_parts(file, entry, self.passwords))
        except SourceError:
            path.unlink()
            raise
        return path

    def _signatures(self, file: BinaryIO, named: Sequence[_Named]) -> Signatures | None:
        entries = [each.entry for each in named if SIGNATURE_FILE.fullmatch(each.name)]
        return signatures_in([self._signature_file(file, each) for each in entries])

    def _signature_file(self, file: BinaryIO, entry: Entry) -> bytes | None:
        try:
            return content_of_entry(file, entry, MAX_SIGNATURE) if self.read_signatures else None
        except SourceError:
            return None


def members(
    path: Path, folder: Path, *, read_signatures: bool = True, passwords: Sequence[str] = ()
) -> list[Member] | None:
    """The files in the ZIP file at `path`, written into `folder`; None where it is a document and no container.

    What is refused has the reason in its place. With `read_signatures` false
    nothing is known of what is signed: for a container whose signatures broke their reader.
    Files that one of the `passwords` opens are written without protection.
    """
    return _Unpacking(folder, read_signatures, passwords).members(path, 1)


def _is_document(file: BinaryIO, named: Sequence[_Named]) -> bool:
    names = {each.name for each in named}
    if OFFICE_PART in names:
        return True
    try:
        kinds = [content_of_entry(file, each.entry, LONGEST_TYPE) for each in named if each.name == TYPE_FILE]
    except SourceError:
        return False
    return any(each.startswith(DOCUMENT_TYPES) for each in kinds)


def _begins_as_document(file: BinaryIO) -> bool:
    """Whether what cannot be opened as a container is a document cut short, of which its own reader tells."""
    file.seek(0)
    return kind_of(file.read(BEGINNING)) != "zip"


def _files(named: Sequence[_Named], *, is_signed: bool) -> list[_Named]:
    """What was put into the container: not its folders and its own parts, nor what a packer left behind."""
    has_type = any(each.name == TYPE_FILE for each in named)
    return [
        each
        for each in named
        if not each.entry.is_folder
        and not is_litter(each.name)
        and each.name != TYPE_FILE
        and not ((is_signed or has_type) and each.name.upper().startswith(META_FOLDER))
    ]


def _is_zip_file(path: Path) -> bool:
    with path.open("rb") as file:
        return is_zip(file.read(4))
