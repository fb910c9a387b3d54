"""Many files → their submissions: spread over processes, each file behind a fence, in the files' order."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from pipeline.catalogue import Sentence, sentence
from pipeline.errors import SourceError
from pipeline.fence import Limits, Lost, fenced_result, fenced_results
from pipeline.inputs import InputFile
from pipeline.options import Order
from pipeline.record_bytes import submission_bytes, submission_of
from pipeline.records import Submission
from pipeline.typed_bytes import MalformedBytesError

READER_PRELOAD = ("pipeline.warm_journey",)
"""What each process that reads needs; they are forked from one that has it."""

Reader = Callable[[Path, str, Order], Submission]
Call = tuple[Path, str, Order]


def read_document(path: Path, source_file: str, order: Order) -> Submission:
    """One file's submission; the readers are imported only where a document is read."""
    from pipeline.journey import submission

    return submission(path, source_file, order)


def submissions(
    files: Sequence[InputFile],
    *,
    workers: int | None = None,
    limits: Limits | None = None,
    reader: Reader = read_document,
    on_read: Callable[[Submission], None] = lambda _: None,
    preload: Sequence[str] = (),
    orders: Sequence[Order] = (),
) -> list[Submission]:
    """A submission for each file, in the order of `files`; a file that cannot be read gives a failed one.

    `workers` is the number of processes, by default one for each processor; with 0
    all is read in this process, without limits. `on_read` is called as each ends.
    `preload` names modules that calls after these will need: the server is started here.
    `orders` go with `files`; without them no second reader is asked.
    """
    known: dict[int, Submission] = {}
    orders = orders or [Order()] * len(files)
    calls = [(file.path, file.source_file, order) for file, order in zip(files, orders, strict=True)]
    refusals = {number: file.refusal for number, file in enumerate(files) if file.refusal}
    for number, submission in _read(calls, refusals, worker_count(workers), limits or Limits(), reader, preload):
        known[number] = replace(submission, membership=files[number].membership)
        on_read(known[number])
    return [known[number] for number in range(len(files))]


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


def _read(
    calls: Sequence[Call],
    refusals: Mapping[int, Sentence],
    workers: int,
    limits: Limits,
    reader: Reader,
    preload: Sequence[str],
) -> Iterator[tuple[int, Submission]]:
    regular = [number for number, (path, *_) in enumerate(calls) if number not in refusals and path.is_file()]
    for number in sorted(set(range(len(calls))) - set(regular)):
        yield number, _failed(calls[number], refusals.get(number) or sentence("batch.not_a_file"))
    for index, found in _results([calls[number] for number in regular], workers, limits, reader, preload):
        yield regular[index], found


def _results(
    calls: Sequence[Call], workers: int, limits: Limits, reader: Reader, preload: Sequence[str]
) -> Iterator[tuple[int, Submission]]:
    if not workers:
        return ((number, reader(*call)) for number, call in enumerate(calls))
    fenced, preload = [(reader, *call) for call in calls], (*READER_PRELOAD, *preload)
    results = fenced_results(bytes_read, fenced, workers=workers, limits=limits, preload=preload)
    return ((number, _of_result(result, calls[number])) for number, result in results)


def _of_result(result: bytes | Lost, call: Call) -> Submission:
    """The submission that came through the fence; a failed one where none did."""
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
    return sentence(f"batch.lost_{lost.reason}", detail=lost.detail)
