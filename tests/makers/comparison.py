"""Made and read: how the tables of a document that was read differ from its true rows."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from pipeline.forms.template import forms
from pipeline.journey import summary_of
from pipeline.records import Submission
from pipeline.sources.opening import document_of
from pipeline.tables import ACTIVITIES, DOCUMENTS, FINANCES, INDICATORS, Table
from tests.makers.known import without_cuts
from tests.makers.truth import Truth


def read_submission(content: bytes) -> Submission:
    """What the reader makes of these bytes."""
    document = document_of(content)
    return Submission("made", "made", document.route, len(document.pages), summary_of(document, forms()))


def differences(submission: Submission, truth: Truth) -> list[str]:
    """A line for each row that is missing and each that should not be there; none where all is read."""
    pairs = (
        (DOCUMENTS, truth.documents),
        (ACTIVITIES, truth.activities),
        (INDICATORS, truth.indicators),
        (FINANCES, truth.finances),
    )
    lines = [line for table, rows in pairs for line in _table_differences(table, submission, rows)]
    unclaimed = submission.summary.unclaimed if submission.summary else ()
    return [*lines, *(f"unclaimed: {each.text}" for each in unclaimed)]


def _table_differences(table: Table[Any], submission: Submission, true_rows: Sequence[Any]) -> Iterator[str]:
    names = [field.name for field in dataclasses.fields(true_rows[0])] if true_rows else []
    columns = [column for column in table.columns if column.name in names]
    read = [tuple(_plain(column.value(row)) for column in columns) for row in table.rows([submission], [])]
    true = [tuple(_plain(getattr(row, column.name)) for column in columns) for row in true_rows]
    if read != true:
        yield from (f"{table.name}: missing {row}" for row in true if row not in read)
        yield from (f"{table.name}: read {row}" for row in read if row not in true)
        if sorted(map(str, read)) == sorted(map(str, true)):
            yield f"{table.name}: another order"
        elif len(read) != len(true):
            yield f"{table.name}: {len(read)} rows for {len(true)}"


def _plain(value: object) -> str:
    """The value as text, white space folded, numbers without trailing zeros."""
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return "" if value is None else without_cuts(" ".join(str(value).split()))
