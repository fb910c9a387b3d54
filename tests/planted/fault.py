"""A fault that is planted in a base document, and the finding that it must raise."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.findings import Finding, Severity
from tests.planted.documents import Base

Replacement = tuple[str, str]
"""What stands in the base, once, and what stands there instead."""


@dataclass(frozen=True, slots=True)
class Raised:
    """What a finding says besides its sentences."""

    severity: Severity
    code: str
    table: str
    row: str
    expected: str
    actual: str
    page: int | None


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: where it is planted, the stanza that must fire on it, and what is raised.

    `stanza` is the check table and the stanza's name there. The Latvian message
    holds all of `lv`, the English one all of `en`. `also` names the codes that
    the fault cannot help but raise too. With `beside_clean` the clean base of
    the same performer is handed in before it.
    """

    name: str
    base: Base
    replacements: tuple[Replacement, ...]
    stanza: tuple[str, str]
    raised: Raised
    lv: tuple[str, ...]
    en: tuple[str, ...]
    also: tuple[str, ...] = ()
    beside_clean: bool = False

    @property
    def source_file(self) -> str:
        """The name under which the document is handed in."""
        return f"{self.base.name}, {self.name}"

    @property
    def clean_file(self) -> str:
        """The name under which its clean twin is handed in before it."""
        return f"{self.source_file}, clean"

    @property
    def text(self) -> str:
        """The text of the base with the fault in it."""
        text = self.base.text
        for old, new in self.replacements:
            places = self.base.text.count(old)
            assert places == 1, f"{self.source_file}: {old!r} stands {places} times in the base"
            assert old in text, f"{self.source_file}: {old!r} was replaced before"
            text = text.replace(old, new)
        return text


def raised_by(finding: Finding) -> Raised:
    """What the finding says besides its sentences."""
    return Raised(
        finding.severity,
        finding.code,
        finding.table,
        finding.row,
        finding.expected,
        finding.actual,
        finding.page,
    )
