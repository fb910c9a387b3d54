"""What a run tells a machine as it goes: a line of JSON for each event, on stdout."""

from __future__ import annotations

import json
from collections.abc import Callable

from pipeline.exports.run_file import RunRecord, run_content
from pipeline.records import Submission
from pipeline.run import Watcher


def told_events(write: Callable[[str], None]) -> Watcher:
    """A watcher that writes `begun`, `reading`, `read` and `drawing`; `finished` is written by who ends the run."""
    return Watcher(
        begun=lambda files: write(_line("begun", files=files)),
        reading=lambda source_file: write(_line("reading", source_file=source_file)),
        read=lambda submission: write(_read(submission)),
        drawing=lambda documents: write(_line("drawing", documents=documents)),
    )


def finished(record: RunRecord) -> str:
    """The last line: what run.json holds."""
    return _line("finished", run=run_content(record))


def _read(submission: Submission) -> str:
    failure = {"failure": submission.failure, "failure_en": submission.failure_en}
    return _line(
        "read",
        source_file=submission.source_file,
        document_id=submission.document_id,
        read=submission.is_read,
        **({} if submission.is_read else failure),
    )


def _line(event: str, **values: object) -> str:
    """One line of JSON, its letters as they are."""
    return json.dumps({"event": event, **values}, ensure_ascii=False)
