"""One document's records → JSON: the same names, dates in ISO form, money and counts as exact strings.

What only leads back to the opened document is left out (see `Traced`).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from msgspec import Struct

from pipeline.records import Submission
from pipeline.traced import Traced

LEFT_OUT_BLANK = frozenset({"membership", "same_as", "place", "doubt"})
"""What only a file in a container has, or a value without pages or on a scan; of others it is left out."""

NAMES = {"reading": "summary"}
"""What is called otherwise than the field that holds it."""


def submission_json(submission: Submission) -> str:
    """Everything that was read from one file, indented, with a line end; it names no folder of this machine."""
    return _json(submission)


def submitted_json(submissions: Sequence[Submission]) -> str:
    """The same for what was submitted as one file: of a container a list of the files in it."""
    [first, *others] = submissions
    return _json(first if not others and first.membership is None else submissions)


def _json(records: object) -> str:
    return json.dumps(records, default=_json_value, ensure_ascii=False, indent=2) + "\n"


def _json_value(value: object) -> object:
    if isinstance(value, Struct):
        compared = value.compared() if isinstance(value, Traced) else value.__struct_fields__
        names = (NAMES.get(name, name) for name in compared)
        fields = {name: _rounded(getattr(value, name)) for name in names}
        return {name: each for name, each in fields.items() if each or name not in LEFT_OUT_BLANK}
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no JSON form")


def _rounded(value: object) -> object:
    """A box's edge to two decimals, so that a reader's last binary digit makes no difference; others as they are."""
    return round(value, 2) if isinstance(value, float) else value
