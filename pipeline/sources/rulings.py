"""Drawn shapes → ruling lines."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.document import Box, RulingLine

# Thicker than this, a filled rectangle is a background and not a border.
MAX_RULE_WIDTH = 3.0
# Two readers of one square, as Word draws it where lines meet, may differ by so much.
_ROUNDING = 0.01


def rulings_of(box: Box, *, outlined: bool) -> Iterator[RulingLine]:
    """The ruling lines of a straight line or rectangle: a thin one is a line, an outlined one has four."""
    width, height = box.x1 - box.x0, box.bottom - box.top
    if height <= MAX_RULE_WIDTH and width > height - _ROUNDING:
        yield RulingLine("horizontal", (box.top + box.bottom) / 2, box.x0, box.x1)
    elif width <= MAX_RULE_WIDTH:
        yield RulingLine("vertical", (box.x0 + box.x1) / 2, box.top, box.bottom)
    elif outlined:
        for at in (box.top, box.bottom):
            yield RulingLine("horizontal", at, box.x0, box.x1)
        for at in (box.x0, box.x1):
            yield RulingLine("vertical", at, box.top, box.bottom)
