"""What this machine has of the programs that some documents need, and the command that installs what is missing."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from msgspec import Struct

from pipeline.catalogue import Language, text
from pipeline.confinement import held_layers
from pipeline.fence import Limits, Lost, fenced_result
from pipeline.sources.ocr.recogniser import LANGUAGE, PROGRAM, has_latvian
from pipeline.sources.office_program import office_program
from pipeline.sources.programs import program_path

Missing = Literal["", "program", "latvian"]


class Examined(Struct, frozen=True):
    """A need of some documents: `name` is its key in the catalogue, `path` its program's, None where there is none.

    `missing` says what is lacking: nothing, the program, or its Latvian.
    """

    name: Literal["scans", "office"]
    path: Path | None
    missing: Missing


class Installer(Struct, frozen=True):
    """How a system installs programs: the program that does it, its command, and what it calls each need's packages."""

    program: str
    command: str
    scans: str
    office: str


INSTALLERS = (
    Installer("apt-get", "sudo apt-get install -y", "tesseract-ocr tesseract-ocr-lav", "libreoffice-writer-nogui"),
    Installer("dnf", "sudo dnf install -y", "tesseract tesseract-langpack-lav", "libreoffice-writer"),
    Installer(
        "zypper", "sudo zypper install -y", "tesseract-ocr tesseract-ocr-traineddata-latvian", "libreoffice-writer"
    ),
    Installer("pacman", "sudo pacman -S --noconfirm", "tesseract tesseract-data-lav", "libreoffice-fresh"),
    Installer("brew", "brew install", "tesseract tesseract-lang", "libreoffice"),
    Installer("winget", "winget install", "UB-Mannheim.TesseractOCR", "TheDocumentFoundation.LibreOffice"),
)


def examined() -> list[Examined]:
    """Each need and how it stands; nothing is installed or changed."""
    tesseract = program_path(PROGRAM)
    lacking: Missing = "program" if tesseract is None else "" if has_latvian(tesseract) else "latvian"
    office = office_program()
    return [Examined("scans", tesseract, lacking), Examined("office", office, "" if office else "program")]


def layers_of_fence() -> list[str]:
    """The layers that hold a process that reads a document on this machine: see `pipeline.confinement`."""
    found = fenced_result(held_layers, (), Limits())
    return [] if isinstance(found, Lost) else found.decode().split()


def told_fence(layers: Sequence[str], language: Language) -> str:
    """Who keeps such a process from writing and from the network: the system, or only the program itself."""
    state = {True: text("doctor.by_system", language), False: text("doctor.by_program", language)}
    return text("doctor.fence", language, writing=state["writing" in layers], network=state["network" in layers])


def told(needs: Sequence[Examined], language: Language) -> list[str]:
    """The lines for a person: what is read in any case, each need, and the command for what is missing."""
    lines = [text("doctor.always", language)]
    for each in needs:
        state = text(f"doctor.{each.missing or 'found'}", language, path=each.path, language=LANGUAGE)
        lines.append(text(f"doctor.{each.name}", language, state=state))
    missing = [each.name for each in needs if each.missing]
    return [*lines, _remedy(missing, language) if missing else text("doctor.complete", language)]


def _remedy(missing: Sequence[str], language: Language) -> str:
    """The one command that installs what is missing; the programs by name where nothing known installs them."""
    installer = next((each for each in INSTALLERS if program_path(each.program)), None)
    if installer is None:
        return text("doctor.by_hand", language)
    packages = " ".join(getattr(installer, name) for name in missing)
    added = text("doctor.latvian_on_windows", language) if sys.platform == "win32" and "scans" in missing else ""
    return text("doctor.remedy", language, command=f"{installer.command} {packages}") + added
