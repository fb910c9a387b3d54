"""A call in a process of its own: a crash, a hang or a hunger for memory costs its own result and no other.

What comes out is bytes: to unpickle what a hostile document's process sends would
run code in this one. How a call gets its process:

- `forks.py` forks one for each call, times it, kills it with all that it started;
- `nursery.py` is a warm process without threads that does so for a stream of calls,
  asked by `nurseries.py`; a single call is forked from the process that asks;
- `workers.py` has processes serve call after call where the system cannot fork.

In the process, `inside.py` gives up what the call does not need (`confinement/`),
makes the call and writes `frames.py`, of which the other side believes nothing.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from pipeline.fence.forks import Forks
from pipeline.fence.inside import OBJECTS_BETWEEN_SEARCHES, request
from pipeline.fence.limits import Limits, Lost
from pipeline.fence.nurseries import nursed_results
from pipeline.fence.workers import worked_results

__all__ = ["OBJECTS_BETWEEN_SEARCHES", "Limits", "Lost", "fenced_result", "fenced_results"]

# macOS can fork, but its own libraries break in the fork.
CANNOT_FORK = sys.platform != "linux"


def fenced_results(
    function: Callable[..., bytes],
    calls: Iterable[tuple[Any, ...]],
    *,
    workers: int,
    limits: Limits,
    preload: Sequence[str] = (),
    folders: Sequence[Path] = (),
    recycled: bool = CANNOT_FORK,
) -> Iterator[tuple[int, bytes | Lost]]:
    """Calls `function(*call)` for each of `calls`; gives the call's index and its result, as they end.

    `calls` are asked for one by one, each as a process is free for it.
    `function` stands at the top of a module that can be imported, its arguments can
    be pickled, at most `workers` run at once, and `preload` names modules to import
    only once. A call may write to a scratch folder of its own, where temporary files
    are made and which is gone after it, and to its own of `folders`, if there are any.
    With `recycled` each process serves many calls.
    """
    asked = (
        request(number, function, call, limits, str(folders[number]) if folders else None)
        for number, call in enumerate(calls)
    )
    own = function.__module__  # Else each process would import it anew.
    return worked_results(asked, workers, (*preload, own)) if recycled else nursed_results(asked, workers, preload, own)


def fenced_result(
    function: Callable[..., bytes],
    call: tuple[Any, ...],
    limits: Limits,
    *,
    preload: Sequence[str] = (),
    folder: Path | None = None,
) -> bytes | Lost:
    """What `function(*call)` gives; where no thread runs, its process is forked from this one, memory and all.

    That starts nothing, and imports nothing twice. Elsewhere `preload` is what a nursery has imported.
    """
    if CANNOT_FORK or threading.active_count() > 1:  # What another thread holds stays held in the fork for ever.
        folders = [folder] if folder else []
        [(_, result)] = fenced_results(function, [call], workers=1, limits=limits, preload=preload, folders=folders)
        return result
    forks = Forks(None)
    try:
        forks.begin(request(0, function, call, limits, str(folder) if folder else None))
        while not (ended := forks.ended()):
            pass
    finally:
        forks.end()
    return ended[0][1]
