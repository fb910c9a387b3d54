"""What this reader says of a page that it is not to be trusted with."""

from __future__ import annotations


class OddPageError(Exception):
    """A page whose letters are not such as this reader reads; `reason` is one word for it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
