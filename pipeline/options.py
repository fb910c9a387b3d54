"""What the options of the command line can say, and what holds where they say nothing."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from typing import Literal

from msgspec import Struct

from pipeline.errors import UsageError

DialectName = Literal["open-data", "excel-lv"]
Verification = Literal["none", "pages", "words"]
"""What a second reader is asked for: nothing, how many pages there are, or also the words on them."""

# A second reader takes many times as long as the first: it reads the words of so many documents of a run.
VERIFY = 5
# A folder that is watched is looked at so often; a file has settled when two looks see the same of it.
SECONDS_BETWEEN_LOOKS = 3.0


@dataclass(frozen=True, slots=True)
class Order:
    """How a file is to be read: what a second reader is asked for, and passwords of which one may open it."""

    verification: Verification = "none"
    passwords: tuple[str, ...] = field(default=(), repr=False)


class Part(Struct, frozen=True):
    """One of so many parts of a folder, counted from 1; all parts together hold each file once."""

    number: int
    of: int

    def holds(self, name: str) -> bool:
        """Whether the file of this name is in the part; so it is on every machine.

        >>> names = [f"{number}.pdf" for number in range(100)]
        >>> [sum(Part(number, 3).holds(name) for name in names) for number in (1, 2, 3)]
        [38, 33, 29]
        """
        digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).digest()
        return int.from_bytes(digest, "big") % self.of == self.number - 1

    def __str__(self) -> str:
        """As it is written on the command line."""
        return f"{self.number}/{self.of}"


def part_of(text: str) -> Part:
    """The part that `3/64` names. Raises UsageError where the text names none.

    >>> part_of("3/64")
    Part(number=3, of=64)
    """
    said = re.fullmatch(r"(\d{1,6})/(\d{1,6})", text)
    if said and 1 <= int(said[1]) <= int(said[2]):
        return Part(int(said[1]), int(said[2]))
    raise UsageError("inputs.no_part", text=text)
