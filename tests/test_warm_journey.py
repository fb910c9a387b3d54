"""A warmed-up process has loaded what a document needs, and reads it the same."""

from __future__ import annotations

import subprocess
import sys

SCRIPT = """
import importlib, time
from pathlib import Path
importlib.import_module({module!r})
from pipeline.grammar.vocabulary import vocabulary
from pipeline.grammar.second_opinion import forms_by_second_opinion
from pipeline.forms.template import forms
print(*(bool(each.cache_info().currsize) for each in (vocabulary, forms_by_second_opinion, forms)))
"""


def loaded_by(module: str) -> list[str]:
    """Whether a fresh process has loaded vocabulary, word list and forms behind this import."""
    command = [sys.executable, "-c", SCRIPT.format(module=module)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()  # noqa: S603


def test_the_words_and_the_forms_are_loaded() -> None:
    assert loaded_by("pipeline.warm_journey") == ["True"] * 3
    assert loaded_by("pipeline.sources.opening") == ["False"] * 3
