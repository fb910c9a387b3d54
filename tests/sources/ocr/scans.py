"""Scanned pages for tests, and whether they can be recognised on this machine."""

from __future__ import annotations

import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from tests.makers.damages import SCANS, scanned_pages
from tests.makers.fonts import REGULAR

SAMPLES = Path(__file__).parents[3] / "samples"
SHORT = SAMPLES / "kurzeme-chromium.pdf"
SHORT_PAGE = 4


def _is_there() -> bool:
    program = shutil.which("tesseract")
    if program is None:
        return False
    listed = subprocess.run([program, "--list-langs"], capture_output=True, text=True, check=False)  # noqa: S603
    return "lav" in listed.stdout.split()


needs_tesseract = pytest.mark.skipif(not _is_there(), reason="no Tesseract with Latvian on this machine")


@cache
def scan(name: str) -> Image.Image:
    """The last page of the real document, which is short, as this scan gives it."""
    return scanned_pages(SHORT.read_bytes(), SCANS[name], pages=[SHORT_PAGE])[0]


def letter() -> Image.Image:
    """A few lines of text without a table, as large as A4 at 150 dots for each inch."""
    picture = Image.new("L", (1240, 1754), 255)
    pen = ImageDraw.Draw(picture)
    for line in range(6):
        pen.text((150, 200 + line * 60), "Biedrība sniedza konsultācijas reģionā", 0, ImageFont.truetype(REGULAR, 28))
    return picture
