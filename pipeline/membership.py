"""That a file lay in a container, and what the signatures there say of it."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Signed = Literal["signed", "unsigned", "unclear"]
SignedBy = Literal["", "person", "seal", "person_and_seal", "unknown"]
Digests = Literal["match", "differ", "missing", "unclear"]


class Signing(Struct, frozen=True):
    """What the signatures of a container say of one file in it; nothing of it is verified.

    `signatures` counts those that name the file, `at` is the earliest time that one
    of them claims, "" where none does, `by` who made them, "" where there is none.
    `digests` says whether the file is what they signed: `missing` where none names
    it, `unclear` where a signature or its method cannot be read.
    """

    signatures: int
    at: str
    by: SignedBy
    digests: Digests


class Membership(Struct, frozen=True):
    """That a file lay in a container. `container` is the submitted file, `signing` None where nothing is signed."""

    container: str
    signing: Signing | None = None

    @property
    def signed(self) -> Signed:
        """Whether a signature names the file; `unclear` where one cannot be read."""
        if self.signing is None or self.signing.digests == "missing":
            return "unsigned"
        return "signed" if self.signing.signatures else "unclear"
