"""A file in a container, as the process that opened it tells of it."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from pipeline.catalogue import Sentence
from pipeline.membership import Signing


class Member(Struct, frozen=True):
    """A file in a container, at `path`, or why it is refused; `name` is "" where that is the container itself.

    `path` is None where its bytes could not be had, or were not.
    """

    name: str
    path: Path | None = None
    signing: Signing | None = None
    refusal: Sentence | None = None
