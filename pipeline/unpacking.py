"""The submitted files → the files to read: containers are opened, each behind a fence, into a scratch folder."""

from __future__ import annotations

import shutil
import signal
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import NoReturn

from msgspec import Struct
from msgspec.structs import replace

from pipeline.batch import READER_PRELOAD, lost_sentence, worker_count
from pipeline.errors import UsageError
from pipeline.fence import Limits, Lost, fenced_result, fenced_results
from pipeline.inputs import InputFile, input_files
from pipeline.membership import Membership
from pipeline.sources.container.member import Member
from pipeline.sources.sniff import is_zip
from pipeline.typed_bytes import MalformedBytesError, typed_bytes, typed_value

SCRATCH_PREFIX = "kopsavilkums-"
PRELOAD = "pipeline.sources.container.unpacking"


@contextmanager
def unpacked(
    files: Sequence[InputFile],
    *,
    workers: int | None = None,
    limits: Limits | None = None,
    preload: Sequence[str] = (),
    passwords: tuple[str, ...] = (),
) -> Iterator[list[InputFile]]:
    """`files` with each container replaced by the files in it, ordered by `source_file`.

    Those lie in a folder that nobody else may enter and that is gone when this
    ends, however it ends. A container that breaks what opens it is one refused file.
    `preload` is what the calls after these need: see `batch.submissions`. The
    `passwords` may open files in containers.
    """
    candidates = [number for number, file in enumerate(files) if _starts_as_zip(file.path)]
    if not candidates:
        yield list(files)
        return
    with _scratch_folder() as scratch:
        opened = _Opening(scratch, worker_count(workers) or 1, limits or Limits(), preload, passwords)
        found = opened.members({number: files[number].path for number in candidates})
        listed = [each for number, file in enumerate(files) for each in _replaced(file, found.get(number))]
        yield sorted(listed, key=lambda file: file.source_file)


@contextmanager
def named_files(file: Path, passwords: tuple[str, ...] = ()) -> Iterator[list[InputFile]]:
    """What a command was asked to read: a file, a container's files, or the one of them that `a.edoc/b.pdf` names.

    Raises UsageError where there is no such file, or where it is a folder.
    """
    if file.is_dir():
        raise UsageError("inputs.is_folder", file=file)
    container = next((each for each in file.parents if each.is_file()), None)
    [submitted] = input_files([container or file])
    with unpacked([submitted], passwords=passwords) as found:
        inner = file.relative_to(container).as_posix() if container else None
        chosen = [each for each in found if inner is None or each.within == inner]
        if not chosen:
            names = ", ".join(each.source_file for each in found)
            raise UsageError("inputs.not_in_container", file=file, names=names)
        yield chosen


class _Opening:
    """Opens containers into folders of their own in the scratch folder."""

    def __init__(
        self, scratch: Path, workers: int, limits: Limits, preload: Sequence[str], passwords: tuple[str, ...]
    ) -> None:
        self._scratch, self._workers, self._limits = scratch, workers, limits
        self._preload, self._passwords = preload, passwords

    def members(self, paths: dict[int, Path]) -> dict[int, list[Member]]:
        """The files of each container by its number; what is a document has none.

        Where one is lost it is opened once more without its signatures, since
        their readers are those that are not written in Python.
        """
        found = self._opened(paths, read_signatures=True)
        lost = {number: paths[number] for number, each in found.items() if isinstance(each, Lost)}
        found |= self._opened(lost, read_signatures=False)
        told = {
            number: [Member("", refusal=lost_sentence(each))] if isinstance(each, Lost) else each
            for number, each in found.items()
        }
        return {number: each for number, each in told.items() if each is not None}

    def _opened(self, paths: dict[int, Path], *, read_signatures: bool) -> dict[int, list[Member] | Lost | None]:
        numbers = list(paths)
        calls = [(paths[number], self._folder(number), read_signatures, self._passwords) for number in numbers]
        folders = [folder for _, folder, *_ in calls]
        if len(calls) == 1 and not self._preload:  # one file is asked for: a server would take longer to start
            return {
                numbers[0]: _told(fenced_result(_members_of, calls[0], self._limits, folder=calls[0][1]), calls[0][1])
            }
        preload = (*READER_PRELOAD, *self._preload, PRELOAD)
        results = fenced_results(
            _members_of, calls, workers=self._workers, limits=self._limits, preload=preload, folders=folders
        )
        return {numbers[place]: _told(result, calls[place][1]) for place, result in results}

    def _folder(self, number: int) -> Path:
        """An empty folder for the container of this number."""
        folder = self._scratch / str(number)
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(mode=0o700)
        return folder


class _Told(Struct, frozen=True):
    members: list[Member] | None


def _members_of(path: Path, folder: Path, read_signatures: bool, passwords: tuple[str, ...]) -> bytes:
    """In a process of its own; what opens containers is imported only there, and only where there is one."""
    from pipeline.sources.container.unpacking import members

    return typed_bytes(_Told(members(path, folder, read_signatures=read_signatures, passwords=passwords)))


def _told(result: bytes | Lost, folder: Path) -> list[Member] | Lost | None:
    """The files that were put into the container's folder; who tells of others is not believed."""
    if isinstance(result, Lost):
        return result
    try:
        told = typed_value(result, _Told)
    except MalformedBytesError as error:
        return Lost("error", str(error))
    paths = [each.path for each in told.members or () if each.path]
    if all(path.parent == folder and path.is_file() and not path.is_symlink() for path in paths):
        return told.members
    return Lost("error", "files that lie elsewhere")


def _replaced(file: InputFile, members: Sequence[Member] | None) -> list[InputFile]:
    """The files of a container in its place; the file itself where it is none."""
    if members is None:
        return [file]
    return [_input_file(file, each) for each in members]


def _input_file(container: InputFile, member: Member) -> InputFile:
    if not member.name:
        return replace(container, refusal=member.refusal)
    return replace(
        container,
        path=member.path or Path(),
        within=member.name,
        container=container.path,
        membership=Membership(container.source_file, member.signing) if member.path else None,
        refusal=member.refusal,
    )


def _starts_as_zip(path: Path) -> bool:
    with suppress(OSError):
        if path.is_file():
            with path.open("rb") as file:
                return is_zip(file.read(4))
    return False


@contextmanager
def _scratch_folder() -> Iterator[Path]:
    """A folder for this run alone, removed in every case that a process can see coming."""
    folder = Path(tempfile.mkdtemp(prefix=SCRATCH_PREFIX))
    try:
        with _ended_in_order():
            yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _ended_in_order() -> Iterator[None]:
    """A process that is told to end does so by an exception, so that what it made is removed."""
    before = None
    with suppress(ValueError):  # not the main thread: who told it to end is not told here
        before = signal.signal(signal.SIGTERM, _stop)
    try:
        yield
    finally:
        if before is not None:
            signal.signal(signal.SIGTERM, before)


def _stop(number: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit(128 + number)
