"""What a process behind the fence sends: frames of a tag, a length and bytes, of which none is believed.

They come from where a hostile document was read. Nothing in them is run, none is
longer than a limit, and what is no frame loses the call.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from pipeline.fence.limits import MEGABYTE, Lost, Reason

# The pictures of a long document's pages take the most.
LONGEST_ANSWER = 256 * MEGABYTE
# So many bytes of what an error says are kept.
LONGEST_DETAIL = 1_000
# A frame's tag: an answer, a wish for seconds, or why there is no answer.
ANSWER, MORE_TIME = b"A", b"W"
REASONS: Mapping[bytes, Reason] = {b"E": "error", b"M": "memory"}
# Only the nursery says of a call that it was too slow or crashed.
REASONS_OF_NURSERY: Mapping[bytes, Reason] = {**REASONS, b"T": "time", b"C": "crash"}
_HEAD = struct.Struct("!cQ")
_SECONDS = struct.Struct("!d")
MALFORMED = Lost("error", "malformed answer")
TOO_LONG = Lost("error", f"answer longer than {LONGEST_ANSWER // MEGABYTE} MB")


class MoreTime(Struct, frozen=True):
    """A wish for so many seconds more."""

    seconds: float


Told = bytes | Lost | MoreTime


def answer_frame(content: bytes) -> bytes:
    """The frame of an answer."""
    return _HEAD.pack(ANSWER, len(content)) + content


def more_time_frame(seconds: float) -> bytes:
    """The frame of a wish for time."""
    return _HEAD.pack(MORE_TIME, _SECONDS.size) + _SECONDS.pack(seconds)


def lost_frame(lost: Lost) -> bytes:
    """The frame that says why there is no answer."""
    detail = lost.detail.encode(errors="backslashreplace")[:LONGEST_DETAIL]
    tag = next(tag for tag, reason in REASONS_OF_NURSERY.items() if reason == lost.reason)
    return _HEAD.pack(tag, len(detail)) + detail


class Inbox(Struct):
    """What arrived of frames, of which one that is no answer has one of these tags."""

    reasons: Mapping[bytes, Reason] = field(default_factory=lambda: REASONS)
    arrived: bytearray = field(default_factory=bytearray)

    def told(self, content: bytes) -> Iterator[Told]:
        """What the frames say that are whole with these bytes; what is no frame is `Lost`, and the last."""
        self.arrived += content
        while len(self.arrived) >= _HEAD.size:
            tag, length = _HEAD.unpack_from(self.arrived)
            if tag not in (ANSWER, MORE_TIME, *self.reasons) or length > LONGEST_ANSWER:
                yield TOO_LONG if tag == ANSWER else MALFORMED
                return
            if len(self.arrived) < _HEAD.size + length:
                return
            frame = bytes(memoryview(self.arrived)[_HEAD.size : _HEAD.size + length])
            del self.arrived[: _HEAD.size + length]
            yield frame if tag == ANSWER else _wish(frame) if tag == MORE_TIME else _lost(self.reasons[tag], frame)


def _lost(reason: Reason, detail: bytes) -> Lost:
    return Lost(reason, detail[:LONGEST_DETAIL].decode(errors="replace"))


def _wish(content: bytes) -> MoreTime | Lost:
    if len(content) != _SECONDS.size:
        return MALFORMED
    [seconds] = _SECONDS.unpack(content)
    return MoreTime(max(0.0, seconds) if math.isfinite(seconds) else 0.0)
