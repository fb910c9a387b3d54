"""A file is whole, and inside its folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import RunError
from pipeline.exports.whole_file import write_whole


def test_the_old_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("old", encoding="utf-8")
    assert write_whole(tmp_path, "a.csv", b"new").read_bytes() == b"new"


def test_nothing_else_is_left_in_the_folder(tmp_path: Path) -> None:
    write_whole(tmp_path, "a.csv", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]


def test_a_link_is_refused_and_what_it_points_to_is_untouched(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("mine", encoding="utf-8")
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "a.csv").symlink_to(outside)
    with pytest.raises(RunError, match="a link or a folder"):
        write_whole(folder, "a.csv", b"new")
    assert outside.read_text(encoding="utf-8") == "mine"


def test_a_link_in_the_place_of_the_part_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("mine", encoding="utf-8")
    (tmp_path / ".a.csv.part").symlink_to(outside)
    write_whole(tmp_path, "a.csv", b"new")
    assert outside.read_text(encoding="utf-8") == "mine"


def test_a_folder_that_is_gone_is_an_error_of_the_run(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="could not be written"):
        write_whole(tmp_path / "gone", "a.csv", b"new")


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.csv").write_text("old", encoding="utf-8")

    def full_disk(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pipeline.exports.whole_file._new", full_disk)
    with pytest.raises(RunError, match="No space left"):
        write_whole(tmp_path, "a.csv", b"new")
    assert (tmp_path / "a.csv").read_text(encoding="utf-8") == "old"
