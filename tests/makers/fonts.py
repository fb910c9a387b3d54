"""The typefaces that the writers use."""

from __future__ import annotations

from pathlib import Path

import font_roboto

FOLDER = Path(font_roboto.__file__).parent / "files"
REGULAR, BOLD = str(FOLDER / "Roboto-Regular.ttf"), str(FOLDER / "Roboto-Bold.ttf")
