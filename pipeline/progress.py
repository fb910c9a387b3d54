"""A progress bar with an estimate, on stderr, where that is a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from pipeline.catalogue import Language, text
from pipeline.run import Watcher


@contextmanager
def progress(language: Language, *, shown: bool) -> Iterator[Watcher]:
    """A watcher that draws a bar while the block runs; one that draws nothing where `shown` is false."""
    if not (shown and sys.stderr.isatty()):
        yield Watcher()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        reading = bar.add_task(text("progress.reading", language), total=None)
        drawing = bar.add_task(text("progress.drawing", language), total=None, visible=False)
        yield Watcher(
            begun=lambda count: bar.update(reading, total=count),
            read=lambda _submission: bar.advance(reading),
            drawing=lambda count: bar.update(drawing, total=count, visible=True),
            drawn=lambda: bar.advance(drawing),
        )
