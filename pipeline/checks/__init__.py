"""Records into findings, by Great Expectations suites. Importing this package is cheap; checking is not."""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice

from msgspec.structs import replace

from pipeline.checks.kinds import CheckRow
from pipeline.findings import Finding
from pipeline.records import Submission
from pipeline.twins import read_documents

# So many documents are in memory at once while they are checked: some fifty thousand rows.
AT_ONCE = 250
_WEIGHT = {"error": 0, "warning": 1, "info": 2}


def warm_up() -> None:
    """Imports Great Expectations, which takes seconds; meant for a thread beside the reading."""
    from pipeline.checks import gx  # noqa: F401


def findings_of(submissions: Sequence[Submission]) -> list[Finding]:
    """Every finding: see `findings_in_parts`."""
    return list(findings_in_parts(submissions))


def findings_in_parts(submissions: Sequence[Submission], at_once: int = AT_ONCE) -> Iterator[Finding]:
    """Every finding, by document in the order of the submissions, then error, warning, info, then by suite and row.

    What sets documents beside each other is validated once for the whole batch, the
    rest for `at_once` documents at a time, so that no more of them are in memory.
    Raises RunError where a suite is not valid, a check could not run, or a table has
    no row to check.
    """
    from pipeline.checks.check_tables import tables_across, tables_within

    across = _by_document(_broken(tables_across(submissions), submissions))
    documents = {each.document_id: each.submission for each in read_documents(submissions)}
    ids = iter(dict.fromkeys(each.document_id for each in submissions))
    while part := list(islice(ids, at_once)):
        brought = [replace(each, reading=each.summary) for each in map(documents.get, part) if each]
        within = _by_document(_broken(tables_within(brought), brought))
        for each in part:
            yield from (finding for *_, finding in sorted(across[each] + within[each], key=lambda one: one[:2]))


_Weighed = tuple[int, int, Finding]
"""A finding behind what orders it: its severity, and the place of its suite."""


def _broken(tables: Mapping[str, Sequence[CheckRow]], submissions: Sequence[Submission]) -> Iterator[_Weighed]:
    """What the suites of these tables find."""
    from pipeline.checks.check_tables import empty_tables
    from pipeline.checks.finding_of_row import finding_of_row
    from pipeline.checks.gx import broken_rows
    from pipeline.checks.suites import nothing_to_check, suites

    with _no_search_for_cycles():
        for table in empty_tables(tables, submissions):
            raise nothing_to_check(table)
        for place, suite in enumerate(suites()):
            for stanza, row in broken_rows(suite, tables[suite.table]) if suite.table in tables else ():
                yield _WEIGHT[stanza.severity], place, finding_of_row(stanza, row)


def _by_document(weighed: Iterable[_Weighed]) -> dict[str, list[_Weighed]]:
    by_document: dict[str, list[_Weighed]] = defaultdict(list)
    for each in weighed:
        by_document[each[2].document_id].append(each)
    return by_document


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
