"""What was named on the command line → the files to read, each under the name that the tables call it by."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from pipeline.catalogue import Sentence
from pipeline.errors import UsageError
from pipeline.membership import Membership

GOLDEN_SUFFIX = ".expected.json"
LITTER = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r"})
# A line end in a name would begin a line of its own wherever it is told.
_CONTROLS = dict.fromkeys((*range(32), *range(127, 160)), "\ufffd")
LITTER_STARTS = (".", "~$")


class InputFile(Struct, frozen=True):
    """A file to read. `depth` says how many of the last parts of its absolute `path` make its name.

    A file in a container has `within`, its name there, besides, and `container`, the
    file that was submitted: `depth` counts the parts of that one. It lies at `path` for
    the time of the run. `refusal` is why it is not read, None where it is.
    """

    path: Path
    depth: int
    within: str = ""
    container: Path | None = None
    membership: Membership | None = None
    refusal: Sentence | None = None

    @property
    def submitted(self) -> Path:
        """The file that was handed in: itself, or the container in which it lies."""
        return self.container or self.path

    @property
    def source_file(self) -> str:
        r"""The name in the tables: with `/` everywhere; bytes that are no UTF-8 as `\udcXX`, controls as U+FFFD."""
        name = "/".join((*self.submitted.parts[-self.depth :], *filter(None, [self.within])))
        return name.encode("utf-8", "backslashreplace").decode("utf-8").translate(_CONTROLS)


def input_files(
    inputs: Sequence[Path], output_folder: Path | None = None, left_out: Collection[Path] = ()
) -> list[InputFile]:
    """Every file of `inputs`, folders walked, ordered by `source_file`; no two have the same.

    A folder's files are called by their path from it, a file that was named by its
    own name; where two would be called the same, by as many of the folders above
    as tell them apart. Hidden files, goldens, what the operating system leaves
    behind and `output_folder` are passed over in folders; `left_out` are absolute
    paths that are passed over everywhere. Raises `UsageError`
    where an input is not there or where there is nothing to read.
    """
    found: dict[Path, InputFile] = {}
    for each in inputs:
        for file in _files_of(_absolute(each), output_folder):
            if file.path not in left_out:
                found.setdefault(file.path, file)
    if not found:
        names = ", ".join(str(each) for each in inputs)
        raise UsageError("inputs.nothing", names=names)
    return sorted(_told_apart(list(found.values())), key=lambda file: file.source_file)


def _absolute(path: Path) -> Path:
    """The path from the root, without `..`; a link keeps its own name."""
    return Path(os.path.abspath(path))  # noqa: PTH100 -- Path.resolve would follow links


def _files_of(path: Path, output_folder: Path | None) -> Iterator[InputFile]:
    if path.is_dir():
        depth = len(path.parts)
        yield from (InputFile(file, len(file.parts) - depth) for file in _walked(path, output_folder))
    elif os.path.lexists(path):
        yield InputFile(path, 1)
    else:
        raise UsageError("inputs.not_found", path=path)


def _walked(folder: Path, output_folder: Path | None) -> Iterator[Path]:
    """The files below `folder`; each real folder is entered once, so links may form a loop."""
    entered = {os.path.realpath(output_folder)} if output_folder else set()
    unreadable: list[Path] = []
    for root, folders, names in os.walk(
        folder, followlinks=True, onerror=lambda e: unreadable.append(Path(e.filename))
    ):
        real = os.path.realpath(root)
        if real in entered:
            folders.clear()
            continue
        entered.add(real)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(root, name) for name in sorted(names) if not _passed_over(name))
    yield from unreadable


def _passed_over(name: str) -> bool:
    return name.startswith(LITTER_STARTS) or name.lower() in LITTER or name.endswith(GOLDEN_SUFFIX)


def _told_apart(files: list[InputFile]) -> list[InputFile]:
    """The same files, those of equal names called by one folder more until no two are equal."""
    names = Counter(file.source_file for file in files)
    longer = [replace(file, depth=_next_depth(file)) if names[file.source_file] > 1 else file for file in files]
    return files if longer == files else _told_apart(longer)


def _next_depth(file: InputFile) -> int:
    return min(file.depth + 1, len(file.path.parts))
