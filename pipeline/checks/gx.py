"""The only door to Great Expectations: a suite and its rows → the rows for which an expectation does not hold."""

from __future__ import annotations

import logging
import os
import warnings
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

os.environ.setdefault("GX_ANALYTICS_ENABLED", "false")
logging.getLogger("great_expectations").setLevel(logging.CRITICAL)
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import great_expectations as gx
    from great_expectations.core.batch_definition import BatchDefinition
    from great_expectations.data_context.types.base import ProgressBarsConfig

    from pipeline.checks import custom as _custom  # registers its expectations

from pipeline.catalogue import sentence  # noqa: E402
from pipeline.checks.frames import frame  # noqa: E402
from pipeline.checks.kinds import CheckRow  # noqa: E402
from pipeline.checks.rows import ROW_CLASSES  # noqa: E402
from pipeline.checks.suites import Stanza, Suite  # noqa: E402
from pipeline.errors import RunError  # noqa: E402

CUSTOM_MODULE = _custom.__name__


@cache
def _whole_frame() -> BatchDefinition[Any]:
    """What Great Expectations calls a data frame taken whole; its context writes nothing anywhere."""
    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = ProgressBarsConfig(globally=False, metric_calculations=False)
    asset = context.data_sources.add_pandas("check_tables").add_dataframe_asset("rows")
    return asset.add_batch_definition_whole_dataframe("all")


def broken_rows(suite: Suite, rows: Sequence[CheckRow]) -> Iterator[tuple[Stanza, CheckRow]]:
    """Each row for which an expectation does not hold, by stanza, then in row order; nothing for no rows.

    Raises RunError where Great Expectations dropped an expectation, also one of
    a table without rows, or where a check crashed.
    """
    asked = suite_of(suite)
    if not rows:
        return
    columns = sorted(set().union(*(stanza.columns for stanza in suite.stanzas)))
    table = frame(ROW_CLASSES[suite.table], rows, columns)
    results = _results(suite, asked, table)
    for stanza in suite.stanzas:
        for index in _unexpected(stanza, results[stanza.name], len(rows)):
            yield stanza, rows[index]


def _results(suite: Suite, asked: Any, table: Any) -> dict[str, Any]:
    """The result of each stanza by its name: none is missing, none is unasked for."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        batch = _whole_frame().get_batch(batch_parameters={"dataframe": table})
        given = batch.validate(asked, result_format={"result_format": "COMPLETE"}).results
    results = {result.expectation_config.meta["name"]: result for result in given}
    missing = [stanza.name for stanza in suite.stanzas if stanza.name not in results]
    if missing or len(given) != len(suite.stanzas):
        raise _dropped(suite, missing)
    return results


def suite_of(suite: Suite) -> Any:
    """The suite as Great Expectations has it. Raises RunError where it dropped or changed an expectation."""
    try:
        asked = gx.ExpectationSuite(name=suite.table, expectations=[dict(each.config) for each in suite.stanzas])
    except Exception as error:  # its own classes of error change from version to version
        raise _refused(suite.table, suite.stanzas, error) from error
    kept = [(each.meta["name"], each.expectation_type) for each in asked.expectations]
    wanted = [(each.name, each.config["type"]) for each in suite.stanzas]
    severities = [each.severity for each in asked.expectations]
    if kept != wanted or severities != [each.config["severity"] for each in suite.stanzas]:
        raise _dropped(suite, [name for name, kind in wanted if (name, kind) not in kept])
    return asked


def _unexpected(stanza: Stanza, result: Any, rows: int) -> list[int]:
    """The positions of the rows for which the expectation does not hold; it must have looked at all `rows`."""
    crash = _crash(result.exception_info)
    seen = result.result.get("element_count", rows)
    if not crash and seen != rows:
        crash = f"{seen} / {rows}"
    if crash or ("unexpected_index_list" not in result.result and not result.success):
        why = crash or sentence("checks.no_result")
        raise RunError("checks.could_not_run", suite=stanza.suite, name=stanza.name, why=why)
    return sorted(result.result.get("unexpected_index_list") or [])


def _crash(info: Any) -> str:
    """What a crashed check says, "" for one that ran; the information has two shapes."""
    if not info:
        return ""
    parts = [info] if "raised_exception" in info else list(info.values())
    return next((str(part.get("exception_message")) for part in parts if part.get("raised_exception")), "")


def _dropped(suite: Suite, names: Sequence[str]) -> RunError:
    return RunError("checks.dropped", suite=suite.table, names=", ".join(names) or "?")


def _refused(table: str, stanzas: Sequence[Stanza], error: Exception) -> RunError:
    names = ", ".join(stanza.name for stanza in stanzas)
    return RunError("checks.refused", suite=table, names=names, why=error)
