"""The peer that Great Expectations is measured beside: the same expectations as masks in plain pandas."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import pandas as pd

from pipeline.checks.frames import frame
from pipeline.checks.kinds import CheckRow
from pipeline.checks.rows import ROW_CLASSES
from pipeline.checks.suites import Stanza, Suite

Kwargs = Mapping[str, Any]
Mask = pd.Series
_HOW_MISSING = {
    "either_value_is_missing": "any",
    "any_value_is_missing": "any",
    "both_values_are_missing": "all",
    "all_values_are_missing": "all",
}
_KEEPS_ALL = ("neither", "never")
_ABOUT_NULLS = ("expect_column_values_to_be_null", "expect_column_values_to_not_be_null")


def broken_rows(suite: Suite, rows: Sequence[CheckRow]) -> Iterator[tuple[Stanza, CheckRow]]:
    """Each row for which an expectation does not hold, by stanza, then in row order; nothing for no rows.

    Raises ValueError for an expectation that has no mask here.
    """
    if not rows:
        return
    columns = sorted(set().union(*(stanza.columns for stanza in suite.stanzas)))
    table = frame(ROW_CLASSES[suite.table], rows, columns)
    for stanza in suite.stanzas:
        for position in broken_positions(stanza, table):
            yield stanza, rows[position]


def broken_positions(stanza: Stanza, table: pd.DataFrame) -> list[int]:
    """The positions of the rows for which the expectation does not hold; `table` is indexed from 0.

    Raises ValueError for a type or an `ignore_row_if` that is not known here.
    """
    kind, kwargs = stanza.config["type"], stanza.config["kwargs"]
    if kind not in MASKS:
        raise ValueError(f"no mask for the expectation type {kind!r}")
    regarded = _regarded(kind, kwargs, table)
    holds = MASKS[kind](regarded, kwargs).astype(bool)
    return [int(position) for position in regarded.index[~holds]]


def _regarded(kind: str, kwargs: Kwargs, table: pd.DataFrame) -> pd.DataFrame:
    """The rows that the expectation does not pass over; one of a single column passes over missing values."""
    if kind in _ABOUT_NULLS:
        return table
    if "column" in kwargs:
        return table[table[kwargs["column"]].notna()]
    columns = list(kwargs["column_list"]) if "column_list" in kwargs else [kwargs["column_A"], kwargs["column_B"]]
    ignored = kwargs["ignore_row_if"]
    if ignored in _KEEPS_ALL:
        return table
    if ignored not in _HOW_MISSING:
        raise ValueError(f"ignore_row_if {ignored!r} is not known")
    missing = table[columns].isna()
    return table[~(missing.any(axis=1) if _HOW_MISSING[ignored] == "any" else missing.all(axis=1))]


def _is_null(table: pd.DataFrame, kwargs: Kwargs) -> Mask:
    return table[kwargs["column"]].isna()


def _is_not_null(table: pd.DataFrame, kwargs: Kwargs) -> Mask:
    return table[kwargs["column"]].notna()


def _in_set(table: pd.DataFrame, kwargs: Kwargs) -> Mask:
    return table[kwargs["column"]].isin(kwargs["value_set"])


def _not_in_set(table: pd.DataFrame, kwargs: Kwargs) -> Mask:
    return ~_in_set(table, kwargs)


def _between(table: pd.DataFrame, kwargs: Kwargs) -> Mask:
    column = table[kwargs["column"]]
    return (column >= kwargs["min_value"]) & (column <= kwargs["max_value"])


def _pair_equal(table: pd.DataFrame, kwargs: Kwargs) -> Mask:
    return table[kwargs["column_A"]] == table[kwargs["column_B"]]


def _pair_greater(table: pd.DataFrame, kwargs: Kwargs) -> Mask:
    first, second = table[kwargs["column_A"]], table[kwargs["column_B"]]
    return first >= second if kwargs.get("or_equal") else first > second


def _difference_equal(table: pd.DataFrame, kwargs: Kwargs) -> Mask:
    first, second, third = (table[name] for name in kwargs["column_list"])
    return first - second == third


def _stated_where(table: pd.DataFrame, kwargs: Kwargs) -> Mask:
    value, due = (table[name] for name in kwargs["column_list"])
    return value.notna() | ~due


def _differ_where(table: pd.DataFrame, kwargs: Kwargs) -> Mask:
    said, where = (table[name] for name in kwargs["column_list"])
    return (said != kwargs["value"]) | ~where


def _within_factor(table: pd.DataFrame, kwargs: Kwargs) -> Mask:
    first, second = (table[name] for name in kwargs["column_list"])
    return (first <= second * kwargs["factor"]) & (second <= first * kwargs["factor"])


MASKS: Mapping[str, Callable[[pd.DataFrame, Kwargs], Mask]] = {
    "expect_column_values_to_be_null": _is_null,
    "expect_column_values_to_not_be_null": _is_not_null,
    "expect_column_values_to_be_in_set": _in_set,
    "expect_column_values_to_not_be_in_set": _not_in_set,
    "expect_column_values_to_be_between": _between,
    "expect_column_pair_values_to_be_equal": _pair_equal,
    "expect_column_pair_values_a_to_be_greater_than_b": _pair_greater,
    "expect_column_difference_to_equal": _difference_equal,
    "expect_column_values_to_be_stated_where": _stated_where,
    "expect_column_values_to_differ_where": _differ_where,
    "expect_column_values_to_be_within_factor": _within_factor,
}
"""Each type of expectation that a suite uses, with the mask of the rows for which it holds."""
