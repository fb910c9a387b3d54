"""What the options of the command line can say, and what holds where they say nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

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
