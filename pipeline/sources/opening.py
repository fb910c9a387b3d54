"""A file's bytes → an opened document."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal, get_args

from pipeline.document import Document, FileKind
from pipeline.errors import SourceError
from pipeline.sources.broken_letters import are_broken
from pipeline.sources.limits import MAX_BYTES, MAX_WORD_LENGTH, MAX_WORDS, MEGABYTE
from pipeline.sources.pdf import document_of_pdf
from pipeline.sources.sniff import kind_of
from pipeline.sources.text import document_of_text


# What a PDF does not need is imported where it is called: it takes a tenth of the time that one takes from the shell.
def _document_of_docx(content: bytes) -> Document:
    from pipeline.sources.docx.opened import document_of_docx

    return document_of_docx(content)


def _document_of_office(content: bytes, kind: Literal["odt", "doc", "rtf"]) -> Document:
    from pipeline.sources.office import document_of_office

    return document_of_office(content, kind)


def _document_of_images(content: bytes) -> Document:
    from pipeline.sources.images import document_of_images

    return document_of_images(content)


_OPENERS: dict[str, Callable[[bytes], Document]] = {
    "pdf": document_of_pdf,
    "docx": _document_of_docx,
    "odt": lambda content: _document_of_office(content, "odt"),
    "doc": lambda content: _document_of_office(content, "doc"),
    "rtf": lambda content: _document_of_office(content, "rtf"),
    "text": document_of_text,
    "image": _document_of_images,
}


def content_of(path: Path) -> bytes:
    """The file's bytes. Raises SourceError where it is too large or cannot be read."""
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise SourceError("sources.not_opened", reason=error.strerror or error) from error
    if len(content) > MAX_BYTES:
        raise SourceError("sources.too_large", limit=MAX_BYTES // MEGABYTE)
    return content


def document_id(content: bytes) -> str:
    """The first 12 hex digits of the SHA-256 of the bytes."""
    return hashlib.sha256(content).hexdigest()[:12]


def unlocked(content: bytes, passwords: Sequence[str]) -> bytes:
    """The bytes without the protection that one of the passwords opens, the same where none does.

    Raises SourceError where trying one would take too long.
    """
    kind = kind_of(content) if passwords else ""
    if kind == "pdf":
        from pipeline.sources.locked_pdf import unlocked as unlocked_pdf

        return unlocked_pdf(content, passwords)
    if kind == "encrypted":
        from pipeline.sources.locked_office import unlocked as unlocked_office

        return unlocked_office(content, passwords)
    return content


def file_kind(content: bytes) -> str:
    """What the file is by its content, "" where it is nothing that is read here."""
    kind = kind_of(content)
    return kind if kind in get_args(FileKind) else ""


def document_of(content: bytes) -> Document:
    """The document that these bytes hold. Raises SourceError where they hold none that is read here."""
    kind = kind_of(content)
    if kind == "unknown":
        raise _unknown(content)
    if kind not in _OPENERS:
        raise SourceError(f"sources.{kind}")
    document = _OPENERS[kind](content)
    if document.route in ("text", "docx") and are_broken([word.text for word in document.words]):
        raise SourceError("sources.broken_letters" if document.route == "text" else "sources.letters_of_document")
    _refuse_monsters(document)
    return document


def _unknown(content: bytes) -> SourceError:
    from pipeline.sources.unknown_kind import kind_name

    return SourceError("sources.unknown", kind=kind_name(content))


def _refuse_monsters(document: Document) -> None:
    """No summary has so many words, or such a word; reading one could take hours."""
    words = document.words
    if len(words) > MAX_WORDS or any(len(word.text) > MAX_WORD_LENGTH for word in words):
        raise SourceError("sources.too_many_words", words=MAX_WORDS, letters=MAX_WORD_LENGTH)
