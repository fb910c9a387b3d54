"""A PDF that a password protects → the same PDF without protection, so that every reader after this needs none."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pypdfium2
from pypdfium2 import raw

# ISO 32000-1, 7.5.5: a protected PDF names its encryption dictionary in the trailer, which is never encrypted itself.
_PROTECTED = b"/Encrypt"


def unlocked(content: bytes, passwords: Sequence[str]) -> bytes:
    """The PDF that the first fitting password opens; the same bytes where none is needed, or none fits."""
    if not passwords or _PROTECTED not in content or _opened(content, None):
        return content
    return next((opened for password in passwords if (opened := _opened(content, password))), content)


def _opened(content: bytes, password: str | None) -> bytes:
    """The PDF without protection, b"" where this password does not open it."""
    target = io.BytesIO()
    try:
        pdf = pypdfium2.PdfDocument(content, password=password)
    except Exception:  # noqa: BLE001 -- a hostile PDF can make any library raise nearly anything
        return b""
    try:
        pdf.save(target, flags=raw.FPDF_REMOVE_SECURITY)
    except Exception:  # noqa: BLE001 -- as above
        return b""
    finally:
        pdf.close()
    return target.getvalue()
