"""Records into findings, by Great Expectations suites. Importing this package is cheap; checking is not."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from pipeline.findings import Finding
from pipeline.records import Submission

_WEIGHT = {"error": 0, "warning": 1, "info": 2}


def warm_up() -> None:
    """Imports Great Expectations, which takes seconds; meant for a thread beside the reading."""
    from pipeline.checks import gx  # noqa: F401


def findings_of(submissions: Sequence[Submission]) -> list[Finding]:
    """Every finding, by document in the order of the submissions, then error, warning, info, then by suite and row.

    Each table is validated once for the whole batch. Raises RunError where a
    suite is not valid, a check could not run, or a table has no row to check.
    """
    from pipeline.checks.check_tables import check_tables, empty_tables
    from pipeline.checks.finding_of_row import finding_of_row
    from pipeline.checks.gx import broken_rows
    from pipeline.checks.suites import nothing_to_check, suites

    with _no_search_for_cycles():
        tables = check_tables(submissions)
        for table in empty_tables(tables, submissions):
            raise nothing_to_check(table)
        found = [
            finding_of_row(stanza, row) for suite in suites() for stanza, row in broken_rows(suite, tables[suite.table])
        ]
    place = {each.document_id: number for number, each in reversed(list(enumerate(submissions)))}
    return sorted(found, key=lambda each: (place[each.document_id], _WEIGHT[each.severity]))


@contextmanager
def _no_search_for_cycles() -> Iterator[None]:
    """Millions of check rows that hold no cycles are made; looking for some among them took a fifth of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
