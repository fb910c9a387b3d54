"""Readers that fail as real ones do: each is called as `batch.Reader` does."""

from __future__ import annotations

import os
import time
from pathlib import Path

from pipeline.options import Order
from pipeline.records import Submission
from tests.submissions import submission


def honest(path: Path, source_file: str, _order: Order | None = None) -> Submission:
    return submission(source_file, document_id=path.read_text(encoding="utf-8")[:12])


def crashing(path: Path, source_file: str, _order: Order | None = None) -> Submission:
    if "bad" in path.name:
        os.abort()
    return honest(path, source_file)


def hanging(path: Path, source_file: str, _order: Order | None = None) -> Submission:
    if "bad" in path.name:
        time.sleep(600)
    return honest(path, source_file)


def hungry(path: Path, source_file: str, _order: Order | None = None) -> Submission:
    if "bad" in path.name:
        bytearray(3 * 1024**3)
    return honest(path, source_file)


def raising(path: Path, source_file: str, _order: Order | None = None) -> Submission:
    if "bad" in path.name:
        raise ZeroDivisionError("a fault")
    return honest(path, source_file)


def slow_first(path: Path, source_file: str, _order: Order | None = None) -> Submission:
    """The first file ends last."""
    time.sleep(0.4 if path.name.startswith("a") else 0)
    return honest(path, source_file)
