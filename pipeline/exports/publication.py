"""The outputs of a run appear all together or not at all; what a run needs of its own lies in a folder beside them.

A run writes into a folder of new files. When all are there, a list says which go
where: from then on the publication is decided, and whoever is stopped in the middle
of it, the next run completes it. A file that cannot be replaced, since a program has
it open, takes back what was replaced before.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from pipeline.errors import RunError
from pipeline.exports.whole_file import unwritten, write_whole
from pipeline.typed_bytes import MalformedBytesError, typed_bytes, typed_value

WORK_FOLDER = ".kopsavilkums"
_NEW, _OLD, _LIST = "new", "old", "publication.json"


def work_folder(folder: Path) -> Path:
    """The folder of a run's own in an output folder, made where it is not there. Raises RunError where it cannot be."""
    work = folder / WORK_FOLDER
    if work.is_symlink() or (work.exists() and not work.is_dir()):
        raise RunError("run.file_in_the_way", file=work)
    try:
        work.mkdir(exist_ok=True)
    except OSError as error:
        raise unwritten(work, error) from error
    return work


@contextmanager
def new_files(folder: Path) -> Iterator[Path]:
    """An empty folder for the new files of an output folder; it is gone when this ends, published or not."""
    new = work_folder(folder) / _NEW
    shutil.rmtree(new, ignore_errors=True)
    try:
        new.mkdir()
    except OSError as error:
        raise unwritten(new, error) from error
    try:
        yield new
    finally:
        shutil.rmtree(new, ignore_errors=True)


class _Publication(Struct, frozen=True):
    """What goes where: names below the output folder; `back` where all is to stand as it did before."""

    placed: tuple[str, ...]
    removed: tuple[str, ...]
    back: bool = False


def publish(folder: Path, removed: Sequence[str] = ()) -> list[Path]:
    """Moves the new files to their places and takes `removed` away; gives the places, in the order of their names.

    Raises RunError where that cannot be done; then everything stands as it did.
    """
    work = work_folder(folder)
    names = sorted(each.relative_to(work / _NEW).as_posix() for each in (work / _NEW).rglob("*") if each.is_file())
    publication = _Publication(tuple(names), tuple(sorted(set(removed) - set(names))))
    _refuse_what_is_in_the_way(folder, publication)
    _write_down(work, publication)
    try:
        _place(folder, work, publication)
    except BaseException:
        back = replace(publication, back=True)
        _write_down(work, back)
        _take_back(folder, work, back)
        _forget(work)
        raise
    _forget(work)
    return [folder / name for name in names]


def complete_publication(folder: Path) -> None:
    """Completes a publication, or its taking back, that was stopped in the middle. Raises RunError where it cannot."""
    work = folder / WORK_FOLDER
    if work.is_symlink() or not (work / _LIST).is_file():
        return
    try:
        publication = typed_value((work / _LIST).read_bytes(), _Publication)
    except (OSError, MalformedBytesError):  # Nobody who was stopped leaves it so: it is not ours.
        publication = _Publication((), ())
    _refuse_what_is_in_the_way(folder, publication)
    (_take_back if publication.back else _place)(folder, work, publication)
    _forget(work)


def _write_down(work: Path, publication: _Publication) -> None:
    write_whole(work, _LIST, typed_bytes(publication))


def _place(folder: Path, work: Path, publication: _Publication) -> None:
    """Puts what stands there aside, and the new file in its place; what is done already is passed over."""
    for name in publication.placed:
        if (work / _NEW / name).is_file():
            _move(folder / name, work / _OLD / name, folder / name)
            _move(work / _NEW / name, folder / name, folder / name)
    for name in publication.removed:
        _move(folder / name, work / _OLD / name, folder / name)


def _take_back(folder: Path, work: Path, publication: _Publication) -> None:
    """Undoes what was done of a publication, the last first; what is undone already is passed over."""
    for name in (*publication.removed, *reversed(publication.placed)):
        if name in publication.placed and not (work / _NEW / name).exists():
            _move(folder / name, work / _NEW / name, folder / name)
        _move(work / _OLD / name, folder / name, folder / name)


def _move(source: Path, target: Path, told: Path) -> None:
    """Moves a file, where there is one. Raises RunError, which tells of `told`, where it cannot be moved."""
    try:
        if source.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            source.replace(target)
    except OSError as error:
        raise unwritten(told, error) from error


def _forget(work: Path) -> None:
    (work / _LIST).unlink(missing_ok=True)
    shutil.rmtree(work / _OLD, ignore_errors=True)
    shutil.rmtree(work / _NEW, ignore_errors=True)


def _refuse_what_is_in_the_way(folder: Path, publication: _Publication) -> None:
    """A link may lead out of the folder, and so may a name; a folder is not replaced by a file."""
    for name in (*publication.placed, *publication.removed):
        place = folder / name
        between = [each for each in place.parents if folder in each.parents]
        strange = Path(name).is_absolute() or ".." in Path(name).parts
        taken = place.is_symlink() or (place.exists() and not place.is_file())
        if strange or taken or any(each.is_symlink() or (each.exists() and not each.is_dir()) for each in between):
            raise RunError("run.file_in_the_way", file=place)
