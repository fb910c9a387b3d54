"""Files in archives that a password protects; the archives are made by another program's library and by hand."""

from __future__ import annotations

import hashlib
import hmac
import io
import os
import struct
import tempfile
import zipfile
import zlib
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import ECB

from pipeline.cli import exit_code
from pipeline.sources.container.unpacking import members
from pipeline.sources.limits import MAX_SLOWLY_LOCKED
from tests.saboteurs.containers import LETTER

SAMPLE = Path(__file__).parents[3] / "samples" / "kurzeme-word.docx"


def pkware(content: bytes, password: bytes, *, crc: int | None = None, follows: bool = False) -> bytes:
    """Protected in the traditional way, by the keys of the standard library's reader run in the other direction."""
    keys = [0x12345678, 0x23456789, 0x34567890]

    def crc32(byte: int, register: int) -> int:
        return (zlib.crc32(bytes([byte]), register ^ 0xFFFFFFFF)) ^ 0xFFFFFFFF

    def turn(byte: int) -> None:
        keys[0] = crc32(byte, keys[0])
        keys[1] = ((keys[1] + (keys[0] & 0xFF)) * 134775813 + 1) & 0xFFFFFFFF
        keys[2] = crc32(keys[1] >> 24, keys[2])

    for each in password:
        turn(each)
    locked = bytearray()
    crc = zlib.crc32(content) if crc is None else crc
    proof = 0x12 if follows else crc >> 24
    for each in bytes(range(11)) + bytes([proof]) + content:
        mixed = (keys[2] | 2) & 0xFFFF
        locked.append(each ^ ((mixed * (mixed ^ 1)) >> 8) & 0xFF)
        turn(each)
    return bytes(locked)


def aes(content: bytes, password: bytes, strength: int = 3) -> bytes:
    salt, size = os.urandom(4 + 4 * strength), 8 + 8 * strength
    derived = hashlib.pbkdf2_hmac("sha1", password, salt, 1000, 2 * size + 2)
    engine = Cipher(AES(derived[:size]), ECB()).encryptor()  # noqa: S305 -- a counter's blocks
    stream = b"".join(engine.update(count.to_bytes(16, "little")) for count in range(1, len(content) // 16 + 2))
    body = bytes(a ^ b for a, b in zip(content, stream, strict=False))
    return salt + derived[-2:] + body + hmac.new(derived[size : 2 * size], body, "sha1").digest()[:10]


def archive(packed: bytes, size: int, *, flags: int = 1, method: int = 0, crc: int = 0, extra: bytes = b"") -> bytes:
    """One entry, `a.txt`, at a minute past two."""
    head = struct.pack("<5H3L", 20, flags, method, 0x1234, 0, crc, len(packed), size)
    local = b"PK\x03\x04" + head + struct.pack("<2H", 5, len(extra)) + b"a.txt" + extra + packed
    central = b"PK\x01\x02" + struct.pack("<H", 20) + head
    central += struct.pack("<5H2L", 5, len(extra), 0, 0, 0, 0, 0) + b"a.txt" + extra
    return local + central + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1, 1, len(central), len(local), 0)


def by_pkware(password: str = "parole", *, follows: bool = False, code: str = "utf-8") -> bytes:  # noqa: S107 -- of a test
    packed = pkware(LETTER, password.encode(code), follows=follows)
    return archive(packed, len(LETTER), flags=9 if follows else 1, crc=zlib.crc32(LETTER))


def by_aes(strength: int = 3, *, version: int = 2) -> bytes:
    squeezed = zlib.compress(LETTER, wbits=-15)
    field = struct.pack("<2HH2sBH", 0x9901, 7, version, b"AE", strength, 8)
    crc = zlib.crc32(LETTER) if version == 1 else 0
    return archive(aes(squeezed, b"parole", strength), len(LETTER), method=99, crc=crc, extra=field)


def opened(folder: Path, content: bytes, *passwords: str) -> bytes | str:
    """The content of the one file, else why it is refused."""
    path = folder / "in.zip"
    path.write_bytes(content)
    found = members(path, Path(tempfile.mkdtemp(dir=folder)), passwords=passwords)
    assert found
    [member] = found
    return member.path.read_bytes() if member.path else str(member.refusal and member.refusal.en)


def test_the_makers_of_this_test_are_understood_by_the_standard_library() -> None:
    for content in (by_pkware(), by_pkware(follows=True)):
        assert zipfile.ZipFile(io.BytesIO(content)).read("a.txt", pwd=b"parole") == LETTER


@pytest.mark.parametrize(
    "content",
    [by_pkware(), by_pkware(follows=True), *(by_aes(strength) for strength in (1, 2, 3)), by_aes(version=1)],
    ids=["pkware", "pkware, sizes behind", "aes 128", "aes 192", "aes 256", "ae-1"],
)
def test_a_file_is_opened_by_its_password_alone(tmp_path: Path, content: bytes) -> None:
    assert opened(tmp_path, content, "cita", "parole") == LETTER
    for passwords in ((), ("cita",), ("",)):
        assert "--password" in str(opened(tmp_path, content, *passwords))


@pytest.mark.parametrize("code", ["utf-8", "cp1257", "cp775"])
def test_a_password_with_latvian_letters_is_tried_in_each_code_page(tmp_path: Path, code: str) -> None:
    assert opened(tmp_path, by_pkware("paroleāž", code=code), "paroleāž") == LETTER


def test_a_wrong_password_that_passes_for_the_right_one_is_passed_over(tmp_path: Path) -> None:
    content = by_pkware()
    wrong = [f"p{number}" for number in range(2000)]
    assert opened(tmp_path, content, *wrong, "parole") == LETTER
    assert "--password" in str(opened(tmp_path, content, *wrong))


def test_changed_bytes_are_refused(tmp_path: Path) -> None:
    for content in (by_pkware(), by_aes()):
        at = content.index(b"a.txt") + 40
        changed = content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]
        assert isinstance(opened(tmp_path, changed, "parole"), str)


def test_other_protection_and_too_much_of_the_slow_one_are_refused(tmp_path: Path) -> None:
    assert "not opened here" in str(opened(tmp_path, archive(LETTER, len(LETTER), flags=0x41), "parole"))
    large = archive(bytes(MAX_SLOWLY_LOCKED + 1), MAX_SLOWLY_LOCKED, flags=1)
    assert "up to 10 MB" in str(opened(tmp_path, large, "parole"))
    assert "--password" in str(opened(tmp_path, archive(b"x", 100), "parole"))
    field = struct.pack("<2HH2sBH", 0x9901, 7, 2, b"AE", 3, 8)
    assert "--password" in str(opened(tmp_path, archive(b"x", 100, method=99, extra=field), "parole"))


def test_a_protected_archive_is_read_by_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = SAMPLE.read_bytes()
    path = tmp_path / "a.zip"
    path.write_bytes(archive(pkware(content, b"parole"), len(content), crc=zlib.crc32(content)))
    assert exit_code(["read", str(path), "--password", "parole"]) == 0
    assert '"49000.00"' in capsys.readouterr().out
