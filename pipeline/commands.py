"""What each command does; it gives the exit code. What only one of them needs is imported where it is called."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from pipeline import batch
from pipeline.catalogue import Language, counted, counted_text, text
from pipeline.errors import RunError, UsageError
from pipeline.exports.publication import complete_publication
from pipeline.exports.record_json import submitted_json
from pipeline.exports.whole_file import write_whole
from pipeline.findings import FAILING, FailOn, Finding
from pipeline.inputs import InputFile
from pipeline.options import Order
from pipeline.records import Submission
from pipeline.streams import complain, say
from pipeline.unpacking import named_files
from pipeline.versions import with_versions

if TYPE_CHECKING:
    from pipeline.account import Line
    from pipeline.goldens import Comparison
    from pipeline.run import Asked


class Judged(Struct, frozen=True):
    """What a machine is told of findings: which make the command fail, and the files that hold them."""

    fail_on: FailOn = "error"
    junit: Path | None = None
    lines: Path | None = None

    def exit_code(self, submissions: Sequence[Submission], findings: Sequence[Finding]) -> int:
        """3: at least one file could not be read; 1: at least one finding that `fail_on` counts; else 0."""
        if any(not each.is_read for each in submissions):
            return 3
        return int(any(each.severity in FAILING[self.fail_on] for each in findings))

    def write(self, submissions: Sequence[Submission], findings: Sequence[Finding], language: Language) -> None:
        """The files that were asked for. Raises RunError where one cannot be written."""
        if self.lines:
            from pipeline.exports.findings_lines import findings_lines

            write_whole(self.lines.parent, self.lines.name, findings_lines(submissions, findings).encode())
        if self.junit:
            from pipeline.checks.suites import suites
            from pipeline.exports.junit_file import junit_xml

            codes = list(dict.fromkeys(stanza.code for suite in suites() for stanza in suite.stanzas))
            told = junit_xml(submissions, findings, codes, fail_on=self.fail_on, language=language)
            write_whole(self.junit.parent, self.junit.name, told.encode())


@dataclass(frozen=True, slots=True)
class Wanted:
    """In which form the explanation of a value is wanted: with a picture of its page, with findings, as JSON.

    `passwords` may open the document.
    """

    image: Path | None = None
    findings: bool = False
    json: bool = False
    passwords: tuple[str, ...] = field(default=(), repr=False)


def run_folder(asked: Asked, judged: Judged, *, quiet: bool, json: bool) -> int:
    """Inputs in, tables out, and an account of it; `json` tells events in its place, `quiet` errors only."""
    from pipeline import account, run
    from pipeline.events import finished, told_events
    from pipeline.progress import progress

    with ExitStack() as stack:
        with progress(asked.language, shown=not (quiet or json)) as bar:
            outcome = stack.enter_context(run.outcome(asked, told_events(say) if json else bar))
        _tell(account.account(outcome, asked.language), quiet=quiet or json)
        if json:
            say(finished(outcome.record))
        judged.write(outcome.record.submissions, outcome.record.findings, asked.language)
        return judged.exit_code(outcome.record.submissions, outcome.record.findings)


def watch_folder(asked: Asked, seconds: float, *, quiet: bool) -> int:
    """Reads what is dropped into a folder, which it looks at every so many seconds, until the user stops it."""
    from pipeline import account
    from pipeline.watching import updates

    [inbox] = asked.inputs
    if not inbox.is_dir():
        raise UsageError("inputs.no_inbox", folder=inbox)
    if not quiet:
        say(text("account.watching", asked.language, folder=inbox))
    for each in updates(asked, lambda: time.sleep(seconds)):
        if isinstance(each, RunError):
            complain(each.sentence.in_language(asked.language))
        else:
            _tell(account.account(each, asked.language), quiet=quiet)
    return 0


def _tell(lines: Iterable[Line], *, quiet: bool) -> None:
    """What is wrong on stderr, the rest on stdout unless only errors are wanted."""
    for line in lines:
        if line.wrong:
            complain(line.text)
        elif not quiet:
            say(line.text)


def check_folder(folder: Path, judged: Judged, language: Language, *, quiet: bool) -> int:
    """How a folder of tables stands, without any document; 3 where a table cannot be read whole.

    What a run was stopped in publishing is published first: else tables of two runs would lie there.
    """
    from pipeline import account
    from pipeline.checks import findings_of
    from pipeline.readback.folder import read_folder

    if not folder.is_dir():
        raise UsageError("inputs.no_tables", folder=folder)
    complete_publication(folder)
    read = read_folder(folder)
    findings = findings_of(read.submissions)
    _tell(account.table_account(read, findings, language), quiet=quiet)
    judged.write(read.submissions, findings, language)
    return 3 if read.faults else judged.exit_code(read.submissions, findings)


def list_expectations(language: Language) -> int:
    """Every expectation with its code, its severity, and what it says of the row that fails."""
    from pipeline import account
    from pipeline.checks.finding_of_row import finding_of_row
    from pipeline.checks.suites import suites

    for suite in suites():
        say(f"{suite.table}.json")
        for each in suite.stanzas:
            name = "" if each.name == each.code else f" ({each.name})"
            say(f"  {account.severity_word(each.severity, language)}  {each.code}{name}")
            example = finding_of_row(each, each.fails)
            say(f"      {example.message_en if language == 'en' else example.message}")
    return 0


def examine_machine(language: Language) -> int:
    """What this machine has of the programs that some documents need; 1 where one is missing."""
    from pipeline.doctor import examined, layers_of_fence, told, told_fence

    needs = examined()
    say(told_fence(layers_of_fence(), language))
    for line in told(needs, language):
        say(line)
    return int(any(each.missing for each in needs))


def read_file(file: Path, language: Language, passwords: tuple[str, ...] = ()) -> int:
    """One document's records as JSON on stdout, or a list of them: those of a container."""
    with named_files(file, passwords) as files:
        submissions = with_versions([batch.single_submission(each, Order(passwords=passwords)) for each in files])
    say(submitted_json(submissions), end="")
    failed = [each for each in submissions if not each.is_read]
    for each in failed:
        why = each.failure_en if language == "en" else each.failure
        complain(f"{each.source_file}: {why}" if each.membership else why)
    return 3 if failed else 0


