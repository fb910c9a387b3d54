"""How a figure that was mistyped once differs from the one that was meant."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

Slip = Literal["lost", "doubled", "added", "swapped", "changed", "moved_comma"]


def digit_slip(stated: Decimal, meant: Decimal) -> Slip | None:
    """The one slip by which the euros `meant` became `stated`; None where it takes more than one, or none, and for 0.

    A digit left out, typed twice, put in, or replaced, two digits next to each
    other swapped, or the comma at another place; in whole euros a place more or
    less is a zero too many or too few.

    >>> digit_slip(Decimal("1213.74"), Decimal("1213.47")), digit_slip(Decimal("3000.00"), Decimal("30000.00"))
    ('swapped', 'lost')
    >>> digit_slip(Decimal("490.00"), Decimal("49000.00")), digit_slip(Decimal("28959.87"), Decimal("17000.00"))
    ('moved_comma', None)
    >>> digit_slip(Decimal("151105.00"), Decimal("15110.50")), digit_slip(Decimal("49900.00"), Decimal("4900.00"))
    ('moved_comma', 'doubled')
    """
    if meant < 0 or stated <= 0 or stated == meant:
        return None
    wrong, right = _digits(stated), _digits(meant)
    if (
        stated
        and wrong.strip("0") == right.strip("0")
        and (stated % 1 or meant % 1 or abs(len(wrong) - len(right)) > 1)
    ):
        return "moved_comma"
    return _same_length_slip(wrong, right) if len(wrong) == len(right) else _length_slip(wrong, right)


def _digits(euros: Decimal) -> str:
    """The digits of the cents, at least those that are written for zero: `000`."""
    return f"{euros:.2f}".replace(".", "")


def _same_length_slip(wrong: str, right: str) -> Slip | None:
    places = [at for at, (one, other) in enumerate(zip(wrong, right, strict=True)) if one != other]
    if len(places) == 1:
        return "changed"
    if len(places) == 2 and places[1] == places[0] + 1 and wrong[places[0]] == right[places[1]]:
        return "swapped" if wrong[places[1]] == right[places[0]] else None
    return None


def _length_slip(wrong: str, right: str) -> Slip | None:
    if len(right) == len(wrong) + 1 and _without_one(right, wrong) is not None:
        return "lost"
    if len(wrong) == len(right) + 1:
        at = _without_one(wrong, right)
        if at is not None:
            return "doubled" if wrong[at] in wrong[at + 1 : at + 2] + wrong[max(at - 1, 0) : at] else "added"
    return None


def _without_one(longer: str, shorter: str) -> int | None:
    """The place of the digit without which `longer` is `shorter`."""
    at = next((at for at, digit in enumerate(shorter) if longer[at] != digit), len(shorter))
    return at if longer[at + 1 :] == shorter[at:] else None
