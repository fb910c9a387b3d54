"""The example rows of a suite, as its JSON writes them, into rows of a check table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from pipeline.checks.kinds import CheckRow, Kind
from pipeline.checks.rows import column_kinds

FROM_JSON: Mapping[Kind, Callable[[Any], object]] = {
    Kind.COUNT: Decimal,
    Kind.EUROS: Decimal,
    Kind.DAY: date.fromisoformat,
    Kind.NAMES: tuple,
}
"""Kinds that JSON has no word for: `"49000.00"` and `"2022-07-15"`, as in the output files; a list of names."""


def example_row(row_class: type[CheckRow], example: Mapping[str, object]) -> CheckRow:
    """The row of an example; columns that it leaves out are not stated. KeyError for a column that is none."""
    kinds = column_kinds(row_class)
    return row_class(**{name: json_to_value(kinds[name], value) for name, value in example.items()})  # type: ignore[arg-type]


def json_to_value(kind: Kind, value: object) -> object:
    """The value of a column of this kind; None stays None."""
    return value if value is None or kind not in FROM_JSON else FROM_JSON[kind](value)
