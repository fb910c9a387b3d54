"""A run from top to bottom: the inputs found, read, checked and written."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from pipeline import batch
from pipeline.catalogue import Language
from pipeline.errors import UsageError
from pipeline.exports.csv_files import write_csv_files
from pipeline.exports.datapackage import write_datapackage
from pipeline.exports.run_file import RunRecord, write_run_file
from pipeline.findings import Finding
from pipeline.inputs import InputFile, input_files
from pipeline.options import VERIFY, DialectName
from pipeline.records import Submission
from pipeline.tables.dialects import DIALECTS
from pipeline.unpacking import unpacked
from pipeline.versions import with_versions

# The installed command is loaded anew in each process that reads, unless their server has it.
COMMAND_PRELOAD = ("pipeline.cli",)
# The processes that draw the report are forked from the server that is started for the reading.
REPORT_PRELOAD = ("pipeline.exports.report.document_html", "pipeline.sources.page_pictures")


@dataclass(frozen=True, slots=True)
class Asked:
    """What the user asked for.

    `workers` None means one for each processor. Of `verify` files the words are read twice.
    `passwords` may open protected files, and are told nowhere.
    """

    inputs: tuple[Path, ...]
    output_folder: Path
    workers: int | None = None
    language: Language = "lv"
    tables_only: bool = False
    dialect: DialectName = "open-data"
    verify: int = VERIFY
    passwords: tuple[str, ...] = field(default=(), repr=False)

    @property
    def preload(self) -> Sequence[str]:
        """What the processes of this run are forked with."""
        return COMMAND_PRELOAD if self.tables_only else (*COMMAND_PRELOAD, *REPORT_PRELOAD)

    @property
    def options(self) -> Mapping[str, str | int | list[str] | None]:
        """The options as run.json tells them."""
        return {
            "inputs": [str(each) for each in self.inputs],
            "out": str(self.output_folder),
            "workers": self.workers,
            "lang": self.language,
            "tables_only": self.tables_only,
            "dialect": self.dialect,
            "verify": self.verify,
        }


@dataclass(frozen=True, slots=True)
class Watcher:
    """Told how a run goes.

    `begun` is called once with the number of files, `read` after each of them;
    `drawing` once with the number of documents in the report, `drawn` after each.
    """

    begun: Callable[[int], None] = lambda _: None
    read: Callable[[Submission], None] = lambda _: None
    drawing: Callable[[int], None] = lambda _: None
    drawn: Callable[[], None] = lambda: None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run gave: its record, the files that it wrote, and a sentence for each thing that one had no room for."""

    record: RunRecord
    files: tuple[Path, ...]
    notes: tuple[str, ...] = ()


def outcome(asked: Asked, watcher: Watcher | None = None, reader: batch.Reader = batch.read_document) -> Outcome:
    """Runs it all. Raises `UsageError` for what cannot be done as asked, `RunError` where the run cannot go on."""
    seconds: dict[str, float] = {}
    with _timed(seconds, "find"):
        submitted = input_files(asked.inputs, asked.output_folder)
    _make_folder(asked.output_folder)
    with ExitStack() as scratch:
        with _timed(seconds, "unpack"):
            files = scratch.enter_context(unpacked(submitted, workers=asked.workers, preload=asked.preload))
        return _outcome_of(files, asked, watcher or Watcher(), reader, seconds)


def _outcome_of(
    files: Sequence[InputFile], asked: Asked, watcher: Watcher, reader: batch.Reader, seconds: dict[str, float]
) -> Outcome:
    """The rest of the run, once its files lie unpacked."""
    notes: list[str] = []
    with _timed(seconds, "read"), _checks_warming_up():
        submissions = _submissions(files, asked, watcher, reader)
    with _timed(seconds, "check"):
        findings = _findings(submissions)
    with _timed(seconds, "write"):
        written = _tables(asked, submissions, findings)
    if not asked.tables_only:
        with _timed(seconds, "workbook"):
            workbook, notes = _workbook(asked, submissions, findings)
        written.append(workbook)
        with _timed(seconds, "report"):
            written += _report(asked, files, submissions, findings, watcher)
    record = RunRecord(asked.options, seconds, submissions, findings)
    return Outcome(record, (*written, write_run_file(asked.output_folder, record)), tuple(notes))


def _tables(asked: Asked, submissions: Sequence[Submission], findings: Sequence[Finding]) -> list[Path]:
    dialect = DIALECTS[asked.dialect]
    written = write_csv_files(asked.output_folder, submissions, findings, dialect)
    return [*written, write_datapackage(asked.output_folder, dialect, asked.language)]


def _workbook(asked: Asked, submissions: Sequence[Submission], findings: Sequence[Finding]) -> tuple[Path, list[str]]:
    from pipeline.exports.workbook.writing import write_workbook

    return write_workbook(asked.output_folder, submissions, findings, asked.language)


def _report(
    asked: Asked,
    files: Sequence[InputFile],
    submissions: Sequence[Submission],
    findings: Sequence[Finding],
    watcher: Watcher,
) -> list[Path]:
    from pipeline.exports.report.writing import Drawing, write_report

    watcher.drawing(len({each.document_id for each in submissions if each.counts}))
    return write_report(
        asked.output_folder,
        [each.path for each in files],
        submissions,
        findings,
        Drawing(asked.language, batch.worker_count(asked.workers), asked.passwords),
        watcher.drawn,
    )


def _submissions(files: Sequence[InputFile], asked: Asked, watcher: Watcher, reader: batch.Reader) -> list[Submission]:
    watcher.begun(len(files))
    found = batch.submissions(
        files,
        workers=asked.workers,
        reader=reader,
        on_read=watcher.read,
        preload=asked.preload,
        orders=batch.orders_of(len(files), asked.verify, asked.passwords),
    )
    return with_versions(found)


def _findings(submissions: Sequence[Submission]) -> list[Finding]:
    from pipeline.checks import findings_of

    return findings_of(submissions)


@contextmanager
def _timed(seconds: dict[str, float], stage: str) -> Iterator[None]:
    begin = time.perf_counter()
    yield
    seconds[stage] = time.perf_counter() - begin


@contextmanager
def _checks_warming_up() -> Iterator[None]:
    """Great Expectations takes seconds to import; it does so while the documents are read."""
    threading.Thread(target=_warm_up, daemon=True).start()
    yield


def _warm_up() -> None:
    with suppress(Exception):  # What is wrong here is said when the checks are asked.
        from pipeline.checks import warm_up

        warm_up()


def _make_folder(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise UsageError("run.output_is_file", folder=folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError("run.output_not_made", folder=folder, reason=error.strerror) from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise UsageError("run.output_not_writable", folder=folder)
