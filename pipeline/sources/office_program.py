"""Which LibreOffice is installed here."""

from __future__ import annotations

import sys
from pathlib import Path

from pipeline.sources.programs import program_path

_PROGRAMS = ("soffice", "libreoffice")


def office_program() -> Path | None:
    """The program itself: what it is started by would leave it behind where we are killed."""
    found = next((path for name in _PROGRAMS if (path := program_path(name))), None)
    if found is None or sys.platform != "linux":
        return found
    itself = found.with_name("soffice.bin")
    return itself if itself.is_file() else found