def explain_file(file: Path, address: str | None, wanted: Wanted, language: Language) -> int:
    """Where a value of one document comes from; without an address, every address with its value."""
    from pipeline.explain.answer import Question, answer

    asked = (wanted.image, wanted.findings, wanted.json, language, wanted.passwords)
    with named_files(file, wanted.passwords) as files:
        answered = answer(Question(_only_document(files), address or None, *asked))
    say(answered.said, end="")
    if answered.wrong:
        complain(answered.wrong)
    return answered.exit_code


def _only_document(files: Sequence[InputFile]) -> InputFile:
    """The file that was named, or the one of a container that can be read. Raises `UsageError` where there are more."""
    readable = [each for each in files if each.refusal is None]
    if len(readable) > 1:
        raise UsageError("inputs.which_in_container", names="; ".join(each.source_file for each in readable))
    return (readable or files)[0]


def check_samples(folder: Path, language: Language) -> int:
    """How each sample stands to its golden; 1 where one is not the same."""
    from pipeline import goldens

    compared = goldens.comparisons(folder)
    for each in compared:
        for line in _comparison_lines(each, language):
            say(line)
    return int(any(each.state not in ("same", "unchecked", "unread") for each in compared))


def accept_samples(folder: Path, language: Language, *, force: bool) -> int:
    """Writes what is read now as the goldens."""
    from pipeline import goldens

    written = goldens.accept(goldens.comparisons(folder), force=force)
    say(_accepted(len(written), language))
    return 0


def _comparison_lines(compared: Comparison, language: Language) -> Iterator[str]:
    """One line that says how a sample stands to its golden, and below it what differs."""
    yield f"{compared.name}: {text(f'samples.{compared.state}', language)}"
    if compared.state == "differs":
        yield from (f"  {line}" for line in compared.difference(language))


def _accepted(count: int, language: Language) -> str:
    """How many goldens were written."""
    if not count:
        return text("samples.nothing_to_accept", language)
    return counted_text("samples.accepted", count, language, files=counted(count, "file", language))
