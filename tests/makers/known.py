"""Phrasings that the reader does not read yet; they are left out of made documents until it does."""

KNOWN: frozenset[str] = frozenset()
