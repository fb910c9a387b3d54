"""What a person wrote → the rows and columns that it names, or the nearest addresses that there are."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from msgspec import Struct

from pipeline.checks.places import row_name
from pipeline.explain.carets import visible
from pipeline.explain.named_rows import NamedRow
from pipeline.patterns import compiled
from pipeline.tables import Column

# Comparing grows with the square of the length; the longest address in a sample has 170 characters.
_COMPARED_LENGTH, _COMPARED_ADDRESSES, _SHOWN_NEAREST = 200, 3000, 5
_SLASH = compiled(r"\s*/\s*")


class Named(Struct, frozen=True):
    """A row, and the column that was asked of it, None where the whole row was."""

    row: NamedRow
    column: Column[Any] | None


def named_by(address: str, rows: Sequence[NamedRow]) -> list[Named]:
    """What an address names, in the order of the tables; nothing where it names nothing.

    A table names all of its rows. Neither case, nor spaces at the ends of the parts,
    nor decomposed letters matter.
    """
    known = _by_name(rows)
    asked = folded(address)
    if asked in known:
        return [Named(row, None) for row in known[asked]]
    row, _, name = asked.rpartition("/")
    return [Named(each, column) for each in known.get(row, ()) for column in each.columns if column.name == name]


def nearest_addresses(address: str, rows: Sequence[NamedRow]) -> tuple[str, ...]:
    """A few addresses that are written most like this one; the tables where none is."""
    addresses = dict.fromkeys(address for row in rows for address in (row.address, *map(row.address_of, row.columns)))
    compared = {folded(each)[:_COMPARED_LENGTH]: each for each in list(addresses)[:_COMPARED_ADDRESSES]}
    near = get_close_matches(folded(address)[:_COMPARED_LENGTH], compared, _SHOWN_NEAREST, 0.5)
    return tuple(compared[each] for each in near) or tuple(dict.fromkeys(row.table for row in rows))


def folded(address: str) -> str:
    r"""An address as it is compared: composed letters, small, with single spaces, none beside a slash or at the ends.

    Signs that are not seen stand as they are shown, so that what is shown can be typed.

    >>> folded(" Finances / 2022-07-15/NVO  atti\u0304sti\u0304bai/")
    'finances/2022-07-15/nvo attīstībai'
    """
    plain = " ".join(unicodedata.normalize("NFC", address).casefold().split())
    return visible(_SLASH.sub("/", plain).strip("/ "))


def _by_name(rows: Sequence[NamedRow]) -> Mapping[str, Sequence[NamedRow]]:
    known: dict[str, list[NamedRow]] = {}
    for row in rows:
        names = {row.table, *(folded(row_name(row.table, name)) for name in row.names)}
        for name in names:
            known.setdefault(name, []).append(row)
    return known
