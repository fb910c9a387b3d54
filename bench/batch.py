"""How fast batches are read, and what the process that leads them needs for thousands of documents.

Run as `python -m bench.batch`. Documents are the PDF and text samples, each made
another document by a line at its end. Rates are of whole runs without the report, as
documents a second while they are read. The second table leaves the readers out, whose
answers are made beforehand, and shows what the leading process does with them: the
time of its stages by document, and its peak memory.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path
from typing import Annotated

import typer
from msgspec.structs import replace
from rich.console import Console
from rich.table import Table

from pipeline import batch, run
from pipeline.batch import Call, Spread
from pipeline.records import Submission
from pipeline.run import Asked

SAMPLES = Path(__file__).parents[1] / "samples"
MEGABYTE = 1024


def made_documents(folder: Path, count: int) -> Path:
    """A folder of so many documents, no two with the same bytes."""
    folder.mkdir(parents=True)
    sources = [path.read_bytes() for path in sorted(SAMPLES.iterdir()) if path.suffix in (".pdf", ".txt")]
    for number, content in enumerate(islice(cycle(sources), count)):
        (folder / f"{number:06}").write_bytes(content + b"\n%d\n" % number)
    return folder


def read_before() -> Spread:
    """Answers that were made beforehand, each under the id of its file."""
    paths = [path for path in sorted(SAMPLES.iterdir()) if path.suffix in (".pdf", ".txt")]
    known = [batch.read_document(path, path.name, batch.Order()) for path in paths]

    def results(calls: Iterator[Call]) -> Iterator[tuple[int, Submission]]:
        for place, (path, source_file, _) in enumerate(calls):
            found = known[place % len(known)]
            yield place, replace(found, source_file=source_file, document_id=batch._document_id(path))  # noqa: SLF001

    return results


def measured(documents: int, workers: int) -> dict[str, float]:
    """A run over so many documents: seconds by stage, and peak memory in megabytes; 0 workers are none at all."""
    with tempfile.TemporaryDirectory() as folder:
        inputs = made_documents(Path(folder, "in"), documents)
        asked = Asked((inputs,), Path(folder, "out"), workers=workers or 1, tables_only=True, verify=0)
        begun = time.perf_counter()
        with run.outcome(asked, spread=None if workers else read_before()) as outcome:
            seconds = dict(outcome.record.seconds)
        seconds["whole"] = time.perf_counter() - begun
        with run.outcome(asked) as outcome:
            seconds["read again"] = outcome.record.seconds["read"]
    seconds["leader MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE
    seconds["reader MB"] = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / MEGABYTE
    return seconds


def in_a_process(documents: int, workers: int) -> dict[str, float]:
    """The same in a process of its own, whose memory is not that of another measurement."""
    command = [sys.executable, "-m", "bench.batch", "--one", f"{documents},{workers}"]
    told = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(told.stdout.splitlines()[-1])
    return found


def shown(counts: Sequence[int], leaders: Sequence[int]) -> None:
    """Both tables."""
    console = Console()
    rates = Table("documents", "workers", "documents/s", "leader MB", "reader MB", title="Reading")
    for documents in counts:
        for workers in (1, 2):
            found = in_a_process(documents, workers)
            row = (documents / found["read"], found["leader MB"], found["reader MB"])
            rates.add_row(str(documents), str(workers), f"{row[0]:.1f}", f"{row[1]:.0f}", f"{row[2]:.0f}")
    console.print(rates)
    stages = ("read", "check", "write", "read again")
    leads = Table("documents", *(f"{each} ms/doc" for each in stages), "leader MB", title="The leading process alone")
    for documents in leaders:
        found = in_a_process(documents, 0)
        cells = [f"{1000 * found[each] / documents:.2f}" for each in stages]
        leads.add_row(str(documents), *cells, f"{found['leader MB']:.0f}")
    console.print(leads)


def main(
    documents: Annotated[str, typer.Option(help="how many documents are read, several with commas")] = "100,1000",
    leads: Annotated[str, typer.Option(help="for how many the leading process alone is measured")] = "1000,10000",
    one: Annotated[str, typer.Option(help="one measurement, as documents,workers; for this program itself")] = "",
) -> None:
    """Measures and prints."""
    if one:
        count, workers = map(int, one.split(","))
        print(json.dumps(measured(count, workers)))
    else:
        shown(*([int(each) for each in given.split(",") if each] for given in (documents, leads)))


if __name__ == "__main__":
    typer.run(main)
