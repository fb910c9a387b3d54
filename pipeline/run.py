"""A run from top to bottom: the inputs found, read, checked and written."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from msgspec import Struct

from pipeline import batch
from pipeline.catalogue import Language
from pipeline.errors import RunStoppedError, UsageError
from pipeline.exports.csv_files import write_csv_files
from pipeline.exports.datapackage import DATAPACKAGE, write_datapackage
from pipeline.exports.publication import complete_publication, new_files, publish, work_folder
from pipeline.exports.report import PAGE_PRELOAD
from pipeline.exports.run_file import RUN_FILE, RunRecord, write_run_file
from pipeline.exports.spool import Spool
from pipeline.exports.workbook import WORKBOOK
from pipeline.fence import Limits
from pipeline.findings import Finding
from pipeline.inputs import InputFile, input_files
from pipeline.journal import Journal, opened_journal
from pipeline.options import VERIFY, DialectName, Part
from pipeline.program import program_digest
from pipeline.readings import Readings
from pipeline.records import Submission
from pipeline.tables import TABLES
from pipeline.tables.dialects import DIALECTS
from pipeline.unpacking import unpacked
from pipeline.versions import with_versions

# The installed command is loaded anew in each process that reads, unless their nursery has it.
COMMAND_PRELOAD = ("pipeline.cli",)
# The processes that draw the report are forked from the nursery that is started for the reading.


@dataclass(frozen=True, slots=True)
class Asked:
    """What the user asked for.

    `workers` None means one for each processor. Of `verify` files the words are read twice.
    `passwords` may open protected files, and are told nowhere. The
    documents are read on `cluster` where one is named; of all files only those of a
    `part` where one is named. `left_out` are files that are still being written.
    `tries_again` says whether what an earlier run had no time for is read once more.
    """

    inputs: tuple[Path, ...]
    output_folder: Path
    workers: int | None = None
    language: Language = "lv"
    tables_only: bool = False
    dialect: DialectName = "open-data"
    verify: int = VERIFY
    passwords: tuple[str, ...] = field(default=(), repr=False)
    cluster: str | None = None
    left_out: frozenset[Path] = frozenset()
    tries_again: bool = True
    part: Part | None = None

    @property
    def preload(self) -> Sequence[str]:
        """What the processes of this run are forked with."""
        return COMMAND_PRELOAD if self.tables_only else (*COMMAND_PRELOAD, *PAGE_PRELOAD)

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
            "cluster": self.cluster,
            "part": str(self.part) if self.part else None,
        }


class Watcher(Struct, frozen=True):
    """Told how a run goes.

    `begun` is called once with the number of files, `reading` with the name of each as
    its reading begins, `read` with each submission as it is there; `drawing` once with
    the number of documents in the report, `drawn` after each.
    """

    begun: Callable[[int], None] = lambda _: None
    reading: Callable[[str], None] = lambda _: None
    read: Callable[[Submission], None] = lambda _: None
    drawing: Callable[[int], None] = lambda _: None
    drawn: Callable[[], None] = lambda: None


class Outcome(Struct, frozen=True):
    """What a run gave: its record, the files that it wrote, and a sentence for each thing that one had no room for."""

    record: RunRecord
    files: tuple[Path, ...]
    notes: tuple[str, ...] = ()


@contextmanager
def outcome(asked: Asked, watcher: Watcher | None = None, spread: batch.Spread | None = None) -> Iterator[Outcome]:
    """Runs it all; what the outcome tells of documents lies on disk as long as the block lasts.

    `spread` says where the readers run, by default in processes of this machine. Raises
    `UsageError` for what cannot be done as asked, `RunError` where the run cannot go
    on, `RunStoppedError` where the user stops it.
    """
    seconds: dict[str, float] = {}
    with _timed(seconds, "find"):
        found = input_files(asked.inputs, asked.output_folder, asked.left_out)
        submitted = [file for file in found if asked.part is None or asked.part.holds(file.source_file)]
    _make_folder(asked.output_folder)
    with ExitStack() as stack:
        journal = stack.enter_context(opened_journal(work_folder(asked.output_folder)))
        complete_publication(asked.output_folder)
        if asked.tries_again:
            journal.forget_cut_short()
        with _timed(seconds, "unpack"):
            files = stack.enter_context(
                unpacked(submitted, workers=asked.workers, preload=asked.preload, passwords=asked.passwords)
            )
        _warm_checks_up()
        new = stack.enter_context(new_files(asked.output_folder))
        findings = stack.enter_context(closing(Spool(new.parent, Finding)))
        run = _Run(asked, watcher or Watcher(), journal, new, findings, seconds)
        try:
            done = run.outcome(files, spread or stack.enter_context(_spread(asked)))
        except KeyboardInterrupt as stopped:
            raise RunStoppedError("run.stopped", read=run.read, files=len(files)) from stopped
        yield done
        journal.forget_other_programs(run.program)


@contextmanager
def _spread(asked: Asked) -> Iterator[batch.Spread]:
    """Where the readers run, as the user asked."""
    if asked.cluster is None:
        yield batch.fenced(workers=asked.workers, preload=asked.preload)
        return
    from pipeline.cluster import cluster

    with cluster(asked.cluster, Limits(), batch.read_document) as spread:
        yield spread


class _Run:
    """A run once its files lie unpacked; `new` is where it writes, until all is there and published."""

    def __init__(
        self,
        asked: Asked,
        watcher: Watcher,
        journal: Journal,
        new: Path,
        findings: Spool[Finding],
        seconds: dict[str, float],
    ) -> None:
        self._asked, self._watcher, self._journal, self._new = asked, watcher, journal, new
        self._findings, self._seconds = findings, seconds
        self.program, self.read = program_digest(), 0

    def outcome(self, files: Sequence[InputFile], spread: batch.Spread) -> Outcome:
        """Reads, checks, writes and publishes."""
        with self._timed("read"):
            submissions = self._submissions(files, spread)
        with self._timed("check"):
            findings = self._findings
            findings.extend(_findings_of(submissions))
        with self._timed("write"):
            self._write_tables(submissions, findings)
        notes: list[str] = []
        stale: list[str] = []
        if not self._asked.tables_only:
            with self._timed("workbook"):
                workbook, notes = self._workbook(submissions, findings)
            stale += [] if workbook else [WORKBOOK]
            with self._timed("report"):
                stale += self._report(files, submissions, findings)
        record = RunRecord(self._asked.options, self._seconds, submissions, findings)
        write_run_file(self._new, record)
        return Outcome(record, tuple(_shown_first(publish(self._asked.output_folder, stale))), tuple(notes))

    def _submissions(self, files: Sequence[InputFile], spread: batch.Spread) -> list[Submission]:
        self._watcher.begun(len(files))
        found = batch.submissions(
            files,
            spread,
            orders=batch.orders_of(len(files), self._asked.verify, self._asked.passwords),
            readings=Readings(self._journal, self.program),
            watched=batch.Watched(self._watcher.reading, self._take),
        )
        return with_versions(found)

    def _take(self, submission: Submission) -> None:
        self.read += 1
        self._watcher.read(submission)

    def _write_tables(self, submissions: Sequence[Submission], findings: Sequence[Finding]) -> None:
        dialect = DIALECTS[self._asked.dialect]
        write_csv_files(self._new, submissions, findings, dialect)
        write_datapackage(self._new, dialect, self._asked.language)

    def _workbook(
        self, submissions: Sequence[Submission], findings: Sequence[Finding]
    ) -> tuple[Path | None, list[str]]:
        from pipeline.exports.workbook.writing import write_workbook

        return write_workbook(self._new, submissions, findings, self._asked.language)

    def _report(
        self, files: Sequence[InputFile], submissions: Sequence[Submission], findings: Sequence[Finding]
    ) -> list[str]:
        """Writes the report; gives the pages of earlier runs that have no place in it."""
        from pipeline.exports.report.drawn_pages import DrawnPages
        from pipeline.exports.report.writing import Drawing, stale_pages, write_report

        asked = self._asked
        self._watcher.drawing(len({each.document_id for each in submissions if each.counts}))
        known = DrawnPages(asked.output_folder, self._journal, self.program)
        drawing = Drawing(asked.language, batch.worker_count(asked.workers), asked.passwords, known)
        write_report(self._new, [each.path for each in files], submissions, findings, drawing, self._watcher.drawn)
        return stale_pages(asked.output_folder, submissions)

    def _timed(self, stage: str) -> AbstractContextManager[None]:
        return _timed(self._seconds, stage)


def _findings_of(submissions: Sequence[Submission]) -> Iterator[Finding]:
    from pipeline.checks import findings_in_parts

    return findings_in_parts(submissions)


def _shown_first(files: Sequence[Path]) -> list[Path]:
    """The files that people open, in the order in which they are told of: tables, workbook, overview, record."""
    order = [f"{table.name}.csv" for table in TABLES]
    order += [DATAPACKAGE, WORKBOOK, "index.html", RUN_FILE]
    return sorted((each for each in files if each.name in order), key=lambda each: order.index(each.name))


@contextmanager
def _timed(seconds: dict[str, float], stage: str) -> Iterator[None]:
    begin = time.perf_counter()
    yield
    seconds[stage] = time.perf_counter() - begin


def _warm_checks_up() -> None:
    """Great Expectations takes seconds to import; it does so from now on, while the documents are read."""
    threading.Thread(target=_warm_up, daemon=True).start()


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
