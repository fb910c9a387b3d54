"""What each command does; it gives the exit code."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pipeline import account, batch, goldens, run
from pipeline.errors import UsageError
from pipeline.exports.record_json import submission_json
from pipeline.exports.run_file import run_json
from pipeline.inputs import input_files
from pipeline.progress import progress
from pipeline.streams import complain, say

Language = account.Language


def run_folder(asked: run.Asked, *, quiet: bool, json: bool) -> int:
    """Inputs in, tables out, and an account of it; `json` prints run.json in its place, `quiet` errors only."""
    with progress(asked.language, shown=not (quiet or json)) as watcher:
        outcome = run.outcome(asked, watcher)
    for line in account.account(outcome, asked.language):
        if line.wrong:
            complain(line.text)
        elif not (quiet or json):
            say(line.text)
    if json:
        say(run_json(outcome.record), end="")
    return outcome.exit_code


def read_file(file: Path, language: Language) -> int:
    """One document's records as JSON on stdout."""
    if file.is_dir():
        raise UsageError(
            f"{file} ir mape; norādiet vienu failu vai lietojiet komandu “run”.",
            f"{file} is a folder; name one file, or use the command “run”.",
        )
    [submission] = batch.submissions(input_files([file]))
    say(submission_json(submission), end="")
    if submission.summary is None:
        complain(submission.failure_en if language == "en" else submission.failure)
        return 3
    return 0


def check_samples(folder: Path, language: Language) -> int:
    """How each sample stands to its golden; 1 where one is not the same."""
    compared = goldens.comparisons(folder)
    for each in compared:
        for line in _comparison_lines(each, language):
            say(line)
    return int(any(each.state != "same" for each in compared))


def accept_samples(folder: Path, language: Language, *, force: bool) -> int:
    """Writes what is read now as the goldens."""
    written = goldens.accept(goldens.comparisons(folder), force=force)
    say(_accepted(len(written), language))
    return 0


def _comparison_lines(compared: goldens.Comparison, language: Language) -> Iterator[str]:
    """One line that says how a sample stands to its golden, and below it what differs."""
    states = {
        "lv": {"same": "sakrīt", "differs": "atšķiras", "missing": "nav apstiprināts", "orphan": "dokumenta vairs nav"},
        "en": {"same": "same", "differs": "differs", "missing": "not accepted yet", "orphan": "its document is gone"},
    }
    yield f"{compared.name}: {states[language][compared.state]}"
    if compared.state == "differs":
        yield from (f"  {line}" for line in compared.difference())


def _accepted(count: int, language: Language) -> str:
    """How many goldens were written."""
    if language == "en":
        return f"Accepted {account.counted(count, 'file', 'en')}." if count else "Nothing to accept: all are the same."
    if not count:
        return "Nav ko apstiprināt: viss sakrīt."
    verb = "Apstiprināts" if account.is_singular(count, "lv") else "Apstiprināti"
    return f"{verb} {account.counted(count, 'file', 'lv')}."
