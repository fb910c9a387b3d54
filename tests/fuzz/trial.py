"""Mutants through a whole run: what became of each, and what harm was done."""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline import batch, run
from pipeline.catalogue.entries import entries
from pipeline.fence import Limits
from pipeline.fence.nurseries import end_idle
from pipeline.run import Asked, Watcher
from tests.fuzz.mutants import Mutant

# What the fence says of a document that broke its reader; everything else is the reader's own sentence.
BROKEN = ("lost_time", "lost_memory", "lost_crash", "lost_error", "lost_outside")
ESCAPED = Path(tempfile.gettempdir()) / "escaped.pdf"
LIMITS = Limits(seconds=60.0)


@dataclass(frozen=True, slots=True)
class Fault:
    """What must not be: the mutant, "" where it is nobody's, and what happened."""

    mutant: str
    what: str


@dataclass(frozen=True, slots=True)
class Trial:
    """What became of the mutants: how many files were read, how many refused, and what must not be."""

    read: int
    refused: int
    faults: tuple[Fault, ...]


def trial(mutants: Sequence[Mutant], folder: Path, watcher: Watcher | None = None) -> Trial:
    """Runs over the mutants in `folder`, which must be empty."""
    inbox, scratch = folder / "in", folder / "scratch"
    inbox.mkdir()
    scratch.mkdir()
    for each in mutants:
        (inbox / each.name).write_bytes(each.content)
    tempfile.tempdir = str(scratch)
    try:
        asked = Asked((inbox,), folder / "out", tables_only=True, verify=len(mutants) // 20)
        with run.outcome(asked, watcher, batch.fenced(limits=LIMITS)):
            pass
        end_idle()
    finally:
        tempfile.tempdir = None
    rows = _rows(folder / "out" / "documents.csv")
    failed = [row for row in rows if row["status"] == "failed"]
    faults = (*_broken(failed), *_without_row(mutants, rows), *_harm(mutants, folder))
    return Trial(len(rows) - len(failed), len(failed), faults)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _broken(failed: Sequence[dict[str, str]]) -> Iterator[Fault]:
    """Documents on which a reader broke, and such as have no reason."""
    starts = {name: entries("batch")[name].lv.partition("{")[0].partition(",")[0] for name in BROKEN}
    for row in failed:
        name = next((name for name, start in starts.items() if row["failure"].startswith(start)), None)
        if name or not row["failure"]:
            yield Fault(row["source_file"], row["failure"] or "no reason")


def _without_row(mutants: Sequence[Mutant], rows: Sequence[dict[str, str]]) -> Iterator[Fault]:
    told = {row["source_file"].partition("/")[0] for row in rows}
    yield from (Fault(each.name, "no row") for each in mutants if each.name not in told)


def _harm(mutants: Sequence[Mutant], folder: Path) -> Iterator[Fault]:
    """What was written where nothing may be, and what was changed."""
    if {each.name for each in folder.iterdir()} != {"in", "out", "scratch"} or ESCAPED.exists():
        yield Fault("", "something was written outside")
    if left := [each.name for each in (folder / "scratch").iterdir()]:
        yield Fault("", f"left behind: {left[:5]}")
    for each in mutants:
        if (folder / "in" / each.name).read_bytes() != each.content:
            yield Fault(each.name, "the submitted file was changed")
