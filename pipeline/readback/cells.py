"""The text of a cell → its value by the kind of its column; what could be read in two ways is refused."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from pipeline.catalogue import Sentence
from pipeline.errors import KopsavilkumsError
from pipeline.readback.amounts import MAX_DIGITS, digits, euros, integer, number
from pipeline.readback.faults import shown
from pipeline.tables import Cell, Column, Kind

# The apostrophe that the export puts before the start of a formula; a lone `-` and a plain number get none.
# A carriage return at the start was guarded before it became a line feed.
_GUARDED = re.compile(r"'(?=[=+\-@\t\r\n])(?!(?:-|[+-]?\d+(?:\.\d+)?)\Z)")
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
        raise _refusal(text, NO_NUL)
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


def unguarded(text: str) -> str:
    """The text without the apostrophe that kept a spreadsheet from running it.

    >>> unguarded("'=1+1"), unguarded("'- atlikums"), unguarded("'-"), unguarded("'90. gadi")
    ('=1+1', '- atlikums', "'-", "'90. gadi")
    """
    return text[1:] if _GUARDED.match(text) else text


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
    "id": lambda text, _: text if is_id(text) else None,
    "word": lambda text, _: unguarded(text),
    "date": lambda text, _: day(text),
    "integer": lambda text, _: integer(text),
    "number": lambda text, comma: number(text, decimal_comma=comma),
    "euro": lambda text, comma: euros(text, decimal_comma=comma),
    "point": _point,
}

NO_NUL = Sentence(
    "bet šūnā nedrīkst būt NUL rakstzīmju. Ierakstiet tās saturu no jauna.",
    "and no NUL characters were expected. Write the cell's content anew.",
)
TOO_LONG = Sentence(
    f"bet jābūt skaitlim, kurā ir ne vairāk kā {MAX_DIGITS} ciparu. Ierakstiet to, kas ir dokumentā.",
    f"expected a number of at most {MAX_DIGITS} digits. Write what stands in the document.",
)
DAMAGED_ID = Sentence(
    "jo izklājlapa numuru ir pārvērtusi par skaitli un saīsinājusi; jābūt 12 zīmēm 0–9, a–f, piemēram, 0123456789ab."
    " Iekopējiet to no sākotnējā faila šūnā, kuras formāts ir teksts.",
    "a spreadsheet has turned the id into a number and cut it short. Expected 12 characters 0–9, a–f such as"
    " 0123456789ab. Copy it from the original file into a cell whose format is text.",
)
EXPECTED: Mapping[Kind, Sentence] = {
    "id": Sentence(
        "bet jābūt 12 zīmēm 0–9, a–f (mazie burti), piemēram, 0123456789ab. Iekopējiet to no sākotnējā faila.",
        "expected 12 characters 0–9, a–f (small letters) such as 0123456789ab. Copy it from the original file.",
    ),
    "date": Sentence(
        "bet jābūt kalendāra datumam, piemēram, 2022-07-15 vai 15.07.2022. Ierakstiet to vienā no šiem veidiem.",
        "expected a day of the calendar such as 2022-07-15 or 15.07.2022. Write it in one of these ways.",
    ),
    "integer": Sentence(
        "bet jābūt veselam skaitlim, piemēram, 12. Ierakstiet to tikai ar cipariem.",
        "expected a whole number such as 12. Write it in digits alone.",
    ),
    "number": Sentence(
        "bet jābūt skaitlim, piemēram, 12 vai 2.5. Ierakstiet to ar cipariem un decimālpunktu, bez atstarpēm.",
        "expected a number such as 12 or 2.5. Write it in digits with a decimal point, without spaces.",
    ),
    "euro": Sentence(
        "bet jābūt summai ar punktu un divām decimālzīmēm, piemēram, 1213.47 vai 49000.00. Ierakstiet to bez"
        " atstarpēm, komatiem un valūtas zīmes; izklājlapā šūnas formāts ir skaitlis ar divām decimālzīmēm.",
        "expected an amount with a point and two decimals such as 1213.47 or 49000.00. Write it without spaces, commas"
        " and a currency sign; in a spreadsheet the cell's format is a number with two decimals.",
    ),
}
EXPECTED_WITH_COMMA: Mapping[Kind, Sentence] = {
    "number": Sentence(
        "bet jābūt skaitlim, piemēram, 12 vai 2,5. Ierakstiet to ar cipariem un decimālkomatu.",
        "expected a number such as 12 or 2,5. Write it in digits with a decimal comma.",
    ),
    "euro": Sentence(
        "bet jābūt summai ar divām decimālzīmēm, piemēram, 1213,47 vai 49 000,00. Ierakstiet to bez tūkstošu punktiem"
        " un valūtas zīmes; izklājlapā šūnas formāts ir skaitlis ar divām decimālzīmēm.",
        "expected an amount with two decimals such as 1213,47 or 49 000,00. Write it without dots between thousands"
        " and a currency sign; in a spreadsheet the cell's format is a number with two decimals.",
    ),
}


def _refusal(text: str, expected: Sentence) -> CellError:
    return CellError(f"stāv „{shown(text)}”, {expected.lv}", f"“{shown(text)}” stands there; {expected.en}")


def _expected(text: str, column: Column[Any], *, decimal_comma: bool) -> Sentence:
    """What was expected in the place of this text, and what to do."""
    if column.words:
        return _one_of(column.words)
    if column.kind == "id" and _DAMAGED_ID.fullmatch(text):
        return DAMAGED_ID
    if column.kind in _NUMERIC and digits(text) > MAX_DIGITS:
        return TOO_LONG
    kind: Kind = "number" if column.kind == "point" else column.kind
    with_comma = EXPECTED_WITH_COMMA if decimal_comma else EXPECTED
    return with_comma.get(kind, EXPECTED[kind])


def _one_of(words: tuple[str, ...]) -> Sentence:
    listed = ", ".join(words)
    return Sentence(
        f"bet jābūt vienam no vārdiem: {listed}. Ierakstiet vienu no tiem tieši tā.",
        f"expected one of the words: {listed}. Write one of them exactly so.",
    )
