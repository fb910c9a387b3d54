"""Word files that are no documents, or none that may be read, are refused quickly, behind the fence, in a sentence."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from pipeline.batch import bytes_read, read_document
from pipeline.fence import Limits, fenced_result
from pipeline.options import Order
from pipeline.record_bytes import submission_of
from tests.saboteurs.word_files import WORD_SABOTEURS

# Of the clock, on a busy machine: each takes a second or less alone.
SOON = 20.0


@pytest.mark.parametrize("name", WORD_SABOTEURS)
def test_it_is_refused_with_its_sentence(name: str, tmp_path: Path) -> None:
    saboteur = WORD_SABOTEURS[name]
    path = tmp_path / name
    path.write_bytes(saboteur.content())
    begin = time.monotonic()
    result = fenced_result(bytes_read, (read_document, path, name, Order()), Limits())
    assert time.monotonic() - begin < SOON
    assert isinstance(result, bytes)
    read = submission_of(result)
    assert read.summary is None
    assert saboteur.says in read.failure
    assert read.failure_en
