"""The lists of a document as numbering.xml defines them: for each list number its levels."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from pipeline.sources.docx.styles import Styles
from pipeline.sources.docx.symbols import bullet_of
from pipeline.sources.docx.xml_part import Element, attribute, child, children, name_of, switched, value_of, whole_of

LEVELS = 9
"""ISO/IEC 29500-1, 17.9.6: a list has nine levels, from 0."""
_LONGEST_LABEL = 100
# A list that takes its levels from that of a style, which takes them from another: one step is what Word makes.
_MOST_LINKS = 5


class Level(Struct, frozen=True):
    """One level: what it starts with, how it writes numbers, and its label with `%1` for the first level's number.

    `restart` is the level, counted from 1, behind whose numbers it starts anew, None
    for every level above it, 0 for none. With `legal` all numbers are in figures.
    `style` is the paragraph style that stands for it, `properties` are what its paragraphs have.
    """

    start: int = 1
    format_name: str = "decimal"
    label: str = ""
    restart: int | None = None
    legal: bool = False
    hidden: bool = False
    style: str = ""
    properties: Element | None = None


class ListDefinition(Struct, frozen=True):
    """A list: lists of one `abstract` go on counting from each other; `starts` holds new starts by level."""

    abstract: int
    levels: tuple[Level, ...]
    starts: tuple[tuple[int, int], ...] = ()

    def level_of_style(self, style: str) -> int:
        """The level that this paragraph style stands for, else the first."""
        return next((place for place, level in enumerate(self.levels) if style and level.style == style), 0)


def list_definitions(root: Element | None, styles: Styles) -> dict[int, ListDefinition]:
    """The lists by their number."""
    abstracts = {
        whole: each
        for each in children(root, "abstractNum")
        if (whole := whole_of(attribute(each, "abstractNumId"))) is not None
    }
    numbers = {
        whole: each for each in children(root, "num") if (whole := whole_of(attribute(each, "numId"))) is not None
    }
    done = {}
    for number, element in numbers.items():
        abstract = _abstract_of(element, numbers, abstracts, styles)
        if abstract is not None:
            done[number] = _definition(abstract, _levels(abstracts[abstract]), element)
    return done


def _abstract_of(
    number: Element, numbers: dict[int, Element], abstracts: dict[int, Element], styles: Styles
) -> int | None:
    """The abstract list of a list, by way of a list style where it is linked to one."""
    for _ in range(_MOST_LINKS):
        abstract = whole_of(value_of(number, "abstractNumId"))
        if abstract is None or abstract not in abstracts:
            return None
        link = value_of(abstracts[abstract], "numStyleLink")
        linked = styles.list_of_style(link) if link else None
        if linked is None or linked not in numbers:
            return abstract
        number = numbers[linked]
    return None


def _levels(abstract: Element) -> tuple[Level, ...]:
    levels = [Level()] * LEVELS
    for element in children(abstract, "lvl"):
        place = whole_of(attribute(element, "ilvl"))
        if place is not None and 0 <= place < LEVELS:
            levels[place] = _level(element)
    return tuple(levels)


def _level(element: Element) -> Level:
    format_name = _format_name(element)
    label = (value_of(element, "lvlText") or "")[:_LONGEST_LABEL]
    if format_name == "bullet" or child(element, "lvlPicBulletId") is not None:
        format_name, label = "bullet", bullet_of(label)
    start = whole_of(value_of(element, "start"))
    return Level(
        start=1 if start is None else start,
        format_name=format_name,
        label=label,
        restart=whole_of(value_of(element, "lvlRestart")),
        legal=bool(switched(element, "isLgl")),
        hidden=bool(switched(child(element, "rPr"), "vanish")),
        style=value_of(element, "pStyle") or "",
        properties=child(element, "pPr"),
    )


def _format_name(element: Element) -> str:
    """The format; of alternatives the last, which is the plainest."""
    own = value_of(element, "numFmt")
    if own is not None:
        return own
    found = [attribute(each, "val") or "" for each in element.iter() if name_of(each) == "numFmt"]
    return found[-1] if found else "decimal"


def _definition(abstract: int, levels: tuple[Level, ...], number: Element) -> ListDefinition:
    """With what the list's own overrides change."""
    changed, starts = list(levels), {}
    for override in children(number, "lvlOverride"):
        place = whole_of(attribute(override, "ilvl"))
        if place is None or not 0 <= place < LEVELS:
            continue
        own, start = child(override, "lvl"), whole_of(value_of(override, "startOverride"))
        if own is not None:
            changed[place] = _level(own)
        if start is not None:
            changed[place] = replace(changed[place], start=start)
            starts[place] = start
    return ListDefinition(abstract, tuple(changed), tuple(starts.items()))
