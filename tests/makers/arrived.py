"""The samples that show how documents arrive: old office files, a PDF that is encrypted, one with a bad text layer.

Run as `python -m tests.makers.arrived`; LibreOffice makes the office files, and no two times the same bytes.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pikepdf

from tests.makers.choices import SeededChoices
from tests.makers.libreoffice_pdf import docx_form
from tests.makers.making import Scope, StyleScope, made_style, made_summary
from tests.sources.bad_layers import misnamed, next_letter

SAMPLES = Path(__file__).parents[2] / "samples"
_TIMEOUT = 120


def office_sample(seed: int, kind: str) -> bytes:
    """A made summary as a DOC or RTF, by way of an ODT: LibreOffice loses the tables of a DOC that it makes of a DOCX."""
    choices = SeededChoices(seed)
    style = made_style(choices, StyleScope(numberings=("bracket", "dot"), shapes=("side_by_side", "paragraphs")))
    content = docx_form(made_summary(choices, style, Scope(years=2, items=3)), style)
    for before, after in (("docx", "odt"), ("odt", kind)):
        content = _converted(content, before, after)
    return content


def _converted(content: bytes, before: str, after: str) -> bytes:
    program = shutil.which("soffice")
    if program is None:
        raise FileNotFoundError("soffice")
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, f"form.{before}").write_bytes(content)
        options = [f"-env:UserInstallation={Path(folder, 'user').as_uri()}", "--headless", "--convert-to", after]
        command = [program, *options, "--outdir", folder, str(Path(folder, f"form.{before}"))]
        subprocess.run(command, check=True, timeout=_TIMEOUT, capture_output=True)  # noqa: S603
        return Path(folder, f"form.{after}").read_bytes()


def encrypted_sample() -> bytes:
    """A sample that a program encrypted so that nobody prints it: its user password is empty."""
    target = io.BytesIO()
    with pikepdf.open(SAMPLES / "darzkopji.pdf") as pdf:
        allowed = pikepdf.Permissions(extract=False, modify_annotation=False, print_highres=False)
        pdf.save(target, encryption=pikepdf.Encryption(owner="owner", user="", R=6, allow=allowed))
    return target.getvalue()


MADE: Mapping[str, Callable[[], bytes]] = {
    "paligs-jaunatne.doc": lambda: office_sample(33, "doc"),
    "tilts-kurzeme.rtf": lambda: office_sample(31, "rtf"),
    "darzkopji-aizsargats.pdf": encrypted_sample,
    # In capitals, as some scanners name their files, and so that nobody asks it for the true words of its text.
    "seniori-digitali-burti.PDF": lambda: misnamed("seniori-digitali.pdf", next_letter),
}


def main() -> None:
    """Writes them all."""
    for name, made in MADE.items():
        (SAMPLES / name).write_bytes(made())


if __name__ == "__main__":
    main()
