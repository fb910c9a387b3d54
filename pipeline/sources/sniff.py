"""What a file is, by its bytes and never by its name."""

from __future__ import annotations

import codecs
import re

from pipeline.sources.compound_file import kind_of_compound
from pipeline.sources.zip_kinds import kind_of_zip

# Of a ZIP file's first entry, or of its end where it has none.
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_SIGNATURES = (
    (b"\xd0\xcf\x11\xe0", "office"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"{\\rtf", "rtf"),
)
# RFC 5322, 2.2: a message begins with header fields, each a name and a colon; one from a mailbox with `From `.
_MAIL = re.compile(
    rb"(?:From [^\n]*\n)?(?:(?:Return-Path|Received|Delivered-To|MIME-Version|Message-ID|Date|From|To|Subject|X-[\w-]+)"
    rb":[^\n]*\n(?:[ \t][^\n]*\n)*){3}",
    re.IGNORECASE,
)
# ISO 32000-1 asks for the header in the first line; readers look for it in the first 1024 bytes.
_PDF_HEADER_WITHIN = 1024


def kind_of(content: bytes) -> str:
    """`pdf`, `text`, `empty`, `zeros`, `image`, `rtf`, `html`, `mail`, `unknown`, or a kind of ZIP or compound file."""
    if not content.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        return "zeros" if content.strip(b" \t\r\n\xef\xbb\xbf") else "empty"
    if is_zip(content):  # before PDF: the first file in it may be one
        return kind_of_zip(content)
    if b"%PDF-" in content[:_PDF_HEADER_WITHIN]:
        return "pdf"
    for signature, kind in _SIGNATURES:
        if content.startswith(signature):
            return kind_of_compound(content) if kind == "office" else kind
    if content.lstrip()[:15].lower().startswith((b"<!doctype html", b"<html")):
        return "html"
    if not _is_text(content):
        return "unknown"
    return "mail" if _MAIL.match(content) else "text"


def is_zip(content: bytes) -> bool:
    """Whether these are the first bytes of a ZIP file: of a container, or of a document that is one."""
    return content.startswith(_ZIP)


def _is_text(content: bytes) -> bool:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return True
    sample = content[:65536]
    controls = sum(byte < 32 and byte not in (9, 10, 12, 13) for byte in sample)
    return b"\x00" not in sample and controls * 100 < len(sample)
