"""What stops a document, and what stops a run.

Every error carries one sentence in each language that says where, what was
expected, and what to do. What is wrong *inside* a document is no error but a
`findings.Finding`.
"""

from __future__ import annotations

from pipeline.catalogue import Sentence, sentence


class KopsavilkumsError(Exception):
    """An error that a person can act on; `sentence` says how.

    `what` is a key of the catalogue, whose places `values` fill, or a sentence that is whole already.
    """

    def __init__(self, what: str | Sentence, /, **values: object) -> None:
        self.sentence = what if isinstance(what, Sentence) else sentence(what, **values)
        super().__init__(self.sentence.en)


class SourceError(KopsavilkumsError):
    """One document cannot be read; the others are not touched by it."""


class RunError(KopsavilkumsError):
    """The run itself cannot go on (exit code 4)."""


class UsageError(KopsavilkumsError):
    """What was asked for cannot be done as asked (exit code 2)."""


class RunStoppedError(KopsavilkumsError):
    """The user stopped the run; what was read is kept (exit code 130)."""
