"""run.json: what was run, with which options, how long each stage took, and what could not be read."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from msgspec import Struct

from pipeline import __version__
from pipeline.bookkeeping.ledger import LedgerEntry, ledger
from pipeline.exports.whole_file import write_whole
from pipeline.findings import Finding
from pipeline.records import Submission
from pipeline.twins import distinct_submissions

RUN_FILE = "run.json"


class RunRecord(Struct, frozen=True):
    """One run. `options` are as they were given, `seconds` names each stage with its duration."""

    options: Mapping[str, str | int | list[str] | None]
    seconds: Mapping[str, float]
    submissions: Sequence[Submission]
    findings: Sequence[Finding]

    @property
    def carried_over(self) -> Decimal:
        """What the documents carry out of their periods, in euros; a submission that came twice counts once."""
        return self._sum_over_periods(lambda entry: entry.carried_out)

    @property
    def unseen(self) -> Decimal:
        """Of that, what is not seen again: not in the next period, or there is none."""
        return self._sum_over_periods(lambda entry: entry.unseen)

    def _sum_over_periods(self, amount: Callable[[LedgerEntry], Decimal | None]) -> Decimal:
        read = distinct_submissions(self.submissions)
        entries = (period.total for each in read for period in ledger(each.summary.finances))
        return sum((amount(each) or Decimal(0) for each in entries), Decimal(0))


def write_run_file(folder: Path, run: RunRecord) -> Path:
    """Writes run.json into `folder`; raises `RunError` where it cannot."""
    return write_whole(folder, RUN_FILE, run_json(run).encode("utf-8", "backslashreplace"))


def run_json(run: RunRecord) -> str:
    """The text of run.json."""
    return json.dumps(run_content(run), ensure_ascii=False, indent=2) + "\n"


def run_content(run: RunRecord) -> dict[str, object]:
    """What run.json holds, as values of JSON."""
    failed = [each for each in run.submissions if not each.is_read]
    severities = [each.severity for each in run.findings]
    return {
        "version": __version__,
        "options": dict(run.options),
        "inputs": {
            "files": len(run.submissions),
            "read": len(run.submissions) - len(failed),
            "failed": len(failed),
            "pages": sum(each.pages for each in run.submissions),
        },
        "money": {"carried_over_eur": f"{run.carried_over:.2f}", "unseen_eur": f"{run.unseen:.2f}"},
        "findings": {severity: severities.count(severity) for severity in ("error", "warning", "info")},
        "seconds": {stage: round(seconds, 3) for stage, seconds in run.seconds.items()},
        "failed": [
            {"source_file": each.source_file, "failure": each.failure, "failure_en": each.failure_en} for each in failed
        ],
    }
