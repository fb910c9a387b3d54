"""A Word file's bytes → its parts, found by their relationships; one that lies outside the file is never followed."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from msgspec import Struct

from pipeline.errors import SourceError
from pipeline.sources.docx.refusals import oversize, refuse_cells, refuse_tables
from pipeline.sources.docx.xml_part import Element, children, counted, root_of
from pipeline.sources.limits import MAX_PART
from pipeline.sources.zip_file import OpenZip, OversizeError, ZipError

_USUAL_MAIN = "word/document.xml"


class Related(Struct, frozen=True):
    """A part that another one names: `kind` is the last word of the relationship's type."""

    kind: str
    name: str


class Package:
    """The parts of a Word file. Raises SourceError where there is no main part, or a part holds too much."""

    def __init__(self, content: bytes) -> None:
        try:
            self._zip = OpenZip(content)
        except OversizeError as error:
            raise oversize("ZIP") from error
        except ZipError as error:
            raise SourceError("sources.docx_broken", part="ZIP") from error
        self._names = {name.casefold(): name for name in self._zip.names}
        mains = [each.name for each in self._related("", "") if each.kind == "officeDocument"]
        found = next((name for name in (*mains, _USUAL_MAIN) if name.casefold() in self._names), None)
        if found is None:
            raise SourceError("sources.docx_without_main", part=_USUAL_MAIN)
        self.main: str = found
        self.related = tuple(self._related(*posixpath.split(found)))

    def roots(self, kind: str) -> list[Element]:
        """The roots of the parts of this kind that the main part names, in its order."""
        names = dict.fromkeys(each.name for each in self.related if each.kind == kind)
        found = (self.root(name) for name in names)
        return [root for root in found if root is not None]

    def root(self, name: str) -> Element | None:
        """The root element of a part, None where there is none of this name."""
        content = self._part(name)
        if content is None:
            return None
        root = root_of(content, name)
        refuse_cells(counted(root, "tc"))
        refuse_tables(counted(root, "tbl"))
        return root

    def _part(self, name: str) -> bytes | None:
        try:
            return self._zip.member(self._names.get(name.casefold(), name), MAX_PART)
        except OversizeError as error:
            raise oversize(name) from error
        except ZipError as error:
            raise SourceError("sources.docx_broken", part=name) from error

    def _related(self, folder: str, file: str) -> Iterator[Related]:
        """What a part names inside the file."""
        root = self.root(posixpath.join(folder, "_rels", f"{file}.rels"))
        for each in children(root, "rel:Relationship"):
            target, kind = each.get("Target") or "", (each.get("Type") or "").rpartition("/")[2]
            if each.get("TargetMode") != "External" and target:
                base = "/" if target.startswith("/") else f"/{folder}"
                yield Related(kind, posixpath.normpath(posixpath.join(base, target)).lstrip("/"))
