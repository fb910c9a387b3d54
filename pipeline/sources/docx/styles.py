"""Styles: what a paragraph or a run has by its own properties, else by its style and those that it is based on."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from pipeline.sources.docx.xml_part import Element, attribute, child, children, switched, value_of, whole_of

# A hundred styles that are based on each other, one on the next: Word itself allows eleven.
_LONGEST_CHAIN = 100
TWIPS = 20.0
"""So many twentieths of a point make a point."""


class Indent(Struct, frozen=True):
    """Points from the cell's left text edge: of the first line, of the others, and of the tab stops."""

    first: float = 0.0
    left: float = 0.0
    stops: tuple[float, ...] = ()


class NumberReference(Struct, frozen=True):
    """Which list a paragraph is of, by its number in numbering.xml, and its level there, from 0; None where unsaid."""

    number: int
    level: int | None


class Styles:
    """The styles of a document; a cycle among them ends where it began."""

    def __init__(self, root: Element | None) -> None:
        self._by_id: dict[str, Element] = {}
        self._default = ""
        for style in children(root, "style"):
            identity = attribute(style, "styleId") or ""
            self._by_id.setdefault(identity, style)
            if attribute(style, "type") == "paragraph" and attribute(style, "default") in ("1", "true", "on"):
                self._default = identity
        self._defaults = child(root, "docDefaults", "rPrDefault")
        self._runs: dict[tuple[str, str], bool] = {}

    def style_of(self, paragraph_properties: Element | None) -> str:
        """The paragraph's style, the default one where it names none."""
        return value_of(paragraph_properties, "pStyle") or self._default

    def paragraph_properties(self, own: Element | None) -> Iterator[Element]:
        """The paragraph's own properties, then those of its style, then of those that it is based on."""
        if own is not None:
            yield own
        yield from self._properties(self.style_of(own), "pPr")

    def run_is(self, name: str, run: Element | None, style: str) -> bool:
        """Whether a property of two states holds for a run in a paragraph of this style."""
        own = switched(run, name)
        if own is not None:
            return own
        character = value_of(run, "rStyle")
        return (character is not None and self._style_is(name, character)) or self._style_is(name, style)

    def number_of(self, own: Element | None) -> NumberReference | None:
        """The list that a paragraph is of, None where of none; 0 as its number takes it out of its style's list."""
        level: int | None = None
        for properties in self.paragraph_properties(own):
            found = child(properties, "numPr")
            level = whole_of(value_of(found, "ilvl")) if level is None else level
            number = whole_of(value_of(found, "numId"))
            if number is not None:
                return NumberReference(number, level) if number > 0 else None
        return None

    def list_of_style(self, style: str) -> int | None:
        """The number of the list that a list style is linked to."""
        return whole_of(value_of(self._by_id.get(style), "pPr", "numPr", "numId"))

    def indent_of(self, own: Element | None, level: Element | None) -> Indent:
        """The indent by the paragraph's own properties, else by its list's level, else by its styles."""
        chain = [own, level, *self._properties(self.style_of(own), "pPr")]
        left = _first_measure(chain, ("left", "start"))
        first, hanging = _first_measure(chain, ("firstLine",)), _first_measure(chain, ("hanging",))
        stops = sorted(
            (whole_of(attribute(stop, "pos")) or 0) / TWIPS
            for properties in chain
            for stop in children(child(properties, "tabs"), "tab")
            if attribute(stop, "val") not in ("clear", "bar")
        )
        return Indent(max(0.0, left - hanging if hanging else left + first), max(0.0, left), tuple(stops))

    def _style_is(self, name: str, style: str) -> bool:
        if (name, style) not in self._runs:
            chain = [*self._properties(style, "rPr"), child(self._defaults, "rPr")]
            found = (state for each in chain if (state := switched(each, name)) is not None)
            self._runs[name, style] = next(found, False)
        return self._runs[name, style]

    def _properties(self, style: str, kind: str) -> Iterator[Element]:
        seen = set[str]()
        while style in self._by_id and style not in seen and len(seen) < _LONGEST_CHAIN:
            seen.add(style)
            properties = child(self._by_id[style], kind)
            if properties is not None:
                yield properties
            style = value_of(self._by_id[style], "basedOn") or ""


def _first_measure(chain: list[Element | None], names: tuple[str, ...]) -> float:
    """The first of these measures that is stated, in points."""
    for properties in chain:
        indent = child(properties, "ind")
        for name in names:
            found = whole_of(attribute(indent, name))
            if found is not None:
                return found / TWIPS
    return 0.0
