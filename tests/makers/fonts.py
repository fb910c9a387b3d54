"""The typefaces that the writers use."""

from __future__ import annotations

from pathlib import Path

import font_roboto

_FILES = Path(font_roboto.__file__).parent / "files"
REGULAR, BOLD = str(_FILES / "Roboto-Regular.ttf"), str(_FILES / "Roboto-Bold.ttf")
