"""An office file that a password protects → the same file without protection. The only door to msoffcrypto.

It opens what Word writes since 2007 (ECMA-376 agile and standard encryption, [MS-OFFCRYPTO] 2.3.4)
and DOC files protected by RC4. It is called where documents are read: behind the fence.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from pipeline.errors import SourceError
from pipeline.sources.limits import MAX_SPINS


def unlocked(content: bytes, passwords: Sequence[str]) -> bytes:
    """The file that the first fitting password opens, the same bytes where none does.

    Raises SourceError where trying a password takes longer than any word processor makes it.
    """
    return next((opened for password in passwords if (opened := _opened(content, password))), content)


def _opened(content: bytes, password: str) -> bytes:
    """The file without protection, b"" where this password does not open it."""
    import msoffcrypto

    target = io.BytesIO()
    try:
        file = msoffcrypto.OfficeFile(io.BytesIO(content))
        _refuse_spins(file)
        if isinstance(file, msoffcrypto.format.ooxml.OOXMLFile):
            file.load_key(password=password, verify_password=True)
        else:  # always verified
            file.load_key(password=password)
        file.decrypt(target)
    except SourceError:
        raise
    except Exception:  # noqa: BLE001 -- of a hostile file the library raises nearly anything
        return b""
    return target.getvalue()


def _refuse_spins(file: Any) -> None:
    """The password is hashed as often as the file says; in files of before 2010 that is fixed."""
    stated = getattr(file, "info", None)
    if isinstance(stated, dict) and int(stated.get("spinValue", 0)) > MAX_SPINS:
        raise SourceError("sources.encrypted_slow", limit=MAX_SPINS)
