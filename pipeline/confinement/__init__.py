"""What a process that reads documents gives up: the network, and writing outside its folders.

Each layer holds as far as the system has it; which ones do is told by `doctor`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from pipeline.confinement.landlock import confine_by_landlock
from pipeline.confinement.seccomp import confine_by_seccomp
from pipeline.confinement.watched_calls import watch_calls

Layer = Literal["writing", "network", "watched"]
"""What is given up: writing, held by the system; the network, by the system too; both, as far as Python is asked."""


class _Held(Struct):
    layers: tuple[Layer, ...] = ()


_HELD = _Held()


def held_layers() -> bytes:
    """The layers that hold this process, as words: a call that tells them from behind the fence."""
    return " ".join(_HELD.layers).encode()


def confine(folders: Sequence[str]) -> None:
    """From now on this process, and all that it starts, writes in `folders` only and reaches no network.

    It cannot be taken back.
    """
    held: list[Layer] = []
    if confine_by_landlock(folders):
        held.append("writing")
    if confine_by_seccomp():
        held.append("network")
    watch_calls(folders)
    _HELD.layers = (*held, "watched")


def confine_again(folders: Sequence[str]) -> None:
    """As far as it can be given other folders later: for a process that serves one call after another."""
    watch_calls(folders)
    _HELD.layers = ("watched",)
