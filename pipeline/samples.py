"""Sample documents held against the goldens beside them: `x.pdf` and `x.pdf.expected.json`."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline import batch
from pipeline.errors import UsageError
from pipeline.exports.record_json import submission_json
from pipeline.exports.whole_file import write_whole
from pipeline.inputs import GOLDEN_SUFFIX, InputFile, input_files

# Of a difference, so many lines are shown.
MOST_DIFFERENCE_LINES = 40


@dataclass(frozen=True, slots=True)
class Comparison:
    """One sample: `golden` is None where it has none; `difference` is empty where all is the same."""

    source_file: str
    path: Path
    golden: str | None
    got: str
    difference: tuple[str, ...]


def comparisons(folder: Path, workers: int | None = None) -> list[Comparison]:
    """Every sample of the folder beside its golden. Raises UsageError where there is none."""
    files = input_files([folder])
    read = batch.submissions(files, workers=workers)
    return [_comparison(file, submission_json(each)) for file, each in zip(files, read, strict=True)]


def golden_path(path: Path) -> Path:
    """Where the golden of a sample stands."""
    return path.with_name(path.name + GOLDEN_SUFFIX)


def _comparison(file: InputFile, got: str) -> Comparison:
    path = golden_path(file.path)
    golden = path.read_text(encoding="utf-8") if path.is_file() else None
    lines = difflib.unified_diff((golden or "").splitlines(), got.splitlines(), "golden", "now", lineterm="", n=2)
    difference = () if golden is None else tuple(lines)
    return Comparison(file.source_file, file.path, golden, got, difference)


def accept(compared: Sequence[Comparison], *, force: bool) -> list[Path]:
    """Writes the goldens that are new; with `force` those that differ too. Gives what it wrote.

    Raises UsageError, and writes nothing, where one differs and `force` is not set.
    """
    differing = [each.source_file for each in compared if each.difference]
    if differing and not force:
        names = ", ".join(differing)
        raise UsageError(
            f"Etaloni atšķiras un nav pārrakstīti: {names}. Apskatiet atšķirības ar „samples check”; "
            "ja tās ir pareizas, atkārtojiet ar --force.",
            f"Goldens differ and were not overwritten: {names}. Look at them with “samples check”; "
            "if they are right, repeat with --force.",
        )
    changed = [each for each in compared if each.golden != each.got]
    return [_written(each) for each in changed]


def _written(each: Comparison) -> Path:
    path = golden_path(each.path)
    return write_whole(path.parent, path.name, each.got.encode("utf-8"))


def comparison_lines(each: Comparison, language: str) -> list[str]:
    """What the terminal says of a sample."""
    if each.golden is None:
        return [f"✗ {each.source_file}: " + ("no golden" if language == "en" else "nav etalona")]
    if not each.difference:
        return [f"✓ {each.source_file}"]
    said = "differs from its golden" if language == "en" else "atšķiras no etalona"
    return [f"✗ {each.source_file}: {said}", *(f"    {line}" for line in each.difference[:MOST_DIFFERENCE_LINES])]
