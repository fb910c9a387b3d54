"""A second reader of a PDF: whether it sees the same pages and words as the first.

A page that PDFium read is held against pdfplumber, one that pdfplumber read against PDFium.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from textwrap import shorten
from typing import TypeAlias

from pipeline.document import Page, SecondReading
from pipeline.errors import SourceError
from pipeline.sources.clean_text import PRIVATE_LIGATURES, clean
from pipeline.sources.pdfium.opened import NotOpenedError, open_pdf
from pipeline.sources.plain_pdf import open_plain

SHOWN_LETTERS = 120

Seen: TypeAlias = tuple[int, Mapping[int, list[str]]]
"""How many pages a reader found, and the words of those that were asked for, by the page's number."""


def second_reading(content: bytes, pages: Sequence[Page], *, words: bool) -> SecondReading:
    """How the second reader sees these bytes beside `pages`, those of the first; it raises nothing.

    The number of pages is always compared, and what stands on pages that pdfplumber
    read; with `words` also what stands on the others. In which order words come
    each reader decides by itself. A document that the second cannot open has no pages.
    """
    plain = [page.number for page in pages if page.fallback and not page.scan]
    others = [page.number for page in pages if not page.fallback and not page.scan]
    if others:
        number, seen = _seen_by_pdfplumber(content, others if words else [])
        seen = {**seen, **(_seen_by_pdfium(content, plain)[1] if plain else {})}
    else:
        number, seen = _seen_by_pdfium(content, plain)
    if number != len(pages):  # which page is which, nobody can say
        return SecondReading(number)
    for page in pages:
        read, again = [word.text for word in (*page.words, *page.unseen)], seen.get(page.number)
        if again is not None and not _same(read, again, page.fallback):
            return SecondReading(number, len(seen), page.number, _only_in(read, again), _only_in(again, read))
    return SecondReading(number, len(seen))


def _seen_by_pdfplumber(content: bytes, wanted: Sequence[int]) -> Seen:
    try:
        with open_plain(content) as plain:
            there = [number for number in wanted if number <= len(plain)]
            return len(plain), {number: [word.text for word in plain.page(number, 0).words] for number in there}
    except SourceError:
        return 0, {}


def _seen_by_pdfium(content: bytes, wanted: Sequence[int]) -> Seen:
    """Its text as it puts it together: with pages that are turned, and letters that it does not know."""
    try:
        with open_pdf(content) as pdf:
            return len(pdf), {number: clean(pdf.text(number - 1)).split() for number in wanted if number <= len(pdf)}
    except NotOpenedError:
        return 0, {}


def _same(read: list[str], seen: list[str], fallback: str) -> bool:
    """Whether both saw the same words; where PDFium puts the text together, only letters and digits are compared."""
    if fallback:
        return _letters(" ".join(read)) == _letters(" ".join(seen))
    return Counter(read) == Counter(seen)


def _letters(text: str) -> Counter[str]:
    plain = unicodedata.normalize("NFKC", text.translate(PRIVATE_LIGATURES))
    return Counter(filter(str.isalnum, plain))


def _only_in(words: list[str], others: list[str]) -> str:
    """The first words that are not among the others, or more often than there."""
    left = Counter(others)
    found: list[str] = []
    for word in words:
        left[word] -= 1
        if left[word] < 0:
            found.append(word)
    return shorten(" ".join(found), SHOWN_LETTERS, placeholder=" …") or found[0][:SHOWN_LETTERS] if found else ""
