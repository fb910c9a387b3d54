"""How long a PDF takes to read, by producer and length, beside the limit and the peers; medians and paired ratios.

All readers take turns on one document, so that what else the machine does falls on
all of them; a ratio is the median of the ratios of each turn. `--least 8` measures
ours against pdfplumber only, and fails where it is not so many times as fast.
"""

from __future__ import annotations

import argparse
import gc
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import geometric_mean, median

import pikepdf

from bench.long_documents import long_pdf, producers
from bench.readers import OURS, PLAIN, READERS, Reader
from pipeline.fence import OBJECTS_BETWEEN_SEARCHES

SAMPLES = Path(__file__).parents[1] / "samples"
PRODUCERS = ("chromium", "libreoffice", "typst", "wordlike")
LENGTHS = (40, 300)
TURNS = {1: 15, 4: 15, 40: 3, 300: 1}


@dataclass(frozen=True, slots=True)
class Case:
    """A document: who made it, about how many pages it was asked for, how many it has, and where it is."""

    producer: str
    asked: int
    pages: int
    path: Path


def cases(folder: Path) -> Iterator[Case]:
    """The sample of four producers, its first page alone, and long summaries, written into `folder`."""
    for name in PRODUCERS:
        sample = SAMPLES / f"kurzeme-{name}.pdf"
        first = folder / f"{name}-1.pdf"
        with pikepdf.open(sample) as pdf:
            del pdf.pages[1:]
            pdf.save(first)
        yield Case(name, 1, 1, first)
        yield Case(name, 4, 4, sample)
    for length in LENGTHS:
        for producer in producers():
            path = folder / f"{producer.name}-{length}.pdf"
            path.write_bytes(long_pdf(producer, length))
            with pikepdf.open(path) as pdf:
                yield Case(producer.name, length, len(pdf.pages), path)


def turns(readers: Sequence[Reader], path: Path, number: int) -> dict[str, list[float]]:
    """Seconds of each reader in each of `number` turns, after one that is not counted where there are several."""
    seconds: dict[str, list[float]] = {each.name: [] for each in readers}
    for turn in range(number + (number > 1)):
        for reader in readers:
            begin = time.perf_counter()
            reader.read(path)
            if turn or number == 1:
                seconds[reader.name].append(time.perf_counter() - begin)
    return seconds


def ratio(slower: Sequence[float], faster: Sequence[float]) -> float:
    """The median of the ratios of each turn."""
    return median(one / other for one, other in zip(slower, faster, strict=True))


def peak(reader: Reader, path: Path) -> float:
    """Megabytes that reading this adds to a process of its own at most."""
    command = [sys.executable, "-m", "bench.reading", "--peak", reader.name, str(path)]
    told = subprocess.run(command, check=True, capture_output=True, text=True)
    return float(told.stdout)


def _held(name: str) -> float:
    """The megabytes that this process holds (`VmRSS`), or has held at most (`VmHWM`), where the system tells it."""
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith(name)), float("nan"))


def least(wanted: float) -> int:
    """1 where reading the samples of four producers is not, on average, so many times as fast as pdfplumber."""
    ratios: list[float] = []
    for name in PRODUCERS:
        seconds = turns((OURS, PLAIN), SAMPLES / f"kurzeme-{name}.pdf", 9)
        ratios.append(ratio(seconds[PLAIN.name], seconds[OURS.name]))
        print(f"{name}: {ratios[-1]:.1f} times as fast as pdfplumber")
    average = geometric_mean(ratios)
    print(f"{average:.1f} on average, at least {wanted:g} wanted")
    return int(average < wanted)


def table() -> None:
    """Prints a row for each document, and one for each peak of memory."""
    gc.freeze()
    gc.set_threshold(OBJECTS_BETWEEN_SEARCHES)  # as in the processes that read
    readers = [each for each in READERS if each.available()]
    for missing in (each.name for each in READERS if each not in readers):
        print(f"{missing} is not installed and is left out")
    print(_row("ms a document", "pages", [each.name for each in readers], "pdfplumber/ours", "ours/floor"))
    with tempfile.TemporaryDirectory() as folder:
        for case in cases(Path(folder)):
            asked = [each for each in readers if case.asked <= each.most_pages]
            seconds = turns(asked, case.path, TURNS[case.asked])
            told = [f"{median(seconds[each.name]) * 1000:.1f}" if each in asked else "–" for each in readers]
            faster = ratio(seconds[PLAIN.name], seconds[OURS.name])
            print(
                _row(
                    case.producer,
                    str(case.pages),
                    told,
                    f"{faster:.1f}",
                    f"{ratio(seconds[OURS.name], seconds['floor']):.2f}",
                )
            )
            if case.producer == "typst" and case.asked in (4, 300):
                peaks = [f"{peak(each, case.path):.0f}" if each in asked and each.inside else "–" for each in readers]
                print(_row("  memory, MB", str(case.pages), peaks, "", ""))


def _row(name: str, pages: str, cells: Sequence[str], *ratios: str) -> str:
    return (
        f"{name:<18}{pages:>6}" + "".join(f"{each:>12}" for each in cells) + "".join(f"{each:>17}" for each in ratios)
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """The table; with `--least` the gate, with `--peak` one reading and its memory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--least", type=float)
    parser.add_argument("--peak", nargs=2, metavar=("READER", "FILE"))
    asked = parser.parse_args(arguments)
    if asked.least:
        return least(asked.least)
    if asked.peak:
        name, file = asked.peak
        before = _held("VmRSS")
        next(each for each in READERS if each.name == name).read(Path(file))
        print(_held("VmHWM") - before)
        return 0
    table()
    return 0


if __name__ == "__main__":
    sys.exit(main())
