"""Samples and made texts, read with their documents."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pipeline.explain.explanation import Explained, Explanation, explained_in
from pipeline.explain.told import told
from pipeline.forms.template import forms
from pipeline.journey import ReadFile, read_file, summary_of
from pipeline.options import Order
from pipeline.records import Submission
from pipeline.sources.opening import document_of
from tests.extract.summaries import form_text

SAMPLES = Path(__file__).parents[2] / "samples"


@cache
def sample(name: str) -> ReadFile:
    return read_file(SAMPLES / name, name, Order("pages"))


def made(**parts: str) -> ReadFile:
    """A plain text with these contents of its fields."""
    document = document_of(form_text(**parts).encode())
    return ReadFile(Submission("a" * 12, "a.txt", "text", len(document.pages), summary_of(document, forms())), document)


def at(read: ReadFile, address: str | None) -> tuple[Explanation, ...]:
    return explained_in(read, address).explanations


def only(read: ReadFile, address: str) -> Explanation:
    (found,) = at(read, address)
    return found


def nearest(read: ReadFile, address: str) -> tuple[str, ...]:
    found: Explained = explained_in(read, address)
    assert found.explanations == ()
    return found.nearest


def lines(read: ReadFile, address: str, language: str = "lv") -> list[str]:
    return list(told(at(read, address), language))  # type: ignore[arg-type]
