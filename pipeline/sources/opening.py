"""A file's bytes → an opened document."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from pipeline.document import Document
from pipeline.errors import SourceError
from pipeline.sources.pdf import document_of_pdf
from pipeline.sources.sniff import kind_of
from pipeline.sources.text import document_of_text

# Far above any summary; below what would fill the memory of a worker.
MAX_BYTES = 100 * 1024 * 1024
# The real document has 1 300 words; its longest, a web address aside, has 25 letters.
MAX_WORDS, MAX_WORD_LENGTH = 50_000, 400

_OPENERS: dict[str, Callable[[bytes], Document]] = {"pdf": document_of_pdf, "text": document_of_text}

_REFUSALS = {
    "empty": ("Fails ir tukšs; lūdziet iesniedzējam to atsūtīt vēlreiz.", "The file is empty; ask for it again."),
    "zip": (
        "Fails ir arhīvs, konteiners vai DOCX; šī versija lasa PDF ar teksta slāni un TXT, saglabājiet to kā PDF.",
        "The file is an archive, a container or DOCX; this version reads PDF with text and TXT, save it as PDF.",
    ),
    "office": (
        "Fails ir vecā Microsoft Office formātā; saglabājiet to kā PDF.",
        "The file is of an old Microsoft Office format; save it as PDF.",
    ),
    "image": (
        "Fails ir attēls, nevis dokuments ar tekstu; iesniedziet PDF, kas saglabāts no teksta redaktora.",
        "The file is an image, not a document with text; submit a PDF saved from a word processor.",
    ),
    "rtf": ("Fails ir RTF formātā; saglabājiet to kā PDF.", "The file is RTF; save it as PDF."),
    "html": ("Fails ir tīmekļa lapa; saglabājiet to kā PDF.", "The file is a web page; save it as PDF."),
    "unknown": (
        "Fails nav ne PDF, ne teksts; pārbaudiet, vai iesniegts īstais fails.",
        "The file is neither PDF nor text; check that it is the right one.",
    ),
}


def content_of(path: Path) -> bytes:
    """The file's bytes. Raises SourceError where it is too large or cannot be read."""
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise SourceError(
            f"Failu nevar atvērt ({error.strerror or error}); pārbaudiet, vai tas pastāv un ir lasāms.",
            f"The file cannot be opened ({error.strerror or error}); check that it exists and may be read.",
        ) from error
    if len(content) > MAX_BYTES:
        limit = MAX_BYTES // 1024 // 1024
        raise SourceError(
            f"Fails ir lielāks par {limit} MB; kopsavilkums nav tik liels, pārbaudiet, vai iesniegts īstais fails.",
            f"The file is larger than {limit} MB; no summary is, check that it is the right one.",
        )
    return content


def document_id(content: bytes) -> str:
    """The first 12 hex digits of the SHA-256 of the bytes."""
    return hashlib.sha256(content).hexdigest()[:12]


def document_of(content: bytes) -> Document:
    """The document that these bytes hold. Raises SourceError where they hold none that is read here."""
    kind = kind_of(content)
    if kind not in _OPENERS:
        raise SourceError(*_REFUSALS[kind])
    document = _OPENERS[kind](content)
    _refuse_monsters(document)
    return document


def _refuse_monsters(document: Document) -> None:
    """No summary has so many words, or such a word; reading one could take hours."""
    words = document.words
    if len(words) > MAX_WORDS or any(len(word.text) > MAX_WORD_LENGTH for word in words):
        raise SourceError(
            f"Dokuments nav kopsavilkums: tajā ir vairāk nekā {MAX_WORDS} vārdu vai vārds, kas garāks par "
            f"{MAX_WORD_LENGTH} zīmēm; pārbaudiet, vai iesniegts īstais fails.",
            f"The document is no summary: it has more than {MAX_WORDS} words, or a word of more than "
            f"{MAX_WORD_LENGTH} characters; check that it is the right file.",
        )
