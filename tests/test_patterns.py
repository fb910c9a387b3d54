"""Patterns that lie compiled in a file are those that the program asks for, and find what newly compiled ones find."""

from __future__ import annotations

import subprocess
import sys
import zlib
from pathlib import Path

import pytest
import regex

from pipeline import patterns

TEXT = (Path(__file__).parents[1] / "samples" / "kurzeme-2022-2025.txt").read_text(encoding="utf-8")
KEPT = patterns.unpacked(patterns.KEPT.read_bytes())


def test_the_file_holds_what_the_program_asks_for_and_nothing_else() -> None:
    asked = subprocess.run([sys.executable, "-m", "docs.patterns", "--check"], check=False)
    assert asked.returncode == 0, "make docs"


def test_a_kept_pattern_finds_what_a_new_one_finds() -> None:
    found = 0
    for (text, flags), kept in KEPT.items():
        given = TEXT if isinstance(text, str) else TEXT.encode()
        new = [match.span() for match in regex.compile(text, flags).finditer(given)]
        assert [match.span() for match in kept.finditer(given)] == new, text
        found += len(new)
    assert found > 10_000


@pytest.mark.parametrize("made_for", [b"regex 2020.1.1, little-endian", b"", b"regex"])
def test_a_file_of_another_version_is_not_unpickled(made_for: bytes) -> None:
    assert patterns.unpacked(zlib.compress(made_for + b"\nno pickle")) == {}


def test_without_the_file_a_pattern_is_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    text, flags = next(iter(KEPT))
    monkeypatch.setattr(patterns, "_ASKED", {})
    monkeypatch.setattr(patterns, "_READY", {})
    assert patterns.compiled(text, flags).pattern == text
    assert patterns.asked_patterns().keys() == {(text, flags)}
