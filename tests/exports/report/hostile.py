"""Texts that try to become something else, put into every text of a submission."""

from __future__ import annotations

from typing import Any

from msgspec import Struct
from msgspec.structs import asdict, replace

from pipeline.findings import Finding
from pipeline.records import Submission

HOSTILE = {
    "script": "<script>window.ran = 1</script>",
    "closing": "</style></script><script>window.ran = 1</script><!--",
    "attribute": '" onmouseover="window.ran = 1" onfocus=\'window.ran = 1\' autofocus tabindex=0 x="',
    "image": "<img src=x onerror='window.ran = 1'><svg onload='window.ran = 1'>",
    "address": "javascript:window.ran=1//http://127.0.0.1:9/",
    "formula": "=cmd|' /C calc'!A0",
    "template": "{{ 7 * 7 }}{% raw %}${7*7}",
    "right-to-left": "\u202e\u2067atpakaļ\u200f",
    "control": "a\x00b\x1b[31m\x85c\ud800",
    "long": "ā" * 10_000,
}
# Words out of a fixed list, which the program itself gives.
CODES = frozenset(
    {
        "document_id",
        "route",
        "disposition",
        "qualifier",
        "basis",
        "scenario",
        "rule",
        "code",
        "severity",
        "reason",
        "table",
        "row",
        "region",
        "label",
    }
)


def poisoned(value: Any, text: str) -> Any:
    """The value with every text in it replaced, its codes and what is not stated apart."""
    if isinstance(value, str):
        return text if value else value
    if isinstance(value, tuple):
        return tuple(poisoned(each, text) for each in value)
    if isinstance(value, Struct):
        changes = {name: poisoned(each, text) for name, each in asdict(value).items()}
        return replace(value, **{name: each for name, each in changes.items() if name not in CODES})
    return value


def poisoned_submission(submission: Submission, text: str) -> Submission:
    """A submission whose every text is hostile."""
    return poisoned(submission, text)


def poisoned_finding(finding: Finding, text: str) -> Finding:
    """A finding whose every text is hostile."""
    return poisoned(finding, text)
