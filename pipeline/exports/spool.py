"""A list that lies on disk: what a run makes of thousands of documents and looks at a few times, in order."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryFile
from typing import Generic, TypeVar, overload

from pipeline.exports.whole_file import unwritten
from pipeline.typed_bytes import typed_bytes, typed_value

Record = TypeVar("Record")


class Spool(Sequence[Record], Generic[Record]):
    """Records of one kind in a file without a name in `folder`; memory holds eight bytes for each.

    Raises RunError where that cannot be made.
    """

    def __init__(self, folder: Path, kind: type[Record]) -> None:
        self._folder, self._kind = folder, kind
        self._starts = array("Q", [0])
        try:
            self._file = TemporaryFile(dir=folder)  # noqa: SIM115 -- it lives as long as the list does
        except OSError as error:
            raise unwritten(folder, error) from error

    def extend(self, records: Iterable[Record]) -> None:
        """Adds records at the end. Raises RunError where the disk has no room."""
        try:
            self._file.seek(self._starts[-1])
            for each in records:
                self._starts.append(self._starts[-1] + self._file.write(typed_bytes(each)))
            self._file.flush()
        except OSError as error:
            raise unwritten(self._folder, error) from error

    def __len__(self) -> int:
        return len(self._starts) - 1

    @overload
    def __getitem__(self, place: int) -> Record: ...

    @overload
    def __getitem__(self, place: slice) -> list[Record]: ...

    def __getitem__(self, place: int | slice) -> Record | list[Record]:
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(len(self)))]
        number = range(len(self))[place]
        self._file.seek(self._starts[number])
        return typed_value(self._file.read(self._starts[number + 1] - self._starts[number]), self._kind)

    def __iter__(self) -> Iterator[Record]:
        return (self[place] for place in range(len(self)))

    def close(self) -> None:
        """Closes the file, which is gone then."""
        self._file.close()
