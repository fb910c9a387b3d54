"""A row of a table of results → its indicators: what was achieved counts, what was planned does not."""

from __future__ import annotations

from collections.abc import Sequence

import regex
from msgspec import Struct

from pipeline.extract.indicators import indicators
from pipeline.extract.result_text import RowCell, TableRow
from pipeline.grammar.counted_noun import counted_noun
from pipeline.grammar.lookalikes import without_lookalikes
from pipeline.grammar.numerals import NUMERAL, Numeral, qualifier_before
from pipeline.grammar.scopes import PART_OPENER
from pipeline.passage import Passage, folded_space, source_of
from pipeline.patterns import compiled
from pipeline.records import Basis, Indicator, Qualifier

# Units that only say that something is counted.
_PIECES = compiled(
    r"(?:skaits|skaitliski|gab(?:\.|ali)?|vienīb(?:a|as|u)|vien\.|reiž\p{L}*\s+skaits|sk\.)(?:\s*\([^()]*\))?",
    regex.IGNORECASE,
)
_EURO = compiled(r"(?:eur|euro|eiro|€)", regex.IGNORECASE)
_NUMBER = compiled(r"\d")
_INFINITIVE = compiled(r"\p{Lu}\p{Ll}{2,}t\s")
# *5 (papildus 1 vebinārs)*: a number, and more in brackets.
_WITH_BRACKET = compiled(r"([^()]*\d)\s*(\([^()]*\))\s*")
_FIGURES = frozenset(("achieved", "count", "share"))


class RowReading(Struct, frozen=True):
    """The text of the activity, what it counts, and where figures stand that nobody can say anything of."""

    text: str
    indicators: tuple[Indicator, ...]
    unread: tuple[tuple[int, int], ...]


class _Unit(Struct, frozen=True):
    """What a number counts: the phrase as written, its lemma, and where it stands, None where only a head says it."""

    unit: str
    lemma: str
    known: bool
    place: tuple[int, int] | None = None


def row_reading(passage: Passage, row: TableRow) -> RowReading:
    """What a row says; a bare number counts what its head, its unit or its label says, else it is not read."""
    found: list[Indicator] = []
    unread: list[tuple[int, int]] = []
    for cell in row.cells:
        if cell.head.role in ("planned", "number", "unit", "period") or _is_intended(passage, row, cell):
            continue
        counted = _counted(passage, row, cell)
        if counted is None:
            unread.append((cell.start, cell.stop))
        else:
            found += counted
    kept = [cell for cell in row.cells if (cell.start, cell.stop) not in unread]
    text = " ".join(folded_space(passage.text[cell.start : cell.stop]) for cell in kept)
    figures = [cell for cell in kept if cell.head.role in _FIGURES]
    return RowReading(text, tuple(found), (*unread, *_left_over(passage, figures, found)))


def _is_intended(passage: Passage, row: TableRow, cell: RowCell) -> bool:
    """Whether a cell beside a column of results says what was to be done: *Organizēt 5 seminārus*."""
    results = any(each.head.role in ("achieved", "share") for each in row.cells)
    return results and cell.head.role == "text" and bool(_INFINITIVE.match(passage.text, cell.start, cell.stop))


def _left_over(passage: Passage, cells: Sequence[RowCell], found: Sequence[Indicator]) -> list[tuple[int, int]]:
    """The numbers in cells of figures that no indicator was read from."""
    read = {number for each in found for number in each.source.words}
    places = []
    for cell in cells:
        hidden = without_lookalikes(passage.text[cell.start : cell.stop])
        spans = [(cell.start + each.start, cell.start + each.stop) for each in NUMERAL.all_in(hidden)]
        places += [each for each in spans if not any(word.number in read for word in passage.words_in(*each))]
    return places


def _counted(passage: Passage, row: TableRow, cell: RowCell) -> list[Indicator] | None:
    """The indicators of a cell, None where it is a figure that cannot be read."""
    text = passage.text[cell.start : cell.stop]
    bracket = _WITH_BRACKET.fullmatch(text) if cell.head.role in _FIGURES else None
    bare = _bare_number(bracket[1] if bracket else text)
    if bare is not None:
        unit = None if cell.merged or cell.head.role == "mixed" else _unit(passage, row, cell, bare[0])
        if unit is None:
            return None
        behind = indicators(passage, cell.start + bracket.start(2), cell.stop) if bracket else []
        return [_indicator(passage, row, cell, bare, unit), *behind]
    figure = _NUMBER.search(text) is not None
    if figure and (cell.head.role == "mixed" or (cell.merged and cell.head.role in _FIGURES)):
        return None
    own = indicators(passage, cell.start, cell.stop)
    return None if figure and cell.head.role in _FIGURES and not own else own


