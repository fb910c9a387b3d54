"""A finance table in a text without geometry → cells: a line of heads, and lines of a purpose with its amounts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise, starmap

import regex

from pipeline.document import Word
from pipeline.grammar.finance_words import HEAD
from pipeline.layout.rows import SAME_COLUMN, CellText
from pipeline.passage import TextLine, passage_of
from pipeline.patterns import compiled

_COLUMN, _LINE = SAME_COLUMN * 4, 12.0
# What a line of heads has beside them: the head of the purposes, and currencies.
_LABEL_HEAD = compiled(r"[^\d.;:]{0,40}")
_BETWEEN_HEADS = compiled(r"[\s,()|]*(?:euro|eiro|eur|€)?[\s,()|]*", regex.IGNORECASE)
_CURRENCY = compiled(r"(?:euro|eiro|eur|€)[.,;]?", regex.IGNORECASE)
_DASH = compiled(r"[-–—]")
_WHOLE = compiled(r"(?:0|[1-9]\d*)(?:[.,]\d\d)?|[-–—]")
_FIRST_GROUP, _GROUP, _LAST_GROUP = compiled(r"[1-9]\d{0,2}"), compiled(r"\d{3}"), compiled(r"\d{3}(?:[.,]\d\d)?")
_CENTS, _SMALL, _YEAR = compiled(r"\d[.,]\d\d"), compiled(r"[1-9]\d?"), compiled(r"(?:19|20)\d\d")
# *Autobuss Nr. 5 400,00*: the number may be the purpose's.
_NUMBERED = compiled(r"(?:nr|num|numurs?|№|#)\.?", regex.IGNORECASE)
# Planned, spent and the rest.
_PROVEN = 3
# Amounts of more pieces than this are no line of a table; the cap keeps hostile input cheap.
_MOST_PIECES = 24


def written_table(cells: Sequence[CellText]) -> list[CellText]:
    """The cells of the table, empty where no line heads at least two columns, or figures do not fit below heads.

    Each line has one cell, or one for each column; `left` and `top` only tell columns and lines apart.
    """
    lines = [line for cell in cells for line in cell.lines]
    if any(word.box for line in lines for word in line.words):
        return []
    columns = 0
    done: list[CellText] = []
    for place, line in enumerate(lines):
        parts = _heads(line)
        columns = len(parts) - 1 if parts else columns
        if columns and not parts and _ends_with_figure(line):
            parts = _figures(line, columns)
            if not parts:
                return []
        for column, words in enumerate(parts or [line.words]):
            if words:
                left, top = column * _COLUMN, place * _LINE
                done.append(
                    CellText(words[0].page, left, left + _COLUMN, top, (TextLine(words, True),), top + _LINE / 2)
                )
    return done if columns else []


def _heads(line: TextLine) -> list[tuple[Word, ...]]:
    """The words of the first column's head, if any, and of each column's; empty where the line is none of heads."""
    passage = passage_of([line])
    found = HEAD.all_in(passage.text)
    if len({each.value for each in found}) < 2 or len(found) != len({each.value for each in found}):
        return []
    ends = [*(each.start for each in found[1:]), len(passage.text)]
    gaps = [passage.text[each.stop : end] for each, end in zip(found, ends, strict=True)]
    if not _LABEL_HEAD.fullmatch(passage.text, 0, found[0].start) or not all(map(_BETWEEN_HEADS.fullmatch, gaps)):
        return []
    starts = [0, *(each.start for each in found), len(passage.text)]
    return [passage.words_in(start, stop) for start, stop in pairwise(starts)]


def _figures(line: TextLine, columns: int) -> list[tuple[Word, ...]]:
    """The words of the purpose and of each column's amount; empty where they can be parted in no way, or in several."""
    texts = [word.text for word in line.words]
    first = len(texts)
    while first and _may_be_figure(texts[first - 1]):
        first -= 1
    if len(texts) - first > _MOST_PIECES:
        return []
    ways = list(_partings(texts, first, columns))
    if not ways and first and _DASH.fullmatch(texts[first]):  # it parts the purpose from its amounts
        first += 1
        ways = list(_partings(texts, first, columns))
    if len(ways) != 1 or (first and _NUMBERED.fullmatch(texts[first - 1])):
        return []
    amounts = [line.words[start:stop] for start, stop in pairwise([first, *ways[0]])]
    doubtful = _may_hold_number_of_purpose(amounts) or any(starmap(_may_be_one, pairwise(amounts)))
    return [] if doubtful and not _add_up(amounts) else [line.words[:first], *amounts]


