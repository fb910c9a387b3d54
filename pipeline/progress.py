"""A progress bar on stderr, where that is a terminal: how many, how fast, how long still, and what takes long."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from msgspec import Struct, field
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

from pipeline.catalogue import Language, text
from pipeline.exports.plain_text import plain_text
from pipeline.records import Submission
from pipeline.run import Watcher

# A document that is read so many seconds is named.
LONG = 5.0


@contextmanager
def progress(language: Language, *, shown: bool) -> Iterator[Watcher]:
    """A watcher that draws a bar while the block runs; one that draws nothing where `shown` is false."""
    if not (shown and sys.stderr.isatty()):
        yield Watcher()
        return
    running = Running()
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    more = (_Rate(language), TimeRemainingColumn(), _Long(running, language))
    with Progress(*columns, *more, console=Console(stderr=True), transient=True) as bar:
        reading = bar.add_task(text("progress.reading", language), total=None)
        drawing = bar.add_task(text("progress.drawing", language), total=None, visible=False)

        def read(submission: Submission) -> None:
            running.ended(submission.source_file)
            bar.advance(reading)

        yield Watcher(
            begun=lambda count: bar.update(reading, total=count),
            reading=running.begun,
            read=read,
            drawing=lambda count: bar.update(drawing, total=count, visible=True),
            drawn=lambda: bar.advance(drawing),
        )


class Running(Struct):
    """The files that are being read, each with the moment at which its reading began, in that order."""

    since: dict[str, float] = field(default_factory=dict)

    def begun(self, source_file: str) -> None:
        """A file's reading begins."""
        self.since[source_file] = time.monotonic()

    def ended(self, source_file: str) -> None:
        """A file is read, or need not be."""
        self.since.pop(source_file, None)

    def longest(self, now: float) -> tuple[str, float] | None:
        """The file that is read longest, and for how many seconds; None where none is read for `LONG`.

        >>> Running({"a.pdf": 1.0, "b.pdf": 7.0}).longest(8.0), Running({"b.pdf": 7.0}).longest(8.0)
        (('a.pdf', 7.0), None)
        """
        name, begun = next(iter(list(self.since.items())), ("", now))
        return (name, now - begun) if now - begun >= LONG else None


class _Rate(ProgressColumn):
    """How many documents a second."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language

    def render(self, task: Task) -> Text:
        """The cell; empty while nothing is known."""
        if not task.speed:
            return Text("")
        rate = f"{task.speed:.1f}"
        return Text(
            text("progress.rate", self._language, rate=rate.replace(".", ",") if self._language == "lv" else rate)
        )


class _Long(ProgressColumn):
    """The document that takes long."""

    def __init__(self, running: Running, language: Language) -> None:
        super().__init__()
        self._running, self._language = running, language

    def render(self, task: Task) -> Text:
        """The cell of the task that reads; empty where no document takes long."""
        longest = self._running.longest(time.monotonic()) if task.id == 0 else None
        if longest is None:
            return Text("")
        name, seconds = longest
        return Text(text("progress.long", self._language, file=plain_text(name), seconds=f"{seconds:.0f}"))
