"""A Word file's bytes → what it holds: its body, and beside it running heads and feet, notes and hidden text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.errors import SourceError
from pipeline.sources.docx.blocks import Block, Contents, Paragraph
from pipeline.sources.docx.body import BodyReader
from pipeline.sources.docx.counters import Counters
from pipeline.sources.docx.numbering import list_definitions
from pipeline.sources.docx.package import Package
from pipeline.sources.docx.styles import Styles
from pipeline.sources.docx.xml_part import Element, attribute, child, children

_RUNNING = (("header", "H"), ("footer", "L"))
_NOTES = (("footnote", "footnotes", "F"), ("endnote", "endnotes", "E"))


def contents_of(content: bytes) -> Contents:
    """What a Word file holds. Raises SourceError where it is broken, hostile, or has its text elsewhere."""
    package = Package(content)
    body = child(package.root(package.main), "body")
    if body is None:
        raise SourceError("sources.docx_without_main", part=package.main)
    styles = Styles(_first(package.roots("styles")))
    definitions = list_definitions(_first(package.roots("numbering")), styles)
    reader = BodyReader(styles, Counters(definitions))
    blocks = reader.blocks(body)
    beside = reader.beside
    named = tuple(beside.notes)
    notes = [note for kind, part, sign in _NOTES for note in _notes(package, reader, kind, part, sign, named)]
    running = [each for kind, sign in _RUNNING for each in _running(package, styles, kind, sign)]
    return Contents(blocks, (*running, *beside.prompts), (*notes, *beside.hidden))


def _first(roots: list[Element]) -> Element | None:
    return roots[0] if roots else None


def _notes(
    package: Package, reader: BodyReader, kind: str, part: str, sign: str, named: tuple[tuple[str, str], ...]
) -> Iterator[Paragraph]:
    """The notes of a kind that the text names, in its order."""
    known = {attribute(note, "id"): note for root in package.roots(part) for note in children(root, kind)}
    wanted = dict.fromkeys(identity for each, identity in named if each == kind and identity in known)
    for number, identity in enumerate(wanted, start=1):
        yield from paragraphs_of(reader.blocks(known[identity], f"{sign}{number}"))


def _running(package: Package, styles: Styles, kind: str, sign: str) -> Iterator[Paragraph]:
    """The running heads or feet; their lists, if any, do not count with those of the body."""
    for number, root in enumerate(package.roots(kind), start=1):
        yield from paragraphs_of(BodyReader(styles, Counters({})).blocks(root, f"{sign}{number}"))


def paragraphs_of(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """All paragraphs, those in tables too."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            yield from (each for row in block.rows for cell in row for each in paragraphs_of(cell.blocks))
