"""Which program reads: a digest of its rules and of all that it reads with, which changes where any of them does."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from pipeline.sources.ocr.recogniser import recogniser
from pipeline.sources.office_program import office_program

LIBRARIES = (
    "cryptography",
    "jinja2",
    "lxml",
    "msgspec",
    "numpy",
    "opencv-python-headless",
    "pdfminer.six",
    "pdfplumber",
    "pillow",
    "puremagic",
    "pypdfium2",
    "regex",
    "simplemma",
)
"""What a reading, or the page that shows it, may depend on besides."""


@cache
def program_digest() -> str:
    """A digest of this program, its libraries, and of the programs that it calls; the same as long as these are."""
    digest = hashlib.sha256()
    for part in (*_rules(), *_libraries(), *_programs()):
        digest.update(b"%d:" % len(part) + part)
    return digest.hexdigest()


def _rules() -> Iterator[bytes]:
    """The files of the package: code, words, forms, what a page of the report is filled into."""
    package = Path(__file__).parent
    for path in sorted(each for each in package.rglob("*") if each.is_file() and each.suffix != ".pyc"):
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
