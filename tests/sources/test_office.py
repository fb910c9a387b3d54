"""LibreOffice is a program like any other: it may be missing, hang, crash, write rubbish; then a sentence says so."""

from __future__ import annotations

import shutil
import stat
import sys
import time
from pathlib import Path

import pytest

from pipeline.errors import SourceError
from pipeline.sources import office
from pipeline.sources.office import docx_of_office
from pipeline.sources.opening import document_of, file_kind
from pipeline.sources.programs import Allowance

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the programs of these tests are scripts of a shell")
RTF = rb"{\rtf1\ansi\ansicpg1257 Kopsavilkums}"


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place first on the path for a program called soffice."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    return folder / "soffice"


def write(program: Path, script: str) -> None:
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)


def refusal(kind: str = "rtf") -> str:
    with pytest.raises(SourceError) as caught:
        docx_of_office(RTF, kind)  # type: ignore[arg-type]
    return caught.value.sentence.lv


def test_where_libreoffice_is_missing_it_is_said_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "RTF" in refusal()
    assert "apt install libreoffice-writer" in refusal()


@pytest.mark.parametrize(
    ("script", "says"),
    [
        ("exit 3", "nevarēja nolasīt failu (RTF; 3)"),
        ("kill -SEGV $$", "nevarēja nolasīt failu (RTF; SIGSEGV)"),
        ("exit 0", "no faila (RTF) neizveidoja nekādu dokumentu"),
    ],
)
def test_a_libreoffice_that_fails_is_told_of(program: Path, script: str, says: str) -> None:
    write(program, script)
    assert says in refusal()


def test_a_libreoffice_that_hangs_is_ended(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "ALLOWANCE", Allowance(1))
    write(program, "sleep 600")
    begin = time.monotonic()
    assert "1 sekundēs" in refusal()
    assert time.monotonic() - begin < 10


def test_a_libreoffice_that_floods_is_stopped(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "ALLOWANCE", Allowance(60, output=1024**2))
    write(program, "mkdir made; exec cat /dev/zero > made/given.docx")
    assert "lielāks par 1 MB" in refusal()


def test_rubbish_that_libreoffice_makes_is_refused(program: Path) -> None:
    write(program, "mkdir made; echo rubbish > made/given.docx")
    with pytest.raises(SourceError, match="broken"):
        document_of(RTF)


def test_a_link_in_place_of_what_it_makes_is_not_followed(program: Path) -> None:
    write(program, "mkdir made; ln -s /etc/passwd made/given.docx")
    assert "neizveidoja nekādu dokumentu" in refusal()


def test_a_libreoffice_that_wants_to_be_started_again_is(program: Path, tmp_path: Path) -> None:
    write(
        program,
        f"[ -e {tmp_path}/once ] || {{ touch {tmp_path}/once; exit 81; }}; mkdir made; echo x > made/given.docx",
    )
    assert docx_of_office(RTF, "rtf") == b"x\n"


def test_nothing_is_left_behind(program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    write(program, "exit 3")
    refusal()
    assert not list(scratch.iterdir())


@pytest.mark.skipif(shutil.which("soffice") is None, reason="no soffice on this machine: RTF is not read")
@pytest.mark.slow
def test_an_rtf_is_read_by_libreoffice_itself() -> None:
    assert file_kind(RTF) == "rtf"
    assert [word.text for word in document_of(RTF).words] == ["Kopsavilkums"]
