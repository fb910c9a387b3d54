"""What the options of the command line can say, and what holds where they say nothing."""

from __future__ import annotations

from typing import Literal

DialectName = Literal["open-data", "excel-lv"]

# A second reader takes many times as long as the first: it reads the words of so many documents of a run.
VERIFY = 5
