"""Records ↔ bytes: the one place that writes and reads them.

What comes from a process that read a hostile document may be anything. These
bytes are JSON and become values of the asked type or an error: nothing in them
is run, as it would be by unpickling.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import msgspec

Value = TypeVar("Value")

# Text that is no Unicode, such as half of a surrogate pair, cannot be UTF-8: bytes with it are marked, and pure ASCII.
_AS_ASCII = b"a"
_AS_UTF_8 = b"u"


class MalformedBytesError(Exception):
    """Bytes that are no value of the asked type; the message is for maintainers."""


def typed_bytes(value: object) -> bytes:
    """The bytes of a value made of records, tuples, lists, texts, numbers, dates, paths and None.

    A number that is not finite has no bytes that can be read back.
    """
    try:
        return _AS_UTF_8 + msgspec.json.encode(value, enc_hook=_written)
    except UnicodeEncodeError:
        return _AS_ASCII + json.dumps(msgspec.to_builtins(value, enc_hook=_written)).encode("ascii")


def typed_value(content: bytes, kind: type[Value]) -> Value:
    """The value of this type that `typed_bytes` made bytes of. Raises MalformedBytesError."""
    mark, rest = content[:1], content[1:]
    try:
        if mark == _AS_UTF_8:
            return msgspec.json.decode(rest, type=kind, dec_hook=_read)
        if mark == _AS_ASCII:
            return msgspec.convert(json.loads(rest.decode("ascii"), parse_constant=_refused), kind, dec_hook=_read)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise MalformedBytesError(f"{type(error).__name__}: {error}") from error
    raise MalformedBytesError(f"unknown mark {mark!r}")


def _written(value: Any) -> str:
    if isinstance(value, Path):
        return str(value)
    raise NotImplementedError(f"{type(value).__name__} has no bytes")


def _refused(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no number")


def _read(kind: type, value: Any) -> Any:
    if kind is Path and isinstance(value, str):
        return Path(value)
    raise NotImplementedError(f"{kind.__name__} is not read from bytes")
