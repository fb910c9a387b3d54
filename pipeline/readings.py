"""What a run has read and what an earlier one had: a file is read again only where nothing is known of its bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from pipeline.journal import Journal, ReadingKey
from pipeline.options import Order
from pipeline.records import Submission
from pipeline.sources.limits import MAX_BYTES

# What it costs to try one password (RFC 7914): a journal tells nobody which was used.
_SCRYPT = {"n": 2**14, "r": 8, "p": 1}


class Readings:
    """The readings in a journal that one program made and may ask for."""

    def __init__(self, journal: Journal, program: str) -> None:
        self._journal, self._program = journal, program
        self._passwords: dict[tuple[str, ...], str] = {}

    def key(self, path: Path, order: Order) -> ReadingKey | None:
        """What the reading of a file is known by; None where the file is too large to be read, or cannot be."""
        try:
            if path.stat().st_size > MAX_BYTES:
                return None
            with path.open("rb") as file:
                content = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError:
            return None
        return ReadingKey(content, f"{order.verification} {self._unlocked_by(order.passwords)}", self._program)

    def known(self, key: ReadingKey) -> Submission | None:
        """What was read of these bytes, under the name that the file had then; None where nothing was."""
        return self._journal.submission(key)

    def kept(self, key: ReadingKey, submission: Submission, *, cut_short: bool = False) -> Submission:
        """The submission, kept for later; one of other bytes, of a file that was changed in the meantime, is not.

        `cut_short` says that there was no time to read it.
        """
        if not key.content.startswith(submission.document_id or "-"):
            return submission
        return self._journal.keep(key, submission, cut_short=cut_short)

    def _unlocked_by(self, passwords: Sequence[str]) -> str:
        """A word for these passwords that does not tell them, "" for none."""
        if passwords and tuple(passwords) not in self._passwords:
            joined = "\0".join(passwords).encode("utf-8", "surrogatepass")
            digest = hashlib.scrypt(joined, salt=self._journal.salt, **_SCRYPT)
            self._passwords[tuple(passwords)] = digest.hex()
        return self._passwords.get(tuple(passwords), "")
