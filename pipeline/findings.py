"""What an expectation found in a document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

Severity = Literal["error", "warning", "info"]
FailOn = Literal["error", "warning", "never"]

FAILING: Mapping[FailOn, tuple[Severity, ...]] = {"error": ("error",), "warning": ("error", "warning"), "never": ()}
"""The severities that count as failing, the gravest first."""


class Finding(Struct, frozen=True):
    """One thing that an expectation found; the fields are the columns of findings.csv.

    `row` names the row of `table`: `2022-07-15/2023-07-14`, with `/purpose`
    behind it for a purpose; `1/3` for year and item, `1/heading/3` where there
    is a section. `page` is None without a
    page, `place` is where it stands where there are none. `suggestion` says which amount may
    be mistyped, "" where no single slip explains what is wrong.
    """

    document_id: str
    severity: Severity
    code: str
    table: str
    row: str
    message: str
    message_en: str
    expected: str
    actual: str
    quote: str
    page: int | None
    suggestion: str = ""
    suggestion_en: str = ""
    place: str = ""
