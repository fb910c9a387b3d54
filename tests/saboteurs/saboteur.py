"""What a saboteur is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Saboteur:
    """Bytes that must be refused, and a part of the Latvian sentence that does so."""

    content: Callable[[], bytes]
    says: str
