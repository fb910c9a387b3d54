"""Submissions and suites → findings, in their order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.checks.check_tables import check_tables
from pipeline.checks.gx import Suite, failures
from pipeline.checks.messages import filled, sentence
from pipeline.checks.rows import CheckRow
from pipeline.checks.stanzas import Stanza
from pipeline.findings import Finding
from pipeline.records import Submission

SEVERITIES = ("error", "warning", "info")


def batch_findings(submissions: Sequence[Submission], suites: Sequence[Suite]) -> list[Finding]:
    """The findings by submission, severity (error first), suite, stanza and row."""
    tables = check_tables(submissions)
    found = [finding for suite in suites for finding in table_findings(suite, tables[suite.table])]
    order: dict[str, int] = {}
    for each in submissions:
        order.setdefault(each.document_id, len(order))
    return sorted(found, key=lambda each: (order[each.document_id], SEVERITIES.index(each.severity)))


def table_findings(suite: Suite, rows: Sequence[CheckRow]) -> Iterator[Finding]:
    """The findings of one suite, by stanza and row."""
    for failure in failures(suite, rows):
        yield row_finding(failure.stanza, rows[failure.position])


def row_finding(stanza: Stanza, row: CheckRow) -> Finding:
    """The finding that a row gives where it does not meet a stanza."""
    return Finding(
        document_id=row.document_id or "",
        severity=stanza.level,
        code=stanza.code,
        table=row.table or "",
        row=row.row or "",
        message=sentence(stanza.message, row, stanza.words, "lv"),
        message_en=sentence(stanza.message_en, row, stanza.words, "en"),
        expected=filled(stanza.expected, row, stanza.words, "plain"),
        actual=filled(stanza.actual, row, stanza.words, "plain"),
        quote=row.quote or "",
        page=row.page,
    )
