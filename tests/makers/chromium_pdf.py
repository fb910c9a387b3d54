"""The form as HTML, printed by Chromium."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from tests.makers.html_form import html_form
from tests.makers.made_summary import MadeSummary, Style

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_TIMEOUT = 60


def available() -> bool:
    """Whether the program is installed."""
    return _program() is not None


def chromium_pdf(made: MadeSummary, style: Style) -> bytes:
    """The PDF's bytes; page numbers are left out, since the program's footer says more than a number."""
    program = _program()
    if program is None:
        raise FileNotFoundError(_NAMES[0])
    with tempfile.TemporaryDirectory() as folder:
        page, printed = Path(folder, "form.html"), Path(folder, "form.pdf")
        page.write_text(html_form(made, style), encoding="utf-8")
        options = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-pdf-header-footer",
            f"--user-data-dir={folder}/user",
        ]
        command = [program, *options, f"--print-to-pdf={printed}", page.as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=_TIMEOUT)  # noqa: S603  a fixed command
        return printed.read_bytes()


def _program() -> str | None:
    return next((found for name in _NAMES if (found := shutil.which(name))), None)
