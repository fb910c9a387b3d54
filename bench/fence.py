"""What the fence costs: the samples read without it, with it, and with recycled workers, as ratios of one run.

Each turn reads all samples in each way, one after another, so that what else the
machine does falls on all of them; of each way the quickest turn counts. As in a
batch each document is read once: a turn without the fence is a process that reads
one after the other, forked anew, since what it has learned of the words of a
document it would know the second time. Documents for which other programs are asked
are left out: those take seconds, in which the fence would not be seen. All ways
look for cycles equally seldom.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import os
import pickle
import time
from collections.abc import Callable, Iterator
from functools import partial
from operator import itemgetter
from pathlib import Path
from typing import TypeVar, cast

from pipeline.batch import READER_PRELOAD, bytes_read, read_document
from pipeline.fence import OBJECTS_BETWEEN_SEARCHES, Limits, Lost, fenced_results
from pipeline.options import Order
from pipeline.record_bytes import submission_of
from pipeline.sources import programs

SAMPLES = Path(__file__).parents[1] / "samples"
KINDS = (".pdf", ".txt", ".docx")
TURNS = 7
UNFENCED = "without the fence"
T = TypeVar("T")

Call = tuple[Callable[..., object], Path, str, Order]
# A folder is no document: it is refused at once.
WARMING: Call = (read_document, SAMPLES, "warming", Order("pages"))


def calls() -> list[Call]:
    """A call for each sample for which no other program is asked."""
    return [call for call in _all_calls() if not in_fork(partial(_asks_program, call))]


def _all_calls() -> list[Call]:
    paths = sorted(path for path in SAMPLES.iterdir() if path.suffix in KINDS)
    return [(read_document, path, path.name, Order("pages")) for path in paths]


def _asks_program(call: Call) -> bool:
    """Whether another program is asked for this document, which is read for that."""
    asked: list[str] = []
    program_output = programs.program_output
    importlib.import_module("pipeline.sources.ocr.tesseract").program_output = lambda *given, **more: (
        asked.append("program") or program_output(*given, **more)  # type: ignore[func-returns-value]
    )
    bytes_read(*call)  # type: ignore[arg-type]
    return bool(asked)


def in_fork(function: Callable[[], T]) -> T:
    """What the function gives in a fork of this process, which has learned nothing from the forks before."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        with os.fdopen(writing, "wb") as told:
            told.write(pickle.dumps(function()))
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as told:
        content = told.read()
    os.waitpid(child, 0)
    return cast("T", pickle.loads(content))  # noqa: S301 -- from a fork of this process


def unfenced(given: list[Call]) -> Iterator[tuple[int, bytes | Lost]]:
    """Reads them in this process, through bytes as the fence does."""
    return ((number, bytes_read(*call)) for number, call in enumerate(given))  # type: ignore[arg-type]


def fenced(given: list[Call], *, recycled: bool) -> Iterator[tuple[int, bytes | Lost]]:
    """Reads them behind the fence, one at a time."""
    limits, preload = Limits(), READER_PRELOAD
    return fenced_results(bytes_read, given, workers=1, limits=limits, preload=preload, recycled=recycled)


WAYS: dict[str, Callable[[list[Call]], Iterator[tuple[int, bytes | Lost]]]] = {
    UNFENCED: unfenced,
    "with the fence": lambda given: fenced(given, recycled=False),
    "with recycled workers": lambda given: fenced(given, recycled=True),
}


def processor_seconds() -> float:
    """Of this process and its children, with what of theirs has ended: a nursery has ended the calls that it told."""
    found = sum(os.times()[:4])
    for child in Path(f"/proc/self/task/{os.getpid()}/children").read_text().split():
        ticks = Path(f"/proc/{child}/stat").read_text().rpartition(")")[2].split()[11:15]
        found += sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK")
    return found


def turn(way: str, given: list[Call]) -> tuple[float, float]:
    """Seconds of the clock and of the processor for all, behind one that is not counted, while processes get warm."""
    results = WAYS[way]([WARMING, *given])
    begin = worked = 0.0
    for number, (_, result) in enumerate(results):
        if isinstance(result, Lost):
            raise SystemExit(f"lost: {result}")
        submission_of(result)
        if number == 0:
            begin, worked = time.perf_counter(), processor_seconds()
        if number == len(given):
            return time.perf_counter() - begin, processor_seconds() - worked
    raise SystemExit("nothing was read")


def main() -> None:
    """Prints one table; ends with 1 where the fence costs more than is asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--turns", type=int, default=TURNS)
    parser.add_argument("--most", type=float, help="the ratio by the processor that the fence may cost")
    asked = parser.parse_args()
    gc.set_threshold(OBJECTS_BETWEEN_SEARCHES)
    importlib.import_module(READER_PRELOAD[0])  # as warm as the nursery
    given = calls()
    gc.freeze()
    taken = {name: list[tuple[float, float]]() for name in WAYS}
    for _ in range(asked.turns):
        taken[UNFENCED].append(in_fork(partial(turn, UNFENCED, given)))
        for name in WAYS.keys() - {UNFENCED}:
            taken[name].append(turn(name, given))
    clock, processor = ({name: min(map(itemgetter(kind), taken[name])) for name in WAYS} for kind in (0, 1))
    print(
        f"{f'{len(given)} documents, best of {asked.turns}':<28}  ms by the clock  ratio   ms by the processor  ratio"
    )
    for name in WAYS:
        told = (1000 * each[name] / len(given) for each in (clock, processor))
        ratios = (each[name] / each[UNFENCED] for each in (clock, processor))
        print(f"{name:<28}" + "".join(f"{ms:>17.0f}{ratio:>7.2f}  " for ms, ratio in zip(told, ratios, strict=True)))
    if asked.most and processor["with the fence"] > asked.most * processor[UNFENCED]:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
