"""How a slow step asks for more of the clock than a document is given: a page that is recognised takes seconds."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct


class _Listener(Struct, dict=True):
    """Who hears what is asked, and how much more it may be; nobody where no clock is running."""

    hears: Callable[[float], None] | None = None


_LISTENER = _Listener()


def ask_for_time(seconds: float) -> None:
    """Tells who keeps the time of this process that the next step may take so long."""
    if _LISTENER.hears is not None:
        _LISTENER.hears(seconds)


def let_hear(hears: Callable[[float], None]) -> None:
    """From now on `hears` is called with the seconds that are asked for in this process."""
    _LISTENER.hears = hears
