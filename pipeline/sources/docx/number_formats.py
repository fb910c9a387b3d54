"""A number of a list as its level's format writes it (ISO/IEC 29500-1, 17.18.59)."""

from __future__ import annotations

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
# Word writes larger ones in figures; no list is so long.
_MOST_ROMAN, _MOST_LETTERS = 3999, 780


def written_number(number: int, format_name: str) -> str:
    """The number in this format; in figures where the format has words or another script.

    >>> [written_number(4, each) for each in ("decimal", "lowerLetter", "upperRoman", "decimalZero", "ordinal")]
    ['4', 'd', 'IV', '04', '4.']
    >>> written_number(28, "lowerLetter"), written_number(7, "none")
    ('bb', '')
    """
    if format_name == "none":
        return ""
    if format_name in ("lowerLetter", "upperLetter") and 0 < number <= _MOST_LETTERS:
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters.upper() if format_name == "upperLetter" else letters
    if format_name in ("lowerRoman", "upperRoman") and 0 < number <= _MOST_ROMAN:
        return _roman(number).upper() if format_name == "upperRoman" else _roman(number)
    if format_name == "decimalZero":
        return f"{number:02d}"
    return f"{number}." if format_name == "ordinal" else str(number)


def _roman(number: int) -> str:
    written = ""
    for size, letters in _ROMAN:
        written += letters * (number // size)
        number %= size
    return written
