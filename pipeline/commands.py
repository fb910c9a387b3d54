"""What each command does; it gives the exit code."""

from __future__ import annotations

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
        for line in account.comparison_lines(each, language):
            say(line)
    return int(any(each.state != "same" for each in compared))


def accept_samples(folder: Path, language: Language, *, force: bool) -> int:
    """Writes what is read now as the goldens."""
    written = goldens.accept(goldens.comparisons(folder), force=force)
    say(account.accepted(len(written), language))
    return 0