def _bare_number(text: str) -> tuple[Numeral, Qualifier, int, int] | None:
    """A number that is all of a cell, its qualifier, and where both stand in it."""
    found = NUMERAL.all_in(text)
    if len(found) != 1 or (found[0].value.high is not None and found[0].value.high < found[0].value.low):
        return None
    qualifier, begin = qualifier_before(text[: found[0].start])
    behind = text[found[0].stop :].strip(" .;\n")
    return None if behind or text[:begin].strip() else (found[0].value, qualifier, begin, found[0].stop)


def _unit(passage: Passage, row: TableRow, cell: RowCell, number: Numeral) -> _Unit | None:
    """What a bare number counts: what its head says, else the row's unit, else the row's label."""
    if cell.head.lemma:
        return _Unit(cell.head.unit, cell.head.lemma, cell.head.known)
    if cell.head.role not in _FIGURES or not row.alone:
        return None
    for unit in (each for each in row.cells if each.head.role == "unit"):
        said = passage.text[unit.start : unit.stop].strip()
        if said.rstrip(".") in ("%", "procenti", "procents"):
            return _Unit(said, "%", True, (unit.start, unit.stop))
        if _EURO.fullmatch(said.rstrip(".")):
            return _Unit(said, "euro", True, (unit.start, unit.stop))
        if not _PIECES.fullmatch(said):
            return None if unit.merged else _noun(passage, unit, number)
    labels = [each for each in _labels(passage, row) if not each.merged and each.stop <= cell.start]
    nouns = [noun for label in labels if (noun := _noun(passage, label, number)) is not None]
    return nouns[0] if len({each.lemma for each in nouns}) == 1 else None


def _labels(passage: Passage, row: TableRow) -> list[RowCell]:
    """The cells that may name what a row is about: the texts, else the cells of words alone."""
    texts = [each for each in row.cells if each.head.role == "text"]
    worded = [each for each in row.cells if not _NUMBER.search(passage.text, each.start, each.stop)]
    return texts or worded


def _noun(passage: Passage, label: RowCell, number: Numeral) -> _Unit | None:
    text = passage.text[label.start : label.stop]
    opener = PART_OPENER.at(text.lstrip(" -–"))
    start = text.index(text.lstrip(" -–")[opener.stop :]) if opener else 0
    start += len(text[start:]) - len(text[start:].lstrip(" :-–\n"))
    found = counted_noun(text[start:].replace("\n", " "), number.high or number.low)
    if found is None:
        return None
    place = label.start + start + found.start, label.start + start + found.stop
    return _Unit(folded_space(passage.text[slice(*place)]), found.lemma, found.known, place)


def _indicator(
    passage: Passage, row: TableRow, cell: RowCell, bare: tuple[Numeral, Qualifier, int, int], unit: _Unit
) -> Indicator:
    number, qualifier, begin, stop = bare
    place = cell.start + begin, cell.start + stop
    words = passage.words_in(*place)
    quote = passage.text[slice(*place)]
    if unit.place is not None:
        words = (*passage.words_in(*unit.place), *words)
        quote = f"{passage.text[slice(*unit.place)]} {quote}"
    return Indicator(
        count=number.low,
        count_to=number.high,
        qualifier=qualifier,
        unit=unit.unit,
        unit_lemma=unit.lemma,
        basis=_basis(passage, row),
        lemma_known=unit.known,
        product=None,
        whole=None,
        source=source_of(words, folded_space(quote), NUMERAL.name),
    )


def _basis(passage: Passage, row: TableRow) -> Basis:
    """A row that begins with *tai skaitā* tells a part of the row above it."""
    text = passage.text[row.cells[0].start : row.cells[0].stop].lstrip(" -–")
    return "part" if PART_OPENER.at(text) else "stated"
