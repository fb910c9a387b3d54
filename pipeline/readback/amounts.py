"""Numbers and money as a table or a spreadsheet writes them; what could be read in two ways is not read."""

from __future__ import annotations

import re
from decimal import Decimal

CENT = Decimal("0.01")
# A spreadsheet holds no more; any digit behind them it makes a zero.
MAX_DIGITS = 15

_WHOLE = r"(?:0|[1-9][0-9]*)"
_GROUPS = r"[1-9][0-9]{0,2}(?P<gap>[ \u00a0\u202f])[0-9]{3}(?:(?P=gap)[0-9]{3})*"
# A spreadsheet leaves out zeros behind the decimal sign.
_EURO = re.compile(rf"-?{_WHOLE}(?:\.[0-9]{{1,2}})?")
_NUMBER = re.compile(rf"-?{_WHOLE}(?:\.[0-9]+)?")
# Three decimals behind a dot may be thousands where the comma is the decimal sign.
_EURO_WITH_COMMA = re.compile(rf"-?(?:(?:{_GROUPS}|{_WHOLE})(?:,[0-9]{{1,2}})?|{_WHOLE}\.[0-9]{{2}})")
_NUMBER_WITH_COMMA = re.compile(rf"-?(?:(?:{_GROUPS}|{_WHOLE})(?:,[0-9]+)?|{_WHOLE}\.[0-9]{{1,2}})")
_INTEGER = re.compile(rf"-?{_WHOLE}")
_PLAIN = str.maketrans({" ": "", "\u00a0": "", "\u202f": "", ",": "."})


def euros(text: str, *, decimal_comma: bool) -> Decimal | None:
    r"""An amount with at most two decimals, None where it is written in another way.

    >>> euros("1213.47", decimal_comma=False), euros("49\u00a0000,00", decimal_comma=True)
    (Decimal('1213.47'), Decimal('49000.00'))
    >>> euros("49.000", decimal_comma=True), euros("1213,47", decimal_comma=False)
    (None, None)
    """
    value = _decimal(_EURO_WITH_COMMA if decimal_comma else _EURO, text)
    return None if value is None else value.quantize(CENT)


def number(text: str, *, decimal_comma: bool) -> Decimal | None:
    """A decimal number, None where it is written in another way.

    >>> number("2.5", decimal_comma=False), number("2,5", decimal_comma=True), number("2.500", decimal_comma=True)
    (Decimal('2.5'), Decimal('2.5'), None)
    """
    return _decimal(_NUMBER_WITH_COMMA if decimal_comma else _NUMBER, text)


def integer(text: str) -> int | None:
    """A whole number in digits alone, None where it is written in another way.

    >>> integer("12"), integer("12.0"), integer("1_000")
    (12, None, None)
    """
    value = _decimal(_INTEGER, text)
    return None if value is None else int(value)


def digits(text: str) -> int:
    """How many ASCII digits the text holds.

    >>> digits("49 000,00")
    7
    """
    return len(re.findall("[0-9]", text))


def _decimal(written: re.Pattern[str], text: str) -> Decimal | None:
    if not written.fullmatch(text) or digits(text) > MAX_DIGITS:
        return None
    return Decimal(text.translate(_PLAIN))
