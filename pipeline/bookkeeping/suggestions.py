"""Where a sum does not hold: the one amount that, mistyped once, would explain it."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from pipeline.bookkeeping.digit_slips import Slip, digit_slip
from pipeline.bookkeeping.identities import Cell, Identity, Sums


class Suggestion(Struct, frozen=True):
    """That `cell` was meant to be `meant` and not `stated`, by which slip, and how many more identities hold then."""

    cell: Cell
    stated: Decimal
    meant: Decimal
    slip: Slip
    mends: int


def suggestion(broken: Identity, sums: Sums) -> Suggestion | None:
    """The change of one term of `broken` that makes most identities hold, if one is best and a single slip explains it.

    It is a hint for people and never applied.
    """
    holding = len(sums.holding())
    changes = [(cell, broken.mended(cell, sums.stated)) for cell in broken.terms]
    mends = {cell: len(sums.holding(cell, meant)) - holding for cell, meant in changes}
    most = max(mends.values())
    best = [
        Suggestion(cell, sums.stated[cell], meant, slip, most)
        for cell, meant in changes
        if mends[cell] == most and (slip := digit_slip(sums.stated[cell], meant)) is not None
    ]
    return best[0] if most > 0 and len(best) == 1 else None
