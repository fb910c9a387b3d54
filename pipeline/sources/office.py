"""Text files of other word processors → a document, by way of a Word file that LibreOffice makes of them.

LibreOffice gets a folder of its own, with a profile in which macros and links
are off and every proxy leads nowhere, and is ended with that folder.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Literal

from pipeline.document import Document
from pipeline.errors import SourceError
from pipeline.sources.docx.opened import document_of_docx
from pipeline.sources.limits import MEGABYTE, OFFICE_MEMORY, OFFICE_OUTPUT, OFFICE_SECONDS
from pipeline.sources.office_program import office_program
from pipeline.sources.programs import Allowance, ProgramError, program_output

OfficeKind = Literal["odt", "doc", "rtf"]
ALLOWANCE = Allowance(OFFICE_SECONDS, OFFICE_MEMORY, OFFICE_OUTPUT)
# LibreOffice ends so when it has made a new profile and wants to be started again.
_START_AGAIN = "81"
_OFFICE = "/org.openoffice.Office."
# Where nothing listens: port 9 of this machine.
_NOWHERE = (
    ("ooInetProxyType", "2"),
    ("ooInetHTTPProxyName", "127.0.0.1"),
    ("ooInetHTTPProxyPort", "9"),
    ("ooInetHTTPSProxyName", "127.0.0.1"),
    ("ooInetHTTPSProxyPort", "9"),
)
_SETTINGS = (
    (f"{_OFFICE}Common/Security/Scripting", "MacroSecurityLevel", "3"),
    (f"{_OFFICE}Common/Security/Scripting", "DisableMacrosExecution", "true"),
    (f"{_OFFICE}Common/Security/Scripting", "DisableActiveContent", "true"),
    (f"{_OFFICE}Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    (f"{_OFFICE}Writer/Content/Update", "Link", "2"),
    *(("/org.openoffice.Inet/Settings", name, value) for name, value in _NOWHERE),
)


def document_of_office(content: bytes, kind: OfficeKind) -> Document:
    """An ODT, DOC or RTF as the document of the Word file that LibreOffice makes of it.

    Raises SourceError where LibreOffice is missing, fails, or takes or makes too much.
    """
    return document_of_docx(docx_of_office(content, kind))


def docx_of_office(content: bytes, kind: OfficeKind) -> bytes:
    """The Word file that LibreOffice makes of it."""
    program = office_program()
    if program is None:
        raise SourceError("sources.office_missing", kind=kind.upper())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _write_profile(folder / "profile")
        (folder / f"given.{kind}").write_bytes(content)
        try:
            _convert(program, folder, kind)
        except ProgramError as error:
            raise _refusal(error, kind) from error
        made = folder / "made" / "given.docx"
        if not made.is_file() or made.is_symlink():
            raise SourceError("sources.office_nothing", kind=kind.upper())
        return made.read_bytes()


def _convert(program: Path, folder: Path, kind: OfficeKind) -> None:
    """Converts. A new profile may end the program, which then begins again.

    The profile is called otherwise then: behind the fence the socket of its first
    name stays, and a program that finds one believes that another runs.
    """
    try:
        _begin(program, folder, folder / "profile", kind)
    except ProgramError as error:
        if (error.reason, error.detail) != ("exit", _START_AGAIN):
            raise
        _begin(program, folder, (folder / "profile").rename(folder / "again"), kind)


def _begin(program: Path, folder: Path, profile: Path, kind: OfficeKind) -> None:
    command: list[str | Path] = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless"]
    command += ["--norestore", "--nologo", "--nodefault", "--nolockcheck"]
    command += ["--convert-to", "docx:MS Word 2007 XML", "--outdir", folder / "made", folder / f"given.{kind}"]
    environment = {"SAL_USE_VCLPLUGIN": "svp", "http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9"}
    program_output(command, folder, ALLOWANCE, environment=environment)


def _write_profile(profile: Path) -> None:
    """The settings of a profile in which nothing is run and nothing fetched."""
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    schema = 'xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"'
    (profile / "user").mkdir(parents=True)
    text = f'<?xml version="1.0" encoding="UTF-8"?><oor:items {schema}>{items}</oor:items>'
    (profile / "user" / "registrymodifications.xcu").write_text(text, encoding="utf-8")


def _refusal(error: ProgramError, kind: OfficeKind) -> SourceError:
    if error.reason == "missing":
        return SourceError("sources.office_missing", kind=kind.upper())
    if error.reason == "time":
        return SourceError("sources.office_time", kind=kind.upper(), limit=f"{ALLOWANCE.seconds:g}")
    if error.reason == "output":
        return SourceError("sources.office_output", kind=kind.upper(), limit=ALLOWANCE.output // MEGABYTE)
    return SourceError("sources.office_failed", kind=kind.upper(), detail=error.detail)
