"""`python -m tests.fuzz`: thousands of mutants, what became of them, and those that broke something, kept."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from pipeline.progress import progress
from tests.fuzz.mutants import mutants
from tests.fuzz.trial import trial

COUNT, SEED = 2_000, 1


def main() -> int:
    """1 where something broke."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--keep", type=Path, help="folder for mutants that broke something")
    asked = parser.parse_args()
    made = list(mutants(asked.count, asked.seed))
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, progress("en", shown=True) as watcher:
        done = trial(made, Path(folder), watcher)
    seconds = time.monotonic() - begun
    print(f"{len(made)} mutants (seed {asked.seed}): {done.read} files read, {done.refused} refused, {seconds:.0f} s")
    for what, count in Counter(each.name.split("-")[1] for each in made).most_common():
        print(f"  {count:5}  {what}")
    for fault in done.faults:
        print(f"FAULT {fault.mutant}: {fault.what}")
        if asked.keep and fault.mutant:
            asked.keep.mkdir(exist_ok=True)
            name = fault.mutant.partition("/")[0]
            (asked.keep / name).write_bytes(next(each.content for each in made if each.name == name))
    return int(bool(done.faults))


if __name__ == "__main__":
    sys.exit(main())
