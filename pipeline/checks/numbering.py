"""What a printed number should be, given those before it."""

from __future__ import annotations

from collections.abc import Sequence


def expected_numbers(printed: Sequence[int | None]) -> list[int | None]:
    """For each printed number what it should be: one more than the one before it, from 1 on.

    None stands where no number is printed, and counts neither way. A number
    that fits its position in the list is right too, so that one slip is one
    break and not two; one that goes back should be that of its position.

    >>> expected_numbers([1, 2, 4, 3])
    [1, 2, 3, 4]
    >>> expected_numbers([1, 3, 4]), expected_numbers([1, 2, 2, 4]), expected_numbers([1, None, 2])
    ([1, 2, 4], [1, 2, 3, 4], [1, None, 2])
    """
    expected: list[int | None] = []
    before = position = 0
    for number in printed:
        if number is None:
            expected.append(None)
            continue
        position += 1
        expected.append(number if number == position else before + 1 if number > before else min(position, before + 1))
        before = number
    return expected
