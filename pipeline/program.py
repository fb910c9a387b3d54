"""Which program reads: a digest of its rules and of all that it reads with, which changes where any of them does."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from pipeline.sources.ocr.tesseract import recogniser
from pipeline.sources.office import office_program

RULES = (".py", ".toml", ".txt")
"""The endings of the files that say how a document is read: code, words, forms."""
LIBRARIES = ("cryptography", "lxml", "numpy", "opencv-python-headless", "pdfminer.six", "pdfplumber", "pillow")
LIBRARIES += ("puremagic", "pypdfium2", "regex", "simplemma")
"""What a reading may depend on besides."""


@cache
def program_digest() -> str:
    """A digest of this program, its libraries, and of the programs that it calls; the same as long as these are."""
    digest = hashlib.sha256()
    for part in (*_rules(), *_libraries(), *_programs()):
        digest.update(b"%d:" % len(part) + part)
    return digest.hexdigest()


def _rules() -> Iterator[bytes]:
    package = Path(__file__).parent
    for path in sorted(each for each in package.rglob("*") if each.suffix in RULES):
        yield path.relative_to(package).as_posix().encode()
        yield path.read_bytes()


def _libraries() -> Iterator[bytes]:
    yield sys.version.encode()
    for name in LIBRARIES:
        with suppress(PackageNotFoundError):
            yield f"{name} {version(name)}".encode()


def _programs() -> Iterator[bytes]:
    """Tesseract by its version and ways to calculate; LibreOffice by its file, since asking it takes a second."""
    yield recogniser().encode()
    office = office_program()
    if office is not None:
        yield f"{office} {office.stat().st_size} {office.stat().st_mtime_ns}".encode()
