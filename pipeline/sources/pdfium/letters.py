"""The letters of a text page: what each is, where it begins on its line, and the text object that draws it."""

from __future__ import annotations

from collections import deque
from ctypes import c_void_p
from itertools import repeat
from typing import TypeAlias

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from pipeline.sources.pdfium import calls
from pipeline.sources.pdfium.calls import DOUBLE, Address
from pipeline.sources.pdfium.odd_page import OddPageError

Floats: TypeAlias = NDArray[np.float64]
Whole: TypeAlias = NDArray[np.int64]
Owners: TypeAlias = NDArray[np.uint64]
Flags: TypeAlias = NDArray[np.bool_]

SPACE, TAB, HYPHEN = 0x20, 0x09, 0x2D
# A hyphen at a line's end, as PDFium marks it.
_LINE_END_HYPHENS = (0x02, 0xFFFE)
# Where PDFium puts the origins of so many letters; to make a pointer takes as long as to call it.
_SCRATCH_LETTERS = 256
_SCRATCH = np.empty((2, _SCRATCH_LETTERS))
_SCRATCH_PLACES = [
    [c_void_p(row.ctypes.data + place * DOUBLE) for place in range(_SCRATCH_LETTERS)] for row in _SCRATCH
]
# What is written from right to left, or makes other letters so, from and to before; PDFium turns it round.
_RIGHT_TO_LEFT = (
    (0x0590, 0x0900),
    (0x200F, 0x2010),
    (0x202A, 0x202F),
    (0x2066, 0x206A),
    (0xD800, 0xE000),
    (0xFB1D, 0xFF00),
    (0x10000, 0x110000),
)
# Of so many letters it is asked once which object draws them.
_LETTERS_A_QUESTION = 5
_NO_LETTER, _UNKNOWN, _LAST_LETTER = 0x00, 0xFFFD, 0x10FFFF


class Letters(Struct, frozen=True):
    """Letters in the order in which they are drawn; all arrays have one entry a letter.

    `index` is its place on the text page, `code` its Unicode, `x` and `y` where it
    begins, in points of the page's own space. `owner` is the text object that draws
    it. `made_up` marks a space that PDFium saw where none is drawn, or in place of
    one that does not break lines; its owner is that of the letter before it.
    """

    index: Whole
    code: Whole
    x: Floats
    y: Floats
    owner: Owners
    made_up: Flags


def letters_of(text_page: Address) -> Letters | None:
    """The letters of an open text page, None where it has none. Raises OddPageError where one has no Unicode."""
    number = max(calls.count_chars(text_page), 0)
    code = _codes(text_page, number)
    owner = _owners(text_page, code)
    drawn = owner != 0
    if not drawn.any():
        return None
    _refuse_unknown(code[drawn])
    kept = drawn | (code == SPACE)
    kept[: int(np.argmax(drawn))] = False  # made-up spaces before the first letter have none before them
    index = np.flatnonzero(kept)
    drawn = drawn[index]
    x, y = _origins(text_page, number)[:, index]
    return Letters(index, code[index], x, y, owner[index][last_drawn(~drawn)], ~drawn)


def last_drawn(made_up: Flags) -> Whole:
    """For each letter the place of the last drawn one up to it. The first is drawn."""
    return np.maximum.accumulate(np.where(made_up, 0, np.arange(len(made_up))))


def _owners(text_page: Address, code: Whole) -> Owners:
    """The text object that draws each letter, 0 for one that is made up.

    PDFium takes a page's text object by object, so that letters between two of one object are that object's
    too. It is asked of all letters where it may turn their order round, else of some, then of those between two
    objects.
    """
    owner = np.zeros(len(code), np.uint64)
    asked = np.full(len(code), _may_be_turned(code))
    asked[::_LETTERS_A_QUESTION] = True
    _ask_owners(text_page, owner, np.flatnonzero(asked))
    known = np.flatnonzero(owner)
    between = np.where(owner[known[1:]] == owner[known[:-1]], owner[known[:-1]], 0).repeat(np.diff(known))
    inner = slice(known[0], known[-1]) if len(known) else slice(0)
    owner[inner] = np.where(asked[inner], owner[inner], between)
    _ask_owners(text_page, owner, np.flatnonzero(~asked & (owner == 0)))
    return owner


def _may_be_turned(code: Whole) -> bool:
    high = code[code >= _RIGHT_TO_LEFT[0][0]]
    return any(bool(((high >= begin) & (high < end)).any()) for begin, end in _RIGHT_TO_LEFT)


def _ask_owners(text_page: Address, owner: Owners, letters: Whole) -> None:
    page = repeat(c_void_p(text_page))
    owner[letters] = np.fromiter(map(calls.text_object, page, letters.tolist()), np.uint64, len(letters))


def _codes(text_page: Address, number: int) -> Whole:
    buffer = np.zeros(number + 2, np.uint16)
    if calls.utf16_text(text_page, 0, number, buffer.ctypes.data) == number + 1:
        code = buffer[:number].astype(np.int64)
    else:  # it left letters out, or wrote two units for one
        code = np.fromiter(map(calls.unicode_of, repeat(text_page), range(number)), np.int64, number)
    code[np.isin(code, _LINE_END_HYPHENS)] = HYPHEN
    return code


def _refuse_unknown(code: Whole) -> None:
    control = (code < SPACE) & (code != TAB)
    if (control | (code == _NO_LETTER) | (code == _UNKNOWN) | (code > _LAST_LETTER)).any():
        raise OddPageError("letters")


def _origins(text_page: Address, number: int) -> Floats:
    """Where each letter begins: a row of x and a row of y."""
    origins, page = np.empty((2, number)), c_void_p(text_page)
    for begin in range(0, number, _SCRATCH_LETTERS):
        end = min(begin + _SCRATCH_LETTERS, number)
        deque(map(calls.char_origin, repeat(page), range(begin, end), *_SCRATCH_PLACES), maxlen=0)
        origins[:, begin:end] = _SCRATCH[:, : end - begin]
    return origins
