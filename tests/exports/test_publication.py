"""Outputs appear all together or not at all, whoever is stopped where."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.errors import RunError
from pipeline.exports import publication
from pipeline.exports.publication import WORK_FOLDER, complete_publication, new_files, publish

OLD = {"a.csv": "old a", "b.csv": "old b", "report/gone.html": "old page", "own.txt": "somebody's own"}
NEW = {"a.csv": "new a", "b.csv": "new b", "c.csv": "new c", "report/page.html": "new page"}
PUBLISHED = {**NEW, "own.txt": "somebody's own"}
MOVES = 20
"""More than a publication of these files takes."""


class Killed(BaseException):
    """Ends everything at once, as a signal does: what would tidy up is not run."""


def written(folder: Path, files: dict[str, str]) -> None:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")


def found(folder: Path) -> dict[str, str]:
    files = (each for each in folder.rglob("*") if each.is_file() and WORK_FOLDER not in each.parts)
    return {each.relative_to(folder).as_posix(): each.read_text(encoding="utf-8") for each in files}


def published(folder: Path) -> None:
    with new_files(folder) as new:
        written(new, NEW)
        publish(folder, ["report/gone.html"])


def breaks_at(move: int, error: BaseException) -> Callable[[Path, Path, Path], None]:
    """Moves files until the one of this number, which fails, as all do after it where it is a kill."""
    done = 0
    moved = publication._move

    def moving(source: Path, target: Path, told: Path) -> None:
        nonlocal done
        done += 1
        if done == move or (done > move and isinstance(error, Killed)):
            raise error
        moved(source, target, told)

    return moving


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    written(tmp_path, OLD)
    return tmp_path


def test_new_files_take_the_places_of_old_ones_and_others_stay(folder: Path) -> None:
    published(folder)
    assert found(folder) == PUBLISHED
    assert list((folder / WORK_FOLDER).iterdir()) == []


def test_what_is_not_published_is_gone_and_changes_nothing(folder: Path) -> None:
    with new_files(folder) as new:
        written(new, NEW)
    assert found(folder) == OLD
    assert list((folder / WORK_FOLDER).iterdir()) == []


@pytest.mark.parametrize("move", range(1, MOVES))
def test_a_file_that_cannot_be_moved_takes_back_what_was_moved_before(
    folder: Path, monkeypatch: pytest.MonkeyPatch, move: int
) -> None:
    monkeypatch.setattr(publication, "_move", breaks_at(move, RunError("run.file_in_the_way", file="b.csv")))
    try:
        published(folder)
    except RunError:
        assert found(folder) == OLD
    else:
        assert found(folder) == PUBLISHED
    assert list((folder / WORK_FOLDER).iterdir()) == []


@pytest.mark.parametrize("move", range(1, MOVES))
def test_a_publication_that_is_killed_at_any_move_is_completed_by_the_next_run(
    folder: Path, monkeypatch: pytest.MonkeyPatch, move: int
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(publication, "_move", breaks_at(move, Killed()))
        patch.setattr(publication, "_take_back", lambda *_: (_ for _ in ()).throw(Killed()))
        patch.setattr(publication, "_write_down", first_only(publication._write_down))
        patch.setattr(publication.shutil, "rmtree", lambda *_, **__: None)
        with contextlib.suppress(Killed):
            published(folder)
    complete_publication(folder)
    assert found(folder) == PUBLISHED
    assert not (folder / WORK_FOLDER / "publication.json").exists()


@pytest.mark.parametrize("back", range(1, MOVES))
def test_a_taking_back_that_is_killed_at_any_move_is_completed_by_the_next_run(
    folder: Path, monkeypatch: pytest.MonkeyPatch, back: int
) -> None:
    fails, take_back = 6, publication._take_back

    def killed_take_back(*arguments: object) -> None:
        monkeypatch.setattr(publication, "_move", breaks_at(back, Killed()))
        take_back(*arguments)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(publication, "_move", breaks_at(fails, RunError("run.file_in_the_way", file="b.csv")))
        patch.setattr(publication, "_take_back", killed_take_back)
        patch.setattr(publication.shutil, "rmtree", lambda *_, **__: None)
        with pytest.raises((Killed, RunError)):
            published(folder)
    monkeypatch.undo()
    complete_publication(folder)
    assert found(folder) == OLD


def first_only(write: Callable[..., None]) -> Callable[..., None]:
    """Whoever is killed writes nothing down any more."""
    done = 0

    def writing(*arguments: object) -> None:
        nonlocal done
        done += 1
        if done == 1:
            write(*arguments)

    return writing


@pytest.mark.parametrize("name", ["a.csv", "report", WORK_FOLDER])
def test_nothing_is_written_through_a_link(tmp_path: Path, name: str) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / name).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(RunError, match=f"{name}.* in its place"):
        published(tmp_path / "out")
    assert list((tmp_path / "elsewhere").iterdir()) == []
    assert [each.name for each in (tmp_path / "out").iterdir() if each.name not in (name, WORK_FOLDER)] == []


def test_a_folder_in_the_place_of_a_file_is_told_and_nothing_is_changed(folder: Path) -> None:
    (folder / "c.csv").mkdir()
    with pytest.raises(RunError, match=r"c\.csv"):
        published(folder)
    assert found(folder) == OLD


def test_a_list_that_leads_out_of_the_folder_is_not_followed(folder: Path) -> None:
    work = folder / "out" / WORK_FOLDER
    work.mkdir(parents=True)
    publication._write_down(work, publication._Publication((), ("../own.txt",)))
    with pytest.raises(RunError):
        complete_publication(folder / "out")
    assert found(folder) == OLD


def test_a_list_that_makes_no_sense_is_put_away(folder: Path) -> None:
    (folder / WORK_FOLDER).mkdir()
    (folder / WORK_FOLDER / "publication.json").write_text("{", encoding="utf-8")
    complete_publication(folder)
    assert found(folder) == OLD
    assert list((folder / WORK_FOLDER).iterdir()) == []
