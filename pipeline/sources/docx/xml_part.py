"""A part's bytes → its elements; the only door to lxml here. Entities and outside references are never followed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

from lxml import etree

from pipeline.errors import SourceError
from pipeline.patterns import compiled
from pipeline.sources.docx.refusals import refuse_elements

Element = Any
"""An element of lxml, which has no types; it leaves this package nowhere."""

# ISO/IEC 29500: the names of the transitional and of the strict dialect.
_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel:",
}
_NAMESPACES = tuple(f"{{{uri}}}" for uri, prefix in _PREFIXES.items() if not prefix)
_OFF = frozenset(("0", "false", "off", "none"))
# ECMA-376 part 2: a part is in UTF-8 or UTF-16.
_DECLARED = compiled(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.-]+)""")
_ENCODINGS = frozenset((b"utf-8", b"utf-16", b"us-ascii", b"ascii"))
_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))


def root_of(content: bytes, part: str) -> Element:
    """The root element of a part. Raises SourceError where it is broken, too large, or declares a document type."""
    declared = _DECLARED.match(content.removeprefix(b"\xef\xbb\xbf"))
    if any(doctype in content for doctype in _DOCTYPES) or (declared and declared[1].lower() not in _ENCODINGS):
        raise SourceError("sources.docx_entities", part=part)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise SourceError("sources.docx_broken", part=part) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise SourceError("sources.docx_entities", part=part)
    refuse_elements(int(root.xpath("count(//*)")))
    return root


@lru_cache(maxsize=4096)
def _short(tag: str) -> str:
    namespace, _, local = tag.removeprefix("{").rpartition("}")
    prefix = _PREFIXES.get(namespace)
    return f"?{local}" if prefix is None else prefix + local


def name_of(element: Element) -> str:
    """Its name: `p` for one of WordprocessingML, `mc:Choice`, `m:t`, or with `?` in front where it is of another."""
    return _short(element.tag)


@cache
def _tags(name: str) -> tuple[str, ...]:
    """What an element of this name is called in each of the dialects."""
    prefix, colon, local = name.rpartition(":")
    return tuple(f"{{{uri}}}{local}" for uri, known in _PREFIXES.items() if known == prefix + colon)


def children(element: Element | None, name: str) -> Iterator[Element]:
    """The children of this name, none where there is no element."""
    return iter(()) if element is None else element.iterchildren(*_tags(name))


def counted(element: Element, name: str) -> int:
    """How many elements of this name there are in it."""
    return sum(1 for _ in element.iter(*_tags(name)))


def child(element: Element | None, *path: str) -> Element | None:
    """The first child at the end of this path of names, None where there is none."""
    for name in path:
        if element is None:
            return None
        element = next(element.iterchildren(*_tags(name)), None)
    return element


def attribute(element: Element | None, name: str) -> str | None:
    """An attribute of WordprocessingML, None where there is none."""
    if element is None:
        return None
    found = (element.get(namespace + name) for namespace in _NAMESPACES)
    value: str | None = next((each for each in found if each is not None), None)
    return value


def value_of(element: Element | None, *path: str) -> str | None:
    """The `val` of the element at the end of this path, None where there is none."""
    return attribute(child(element, *path), "val")


def whole_of(text: str | None) -> int | None:
    """A whole number, None where the text is none or no summary has such a one.

    >>> whole_of("12"), whole_of("1.0"), whole_of("9" * 20)
    (12, None, None)
    """
    sign, digits = (-1, text[1:]) if text and text.startswith("-") else (1, text or "")
    return sign * int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 10 else None


def switched(element: Element | None, name: str) -> bool | None:
    """What a property of two states says: `<w:b/>` and `<w:b w:val="1"/>` are on; None where it is not there."""
    found = child(element, name)
    return None if found is None else (attribute(found, "val") or "1") not in _OFF
