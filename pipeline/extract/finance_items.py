"""A breakdown: which purpose belongs to which amount."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

import regex
from msgspec import Struct

from pipeline.extract.purposes import purpose_of
from pipeline.grammar.finance_words import DISPOSITION, OPENER, is_denied
from pipeline.grammar.money import Amount
from pipeline.grammar.rule import Found
from pipeline.patterns import compiled
from pipeline.records import Disposition

# Where one item of a list ends and the next begins.
_ITEM_END = compiled(r";|\n\s*(?=(?:[-–—•·]|\d{1,2}[.)]|\(?\p{Ll}\))\s)")
_MARK = compiled(r"\s*(?:[-–—•·]+|\d{1,2}[.)]|\(?(?<!\p{L})\p{Ll}\))\s+")
_LETTERS = compiled(r"\p{L}\P{L}*+\p{L}")
_LETTER_MARK = compiled(r"\(?(?<!\p{L})\p{L}\)")
_PURPOSE_END = compiled(r"[()]|;|\.(?=\s*$|\s+\p{Lu}|\s*\n)|\n\s*(?=[-–—•·]\s)")
# Behind a comma, what became of the whole: *300,00 euro semināriem, kas pārcelti uz nākamo periodu*.
_TAIL = compiled(r"\s*,\s*(?:kas\s+|kuri\s+|kuras\s+|tas\s+)?(?:ir\s+|tiek\s+|tika\s+|tiks\s+)?$", regex.IGNORECASE)
_SAID_OF_LAST = compiled(
    r"(?:\s*(?:\([^()]*\)|\[[^\[\]]*\]|(?:gadā|mēnesī|apmērā|bruto|neto|(?:ar|bez)\s+PVN)(?!\p{L})|\+(?!\d)))*"
    r"(?:\s*,\s*(?:jo|kas|kuri|kuras|kuru|proti|t\.\s?i\.)\s[^,;]*(?=[,;])|\s*\.\s+(?:\p{Lu}[^.]*\.\s+)+(?=\p{Lu}))?",
    regex.IGNORECASE,
)


class ItemPlace(Struct, frozen=True):
    """An amount with its purpose, which both stand in text[start:stop].

    `disposition` is what the text says became of it, `purpose` then may be "";
    `denied` says that it only says what did not.
    """

    amount: Found[Amount]
    purpose: str
    start: int
    stop: int
    disposition: Disposition | None = None
    denied: bool = False


def items_in(text: str, listed: Sequence[Found[Amount]], begin: int, stop: int) -> list[ItemPlace]:
    """The items between `begin` and `stop`, whose amounts are `listed`.

    In a list with marks, semicolons, or a line for each, an item says itself on
    which side its purpose stands; in a running list it is before the amounts
    where words stand before the first one.
    """
    starts = [each.start for each in listed]
    marked = [match.end() for match in _ITEM_END.finditer(text, begin, stop)]
    for ends in (marked, _line_bounds(text, listed, begin, stop)):
        pieces = list(pairwise([begin, *ends, stop]))
        held = [listed[bisect_left(starts, start) : bisect_left(starts, end)] for start, end in pieces]
        if len(listed) > 1 and all(len(amounts) < 2 for amounts in held):
            return [_of_piece(text, amounts[0], *piece) for amounts, piece in zip(held, pieces, strict=True) if amounts]
    return _running(text, listed, begin, stop)


def _line_bounds(text: str, listed: Sequence[Found[Amount]], begin: int, stop: int) -> list[int]:
    """Where items end of which each has a line: all amounts stand at line ends, or all at line beginnings."""
    before = [text[max(text.rfind("\n", 0, each.start) + 1, begin) : each.start] for each in listed]
    behind = [text[each.stop : stop].partition("\n")[0] for each in listed]
    if all(map(_has_letters, before)) and not any(map(_has_letters, behind)):
        return [each.stop + len(rest) for each, rest in zip(listed, behind, strict=True)]
    if all(map(_has_letters, behind)) and not any(map(_has_letters, before)):
        return [each.start - len(lead) for each, lead in zip(listed, before, strict=True)]
    return []


def _of_piece(text: str, amount: Found[Amount], start: int, stop: int) -> ItemPlace:
    """The item of one piece of a list."""
    opened = OPENER.pattern.match(text, start)
    mark = _MARK.match(text, opened.end() if opened else start)
    start = mark.end() if mark and mark.end() <= amount.start else start
    if _has_letters(text[start : amount.start]):
        return _place(text, amount, start, amount.start, start, amount.stop)
    end = _purpose_end(text, amount.stop, stop)
    return _place(text, amount, amount.stop, end, amount.start, end)


def _running(text: str, listed: Sequence[Found[Amount]], begin: int, stop: int) -> list[ItemPlace]:
    purpose_first = _has_letters(_LETTER_MARK.sub("", text[begin : listed[0].start]))
    places = []
    end = begin
    for place, amount in enumerate(listed):
        following = listed[place + 1].start if place + 1 < len(listed) else stop
        if purpose_first:
            begin = end + _said_of_last(text[end : amount.start]) if place else end
            places.append(_place(text, amount, begin, amount.start, min(end, amount.start), amount.stop))
            end = amount.stop
        else:
            end = _purpose_end(text, amount.stop, following)
            places.append(_place(text, amount, amount.stop, end, amount.start, end))
    return places


def _said_of_last(text: str) -> int:
    """How far the text between two items only goes on with the first: *(pilna slodze), telpas*."""
    match = _SAID_OF_LAST.match(text)
    return match.end() if match else 0


def _has_letters(text: str) -> bool:
    return _LETTERS.search(text) is not None


def _purpose_end(text: str, start: int, stop: int) -> int:
    depth = 0
    for match in _PURPOSE_END.finditer(text, start + 1, stop):
        depth += {"(": 1, ")": -1}.get(match[0], 0)
        if depth < 0 or (depth == 0 and match[0] not in "()"):
            return match.start()
    return stop


def _place(text: str, amount: Found[Amount], first: int, last: int, start: int, stop: int) -> ItemPlace:
    """The item with its purpose in text[first:last], without what the text says of its fate."""
    said = text[first:last]
    purpose = purpose_of(said)
    fates = [each for each in DISPOSITION.all_in(said) if each.value != "other" or said[each.start] in "nN"]
    other = DISPOSITION.pattern.match(purpose)
    if fates:
        tail = _TAIL.search(said[: fates[0].start])
        cut = purpose_of(said[: tail.start()]) if tail else ""
        return ItemPlace(amount, cut, start, stop, fates[0].value, denied=is_denied(said, fates[0].start))
    return ItemPlace(amount, "" if other else purpose, start, stop, "other" if other else None)
