"""Records that lead back to the opened document, which makes no difference between them."""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct


class Traced(Struct, frozen=True, eq=False):
    """A record some fields of which, `WAYS_BACK`, only lead back to the opened document: it is equal without them."""

    WAYS_BACK: ClassVar[frozenset[str]] = frozenset()

    @classmethod
    def compared(cls) -> tuple[str, ...]:
        """The names of the other fields, in order."""
        return tuple(name for name in cls.__struct_fields__ if name not in cls.WAYS_BACK)

    def __eq__(self, other: object) -> bool:
        same_kind = type(other) is type(self)
        return same_kind and all(getattr(self, each) == getattr(other, each) for each in self.compared())

    def __hash__(self) -> int:
        return hash(tuple(getattr(self, each) for each in self.compared()))
