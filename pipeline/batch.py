"""Many files → their submissions: spread over processes, each file behind a fence, in the files' order."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from pipeline.catalogue import Sentence, sentence
from pipeline.errors import SourceError
from pipeline.fence import Limits, Lost, fenced_results
from pipeline.inputs import InputFile
from pipeline.records import Submission

Reader = Callable[[Path, str], Submission]


def read_document(path: Path, source_file: str) -> Submission:
    """One file's submission; the readers are imported only where a document is read."""
    from pipeline.journey import submission

    return submission(path, source_file)


def submissions(
    files: Sequence[InputFile],
    *,
    workers: int | None = None,
    limits: Limits | None = None,
    reader: Reader = read_document,
    on_read: Callable[[Submission], None] = lambda _: None,
    preload: Sequence[str] = (),
) -> list[Submission]:
    """A submission for each file, in the order of `files`; a file that cannot be read gives a failed one.

    `workers` is the number of processes, by default one for each processor; with 0
    all is read in this process, without limits. `on_read` is called as each ends.
    `preload` names modules that calls after these will need: the server is started here.
    """
    known: dict[int, Submission] = {}
    for number, submission in _read(files, worker_count(workers), limits or Limits(), reader, preload):
        known[number] = submission
        on_read(submission)
    return [known[number] for number in range(len(files))]


def worker_count(workers: int | None) -> int:
    """How many processes: as many as asked for, by default one for each processor."""
    return (os.cpu_count() or 1) if workers is None else workers


def _read(
    files: Sequence[InputFile], workers: int, limits: Limits, reader: Reader, preload: Sequence[str]
) -> Iterator[tuple[int, Submission]]:
    regular = [number for number, file in enumerate(files) if file.path.is_file()]
    for number in sorted(set(range(len(files))) - set(regular)):
        yield number, _failed(files[number], sentence("batch.not_a_file"))
    calls = [(files[number].path, files[number].source_file) for number in regular]
    for index, result in _results(calls, workers, limits, reader, preload):
        file = files[regular[index]]
        yield regular[index], _failed(file, lost_sentence(result)) if isinstance(result, Lost) else result


def _results(
    calls: list[tuple[Path, str]], workers: int, limits: Limits, reader: Reader, preload: Sequence[str]
) -> Iterator[tuple[int, Submission | Lost]]:
    if workers:
        return fenced_results(
            reader, calls, workers=workers, limits=limits, preload=("pipeline.warm_journey", *preload)
        )
    return ((number, reader(*call)) for number, call in enumerate(calls))


def _failed(file: InputFile, why: Sentence) -> Submission:
    return Submission(_document_id(file.path), file.source_file, "", 0, None, why.lv, why.en)


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
