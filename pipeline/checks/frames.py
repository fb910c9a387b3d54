"""Check rows into the DataFrames that Great Expectations validates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

import pandas as pd

from pipeline.checks.kinds import CheckRow, Kind
from pipeline.checks.rows import column_kinds

DTYPES: Mapping[Kind, str] = {Kind.FLAG: "bool", Kind.NUMBER: "Int64", Kind.ROMAN: "Int64", Kind.EUROS: "Int64"}


def frame(row_class: type[CheckRow], rows: Sequence[CheckRow], columns: Iterable[str]) -> pd.DataFrame:
    """The named columns of these rows, indexed from 0; money is whole cents.

    Raises KeyError for a column that the row class does not have.
    """
    kinds = column_kinds(row_class)
    return pd.DataFrame({name: series(kinds[name], [getattr(row, name) for row in rows]) for name in columns})


def series(kind: Kind, values: list[Any]) -> pd.Series[Any]:
    """A column of this kind; dates, counts and texts stay the objects that they are."""
    shown: Callable[[Any], Any] | None = cents if kind is Kind.EUROS else None
    return pd.Series([shown(each) for each in values] if shown else values, dtype=DTYPES.get(kind, "object"))


def cents(euros: Decimal | None) -> int | None:
    """Whole cents of an amount.

    >>> cents(Decimal("1213.47"))
    121347
    """
    return None if euros is None else int(euros * 100)
