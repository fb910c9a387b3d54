"""Documents are read on other machines as they are here, also where a worker is killed in the middle."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from pipeline import batch, cluster
from pipeline.errors import RunError, UsageError
from pipeline.fence import Limits, Lost
from pipeline.inputs import input_files
from pipeline.options import Order
from pipeline.records import Submission
from tests.saboteurs import readers

SAMPLES = Path(__file__).parents[1] / "samples"


class AtOnce(Executor):
    """Runs what it is given in this process, or fails with the error."""

    def __init__(self, error: BaseException | None = None) -> None:
        self.error = error

    def submit(self, function: Callable[..., Any], /, *arguments: Any, **_: Any) -> Future[Any]:  # noqa: D102
        future: Future[Any] = Future()
        if self.error:
            future.set_exception(self.error)
        else:
            future.set_result(function(*arguments))
        return future


class KilledWorker(Exception):  # noqa: N818 -- Dask's own name
    """What Dask says of a task on which its workers died."""


def crashing(path: Path, source_file: str, order: Order) -> Submission:
    return os.abort() if "bad" in source_file else readers.honest(path, source_file, order)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(cluster, "PART_FILES", 2)
    for name in ("a.txt", "bad.txt", "c.txt", "d.txt", "e.txt"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    return tmp_path


def read(folder: Path, spread: batch.Spread) -> dict[str, Submission]:
    return {each.source_file: each for each in batch.submissions(input_files([folder]), spread)}


def spread(executor: Executor, reader: batch.Reader = readers.honest, parts: int = 2) -> batch.Spread:
    return cluster.spread_over(executor, parts, Limits(seconds=20), reader)


def test_what_is_read_there_is_what_is_read_here(folder: Path) -> None:
    with ThreadPoolExecutor(1) as executor:
        assert read(folder, spread(executor)) == read(folder, batch.here(readers.honest))


def test_the_fence_stands_there_too(folder: Path) -> None:
    found = read(folder, spread(AtOnce(), crashing))
    assert [name for name, each in found.items() if not each.is_read] == ["bad.txt"]
    assert "SIGABRT" in found["bad.txt"].failure


def test_no_more_parts_are_under_way_than_the_cluster_can_take(folder: Path) -> None:
    class Counting(AtOnce):
        most = running = 0

        def submit(self, _: Callable[..., Any], /, *arguments: Any, **__: Any) -> Future[Any]:
            self.running += 1
            self.most = max(self.most, self.running)
            future: Future[Any] = Future()

            def later() -> None:
                self.running -= 1
                future.set_result([b""] * len(arguments[0]))

            threading.Timer(0.05, later).start()
            return future

    executor = Counting()
    assert len(read(folder, spread(executor, parts=2))) == 5
    assert executor.most == 2


def test_a_file_that_cannot_be_read_at_all_is_not_sent(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.sources.opening.MAX_BYTES", 5)
    (folder / "large.txt").write_text("too large", encoding="utf-8")
    found = read(folder, spread(AtOnce(), batch.read_document))
    assert "MB" in found["large.txt"].failure


def test_workers_that_die_of_a_part_again_and_again_say_nothing_of_its_documents(folder: Path) -> None:
    results = list(spread(AtOnce(KilledWorker()))(iter([(folder / "a.txt", "a.txt", Order())])))
    assert results == [(0, Lost("crash", "SIGKILL"))]
    assert isinstance(results[0][1], Lost)
    assert results[0][1].from_outside


@pytest.mark.parametrize("error", [OSError("gone"), ModuleNotFoundError("pipeline")])
def test_a_cluster_that_fails_stops_the_run_with_a_sentence(folder: Path, error: Exception) -> None:
    with pytest.raises(RunError, match="The cluster was lost"):
        read(folder, spread(AtOnce(error)))


def test_a_cluster_that_is_silent_and_gone_stops_the_run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "SECONDS_BETWEEN_LOOKS", 0.05)

    class Silent(AtOnce):
        def submit(self, *_: Any, **__: Any) -> Future[Any]:
            return Future()

    silent = cluster.spread_over(Silent(), 1, Limits(), readers.honest, is_there=lambda: False)
    with pytest.raises(RunError, match="no connection"):
        read(folder, silent)


def test_an_address_at_which_nobody_answers_is_wrong_usage(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "SECONDS_TO_CONNECT", 0.5)
    with (
        pytest.raises(UsageError, match="No scheduler answers"),
        cluster.cluster("tcp://127.0.0.1:9", Limits(), batch.read_document),
    ):
        pass


def documents() -> Iterator[Path]:
    yield from (SAMPLES / name for name in ("darzkopji.pdf", "kurzeme-typst.pdf", "kurzeme-2022-2025.txt"))


@pytest.mark.slow
def test_a_real_cluster_reads_the_same_though_a_worker_is_killed_in_the_middle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    distributed = pytest.importorskip("distributed")
    monkeypatch.setattr(cluster, "PART_FILES", 2)
    for number in range(4):
        for path in documents():
            (tmp_path / f"{number}-{path.name}").write_bytes(path.read_bytes() + b"\n" * number)
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as local:
        [first, *_] = [each.pid for each in local.workers.values()]
        threading.Timer(4.0, os.kill, (first, signal.SIGKILL)).start()
        with cluster.cluster(local.scheduler_address, Limits(), batch.read_document) as there:
            found = read(tmp_path, there)
    assert found == read(tmp_path, batch.fenced(workers=2))
    assert all(each.is_read for each in found.values())
