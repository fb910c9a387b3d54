"""How much of scanned pages is read rightly, by what happened to the pages.

Run as `python -m bench.scans`. A finance cell is silently wrong where another amount
than the true one stands, or none, and no finding of the document's period says so,
nor an error that its finance field was not found at all.
"""

from __future__ import annotations

import csv
import re
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table as Printed

from bench.score import hits
from pipeline.checks import findings_of
from pipeline.exports.csv_files import table_csv
from pipeline.journey import submission
from pipeline.records import Submission
from pipeline.tables import ACTIVITIES, FINANCES, INDICATORS
from tests.makers.damages import SCANS, Scan, scanned_pdf

ROOT = Path(__file__).parents[1]
SAMPLES = ("kurzeme-chromium", "kurzeme-wordlike", "kurzeme-typst", "darzkopji", "sports-latgale")
SAMPLES += ("riga-sociala", "diasporas-mediji", "vides-talkas-vidzeme")
_AMOUNTS = ("planned_eur", "actual_eur", "remainder_eur")
_COUNTED = ("year_no", "section", "item", "count", "count_to", "qualifier", "unit_lemma", "basis")
_DOUBTS = ("error", "warning")
Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScanScore:
    """Counts over documents; `silent` finance cells are wrong without a word of it."""

    documents: int = 0
    refused: int = 0
    pages: int = 0
    seconds: float = 0.0
    indicators: int = 0
    counted: int = 0
    right: int = 0
    activities: int = 0
    listed: int = 0
    cells: int = 0
    cells_right: int = 0
    cells_doubtful: int = 0
    silent: int = 0
    warned: int = 0

    def __add__(self, other: ScanScore) -> ScanScore:
        return ScanScore(*(getattr(self, each.name) + getattr(other, each.name) for each in fields(self)))


def main(
    samples: Annotated[str, typer.Option(help="Names of samples, with commas.")] = ",".join(SAMPLES),
    damages: Annotated[str, typer.Option(help="Names of damages, with commas.")] = ",".join(SCANS),
    seed: Annotated[int, typer.Option(help="What the damages are drawn by.")] = 0,
) -> None:
    """Prints a table for each sample, and one over all."""
    console = Console(width=150)
    overall: dict[str, ScanScore] = {}
    for sample in samples.split(","):
        scores = {name: scan_score(sample, SCANS[name], seed) for name in damages.split(",")}
        console.print(table_of(sample, scores))
        overall = {name: overall.get(name, ScanScore()) + score for name, score in scores.items()}
    console.print(table_of("All", {**overall, "all": sum(overall.values(), ScanScore())}))


def scan_score(sample: str, scan: Scan, seed: int) -> ScanScore:
    """What is read of the sample once it was scanned so, against `tests/truth/`."""
    content = scanned_pdf((ROOT / "samples" / f"{sample}.pdf").read_bytes(), scan, seed)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "scan.pdf")
        path.write_bytes(content)
        begun = time.perf_counter()
        read = submission(path, path.name)
        seconds = time.perf_counter() - begun
    return scored(sample, read, seconds)


def scored(sample: str, read: Submission, seconds: float = 0.0) -> ScanScore:
    """The score of what was read."""
    truth = next(each for each in (ROOT / "tests" / "truth").iterdir() if sample.startswith(each.name))
    true = {
        name: _rows((truth / f"{name}.csv").read_text("utf-8")) for name in ("activities", "indicators", "finances")
    }
    if read.summary is None:
        return ScanScore(1, 1, read.pages, seconds, len(true["indicators"]), 0, 0, len(true["activities"]), 0)
    found = {table.name: _rows(table_csv(table, [read], [])) for table in (ACTIVITIES, INDICATORS, FINANCES)}
    counted = [[_folded(row, _COUNTED) for row in rows["indicators"]] for rows in (true, found)]
    listed = [[_folded(row, ("year_no", "section", "item")) for row in rows["activities"]] for rows in (true, found)]
    findings = [each for each in findings_of([read]) if each.severity in _DOUBTS]
    doubted = {each.row for each in findings if each.table == "finances"}
    lost = any((each.code, each.row) == ("field-missing", "finances") for each in findings)
    cells = _cell_fates(true["finances"], found["finances"], doubted, lost=lost)
    return ScanScore(
        1,
        0,
        read.pages,
        seconds,
        len(counted[0]),
        len(counted[1]),
        hits(*counted),
        len(listed[0]),
        hits(*listed),
        len(cells),
        cells.count("right"),
        cells.count("doubtful"),
        cells.count("silent"),
        sum(each.code == "ocr-uncertain" for each in findings),
    )


def table_of(title: str, scores: dict[str, ScanScore]) -> Printed:
    """The scores by damage as a table for the terminal."""
    table = Printed(title=title)
    for head in ("", "documents", "refused", "indicator F1", "activity recall", "cells right", "doubtful", "silent"):
        table.add_column(head, justify="right" if head else "left")
    for head in ("uncertain", "s a page"):
        table.add_column(head, justify="right")
    for name, each in scores.items():
        table.add_row(
            name,
            str(each.documents),
            str(each.refused),
            f"{2 * each.right / max(1, each.indicators + each.counted):.4f}",
            f"{each.listed / max(1, each.activities):.4f}",
            f"{each.cells_right} of {each.cells}",
            str(each.cells_doubtful),
            str(each.silent),
            str(each.warned),
            f"{each.seconds / max(1, each.pages):.1f}",
        )
    return table


def _cell_fates(true: list[dict[str, str]], found: list[dict[str, str]], doubted: set[str], *, lost: bool) -> list[str]:
    """For each true cell, and each amount that should not be: `right`, `doubtful` or `silent`.

    `lost` says whether an error tells that there is no finance field.
    """
    key = ("period_start", "period_end", "purpose")
    wanted = {_folded(row, key): row for row in true}
    read = {_folded(row, key): row for row in found}
    fates = []
    for name, row in {**read, **wanted}.items():
        other = read.get(name, {}) if name in wanted else {}
        for amount in _AMOUNTS:
            want = row[amount] if name in wanted else ""
            got = other.get(amount, "") if name in wanted else row[amount]
            if want or got:
                period = f"{row['period_start']}/{row['period_end']}"
                told = lost or any(each.startswith(period) for each in doubted)
                fates.append("right" if want == got else "doubtful" if told else "silent")
    return fates


def _rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(text.splitlines()))


def _folded(row: dict[str, str], names: Sequence[str]) -> Row:
    """The columns without what a recogniser may write otherwise: quotes, dashes, capitals."""
    return tuple(re.sub(r"[^\w.]+", " ", row[name]).strip().casefold() for name in names)


if __name__ == "__main__":
    typer.run(main)
