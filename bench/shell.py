"""What a command takes from the shell to its end, and how many documents a batch reads in a second.

Whole processes, by the wall clock; medians, each command in turn. A yardstick for the
machine is what pdfplumber takes for the words and tables of the same document once it
is loaded: `read` from the shell is told as a ratio to it too.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from pipeline.batch import fenced, orders_of, submissions
from pipeline.inputs import InputFile

SAMPLES = Path(__file__).parents[1] / "samples"
SAMPLE = SAMPLES / "kurzeme-typst.pdf"
TURNS = 5
BATCH = 100

_PLUMBER = """
import sys, pdfplumber
for page in pdfplumber.open(sys.argv[1]).pages:
    page.extract_words(), page.extract_tables()
"""

# Its own time, on standard output: the second time, when all is loaded.
_LOADED_PLUMBER = """
import sys, time, pdfplumber
for _ in range(2):
    begin = time.perf_counter()
    for page in pdfplumber.open(sys.argv[1]).pages:
        page.extract_words(), page.find_tables()
print(time.perf_counter() - begin)
"""


def commands(out: Path) -> dict[str, list[str]]:
    """The commands by name; all of them read the sample of four pages, where they read anything."""
    python, program = [sys.executable], [sys.executable, "-m", "pipeline"]
    run = [*program, "run", str(SAMPLE), "--out", str(out), "--quiet"]
    told = {
        "python that does nothing": [*python, "-c", "pass"],
        "--help": [*program, "--help"],
        "read": [*program, "read", str(SAMPLE)],
        "import great_expectations": [*python, "-c", "import great_expectations"],
        "run --tables-only": [*run, "--tables-only"],
        "run": run,
        "pdfplumber, words and tables": [*python, "-c", _PLUMBER, str(SAMPLE)],
        "pdftotext -bbox": ["pdftotext", "-bbox", str(SAMPLE), "-"],
    }
    return {name: command for name, command in told.items() if shutil.which(command[0])}


def seconds(command: Sequence[str]) -> float:
    """How long it takes; what it finds in the document is not asked."""
    begin = time.perf_counter()
    subprocess.run(command, check=False, capture_output=True)
    return time.perf_counter() - begin


def loaded_plumber_seconds() -> float:
    """How long pdfplumber takes for the words and tables of the sample in a process that has it loaded."""
    told = subprocess.run([sys.executable, "-c", _LOADED_PLUMBER, str(SAMPLE)], check=True, capture_output=True)
    return float(told.stdout)


def documents_a_second(workers: int) -> float:
    """How fast a batch is read, each document behind the fence, once the processes are warm."""
    paths = sorted(SAMPLES.glob("*.pdf"))
    files = [InputFile(paths[number % len(paths)], 1) for number in range(BATCH)]
    submissions(files[:2], fenced(workers=workers), orders=orders_of(2, 0))
    begin = time.perf_counter()
    submissions(files, fenced(workers=workers), orders=orders_of(len(files), 0))
    return BATCH / (time.perf_counter() - begin)


def main() -> None:
    """Prints one table."""
    with tempfile.TemporaryDirectory() as folder:
        asked = commands(Path(folder))
        taken: dict[str, list[float]] = {name: [] for name in asked}
        loaded: list[float] = []
        for _ in range(TURNS):
            loaded.append(loaded_plumber_seconds())
            for name, command in asked.items():
                taken[name].append(seconds(command))
    for name, times in taken.items():
        print(f"{name:<32}{median(times):>8.2f} s")
    print(f"{'pdfplumber, once it is loaded':<32}{median(loaded):>8.2f} s")
    ratios = [read / plumber for read, plumber in zip(taken["read"], loaded, strict=True)]
    print(f"{'read, beside that':<32}{median(ratios):>8.1f} times")
    for workers in (1, 2):
        print(f"{f'a batch with {workers} workers':<32}{documents_a_second(workers):>8.1f} documents/s")


if __name__ == "__main__":
    main()
