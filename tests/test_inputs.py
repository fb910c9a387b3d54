"""What is read, and under which name."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pipeline.errors import UsageError
from pipeline.inputs import InputFile, input_files


def made(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, encoding="utf-8")
    return folder


def names(*inputs: Path, output_folder: Path | None = None) -> list[str]:
    return [file.source_file for file in input_files(inputs, output_folder)]


def test_a_folder_is_walked_and_its_files_are_called_by_their_path_from_it(tmp_path: Path) -> None:
    assert names(made(tmp_path, "b.pdf", "sub/a.pdf")) == ["b.pdf", "sub/a.pdf"]


def test_a_file_is_called_by_its_own_name(tmp_path: Path) -> None:
    assert names(made(tmp_path, "sub/a.pdf") / "sub" / "a.pdf") == ["a.pdf"]


def test_files_of_any_kind_are_found(tmp_path: Path) -> None:
    assert names(made(tmp_path, "a.xyz", "b")) == ["a.xyz", "b"]


@pytest.mark.parametrize(
    "litter", [".DS_Store", "Thumbs.db", "desktop.ini", "~$a.docx", ".git/config", "a.pdf.expected.json"]
)
def test_what_is_no_submission_is_passed_over(tmp_path: Path, litter: str) -> None:
    assert names(made(tmp_path, "a.pdf", litter)) == ["a.pdf"]


def test_the_output_folder_is_not_read(tmp_path: Path) -> None:
    assert names(made(tmp_path, "a.pdf", "out/documents.csv"), output_folder=tmp_path / "out") == ["a.pdf"]


def test_a_hidden_file_that_is_named_is_read(tmp_path: Path) -> None:
    assert names(made(tmp_path, ".a.pdf") / ".a.pdf") == [".a.pdf"]


def test_equal_names_are_told_apart_by_their_folders(tmp_path: Path) -> None:
    made(tmp_path, "x/one/a.pdf", "y/one/a.pdf", "y/one/b.pdf")
    assert names(tmp_path / "x" / "one", tmp_path / "y" / "one") == ["b.pdf", "x/one/a.pdf", "y/one/a.pdf"]


def test_the_same_path_named_twice_is_read_once(tmp_path: Path) -> None:
    made(tmp_path, "a.pdf")
    assert names(tmp_path, tmp_path / "a.pdf", tmp_path / "." / "a.pdf") == ["a.pdf"]


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    made(tmp_path, "sub/a.pdf")
    (tmp_path / "sub" / "again").symlink_to(tmp_path)
    assert names(tmp_path) == ["sub/a.pdf"]


def test_a_link_to_nothing_is_still_found(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").symlink_to(tmp_path / "missing.pdf")
    assert names(tmp_path) == ["a.pdf"]


@pytest.mark.skipif(os.name == "nt", reason="names are bytes on POSIX only")
def test_a_name_that_is_no_utf8_can_be_written() -> None:
    assert InputFile(Path(os.fsdecode(b"/x/a\xff.pdf")), 1).source_file == r"a\udcff.pdf"


def test_a_missing_input_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"nowhere.* was not found"):
        input_files([tmp_path / "nowhere"])


def test_an_empty_folder_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="Nothing to read"):
        input_files([tmp_path])


def test_a_line_end_in_a_name_is_no_line_end_in_the_tables(tmp_path: Path) -> None:
    (tmp_path / "a\nKĻŪDA.pdf").touch()
    assert [file.source_file for file in input_files([tmp_path])] == ["a\ufffdKĻŪDA.pdf"]
