"""Office files that a password protects."""

from __future__ import annotations

import io
import time
from pathlib import Path

import pytest
from msoffcrypto.format.ooxml import OOXMLFile

from pipeline.cli import exit_code
from pipeline.journey import submission
from pipeline.options import Order
from tests.sources.changed_pdf import SAMPLES

SAMPLE = SAMPLES / "kurzeme-word.docx"


def protected(password: str, content: bytes | None = None) -> bytes:
    target = io.BytesIO()
    OOXMLFile(io.BytesIO(content or SAMPLE.read_bytes())).encrypt(password, target)
    return target.getvalue()


@pytest.fixture(scope="module")
def locked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("locked") / "a.docx"
    path.write_bytes(protected("slepens āž"))
    return path


def test_a_protected_document_gives_the_same_records(locked: Path) -> None:
    read = submission(locked, "a", Order(passwords=("cita", "slepens āž")))
    assert read.summary == submission(SAMPLE, "a").summary
    assert (read.route, read.file_kind) == ("docx", "docx")
    assert read.document_id == submission(locked, "a").document_id


@pytest.mark.parametrize("passwords", [(), ("cita",), ("",)])
def test_without_its_password_it_is_refused_with_what_to_do(locked: Path, passwords: tuple[str, ...]) -> None:
    read = submission(locked, "a", Order(passwords=passwords))
    assert read.summary is None
    assert "--password" in read.failure


def test_it_is_read_by_the_command_and_the_password_is_written_nowhere(locked: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert exit_code(["run", str(locked), "--out", str(out), "--password", "slepens āž", "--quiet"]) == 0
    written = [path for path in out.rglob("*") if path.is_file()]
    assert "kurzeme" in (out / "documents.csv").read_text("utf-8").casefold()
    assert [path.name for path in written if b"slepens" in path.read_bytes()] == []


@pytest.mark.parametrize("at", [600, 2000, 5000])
def test_a_broken_one_is_refused(locked: Path, tmp_path: Path, at: int) -> None:
    content = bytearray(locked.read_bytes())
    content[at : at + 400] = bytes(400)
    path = tmp_path / "a.docx"
    path.write_bytes(content[: at + 400])
    read = submission(path, "a", Order(passwords=("slepens āž",)))
    assert read.summary is None
    assert read.failure


def test_a_file_that_wants_its_password_hashed_for_hours_is_refused_at_once(tmp_path: Path) -> None:
    content = protected("slepens").replace(b'spinCount="100000"', b'spinCount="9999999"'.ljust(18))
    path = tmp_path / "a.docx"
    path.write_bytes(content)
    begun = time.monotonic()
    read = submission(path, "a", Order(passwords=("slepens",)))
    assert "1000000" in read.failure
    assert time.monotonic() - begun < 3


def test_a_protected_spreadsheet_is_still_a_spreadsheet(tmp_path: Path) -> None:
    import openpyxl

    book = io.BytesIO()
    openpyxl.Workbook().save(book)
    path = tmp_path / "a.docx"
    path.write_bytes(protected("a", book.getvalue()))
    assert "izklājlapa" in submission(path, "a", Order(passwords=("a",))).failure
