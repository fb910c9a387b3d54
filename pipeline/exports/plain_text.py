"""Text that may go into a file or on to a terminal."""

from __future__ import annotations

import re

# C0 and C1 without tab and line feed, and lone surrogates, which UTF-8 cannot hold.
CONTROL_CHARACTERS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def plain_text(text: str) -> str:
    r"""Line ends become `\n`, any other control character U+FFFD.

    >>> plain_text("a\x1b[31mb\r\nc")
    'a\ufffd[31mb\nc'
    """
    return CONTROL_CHARACTERS.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
