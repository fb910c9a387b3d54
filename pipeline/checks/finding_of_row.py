"""A row for which an expectation does not hold → the finding."""

from __future__ import annotations

from pipeline.checks.kinds import CheckRow
from pipeline.checks.messages import filled, sentence, written_hint
from pipeline.checks.suites import Stanza
from pipeline.findings import Finding


def finding_of_row(stanza: Stanza, row: CheckRow) -> Finding:
    """The finding with both messages filled in."""
    return Finding(
        document_id=row.document_id or "",
        severity=stanza.severity,
        code=stanza.code,
        table=row.table or "",
        row=row.row or "",
        message=sentence(stanza.message, row, stanza.words, "lv"),
        message_en=sentence(stanza.message_en, row, stanza.words, "en"),
        expected=_plain(stanza.expected, row, stanza),
        actual=_plain(stanza.actual, row, stanza),
        quote=row.quote or "",
        page=row.page,
        suggestion=written_hint(row.hint, "lv") if row.hint else "",
        suggestion_en=written_hint(row.hint, "en") if row.hint else "",
        place=row.place or "",
    )


def _plain(template: str, row: CheckRow, stanza: Stanza) -> str:
    return filled(template, row, stanza.words, "plain")
