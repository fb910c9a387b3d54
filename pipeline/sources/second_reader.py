"""PDFium as a second reader of a PDF: whether it sees the same pages and letters as the first."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from textwrap import shorten

import pypdfium2

from pipeline.document import Page, SecondReading
from pipeline.sources.letters import PRIVATE_LIGATURES, clean

SHOWN_LETTERS = 120


def second_reading(content: bytes, pages: Sequence[Page]) -> SecondReading:
    """How PDFium reads these bytes beside `pages`, those of the first reader; it raises nothing.

    Letters and digits are compared, as many of each on each page: where words part,
    and in which order they come, each reader decides by itself. A document that
    PDFium cannot open has no pages.
    """
    try:
        texts = list(_page_texts(content))
    except Exception:  # noqa: BLE001 -- a hostile PDF can make any library raise nearly anything
        texts = []
    for page, text in zip(pages, texts, strict=False):
        first = " ".join(word.text for word in page.words)
        if _letters(first) != _letters(text):
            return SecondReading(len(texts), page.number, _only_in(first, text), _only_in(text, first))
    return SecondReading(len(texts))


def _page_texts(content: bytes) -> Iterator[str]:
    with pypdfium2.PdfDocument(content) as pdf:
        for number in range(len(pdf)):
            yield clean(pdf[number].get_textpage().get_text_range())


def _letters(text: str) -> Counter[str]:
    plain = unicodedata.normalize("NFKC", text.translate(PRIVATE_LIGATURES))
    return Counter(filter(str.isalnum, plain))


def _only_in(text: str, other: str) -> str:
    """The first words of `text` that `other` does not have, or has less often."""
    left = Counter(other.split())
    found: list[str] = []
    for word in text.split():
        left[word] -= 1
        if left[word] < 0:
            found.append(word)
    return shorten(" ".join(found), SHOWN_LETTERS, placeholder=" …") or found[0][:SHOWN_LETTERS] if found else ""
