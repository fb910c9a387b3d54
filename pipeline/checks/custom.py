"""Expectations of this field that Great Expectations lacks; it finds them once this module is imported."""

from __future__ import annotations

from typing import Any, ClassVar

import pandas as pd
from great_expectations.execution_engine import PandasExecutionEngine
from great_expectations.expectations.expectation import MulticolumnMapExpectation
from great_expectations.expectations.metrics.map_metric_provider import MulticolumnMapMetricProvider
from great_expectations.expectations.metrics.map_metric_provider.multicolumn_condition_partial import (
    multicolumn_condition_partial,
)

_LIST_KEYS = ("batch_id", "table", "column_list", "row_condition", "condition_parser", "ignore_row_if")


class DifferenceEqual(MulticolumnMapMetricProvider):  # type: ignore[misc]
    """First column minus the second is the third."""

    condition_metric_name = "column_difference.equal"
    condition_domain_keys = _LIST_KEYS

    @multicolumn_condition_partial(engine=PandasExecutionEngine)  # type: ignore[untyped-decorator]
    def _pandas(cls, column_list: pd.DataFrame, **_kwargs: Any) -> pd.Series[bool]:
        first, second, third = (column_list[name] for name in column_list.columns)
        return first - second == third


class ExpectColumnDifferenceToEqual(MulticolumnMapExpectation):  # type: ignore[misc]
    """Expect that in each row the first of `column_list` minus the second is the third, exactly."""

    map_metric = "column_difference.equal"
    args_keys: ClassVar[tuple[str, ...]] = ("column_list",)


class StatedWhere(MulticolumnMapMetricProvider):  # type: ignore[misc]
    """The first column is stated where the second, a flag, is true."""

    condition_metric_name = "column_values.stated_where"
    condition_domain_keys = _LIST_KEYS

    @multicolumn_condition_partial(engine=PandasExecutionEngine)  # type: ignore[untyped-decorator]
    def _pandas(cls, column_list: pd.DataFrame, **_kwargs: Any) -> pd.Series[bool]:
        value, due = (column_list[name] for name in column_list.columns)
        return value.notna() | ~due.astype(bool)


class ExpectColumnValuesToBeStatedWhere(MulticolumnMapExpectation):  # type: ignore[misc]
    """Expect the first of `column_list` to be stated in each row in which the second is true."""

    map_metric = "column_values.stated_where"
    args_keys: ClassVar[tuple[str, ...]] = ("column_list",)


class DifferWhere(MulticolumnMapMetricProvider):  # type: ignore[misc]
    """The first column is not `value` where the second, a flag, is true."""

    condition_metric_name = "column_values.differ_where"
    condition_domain_keys = _LIST_KEYS
    condition_value_keys = ("value",)

    @multicolumn_condition_partial(engine=PandasExecutionEngine)  # type: ignore[untyped-decorator]
    def _pandas(cls, column_list: pd.DataFrame, value: str, **_kwargs: Any) -> pd.Series[bool]:
        said, where = (column_list[name] for name in column_list.columns)
        return (said != value) | ~where.astype(bool)


class ExpectColumnValuesToDifferWhere(MulticolumnMapExpectation):  # type: ignore[misc]
    """Expect the first of `column_list` not to be `value` in each row in which the second is true."""

    value: str
    map_metric = "column_values.differ_where"
    success_keys: ClassVar[tuple[str, ...]] = ("mostly", "value")
    args_keys: ClassVar[tuple[str, ...]] = ("column_list", "value")


class WithinFactor(MulticolumnMapMetricProvider):  # type: ignore[misc]
    """Neither of two columns is more than `factor` times the other."""

    condition_metric_name = "column_values.within_factor"
    condition_domain_keys = _LIST_KEYS
    condition_value_keys = ("factor",)

    @multicolumn_condition_partial(engine=PandasExecutionEngine)  # type: ignore[untyped-decorator]
    def _pandas(cls, column_list: pd.DataFrame, factor: int, **_kwargs: Any) -> pd.Series[bool]:
        first, second = (column_list[name] for name in column_list.columns)
        return (first <= second * factor) & (second <= first * factor)


class ExpectColumnValuesToBeWithinFactor(MulticolumnMapExpectation):  # type: ignore[misc]
    """Expect neither of the two columns of `column_list` to be more than `factor` times the other."""

    factor: int
    map_metric = "column_values.within_factor"
    success_keys: ClassVar[tuple[str, ...]] = ("mostly", "factor")
    args_keys: ClassVar[tuple[str, ...]] = ("column_list", "factor")
