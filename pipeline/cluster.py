"""The same reading on many machines: documents travel as bytes to a Dask cluster, whose workers read them fenced.

The only door to Dask, which is an optional extra. The machines of a cluster are
trusted as this one is; the documents are not, there or here.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

from msgspec import Struct

from pipeline.batch import READER_PRELOAD, Call, Reader, Spread, bytes_read
from pipeline.errors import RunError, SourceError, UsageError
from pipeline.fence import Limits, Lost, fenced_results
from pipeline.options import Order
from pipeline.program import program_digest
from pipeline.records import Submission
from pipeline.sources.opening import content_of

# A worker reads so many documents, or bytes of them, before it answers: it warms up once for all of them.
PART_FILES, PART_BYTES = 32, 32 * 1024**2
# So many parts for each thread of the cluster are under way: one is read, one lies ready.
PARTS_A_THREAD = 2
SECONDS_TO_CONNECT = 15.0
SECONDS_BETWEEN_LOOKS = 5.0


class Sent(Struct, frozen=True):
    """A document on its way: the place of its call, its bytes, its name in the tables, and how it is to be read."""

    place: int
    content: bytes
    source_file: str
    order: Order


@contextmanager
def cluster(address: str, limits: Limits, reader: Reader) -> Iterator[Spread]:
    """Reads on the cluster whose scheduler has this address, such as `tcp://10.0.0.1:8786`.

    Raises UsageError where Dask is not installed, where nobody answers there, or where
    another version of this program does; RunError where the cluster is lost.
    """
    try:
        from distributed import Client
    except ImportError as error:
        raise UsageError("cluster.no_dask") from error
    try:
        client = Client(address, timeout=SECONDS_TO_CONNECT, set_as_default=False)
    except (OSError, ValueError) as error:
        raise UsageError("cluster.not_reached", address=address) from error
    with client:
        others = sorted(name for name, digest in client.run(program_digest).items() if digest != program_digest())
        if others:
            raise UsageError("cluster.other_program", workers=", ".join(others))
        threads = sum(client.nthreads().values())
        if not threads:
            raise UsageError("cluster.no_workers", address=address)
        executor = client.get_executor(pure=False)
        yield spread_over(
            executor, PARTS_A_THREAD * threads, limits, reader, is_there=lambda: client.status == "running"
        )


def spread_over(
    executor: Executor, parts: int, limits: Limits, reader: Reader, is_there: Callable[[], bool] = lambda: True
) -> Spread:
    """Reads where the executor runs what it is given, so many parts at once; looks now and then whether it is there."""

    def results(calls: Iterator[Call]) -> Iterator[tuple[int, Submission | bytes | Lost]]:
        refused: list[tuple[int, Submission]] = []
        waiting = _parts(_sent(calls, reader, refused))
        running: dict[Future[list[bytes | Lost]], list[int]] = {}
        while True:
            for part in islice(waiting, parts - len(running)):
                running[executor.submit(parts_read, part, limits, reader)] = [each.place for each in part]
            yield from _taken(refused)
            if not running:
                return
            done, _ = wait(running, SECONDS_BETWEEN_LOOKS, FIRST_COMPLETED)
            if not done and not is_there():
                raise RunError("cluster.lost", reason="no connection")
            for each in done:
                places = running.pop(each)
                yield from zip(places, _answers(each, len(places)), strict=True)

    return results


def parts_read(part: list[Sent], limits: Limits, reader: Reader) -> list[bytes | Lost]:
    """On a worker: what comes of each document, in their order; each is read behind the fence."""
    with tempfile.TemporaryDirectory() as folder:
        answers: list[bytes | Lost] = [Lost("error", "no answer")] * len(part)
        results = fenced_results(
            bytes_read, _calls(part, Path(folder), reader), workers=1, limits=limits, preload=READER_PRELOAD
        )
        for place, answer in results:
            answers[place] = answer
        return answers


def _calls(part: list[Sent], folder: Path, reader: Reader) -> Iterator[tuple[Any, ...]]:
    for place, each in enumerate(part):
        path = folder / str(place)
        path.write_bytes(each.content)
        yield reader, path, each.source_file, each.order


def _sent(calls: Iterable[Call], reader: Reader, refused: list[tuple[int, Submission]]) -> Iterator[Sent]:
    """The documents of the calls; one that is too large or cannot be read at all is refused here."""
    for place, (path, source_file, order) in enumerate(calls):
        try:
            yield Sent(place, content_of(path), source_file, order)
        except SourceError:
            refused.append((place, reader(path, source_file, order)))


def _parts(sent: Iterator[Sent]) -> Iterator[list[Sent]]:
    part: list[Sent] = []
    size = 0
    for each in sent:
        part.append(each)
        size += len(each.content)
        if len(part) == PART_FILES or size >= PART_BYTES:
            yield part
            part, size = [], 0
    if part:
        yield part


def _taken(refused: list[tuple[int, Submission]]) -> Iterator[tuple[int, Submission]]:
    while refused:
        yield refused.pop(0)


def _answers(done: Future[list[bytes | Lost]], count: int) -> list[bytes | Lost]:
    """What came of a part. Where workers died of it again and again, its documents may be read another time."""
    error = done.exception() if not done.cancelled() else None
    if error is None and not done.cancelled():
        return done.result()
    if type(error).__name__ == "KilledWorker":
        return [Lost("crash", "SIGKILL")] * count
    raise RunError("cluster.lost", reason=error or "cancelled") from error
