"""Many files → their submissions: spread over processes, each file behind a fence, in the files' order."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from pipeline.catalogue import Sentence, sentence
from pipeline.errors import SourceError
from pipeline.fence import Limits, Lost, fenced_result, fenced_results
from pipeline.inputs import InputFile
from pipeline.journal import ReadingKey
from pipeline.options import Order
from pipeline.readings import Readings
from pipeline.record_bytes import submission_bytes, submission_of
from pipeline.records import Submission
from pipeline.typed_bytes import MalformedBytesError

READER_PRELOAD = ("pipeline.warm_journey",)
"""What each process that reads needs; they are forked from one that has it."""

Reader = Callable[[Path, str, Order], Submission]
Call = tuple[Path, str, Order]
Spread = Callable[[Iterator[Call]], Iterable[tuple[int, Submission | bytes | Lost]]]
"""Where the calls run; gives the place of each and what came of it, as they end."""


def read_document(path: Path, source_file: str, order: Order) -> Submission:
    """One file's submission; the readers are imported only where a document is read."""
    from pipeline.journey import submission

    return submission(path, source_file, order)


class Watched(Struct, frozen=True):
    """Who is told how the reading goes: of each file as its reading begins, of each submission as it is there."""

    begun: Callable[[str], None] = lambda _: None
    read: Callable[[Submission], None] = lambda _: None


def submissions(
    files: Sequence[InputFile],
    spread: Spread,
    *,
    orders: Sequence[Order] = (),
    readings: Readings | None = None,
    watched: Watched | None = None,
) -> list[Submission]:
    """A submission for each file, in the order of `files`; a file that cannot be read gives a failed one.

    `spread` says where the readers run. `orders` go with `files`; without them no
    second reader is asked. What `readings` knows is not read again, and what is read
    is kept there as it comes; without them summaries are held in memory.
    """
    batch = _Batch(files, orders or [Order()] * len(files), readings, watched or Watched())
    for place, result in spread(batch.calls()):
        batch.take(place, result)
    return batch.submissions()


def here(reader: Reader = read_document) -> Spread:
    """Reads in this process, without limits: for tests and measurements."""
    return lambda calls: ((place, reader(*call)) for place, call in enumerate(calls))


def fenced(
    *,
    workers: int | None = None,
    limits: Limits | None = None,
    reader: Reader = read_document,
    preload: Sequence[str] = (),
) -> Spread:
    """Reads each file in a process of its own, by default as many at once as there are processors.

    `preload` names modules that calls after these will need: the nursery is started here.
    """
    return lambda calls: fenced_results(
        bytes_read,
        ((reader, *call) for call in calls),
        workers=worker_count(workers),
        limits=limits or Limits(),
        preload=(*READER_PRELOAD, *preload),
    )


class _Batch:
    """The files of a batch on their way: known already, with a reader, or waiting for one that reads the same bytes."""

    def __init__(
        self, files: Sequence[InputFile], orders: Sequence[Order], readings: Readings | None, watched: Watched
    ) -> None:
        self._files, self._orders, self._readings, self._watched = files, orders, readings, watched
        self._found: dict[int, Submission] = {}
        self._handed: list[int] = []
        self._keys: dict[int, ReadingKey] = {}
        self._alike: dict[ReadingKey, list[int]] = {}

    def calls(self) -> Iterator[Call]:
        """What is to be read, one after the other; what need not be is told on the way."""
        for number, file in enumerate(self._files):
            why = file.refusal or (None if file.path.is_file() else sentence("batch.not_a_file"))
            if why:
                self._tell(number, _failed(self._call(number), why))
            elif not self._is_known(number):
                self._handed.append(number)
                self._watched.begun(file.source_file)
                yield self._call(number)

    def take(self, place: int, result: Submission | bytes | Lost) -> None:
        """Takes what came of the call at this place."""
        number = self._handed[place]
        found = _of_result(result, self._call(number))
        key = self._keys.get(number)
        if key and self._readings and not (isinstance(result, Lost) and result.from_outside):
            cut_short = isinstance(result, Lost) and result.reason == "time"
            found = self._readings.kept(key, found, cut_short=cut_short)
        for each in (number, *(self._alike.pop(key, ()) if key else ())):
            self._tell(each, found)

    def submissions(self) -> list[Submission]:
        """All of them, in the order of the files."""
        return [self._found[number] for number in range(len(self._files))]

    def _is_known(self, number: int) -> bool:
        """Whether nobody need read the file: its bytes were read before, or are being read."""
        key = self._readings.key(self._files[number].path, self._orders[number]) if self._readings else None
        if key is None or self._readings is None:
            return False
        if key in self._alike:
            self._alike[key].append(number)
            return True
        known = self._readings.known(key)
        if known is not None:
            self._tell(number, known)
            return True
        self._keys[number], self._alike[key] = key, []
        return False

    def _call(self, number: int) -> Call:
        file = self._files[number]
        return file.path, file.source_file, self._orders[number]

    def _tell(self, number: int, found: Submission) -> None:
        file = self._files[number]
        self._found[number] = replace(found, source_file=file.source_file, membership=file.membership)
        self._watched.read(self._found[number])


def single_submission(
    file: InputFile, order: Order, limits: Limits | None = None, reader: Reader = read_document
) -> Submission:
    """The submission of one file, for a process that was started to read it."""
    call: Call = (file.path, file.source_file, order)
    why = file.refusal or (None if file.path.is_file() else sentence("batch.not_a_file"))
    if why:
        return replace(_failed(call, why), membership=file.membership)
    found = _of_result(fenced_result(bytes_read, (reader, *call), limits or Limits()), call)
    return replace(found, membership=file.membership)


def bytes_read(reader: Reader, path: Path, source_file: str, order: Order) -> bytes:
    """What the reader gives, as it leaves the process that reads."""
    return submission_bytes(reader(path, source_file, order))


def worker_count(workers: int | None) -> int:
    """How many processes: as many as asked for, by default one for each processor."""
    return (os.cpu_count() or 1) if workers is None else workers


def orders_of(files: int, verify: int, passwords: tuple[str, ...] = ()) -> list[Order]:
    """An order for each file: a second reader counts the pages of all, and compares `verify` of them, evenly spread.

    >>> [order.verification for order in orders_of(5, 2)]
    ['words', 'pages', 'words', 'pages', 'pages']
    """
    chosen = {place * files // verify for place in range(verify)} if verify < files else range(files)
    return [Order("words" if place in chosen else "pages", passwords) for place in range(files)]


def _of_result(result: Submission | bytes | Lost, call: Call) -> Submission:
    """The submission that came through the fence; a failed one where none did."""
    if isinstance(result, Submission):
        return result
    if isinstance(result, Lost):
        return _failed(call, lost_sentence(result))
    try:
        return submission_of(result)
    except MalformedBytesError as error:
        return _failed(call, lost_sentence(Lost("error", str(error))))


def _failed(call: Call, why: Sentence) -> Submission:
    path, source_file, _ = call
    return Submission(_document_id(path), source_file, "", 0, None, why.lv, why.en)


def _document_id(path: Path) -> str:
    """The id of the file's bytes, "" where they cannot be read."""
    from pipeline.sources.opening import content_of, document_id

    try:
        return document_id(content_of(path)) if path.is_file() else ""
    except SourceError:
        return ""


def lost_sentence(lost: Lost) -> Sentence:
    """Why the fence gave no result, in words, and what to do."""
    return sentence(f"batch.lost_{'outside' if lost.from_outside else lost.reason}", detail=lost.detail)
