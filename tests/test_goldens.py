"""Samples against their goldens."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import batch
from pipeline.errors import UsageError
from pipeline.goldens import Comparison, accept, comparisons
from tests.saboteurs.readers import honest


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sub").mkdir()
    for name in ("a.txt", "sub/b.txt"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    return tmp_path


def compared(folder: Path) -> list[Comparison]:
    return comparisons(folder, batch.here(honest))


def states(folder: Path) -> list[str]:
    return [each.state for each in compared(folder)]


def test_a_sample_without_a_golden_is_missing_one(folder: Path) -> None:
    assert states(folder) == ["missing", "missing"]


def test_what_was_accepted_is_the_same(folder: Path) -> None:
    accept(compared(folder), force=False)
    assert states(folder) == ["same", "same"]


def test_a_golden_stands_beside_its_document(folder: Path) -> None:
    written = accept(compared(folder), force=False)
    assert [path.relative_to(folder).as_posix() for path in written] == [
        "a.txt.expected.json",
        "sub/b.txt.expected.json",
    ]


def test_a_golden_does_not_name_the_folder_of_its_document(folder: Path) -> None:
    accept(compared(folder), force=False)
    assert '"source_file": "b.txt"' in (folder / "sub" / "b.txt.expected.json").read_text(encoding="utf-8")


def test_the_lines_that_differ_are_shown(folder: Path) -> None:
    accept(compared(folder), force=False)
    golden = folder / "a.txt.expected.json"
    golden.write_text(golden.read_text(encoding="utf-8").replace('"24"', '"25"'), encoding="utf-8")
    [changed, _] = compared(folder)
    shown = [line.split(": ")[-1] for line in changed.difference() if line[0] in "+-" and "count" in line]
    assert (changed.state, shown) == ("differs", ['"25",', '"24",'])


def test_a_golden_that_differs_is_not_overwritten(folder: Path) -> None:
    golden = folder / "a.txt.expected.json"
    golden.write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match=r"a\.txt"):
        accept(compared(folder), force=False)
    assert golden.read_text(encoding="utf-8") == "mine"
    assert not (folder / "sub" / "b.txt.expected.json").exists()


def test_force_overwrites_a_golden_that_differs(folder: Path) -> None:
    (folder / "a.txt.expected.json").write_text("mine", encoding="utf-8")
    accept(compared(folder), force=True)
    assert states(folder) == ["same", "same"]


def test_a_golden_whose_document_is_gone_is_told(folder: Path) -> None:
    accept(compared(folder), force=False)
    (folder / "a.txt").unlink()
    assert states(folder) == ["same", "orphan"]


def test_a_missing_folder_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="was not found"):
        comparisons(tmp_path / "nowhere")


def golden_by(recogniser: str, confidence: str) -> str:
    return f'{{\n  "confidence": {confidence},\n  "recogniser": "{recogniser}"\n}}\n'


@pytest.mark.parametrize(
    ("accepted", "now", "state"),
    [
        (golden_by("tesseract 5.3.0", "96.1"), golden_by("tesseract 5.3.0", "95.9"), "same"),
        (golden_by("tesseract 5.3.0", "96.1"), golden_by("tesseract 5.3.0", "96.1") + "more", "differs"),
        (golden_by("tesseract 5.3.0", "96.1"), '{\n  "recogniser": ""\n}\n', "differs"),
        (golden_by("tesseract 4.1.1", "96.1"), golden_by("tesseract 5.3.0", "96.1"), "unchecked"),
    ],
)
def test_a_scan_is_held_to_what_its_recogniser_read(
    accepted: str, now: str, state: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """How sure it was is not compared; where another version is installed, nothing is."""
    monkeypatch.setattr("pipeline.goldens._installed_recogniser", lambda: "tesseract 5.3.0")
    assert Comparison(Path("a.tif.expected.json"), "a.tif", accepted, now).state == state


def test_a_sample_whose_program_is_missing_here_is_unread_and_not_accepted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.rtf").write_bytes(b"{\\rtf1 Kopsavilkums}")
    found = comparisons(tmp_path / "in", batch.here())
    assert [each.state for each in found] == ["unread"]
    assert accept(found, force=True) == []
