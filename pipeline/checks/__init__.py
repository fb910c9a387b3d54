"""Submissions into findings, by Great Expectations suites; importing this package does not yet import them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.findings import Finding
from pipeline.records import Submission

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["findings_of", "warm_up"]


def warm_up() -> None:
    """Imports Great Expectations, which takes seconds; meant for a thread beside the reading of documents."""
    import pipeline.checks.gx  # noqa: F401


def findings_of(submissions: Sequence[Submission], folder: Path | None = None) -> list[Finding]:
    """Everything that the suites find, by submission, severity (error first), table, stanza and row.

    The suites lie in `folder`, by default in the package's own. RunError where one of them or a check cannot be used.
    """
    from pipeline.checks.batch_findings import batch_findings
    from pipeline.checks.suites import expectations_folder, loaded_suites

    return batch_findings(submissions, loaded_suites(folder or expectations_folder()))
