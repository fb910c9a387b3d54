"""PDFs that a password protects."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest

from pipeline.cli import exit_code
from pipeline.journey import submission
from pipeline.options import Order
from tests.sources.changed_pdf import SAMPLES

SAMPLE = SAMPLES / "kurzeme-libreoffice.pdf"
# Revisions of the standard security handler: RC4 with 128 bits, AES with 128 and with 256 bits.
CIPHERS = [{"R": 3, "aes": False, "metadata": False}, {"R": 4, "aes": True}, {"R": 6}]


def protected(user: str, **cipher: object) -> bytes:
    target = io.BytesIO()
    with pikepdf.open(SAMPLE) as pdf:
        pdf.save(target, encryption=pikepdf.Encryption(owner="owner", user=user, **cipher))  # type: ignore[arg-type]
    return target.getvalue()


@pytest.fixture
def locked(tmp_path: Path) -> Path:
    path = tmp_path / "a.pdf"
    path.write_bytes(protected("slepens"))
    return path


@pytest.mark.parametrize("cipher", CIPHERS, ids=str)
@pytest.mark.parametrize("user", ["", "slepens"])
def test_a_protected_document_gives_the_same_records(tmp_path: Path, cipher: dict[str, object], user: str) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(protected(user, **cipher))
    passwords = ("cita", "slepens") if user else ()
    assert submission(path, "a", Order("words", passwords)).summary == submission(SAMPLE, "a", Order("words")).summary


def test_its_id_is_that_of_the_bytes_that_were_handed_in(locked: Path) -> None:
    assert submission(locked, "a", Order(passwords=("slepens",))).document_id == submission(locked, "a").document_id


@pytest.mark.parametrize("passwords", [(), ("cita",), ("",)])
def test_without_its_password_it_is_refused_with_what_to_do(locked: Path, passwords: tuple[str, ...]) -> None:
    read = submission(locked, "a", Order(passwords=passwords))
    assert read.summary is None
    assert "--password" in read.failure


def test_a_password_is_written_nowhere_and_the_report_shows_the_pages(locked: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert exit_code(["run", str(locked), "--out", str(out), "--password", "slepens", "--quiet"]) == 0
    written = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    assert [path.name for path, content in written.items() if b"slepens" in content] == []
    [page] = [content for path, content in written.items() if path.parent.name == "report" and path.stem != "index"]
    assert page.count(b"data:image/png") == 4


def test_one_document_is_read_and_explained_with_a_password(
    locked: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert exit_code(["read", str(locked), "--password", "slepens"]) == 0
    assert "147" not in capsys.readouterr().err
    picture = tmp_path / "a.png"
    asked = ["finances/2022-07-15/2023-07-14/planned_eur", "--image", str(picture), "--password", "slepens"]
    assert exit_code(["explain", str(locked), *asked]) == 0
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_a_password_does_not_harm_files_that_need_none(tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.pdf"
    damaged.write_bytes(protected("slepens")[:-2000])
    order = Order(passwords=("slepens",))
    assert submission(SAMPLE, "a", order) == submission(SAMPLE, "a")
    assert submission(damaged, "a", order).document_id
