"""An entry of a ZIP file that a password protects → its packed bytes without protection.

The traditional way: PKWARE, APPNOTE.TXT 6.3.10, 6.1. AES: WinZip, "AES Encryption Information", AE-1 and AE-2.
"""

from __future__ import annotations

import hashlib
import hmac
import struct
import zlib

import numpy as np
from msgspec import Struct

from pipeline.errors import SourceError
from pipeline.sources.container.directory import Entry
from pipeline.sources.limits import MAX_SLOWLY_LOCKED, MEGABYTE

# APPNOTE 4.4.4: bit 0; bits 6 and 13 mark other ways, which nothing but their maker's program reads.
_LOCKED, _OTHERWISE = 0x0001, 0x0040 | 0x2000
_SIZES_FOLLOW = 0x0008
_HEADER = 12
# The extra field of AES: version, "AE", strength, and the method by which the bytes are packed.
_AES_METHOD, _AES_FIELD, _AES = 99, 0x9901, struct.Struct("<H2sBH")
_SALTS = {1: 8, 2: 12, 3: 16}
_ROUNDS, _PROOF, _CODE = 1000, 2, 10
# The table of CRC-32: what one byte makes of a register of zeros.
_TABLE = [zlib.crc32(bytes([each]), 0xFFFFFFFF) ^ 0xFFFFFFFF for each in range(256)]


class Unlocked(Struct, frozen=True):
    """The packed bytes of an entry, and the sum of its content, None where the entry states none."""

    packed: bytes
    crc: int | None


def is_locked(entry: Entry) -> bool:
    """Whether it needs a password. Raises SourceError where it is protected so that no password helps here."""
    if entry.flags & _OTHERWISE:
        raise SourceError("containers.locked_otherwise")
    return bool(entry.flags & _LOCKED)


def packing_method(entry: Entry) -> int:
    """How its bytes are packed, below their protection."""
    aes = _aes_field(entry)
    return aes[3] if aes else entry.method


def unlocked_entry(packed: bytes, entry: Entry, password: str) -> Unlocked | None:
    """What the entry's stored bytes hold; None where this is not its password, which some wrong ones pass for.

    Raises SourceError where it is protected in the slow way and larger than is read so.
    """
    aes = _aes_field(entry)
    if aes:
        version, _, strength, _ = aes
        plain = _by_aes(packed, password.encode(), strength)
        return None if plain is None else Unlocked(plain, entry.crc if version == 1 else None)
    if len(packed) > MAX_SLOWLY_LOCKED:
        raise SourceError("containers.locked_large", limit=MAX_SLOWLY_LOCKED // MEGABYTE)
    proof = entry.time >> 8 if entry.flags & _SIZES_FOLLOW else entry.crc >> 24
    found = (_by_pkware(packed, key, proof) for key in _keys(password))
    return next((Unlocked(plain, entry.crc) for plain in found if plain is not None), None)


def _aes_field(entry: Entry) -> tuple[int, bytes, int, int] | None:
    """Version, maker, strength and method; None where it is not protected by AES."""
    field = entry.extra_field(_AES_FIELD) or b""
    if entry.method != _AES_METHOD or len(field) < _AES.size:
        return None
    version, maker, strength, method = _AES.unpack_from(field)
    return (version, maker, strength, method) if maker == b"AE" and strength in _SALTS else None


def _keys(password: str) -> list[bytes]:
    """The password as bytes: nobody says in which code page it was typed."""
    codes = ("utf-8", "cp1257", "cp775")
    return list(dict.fromkeys(password.encode(code, "ignore") for code in codes))


def _by_pkware(packed: bytes, key: bytes, proof: int) -> bytes | None:
    first, second, third = 0x12345678, 0x23456789, 0x34567890
    plain = bytearray()
    table = _TABLE
    for place, byte in enumerate(key + packed, start=-len(key)):
        clear = byte
        if place >= 0:
            mixed = third | 2
            clear ^= (mixed * (mixed ^ 1) >> 8) & 0xFF
            plain.append(clear)
            if place == _HEADER - 1 and clear != proof:
                return None
        first = (first >> 8) ^ table[(first ^ clear) & 0xFF]
        second = ((second + (first & 0xFF)) * 134775813 + 1) & 0xFFFFFFFF
        third = (third >> 8) ^ table[(third ^ (second >> 24)) & 0xFF]
    return bytes(plain[_HEADER:]) if len(plain) >= _HEADER else None


def _by_aes(packed: bytes, password: bytes, strength: int) -> bytes | None:
    from cryptography.hazmat.primitives.ciphers import Cipher
    from cryptography.hazmat.primitives.ciphers.algorithms import AES
    from cryptography.hazmat.primitives.ciphers.modes import ECB

    salt, size = packed[: _SALTS[strength]], 2 * _SALTS[strength]
    derived = hashlib.pbkdf2_hmac("sha1", password, salt, _ROUNDS, 2 * size + _PROOF)
    body, code = packed[len(salt) + _PROOF : -_CODE], packed[-_CODE:]
    true = hmac.new(derived[size : 2 * size], body, "sha1").digest()[:_CODE]
    if packed[len(salt) : len(salt) + _PROOF] != derived[2 * size :] or not hmac.compare_digest(true, code):
        return None
    blocks = np.zeros((len(body) // 16 + 1, 2), "<u8")
    blocks[:, 0] = np.arange(1, len(blocks) + 1)
    stream = Cipher(AES(derived[:size]), ECB()).encryptor().update(blocks.tobytes())  # noqa: S305 -- a counter's blocks
    mixed = np.frombuffer(body, np.uint8) ^ np.frombuffer(stream, np.uint8)[: len(body)]
    return bytes(mixed.tobytes())
