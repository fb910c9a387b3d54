"""A file in a container, as the process that opened it tells of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pipeline.catalogue import Sentence
from pipeline.membership import Signing


@dataclass(frozen=True, slots=True)
class Member:
    """A file in a container, at `path`, or why it is refused; `name` is "" where that is the container itself.

    `path` is None where its bytes could not be had, or were not.
    """

    name: str
    path: Path | None = None
    signing: Signing | None = None
    refusal: Sentence | None = None
