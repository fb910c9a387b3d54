"""Expectations that Great Expectations does not have; importing this module registers them."""

from __future__ import annotations

from typing import Any, ClassVar

import pandas as pd
from great_expectations.execution_engine import PandasExecutionEngine
from great_expectations.expectations.expectation import MulticolumnMapExpectation
from great_expectations.expectations.metrics.map_metric_provider import (
    MulticolumnMapMetricProvider,
    multicolumn_condition_partial,
)

DOMAIN_KEYS = ("batch_id", "table", "column_list", "row_condition", "condition_parser", "ignore_row_if")


class DifferenceEqual(MulticolumnMapMetricProvider):
    """Whether the first column minus the second is the third."""

    condition_metric_name = "multicolumn_values.difference_equal"
    condition_domain_keys = DOMAIN_KEYS
    condition_value_keys = ()

    @multicolumn_condition_partial(engine=PandasExecutionEngine)
    def _pandas(cls, column_list: pd.DataFrame, **kwargs: Any) -> pd.Series[bool]:
        minuend, subtrahend, stated = (column_list.iloc[:, at] for at in range(3))
        return minuend - subtrahend == stated


class ExpectDifferenceToEqual(MulticolumnMapExpectation):
    """Expect the first column minus the second to be the third."""

    map_metric = "multicolumn_values.difference_equal"


class RatioAtMost(MulticolumnMapMetricProvider):
    """Whether the greater of two columns is at most so many times the smaller; 0 bears no ratio to anything."""

    condition_metric_name = "multicolumn_values.ratio_at_most"
    condition_domain_keys = DOMAIN_KEYS
    condition_value_keys = ("times",)

    @multicolumn_condition_partial(engine=PandasExecutionEngine)
    def _pandas(cls, column_list: pd.DataFrame, times: int, **kwargs: Any) -> pd.Series[bool]:
        first, second = column_list.iloc[:, 0], column_list.iloc[:, 1]
        return (first == 0) | (second == 0) | ((first <= times * second) & (second <= times * first))


class ExpectRatioToBeAtMost(MulticolumnMapExpectation):
    """Expect the greater of two columns to be at most `times` the smaller."""

    times: int
    map_metric = "multicolumn_values.ratio_at_most"
    success_keys: ClassVar[tuple[str, ...]] = ("mostly", "times")


class CarriedAmountSeen(MulticolumnMapMetricProvider):
    """Whether an amount carried in is seen: in planned, which grew by it, in actual above planned, or in the remainder.

    Columns: carried in, planned before, planned, actual, remainder. Where one
    of the first four is not stated, the row passes.
    """

    condition_metric_name = "multicolumn_values.carried_amount_seen"
    condition_domain_keys = DOMAIN_KEYS
    condition_value_keys = ()

    @multicolumn_condition_partial(engine=PandasExecutionEngine)
    def _pandas(cls, column_list: pd.DataFrame, **kwargs: Any) -> pd.Series[bool]:
        carried_in, before, planned, actual, remainder = (column_list.iloc[:, at] for at in range(5))
        seen = (planned - before >= carried_in) | (actual > planned)
        in_remainder = (remainder >= carried_in).fillna(False)
        return (seen | in_remainder).fillna(True).astype(bool)


class ExpectCarriedAmountToBeSeen(MulticolumnMapExpectation):
    """Expect an amount that was carried into a period to be seen there."""

    map_metric = "multicolumn_values.carried_amount_seen"
