"""Which Tesseract is installed here; nothing of what pictures need is loaded to ask for it."""

from __future__ import annotations

import re
import tempfile
from functools import cache
from pathlib import Path

from pipeline.sources.programs import Allowance, ProgramError, program_output, program_path

PROGRAM, LANGUAGE = "tesseract", "lav"

_LONGEST_VERSION = 60
_WAY = re.compile(r" *Found (?:AVX|FMA|SSE|NEON)\S*$")


@cache
def recogniser() -> str:
    """What recognises text on this machine, "" where nothing does: `tesseract`, its version, and what it calculates by.

    Processors with other ways to multiply give other sums, and now and then another letter.
    """
    program = program_path(PROGRAM)
    if program is None:
        return ""
    try:
        with tempfile.TemporaryDirectory() as folder:
            told = program_output([program, "--version"], Path(folder), Allowance(seconds=10, output=100_000))
    except ProgramError:
        return PROGRAM
    lines = told.decode("utf-8", "replace").splitlines() or [PROGRAM]
    ways = [line.split()[1] for line in lines if _WAY.match(line)]
    return " ".join([*lines[0].split()[:2], *ways])[:_LONGEST_VERSION]


def has_latvian(program: Path) -> bool:
    """Whether this Tesseract knows Latvian; True where it does not say."""
    try:
        with tempfile.TemporaryDirectory() as folder:
            listed = program_output([program, "--list-langs"], Path(folder), Allowance(seconds=10, output=100_000))
    except ProgramError:
        return True  # broken in another way
    return LANGUAGE in listed.decode("utf-8", "replace").split()
