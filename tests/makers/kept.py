"""Made documents that failed once, kept with their truth: `regressions/NAME.pdf` or `.txt`, and `NAME.json` beside it."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from tests.makers.truth import TrueActivity, TrueDocument, TrueFinance, TrueIndicator, Truth

FOLDER = Path(__file__).parent / "regressions"


def kept() -> list[Path]:
    """The kept documents, by name."""
    return sorted(path for path in FOLDER.iterdir() if path.suffix in (".pdf", ".txt"))


def keep(producer: str, content: bytes, truth: Truth, showed: str) -> Path:
    """Keeps a document that failed, so that it is read by every later run; `showed` says what was wrong."""
    name = f"{producer}-{hashlib.sha256(content).hexdigest()[:8]}"
    path = FOLDER / f"{name}{'.txt' if producer == 'plain_text' else '.pdf'}"
    path.write_bytes(content)
    said = {"showed": showed, **dataclasses.asdict(truth)}
    path.with_suffix(".json").write_text(json.dumps(said, default=str, ensure_ascii=False, indent=1), encoding="utf-8")
    return path


def showed(path: Path) -> str:
    """What was wrong when a kept document failed."""
    return str(_said(path)["showed"])


def true_rows(path: Path) -> Truth:
    """The truth of a kept document: amounts and counts as numbers, dates as text."""
    said = _said(path)
    return Truth(
        _rows(TrueDocument, said["documents"]),
        _rows(TrueActivity, said["activities"]),
        _rows(TrueIndicator, said["indicators"]),
        _rows(TrueFinance, said["finances"]),
    )


def _said(path: Path) -> dict[str, Any]:
    said: dict[str, Any] = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    return said


def _rows(kind: type[Any], rows: Sequence[dict[str, Any]]) -> tuple[Any, ...]:
    numbers = {each.name for each in dataclasses.fields(kind) if "Decimal" in str(each.type)}
    return tuple(
        kind(**{name: Decimal(value) if value and name in numbers else value for name, value in row.items()})
        for row in rows
    )
