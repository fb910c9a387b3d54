r"""The apostrophe before a cell that a spreadsheet would take for something else, and how it is taken away again.

A cell is judged by its text behind any apostrophes, when it is written and when it
is read, so that what was guarded is told from a text that begins with an apostrophe.
"""

from __future__ import annotations

import re

# White space, and what nobody sees: a spreadsheet, or what stands before it, may drop either.
_UNSEEN = r"\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
# OWASP, "CSV Injection", with the signs of full width that East Asian spreadsheets take as well.
_FORMULA = re.compile(rf"[\t\r\n]|[{_UNSEEN}]*[=+\-@＝＋－＠]")
_HARMLESS = re.compile(r"-|[+-]?\d+(\.\d+)?")

# What is made of digits and yet saved as it stands: a number of few digits, and the two dates of a period.
_SAME = re.compile(r"0|-?[1-9][0-9]{0,9}|\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d")
_MONTH = (
    r"(?:janv?(?:āris|uary)?|febr?(?:uāris|uary)?|mar(?:ts|ch)?|apr(?:īlis|il)?|mai(?:js)?|may|j[uū]n(?:ijs|e)?"
    r"|j[uū]l(?:ijs|y)?|aug(?:usts?)?|sept?(?:embris|ember)?|o[kc]t(?:obris|ober)?|nov(?:embris|ember)?"
    r"|dec(?:embris|ember)?)(?![^\W\d])"
)
# Digits with the signs of numbers, dates, times, fractions and money, and no word but a month. It never goes back.
_NUMBERLIKE = re.compile(rf"(?:[\d{_UNSEEN}.,:/%€$£()+\-−]|e(?![^\W\d])|{_MONTH}|eur\b|[ap]m\b)++", re.IGNORECASE)
_TRUTH = re.compile(r"\s*(?:true|false|patiess|aplams)\s*", re.IGNORECASE)


def guarded(text: str, *, as_text: bool) -> str:
    """The text of a cell with an apostrophe before it where it needs one.

    It needs one where it would begin a formula (a lone `-`, which is an answer,
    and a plain number do not), and with `as_text` also where a spreadsheet would
    make it a date, a number with other digits, or a truth value.

    >>> guarded("=1+1", as_text=False), guarded("- atlikums", as_text=False), guarded("-", as_text=False)
    ("'=1+1", "'- atlikums", '-')
    >>> guarded("2.1", as_text=False), guarded("2.1", as_text=True), guarded("3", as_text=True)
    ('2.1', "'2.1", '3')
    >>> guarded("'=1+1", as_text=False), guarded("'90. gadi", as_text=False)
    ("''=1+1", "'90. gadi")
    """
    written = text.lstrip("'")
    needed = _would_run(written) or ((as_text or written != text) and _would_change(written))
    return f"'{text}" if needed else text


def unguarded(text: str) -> str:
    """The text as it stood before `guarded`, whether that was `as_text` or not.

    >>> unguarded("'=1+1"), unguarded("''=1+1"), unguarded("'2.1"), unguarded("'90. gadi"), unguarded("'-")
    ('=1+1', "'=1+1", '2.1', "'90. gadi", "'-")
    """
    written = text.lstrip("'")
    taken = written != text and (_would_run(written) or _would_change(written))
    return text[1:] if taken else text


def _would_run(text: str) -> bool:
    return _FORMULA.match(text) is not None and not _HARMLESS.fullmatch(text)


def _would_change(text: str) -> bool:
    """Whether a spreadsheet that opens a file takes this for other than text, and may save it otherwise."""
    if _TRUTH.fullmatch(text):
        return True
    return any(map(str.isdigit, text)) and not _SAME.fullmatch(text) and _NUMBERLIKE.fullmatch(text) is not None
