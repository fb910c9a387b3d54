"""The choices that a made document is made of: drawn by hypothesis, so that they shrink, or at random from a seed."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from hypothesis import strategies as st

T = TypeVar("T")


class Choices(Protocol):
    """Whoever chooses. The simplest choice is the first one, the lowest number, and False."""

    def one_of(self, options: Sequence[T]) -> T:
        """One of the options."""
        ...

    def whole(self, low: int, high: int) -> int:
        """A whole number, both ends included."""
        ...

    def chance(self, percent: int) -> bool:
        """True about so many times in a hundred."""
        ...


class DrawnChoices:
    """Choices that hypothesis makes through `draw`."""

    def __init__(self, draw: Callable[[st.SearchStrategy[int]], int]) -> None:
        self._draw = draw

    def one_of(self, options: Sequence[T]) -> T:
        """One of the options; the first is the simplest."""
        return options[self.whole(0, len(options) - 1)]

    def whole(self, low: int, high: int) -> int:
        """A whole number; the lowest is the simplest."""
        return low if low == high else self._draw(st.integers(low, high))

    def chance(self, percent: int) -> bool:
        """True about so many times in a hundred; False is the simplest."""
        return self.whole(0, 99) >= 100 - percent


class SeededChoices:
    """Choices at random; the same seed makes the same choices."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311  chance for tests, no secret

    def one_of(self, options: Sequence[T]) -> T:
        """One of the options."""
        return self._random.choice(options)

    def whole(self, low: int, high: int) -> int:
        """A whole number, both ends included."""
        return self._random.randint(low, high)

    def chance(self, percent: int) -> bool:
        """True about so many times in a hundred."""
        return self._random.randrange(100) < percent
