"""What a file is that is read by nobody here: a name for people, so that they see what was handed in."""

from __future__ import annotations

from pipeline.catalogue import Sentence, sentence

# How sure the library must be; below it a few common bytes decide.
_SURE = 0.4
# What it calls by a technical name, by the words that people have for it.
_ARCHIVES = frozenset((".7z", ".rar", ".gz", ".bz2", ".xz", ".tar", ".cab", ".zst", ".iso"))
_PROGRAMS = frozenset((".exe", ".dll", ".msi", ".com", ".bat", ".sh", ".elf", ".AppImage"))
# The beginning and the end of a file tell; the rest is not looked at.
_LOOKED_AT = 4096


def kind_name(content: bytes) -> Sentence:
    """What the bytes are by their signature: `a video (MP4)`; only that it is a file where nothing tells."""
    import puremagic

    try:
        found = puremagic.magic_string(content[:_LOOKED_AT])
    except Exception:  # noqa: BLE001 -- nothing that a hostile file does to the library is of interest here
        found = []
    named = [each for each in found if each.confidence >= _SURE and each.extension]
    if not named:
        return sentence("kinds.unnamed")
    best = named[0]
    return sentence(f"kinds.{_family(best.extension, best.mime_type)}", extension=best.extension[1:].upper())


def _family(extension: str, mime_type: str) -> str:
    family = mime_type.partition("/")[0]
    if family in ("video", "audio", "image"):
        return family
    return "archive" if extension in _ARCHIVES else "program" if extension in _PROGRAMS else "other"
