"""The labels of lists, counted as the paragraphs come: `1)`, `a)`, `1.1.`, what Word shows and does not write."""

from __future__ import annotations

from pipeline.patterns import compiled
from pipeline.sources.docx.number_formats import written_number
from pipeline.sources.docx.numbering import LEVELS, Level, ListDefinition
from pipeline.sources.docx.styles import NumberReference
from pipeline.sources.docx.xml_part import Element

_PLACE = compiled(r"%([1-9])")


class Counters:
    """Where each list has got to; lists of one abstract list go on from each other."""

    def __init__(self, definitions: dict[int, ListDefinition]) -> None:
        self._definitions = definitions
        self._reached: dict[int, list[int | None]] = {}
        self._restarted = set[tuple[int, int]]()

    def properties(self, reference: NumberReference | None, style: str) -> Element | None:
        """What the paragraphs of this list and level have, None where there is no such list."""
        found = self._level(reference, style)
        return found[1][found[2]].properties if found else None

    def label(self, reference: NumberReference | None, style: str) -> str:
        """The next label of this list and level, "" where it shows none."""
        found = self._level(reference, style)
        if found is None or reference is None:
            return ""
        definition, levels, place = found
        reached = self._reached.setdefault(definition.abstract, [None] * LEVELS)
        self._count(reference.number, definition, reached, place)
        if levels[place].hidden:
            return ""
        return _PLACE.sub(lambda match: _written(levels, reached, int(match[1]) - 1, place), levels[place].label)

    def _level(
        self, reference: NumberReference | None, style: str
    ) -> tuple[ListDefinition, tuple[Level, ...], int] | None:
        definition = self._definitions.get(reference.number) if reference else None
        if definition is None or reference is None:
            return None
        place = definition.level_of_style(style) if reference.level is None else reference.level
        return definition, definition.levels, min(max(place, 0), LEVELS - 1)

    def _count(self, number: int, definition: ListDefinition, reached: list[int | None], place: int) -> None:
        levels, before = definition.levels, reached[place]
        anew = dict(definition.starts).get(place)
        if anew is not None and (number, place) not in self._restarted:
            self._restarted.add((number, place))
            reached[place] = anew
        else:
            reached[place] = levels[place].start if before is None else before + 1
        for above in range(place):
            reached[above] = levels[above].start if reached[above] is None else reached[above]
        for below in range(place + 1, LEVELS):
            restart = levels[below].restart
            if restart is None or place < restart:
                reached[below] = None


def _written(levels: tuple[Level, ...], reached: list[int | None], wanted: int, place: int) -> str:
    """The number of a level in the label of the level at `place`."""
    number = reached[wanted]
    if number is None:  # a level below its own, which no label should name
        return ""
    legal = levels[place].legal and levels[wanted].format_name != "none"
    return written_number(number, "decimal" if legal else levels[wanted].format_name)
