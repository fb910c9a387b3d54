"""Many files, of which some break their reader."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

import pytest

from pipeline import batch
from pipeline.fence import Limits
from pipeline.inputs import input_files
from pipeline.options import Order
from pipeline.records import Submission
from tests.saboteurs import readers


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a.txt", "bad.txt", "c.txt"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    return tmp_path


def read(folder: Path, reader: batch.Reader, seconds: float = 120.0) -> dict[str, Submission]:
    found = batch.submissions(
        input_files([folder]), batch.fenced(workers=2, limits=Limits(seconds=seconds), reader=reader)
    )
    return {each.source_file: each for each in found}


@pytest.mark.parametrize(
    ("reader", "says"),
    [
        (readers.crashing, "SIGABRT"),
        (readers.hanging, "vairāk nekā 3 s"),
        (readers.raising, "ZeroDivisionError"),
        pytest.param(
            readers.hungry, "atmiņas", marks=pytest.mark.skipif(sys.platform != "linux", reason="no such limit there")
        ),
    ],
)
def test_a_broken_reader_costs_its_own_document_only(folder: Path, reader: batch.Reader, says: str) -> None:
    found = read(folder, reader, seconds=3.0)
    assert [name for name, each in found.items() if each.summary is None] == ["bad.txt"]
    assert says in found["bad.txt"].failure


def test_a_lost_document_keeps_the_id_of_its_bytes(folder: Path) -> None:
    assert read(folder, readers.raising)["bad.txt"].document_id == hashlib.sha256(b"bad.txt").hexdigest()[:12]


def test_submissions_keep_the_files_order_whoever_ends_first(folder: Path) -> None:
    assert list(read(folder, readers.slow_first)) == ["a.txt", "bad.txt", "c.txt"]


def test_a_link_to_nothing_is_a_failed_submission(folder: Path) -> None:
    (folder / "bad.txt").unlink()
    (folder / "bad.txt").symlink_to(folder / "missing")
    found = read(folder, readers.honest)["bad.txt"]
    assert (found.document_id, found.summary) == ("", None)
    assert "nevar atvērt" in found.failure


def test_without_workers_all_is_read_in_this_process(folder: Path) -> None:
    seen: list[str] = []

    def reader(path: Path, source_file: str, _: Order) -> Submission:
        seen.append(source_file)
        return readers.honest(path, source_file)

    batch.submissions(input_files([folder]), batch.here(reader))
    assert seen == ["a.txt", "bad.txt", "c.txt"]


@pytest.mark.parametrize(
    ("verify", "asked"),
    [
        (0, ["pages", "pages", "pages"]),
        (2, ["words", "words", "pages"]),
        (9, ["words", "words", "words"]),
    ],
)
def test_of_so_many_files_the_second_reader_is_asked_for_the_words(folder: Path, verify: int, asked: list[str]) -> None:
    heard: list[str] = []

    def reader(path: Path, source_file: str, order: Order) -> Submission:
        heard.append(order.verification)
        return readers.honest(path, source_file)

    batch.submissions(input_files([folder]), batch.here(reader), orders=batch.orders_of(3, verify))
    assert heard == asked


def test_each_submission_is_told_as_it_ends(folder: Path) -> None:
    told: list[Submission] = []
    found = batch.submissions(
        input_files([folder]), batch.here(readers.honest), watched=batch.Watched(read=told.append)
    )
    assert told == found
