"""A folder into which files are dropped: each is read once it is whole, and the tables are written anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from msgspec import Struct

from pipeline.errors import RunError, UsageError
from pipeline.inputs import input_files
from pipeline.run import Asked, Outcome, outcome


class Stamp(Struct, frozen=True):
    """How a file was seen: its path, its size in bytes, and when it was changed, in nanoseconds."""

    path: Path
    size: int
    changed: int


def updates(asked: Asked, pause: Callable[[], None]) -> Iterator[Outcome | RunError]:
    """An outcome each time that files were added, changed or taken away, or why there was none, which is tried again.

    A file has settled when two looks in a row see the same of it; until then it is
    left out. A second reader compares words only where a file's figures
    disagree: which others it would be asked for depends on all of them. What there was
    no time for is tried again when watching begins, and not with each file. Raises
    what `outcome` does; asked for the next one, it goes on.
    """
    before: frozenset[Stamp] = frozenset()
    told: frozenset[Stamp] = frozenset()
    while True:
        now = frozenset(_stamps(asked))
        settled = now & before
        if settled != told and settled:
            unsettled = frozenset(each.path for each in now - settled)
            try:
                with outcome(replace(asked, verify=0, left_out=unsettled)) as done:
                    yield done
                asked = replace(asked, tries_again=False)
                told = settled
            except RunError as error:
                yield error
        before = now
        pause()


def _stamps(asked: Asked) -> Iterator[Stamp]:
    """The files that lie there now; none where the folder is empty or for the moment cannot be reached."""
    with suppress(UsageError):
        for file in input_files(asked.inputs, asked.output_folder):
            with suppress(OSError):
                seen = file.path.stat()
                yield Stamp(file.path, seen.st_size, seen.st_mtime_ns)
