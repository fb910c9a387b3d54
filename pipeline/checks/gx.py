"""The only door to Great Expectations: stanzas → suite, rows → the rows that fail."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import great_expectations
from great_expectations.core.expectation_validation_result import ExpectationValidationResult
from great_expectations.data_context.types.base import ProgressBarsConfig
from great_expectations.expectations.expectation_configuration import ExpectationConfiguration

from pipeline.checks import custom
from pipeline.checks.frames import frame
from pipeline.checks.rows import CheckRow
from pipeline.checks.stanzas import Stanza, suite_error
from pipeline.errors import RunError

if TYPE_CHECKING:
    import pandas as pd
    from great_expectations import ExpectationSuite
    from great_expectations.core.expectation_validation_result import ExpectationSuiteValidationResult
    from great_expectations.expectations.expectation import Expectation

CUSTOM_EXPECTATIONS = (
    custom.ExpectDifferenceToEqual,
    custom.ExpectRatioToBeAtMost,
    custom.ExpectCarriedAmountToBeSeen,
)
"""Registered by their import; named here so that the import is seen to be needed."""

RESULT_FORMAT = {"result_format": "COMPLETE"}
"""With every index of a failing row; the values stop at 200, the indices do not."""


@dataclass(frozen=True, slots=True)
class Suite:
    """The expectations on one check table, as Great Expectations holds them and as our stanzas."""

    table: str
    stanzas: tuple[Stanza, ...]
    expectations: ExpectationSuite


@dataclass(frozen=True, slots=True)
class Failure:
    """A row, by its position in its table, that does not meet a stanza."""

    stanza: Stanza
    position: int


def gx_suite(table: str, stanzas: Sequence[Stanza]) -> Suite:
    """The suite of these stanzas. RunError where Great Expectations would drop or change one."""
    built = [gx_expectation(table, stanza) for stanza in stanzas]
    suite = great_expectations.ExpectationSuite(name=table, expectations=built)
    wanted = [(each.configuration["type"], each.configuration["severity"]) for each in stanzas]
    held = [(each.expectation_type, str(each.severity.value)) for each in suite.expectations]
    if wanted != held or not stanzas:
        raise suite_error(table, "*", f"no {len(wanted)} nosacījumiem ielādēti {len(held)}", f"{held} held, not {wanted}")
    return Suite(table, tuple(stanzas), suite)


def gx_expectation(table: str, stanza: Stanza) -> Expectation:
    """The expectation of a stanza. RunError for an unknown type, a bad severity or unfit arguments."""
    try:
        return ExpectationConfiguration(**stanza.configuration).to_domain_obj()
    except Exception as error:  # its own errors, pydantic's and TypeError, without a common base
        raise suite_error(
            table, stanza.name, f"Great Expectations to nepieņem ({error})", f"Great Expectations refuses it ({error})"
        ) from error


def failures(suite: Suite, rows: Sequence[CheckRow]) -> Iterator[Failure]:
    """Every row that does not meet a stanza, by stanza and position. RunError where a check could not run.

    A table without rows has nothing to check.
    """
    if not rows:
        return
    by_name = {each.expectation_config.meta["name"]: each for each in results(suite, rows)}
    for stanza in suite.stanzas:
        yield from (Failure(stanza, at) for at in unexpected_positions(suite.table, stanza, by_name.get(stanza.name)))


def results(suite: Suite, rows: Sequence[CheckRow]) -> Iterable[Any]:
    """The result of each expectation, in no order; one validation for the whole table."""
    columns = dict.fromkeys(name for stanza in suite.stanzas for name in stanza.columns)
    table = frame(suite.stanzas[0].row_class, rows, columns)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return validation(suite.expectations, table).results


def validation(expectations: ExpectationSuite, table: pd.DataFrame) -> ExpectationSuiteValidationResult:
    """What Great Expectations says of this table, in a context that lives in memory and shows no progress."""
    context = great_expectations.get_context(mode="ephemeral")
    context.variables.progress_bars = ProgressBarsConfig(globally=False, metric_calculations=False)
    asset = context.data_sources.add_pandas(name="check tables").add_dataframe_asset(name=expectations.name)
    definition = asset.add_batch_definition_whole_dataframe(name="batch")
    batch = definition.get_batch(batch_parameters={"dataframe": table})
    return batch.validate(expectations, result_format=RESULT_FORMAT)


def unexpected_positions(table: str, stanza: Stanza, result: ExpectationValidationResult | None) -> list[int]:
    """The positions of the rows that fail. RunError where the check crashed, gave no result, or contradicts itself."""
    if result is None:
        raise crash(table, stanza, "no result")
    trouble = exception_message(result.exception_info)
    if trouble is not None:
        raise crash(table, stanza, trouble)
    positions = result.result.get("unexpected_index_list")
    if positions is None:
        positions = []
    if bool(positions) == bool(result.success) or len(positions) != result.result.get("unexpected_count"):
        raise crash(table, stanza, f"success is {result.success} with {len(positions)} rows")
    return [int(each) for each in positions]


def exception_message(information: Mapping[str, Any] | None) -> str | None:
    """What was raised, None where nothing was.

    Great Expectations states it at once, or once for each metric that could not be computed.
    """
    stated = information or {}
    each_one = [stated] if "raised_exception" in stated else [each for each in stated.values() if isinstance(each, dict)]
    raised = [str(each.get("exception_message")) for each in each_one if each.get("raised_exception")]
    return "; ".join(dict.fromkeys(raised)) or None


def crash(table: str, stanza: Stanza, trouble: str) -> RunError:
    """The run's error for a check that could not run."""
    return suite_error(table, stanza.name, f"pārbaude neizdevās ({trouble})", f"the check could not run ({trouble})")
