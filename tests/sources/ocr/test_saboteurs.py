"""A hostile picture, and a recogniser that fails, cost their own document with a sentence that says why."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from pipeline.errors import SourceError
from pipeline.journey import submission
from pipeline.sources.images import document_of_images
from pipeline.sources.opening import document_of
from tests.saboteurs.pictures import PICTURES, many_pages
from tests.saboteurs.recognisers import RECOGNISERS
from tests.sources.ocr.scans import letter

posix = pytest.mark.skipif(sys.platform == "win32", reason="the fake programs are shell scripts")


def png_of_letter() -> bytes:
    target = io.BytesIO()
    letter().save(target, "PNG")
    return target.getvalue()


@pytest.mark.parametrize("name", PICTURES)
def test_a_hostile_picture_is_refused_in_both_languages(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))  # none of them reaches the recogniser
    path = tmp_path / name
    path.write_bytes(PICTURES[name].content())
    got = submission(path, name)
    assert got.summary is None
    assert PICTURES[name].says in got.failure
    assert got.failure != got.failure_en != ""


def test_a_file_of_as_many_pages_as_are_read_is_not_refused_for_it() -> None:
    with pytest.raises(SourceError, match="No text is recognised"):
        document_of(many_pages(40))


@posix
@pytest.mark.parametrize("name", RECOGNISERS)
def test_a_recogniser_that_fails_costs_the_document_only(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "tesseract"
    program.write_text(f"#!/bin/bash\n{RECOGNISERS[name].script}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr("pipeline.sources.ocr.tesseract.SECONDS_A_CALL", 1.0)
    path = tmp_path / "scan.png"
    path.write_bytes(png_of_letter())
    got = submission(path, path.name)
    assert got.summary is None
    assert RECOGNISERS[name].says in got.failure


def test_without_tesseract_a_scan_names_the_packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SourceError, match="tesseract-ocr tesseract-ocr-lav"):
        document_of_images(png_of_letter())