def _may_hold_number_of_purpose(amounts: Sequence[Sequence[Word]]) -> bool:
    """Whether a year stands first, or a small number among amounts with cents, and a cell is empty.

    *Nometne 2023 400,00*, *semināri 5 6 000,00*.
    """
    with_cents = any(_CENTS.search(word.text) for amount in amounts for word in amount)
    whole = [amount[0].text if len(amount) == 1 else "" for amount in amounts]
    return bool(_YEAR.fullmatch(whole[0])) or (with_cents and any(map(_SMALL.fullmatch, whole)))


def _may_be_one(amount: Sequence[Word], following: Sequence[Word]) -> bool:
    """Whether two amounts may be one with its thousands apart: *semināri 3 400*, where a cell is empty."""
    return len(amount) == 1 and bool(
        _FIRST_GROUP.fullmatch(amount[0].text) and _LAST_GROUP.fullmatch(following[0].text)
    )


def _add_up(amounts: Sequence[Sequence[Word]]) -> bool:
    """Whether three amounts prove that they were parted rightly: the largest is the sum of the others."""
    written = ["".join(word.text for word in amount if _may_be_part(word.text)) for amount in amounts]
    values = sorted(Decimal(each.replace(",", ".")) if each[-1].isdigit() else Decimal(0) for each in written)
    return len(values) == _PROVEN and values[-1] == sum(values[:-1])


def _partings(texts: Sequence[str], start: int, columns: int) -> Iterator[tuple[int, ...]]:
    """Every way to part the words from `start` on into so many amounts, by where each ends."""
    if columns == 0:
        if start == len(texts):
            yield ()
        return
    for stop in _amount_ends(texts, start):
        end = stop + 1 if stop < len(texts) and _CURRENCY.fullmatch(texts[stop]) else stop
        yield from ((end, *rest) for rest in _partings(texts, end, columns - 1))


def _amount_ends(texts: Sequence[str], start: int) -> Iterator[int]:
    """Where an amount that begins with this word may end."""
    if start < len(texts) and _WHOLE.fullmatch(texts[start]):
        yield start + 1
    if start < len(texts) and _FIRST_GROUP.fullmatch(texts[start]):
        for place in range(start + 1, len(texts)):
            if _LAST_GROUP.fullmatch(texts[place]):
                yield place + 1
            if not _GROUP.fullmatch(texts[place]):
                return


def _may_be_figure(text: str) -> bool:
    return _may_be_part(text) or bool(_CURRENCY.fullmatch(text))


def _may_be_part(text: str) -> bool:
    return bool(_WHOLE.fullmatch(text) or _LAST_GROUP.fullmatch(text))


def _ends_with_figure(line: TextLine) -> bool:
    """Whether a line ends with an amount, and not like a sentence: *Atlikums pārcelts: 707,45 EUR.*."""
    figure = _WHOLE.fullmatch(line.words[-1].text) or _LAST_GROUP.fullmatch(line.words[-1].text)
    before = line.words[-2].text if len(line.words) > 1 else ""
    priced = (
        _CURRENCY.fullmatch(line.words[-1].text) and before[-1:].isdigit() and not line.words[-1].text.endswith(".")
    )
    return bool(figure or priced)
