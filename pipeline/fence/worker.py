"""A worker: one process that serves call after call, where the system cannot fork one for each.

It is started and timed by `workers.py`. What one document leaves in it may touch
the next, so it is replaced after some calls, and at once after one that was lost.
"""

from __future__ import annotations

import gc
import importlib
import os
import pickle
import threading
from contextlib import suppress
from queue import SimpleQueue

from pipeline.confinement import confine_again
from pipeline.fence.forks import remove_folder
from pipeline.fence.frames import more_time_frame
from pipeline.fence.inside import OBJECTS_BETWEEN_SEARCHES, Request, limit_memory, serve, silence, work_in
from pipeline.fence.messages import read_message


def main() -> None:
    """Serves until nobody asks any more."""
    requests, answers = os.dup(0), os.dup(1)
    for descriptor in (requests, answers):
        os.set_inheritable(descriptor, False)
    scratch, preload = pickle.loads(read_message(requests))  # noqa: S301 -- from the process that asks
    asked: SimpleQueue[Request] = SimpleQueue()
    threading.Thread(target=_listen, args=(requests, asked, scratch), daemon=True).start()
    try:
        for module in preload:
            with suppress(ImportError):  # What a call needs of it, it misses there.
                importlib.import_module(module)
        silence()
        gc.collect()
        gc.freeze()
        gc.set_threshold(OBJECTS_BETWEEN_SEARCHES)
        os.write(answers, more_time_frame(0.0))  # It is ready: the clock of its first call begins.
        while True:
            _serve(asked.get(), answers, scratch)
    finally:
        remove_folder(scratch)
        os._exit(1)


def _listen(requests: int, asked: SimpleQueue[Request], scratch: str | None) -> None:
    """Ends this process, whatever it does, when nobody asks any more."""
    try:
        while True:
            asked.put(pickle.loads(read_message(requests)))  # noqa: S301 -- from the process that asks
    finally:
        remove_folder(scratch)
        os._exit(0)


def _serve(asked: Request, answers: int, scratch: str | None) -> None:
    limit_memory(asked.limits.memory)
    work_in(scratch)
    confine_again([folder for folder in (scratch, asked.folder) if folder])
    serve(asked, answers)
