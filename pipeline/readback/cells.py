"""The text of a cell → its value by the kind of its column; what could be read in two ways is refused."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from pipeline.catalogue import Sentence, sentence
from pipeline.errors import KopsavilkumsError
from pipeline.readback.amounts import MAX_DIGITS, digits, euros, integer, number
from pipeline.readback.faults import shown
from pipeline.tables import Cell, Column, Kind
from pipeline.tables.guard import unguarded

_ID = re.compile(r"[0-9a-f]{12}")
_DAMAGED_ID = re.compile(r"[0-9]+(?:[.,][0-9]+)?[eE][+-]?[0-9]+|[0-9]{1,11}(?:[.,]0+)?")
_ISO_DATE = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")
_DOTTED_DATE = re.compile(r"(?P<day>[0-9]{2})\.(?P<month>[0-9]{2})\.(?P<year>[0-9]{4})\.?")
_BLANKS = " \u00a0"
_NUMERIC: frozenset[Kind] = frozenset({"integer", "number", "euro", "point"})


class CellError(KopsavilkumsError):
    """The text of a cell is no value of its column."""


def cell_value(text: str, column: Column[Any], *, decimal_comma: bool) -> Cell:
    """The value that stands in a cell, None where nothing does. Raises `CellError` where it is none of the column."""
    if "\0" in text:
        raise _refusal(text, sentence("readback.no_nul"))
    written = _one_line_end(text) if column.kind == "text" else text.strip(_BLANKS)
    if not written:
        return None
    value = READERS[column.kind](written, decimal_comma)
    if value is None or (column.words and value not in column.words):
        raise _refusal(text, _expected(written, column, decimal_comma=decimal_comma))
    return value


def is_id(text: str) -> bool:
    """Whether the text is a `document_id`.

    >>> is_id("0123456789ab"), is_id("1,23457E+11"), is_id("0123456789AB")
    (True, False, False)
    """
    return _ID.fullmatch(text) is not None


def day(text: str) -> date | None:
    """A date, None where it is written in another way or the calendar has no such day.

    >>> day("2022-07-15") == day("15.07.2022") == day("15.07.2022."), day("31.02.2022")
    (True, None)
    """
    match = _ISO_DATE.fullmatch(text) or _DOTTED_DATE.fullmatch(text)
    try:
        return date(int(match["year"]), int(match["month"]), int(match["day"])) if match else None
    except ValueError:
        return None


def _one_line_end(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _point(text: str, decimal_comma: bool) -> float | None:
    value = number(text, decimal_comma=decimal_comma)
    return None if value is None else float(value)


READERS: Mapping[Kind, Callable[[str, bool], Cell]] = {
    "text": lambda text, _: unguarded(text),
    "id": lambda text, _: own if is_id(own := unguarded(text)) else None,
    "word": lambda text, _: unguarded(text),
    "date": lambda text, _: day(text),
    "integer": lambda text, _: integer(text),
    "number": lambda text, comma: number(text, decimal_comma=comma),
    "euro": lambda text, comma: euros(text, decimal_comma=comma),
    "point": _point,
}

WITH_COMMA: frozenset[Kind] = frozenset({"number", "euro"})
"""The kinds of which something else is expected where the decimal sign is a comma."""


def _refusal(text: str, expected: Sentence) -> CellError:
    return CellError("readback.cell", shown=shown(text), expected=expected)


def _expected(text: str, column: Column[Any], *, decimal_comma: bool) -> Sentence:
    """What was expected in the place of this text, and what to do."""
    if column.words:
        return sentence("readback.one_of", words=", ".join(column.words))
    if column.kind == "id" and _DAMAGED_ID.fullmatch(text):
        return sentence("readback.damaged_id")
    if column.kind in _NUMERIC and digits(text) > MAX_DIGITS:
        return sentence("readback.too_many_digits", limit=MAX_DIGITS)
    kind: Kind = "number" if column.kind == "point" else column.kind
    if decimal_comma and kind in WITH_COMMA:
        return sentence(f"readback.{kind}_with_comma")
    return sentence(f"readback.{kind}")
