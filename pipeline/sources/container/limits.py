"""How much a container may hold. What is above a limit is refused, and the message names the limit."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.errors import SourceError
from pipeline.sources.opening import MAX_BYTES

MEGABYTE = 1024 * 1024
# A submission has a summary, a letter and some attachments; a folder of them that somebody packed has some hundreds.
MAX_ENTRIES = 1_000
# A signed container that was sent in a plain one, and that once more.
MAX_DEPTH = 4
# Of all files in it, unpacked.
MAX_UNPACKED = 500 * MEGABYTE
# A file as large as a document may be.
MAX_FILE = MAX_BYTES
# A signature with its certificates has some 50 kB, with the authority's lists of revoked ones some MB.
MAX_SIGNATURE = 10 * MEGABYTE
# DEFLATE can pack by 1032; the white of an unpacked scan by a hundred. Small files may be all white.
MAX_RATIO, RATIO_COUNTS_FROM = 200, 10 * MEGABYTE
# A name has some fifty bytes, its entry as many besides: longer lists have more entries than may be.
MAX_DIRECTORY = MAX_ENTRIES * 1024


@dataclass(slots=True)
class Allowance:
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
