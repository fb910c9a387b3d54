"""How the tables are written as CSV: each dialect as data."""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from msgspec import Struct

from pipeline.catalogue import Language
from pipeline.options import DialectName
from pipeline.tables.column import Column


class Dialect(Struct, frozen=True):
    """A way to write the tables.

    `date_format` has the places `%Y`, `%m` and `%d`. `mark` are the bytes in front
    of the text. `headings` is the language of the first row, None where it holds
    the columns' names. `texts_kept` says whether also such text is guarded that a
    spreadsheet would make a date or another number.
    """

    name: DialectName
    delimiter: str
    decimal_sign: str
    date_format: str
    line_end: str
    mark: bytes
    headings: Language | None
    texts_kept: bool

    def heading(self, column: Column[Any]) -> str:
        """What stands over the column."""
        return column.name if self.headings is None else column.heading(self.headings)

    def day(self, day: date) -> str:
        """A date as it is written.

        >>> DIALECTS["excel-lv"].day(date(2022, 7, 15)), DIALECTS["open-data"].day(date(2022, 7, 15))
        ('15.07.2022.', '2022-07-15')
        """
        parts = {"%Y": f"{day.year:04}", "%m": f"{day.month:02}", "%d": f"{day.day:02}"}
        written = self.date_format
        for place, digits in parts.items():
            written = written.replace(place, digits)
        return written


OPEN_DATA = Dialect(
    name="open-data",
    delimiter=",",
    decimal_sign=".",
    date_format="%Y-%m-%d",
    line_end="\n",
    mark=b"",
    headings=None,
    texts_kept=False,
)
EXCEL_LV = Dialect(
    name="excel-lv",
    delimiter=";",
    decimal_sign=",",
    date_format="%d.%m.%Y.",
    line_end="\r\n",
    mark=codecs.BOM_UTF8,
    headings="lv",
    texts_kept=True,
)
DIALECTS: Mapping[DialectName, Dialect] = MappingProxyType({each.name: each for each in (OPEN_DATA, EXCEL_LV)})
