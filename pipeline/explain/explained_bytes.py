"""What was explained ↔ bytes, as it leaves the process that read the document."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from msgspec import Struct

from pipeline.arithmetic.books import CarryOver
from pipeline.arithmetic.sums import Sum
from pipeline.catalogue import Sentence
from pipeline.document import Box
from pipeline.explain.explanation import Explained, Explanation, FramedPage, Place, explained
from pipeline.explain.framed_page import framed_png
from pipeline.explain.value_checks import Check
from pipeline.records import Submission
from pipeline.tables import Cell, Kind
from pipeline.typed_bytes import MalformedBytesError, typed_bytes, typed_value


class _Stated(Struct, frozen=True):
    """A cell, in the one of its fields that has its type."""

    text: str | None = None
    whole: int | None = None
    real: float | None = None
    figure: Decimal | None = None
    day: date | None = None


class _Checked(Struct, frozen=True):
    """A check, in the one of its fields that has its type."""

    sum: Sum | None = None
    carry_over: CarryOver | None = None


class _Sent(Struct, frozen=True):
    """An explanation whose every field has one type."""

    address: str
    table: str
    row: str
    bare_row: str
    column: str
    kind: Kind
    cell: _Stated
    rule: str
    places: tuple[Place, ...]
    checks: tuple[_Checked, ...]


class _Message(Struct, frozen=True):
    submission: Submission
    explanations: tuple[_Sent, ...]
    nearest: tuple[str, ...]
    page: FramedPage | None


class _Drawn(Struct, frozen=True):
    png: bytes = b""
    refusal: Sentence | None = None


def explained_bytes(path: Path, source_file: str, address: str | None, passwords: tuple[str, ...] = ()) -> bytes:
    """What is explained of the file at `path`; meant to be called in a process of its own."""
    found = explained(path, source_file, address, passwords)
    return typed_bytes(_Message(found.submission, tuple(map(_sent, found.explanations)), found.nearest, found.page))


def explained_of(content: bytes) -> Explained:
    """What these bytes say. Raises MalformedBytesError."""
    told = typed_value(content, _Message)
    return Explained(told.submission, tuple(map(_received, told.explanations)), told.nearest, told.page)


def framed_bytes(path: Path, page: int, boxes: tuple[Box, ...], passwords: tuple[str, ...], scan: bool) -> bytes:
    """What `framed_png` gives; meant to be called in a process of its own."""
    drawn = framed_png(path, page, boxes, passwords, scan)
    return typed_bytes(_Drawn(refusal=drawn) if isinstance(drawn, Sentence) else _Drawn(drawn))


def framed_of(content: bytes) -> bytes | Sentence:
    """The picture, or why there is none. Raises MalformedBytesError."""
    told = typed_value(content, _Drawn)
    return told.refusal or told.png


def _sent(each: Explanation) -> _Sent:
    checks = tuple(_Checked(one) if isinstance(one, Sum) else _Checked(carry_over=one) for one in each.checks)
    names = (each.address, each.table, each.row, each.bare_row, each.column, each.kind)
    return _Sent(*names, _stated(each.cell), each.rule, each.places, checks)


def _received(each: _Sent) -> Explanation:
    names = (each.address, each.table, each.row, each.bare_row, each.column, each.kind)
    return Explanation(*names, _cell(each.cell), each.rule, each.places, tuple(map(_check, each.checks)))


def _stated(cell: Cell) -> _Stated:
    match cell:
        case str():
            return _Stated(text=cell)
        case int():
            return _Stated(whole=cell)
        case float():
            return _Stated(real=cell)
        case Decimal():
            return _Stated(figure=cell)
        case _:
            return _Stated(day=cell)


def _cell(stated: _Stated) -> Cell:
    values = (stated.text, stated.whole, stated.real, stated.figure, stated.day)
    return next((value for value in values if value is not None), None)


def _check(checked: _Checked) -> Check:
    found = checked.sum or checked.carry_over
    if found is None:
        raise MalformedBytesError("a check without a sum")
    return found
