"""What the fence costs: the samples read without it, with it, and with recycled workers, as ratios of one run.

Each turn reads all samples in each way, one after another, so that what else the
machine does falls on all of them. Seconds of the processor are of this process
and all that it started; both ways look for cycles equally seldom.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

from pipeline.batch import READER_PRELOAD, bytes_read, read_document
from pipeline.fence import OBJECTS_BETWEEN_SEARCHES, Limits, Lost, fenced_results
from pipeline.options import Order
from pipeline.record_bytes import submission_of

SAMPLES = Path(__file__).parents[1] / "samples"
KINDS = (".pdf", ".txt", ".docx")
TURNS = 5


def calls() -> list[tuple[object, ...]]:
    """A call for each sample that needs no other program."""
    paths = sorted(path for path in SAMPLES.iterdir() if path.suffix in KINDS)
    return [(read_document, path, path.name, Order("pages")) for path in paths]


def unfenced() -> None:
    """Reads them in this process, through bytes as the fence does."""
    for call in calls():
        submission_of(bytes_read(*call))  # type: ignore[arg-type]


def fenced(*, recycled: bool, workers: int = 1) -> None:
    """Reads them behind the fence; the processes are warm from the turn before."""
    results = fenced_results(
        bytes_read, calls(), workers=workers, limits=Limits(), preload=READER_PRELOAD, recycled=recycled
    )
    for _, result in results:
        if isinstance(result, Lost):
            raise SystemExit(f"lost: {result}")
        submission_of(result)


def processor_seconds() -> float:
    """Of this process, its children, and what of theirs has ended."""
    found = sum(os.times()[:4])
    for child in Path(f"/proc/self/task/{os.getpid()}/children").read_text().split():
        ticks = Path(f"/proc/{child}/stat").read_text().rpartition(")")[2].split()[11:15]
        found += sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK")
    return found


WAYS: dict[str, Callable[[], None]] = {
    "without the fence": unfenced,
    "with the fence": lambda: fenced(recycled=False),
    "with recycled workers": lambda: fenced(recycled=True),
}


def ratios(times: Sequence[float], base: Sequence[float]) -> str:
    """The median of the turns' ratios, with the smallest and the greatest."""
    found = sorted(time / one for time, one in zip(times, base, strict=True))
    return f"{median(found):.2f} ({found[0]:.2f} to {found[-1]:.2f})"


def main() -> None:
    """Prints one table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--turns", type=int, default=TURNS)
    turns = parser.parse_args().turns
    gc.set_threshold(OBJECTS_BETWEEN_SEARCHES)
    importlib.import_module(READER_PRELOAD[0])  # as warm as the nursery
    clock: dict[str, list[float]] = {name: [] for name in WAYS}
    processor: dict[str, list[float]] = {name: [] for name in WAYS}
    for turn in range(-1, turns):  # the first one warms up
        for name, way in WAYS.items():
            begin, worked = time.perf_counter(), processor_seconds()
            way()
            seconds = time.perf_counter() - begin
            if turn >= 0:
                clock[name].append(seconds)
                processor[name].append(processor_seconds() - worked)
    print(f"{len(calls())} documents, {turns} turns{'':<14}{'ms each':>8}   ratio by the clock     by the processor")
    for name in WAYS:
        each = 1000 * median(clock[name]) / len(calls())
        base = "without the fence"
        told = f"{ratios(clock[name], clock[base])}    {ratios(processor[name], processor[base])}"
        print(f"{name:<36}{each:>8.0f}   {told}")


if __name__ == "__main__":
    main()
