"""What of one submitted container may still be unpacked. What is above a limit is refused, and the message names it."""

from __future__ import annotations

from msgspec import Struct

from pipeline.errors import SourceError
from pipeline.sources.limits import MAX_ENTRIES, MAX_UNPACKED, MEGABYTE


class Allowance(Struct):
    """What may still be unpacked of one submitted file, whatever lies in it."""

    entries: int = MAX_ENTRIES
    unpacked: int = MAX_UNPACKED

    def spend(self, entries: int, unpacked: int) -> None:
        """Raises SourceError where so many entries, or so many bytes, are more than is left."""
        if entries > self.entries:
            raise too_many_entries()
        if unpacked > self.unpacked:
            raise SourceError("containers.too_large", limit=MAX_UNPACKED // MEGABYTE)
        self.entries -= entries
        self.unpacked -= unpacked


def too_many_entries() -> SourceError:
    """The refusal of a container with more entries than may be."""
    return SourceError("containers.too_many", limit=MAX_ENTRIES)
