"""A page as pdfplumber reads it by pdfminer → a document's page of words and ruling lines."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from pdfplumber.page import Page as PlainPage

from pipeline.document import Box, Page, RulingLine, Word
from pipeline.sources.clean_text import PRIVATE_LIGATURES, clean
from pipeline.sources.rulings import rulings_of
from pipeline.sources.word_rules import HIDDEN_SPACE, OVERPRINTED, WORD_GAP, is_bold_font


def page_of(page: PlainPage, number: int, first_word: int, fallback: str = "") -> Page:
    """The page, counted from 1; its words are numbered from `first_word`, and `fallback` says why it was asked."""
    words = tuple(_words(page, number, first_word))
    return Page(number, float(page.width), float(page.height), words, tuple(_rulings(page)), fallback)


def _words(page: PlainPage, page_number: int, number: int) -> Iterator[Word]:
    """The page's words in reading order; those of turned text stand for themselves."""
    left, top = float(page.bbox[0]), float(page.bbox[1])
    drawn = page.dedupe_chars(tolerance=0.5) if _is_overprinted(page) else page
    hidden = _hidden_spaces(drawn.chars)
    drawn = drawn.filter(lambda each: id(each) not in hidden) if hidden else drawn
    for found in drawn.extract_words(x_tolerance_ratio=WORD_GAP, return_chars=True):
        text = clean(found["text"]).translate(PRIVATE_LIGATURES)
        if text:
            box = Box(found["x0"] - left, found["top"] - top, found["x1"] - left, found["bottom"] - top)
            yield Word(text, number, page_number, box, bold=_is_bold(found["chars"]))
            number += 1


def _is_overprinted(page: PlainPage) -> bool:
    places = [(char["text"], round(char["x0"]), round(char["top"])) for char in page.chars if char["text"].strip()]
    return len(places) > len(set(places)) * OVERPRINTED


def _hidden_spaces(chars: list[dict[str, Any]]) -> set[int]:
    """The ids of spaces that the next letter covers."""
    return {
        id(space)
        for space, letter in pairwise(chars)
        if space["text"] == " "
        and letter["text"] != " "
        and abs(letter["top"] - space["top"]) < space["height"]
        and abs(letter["x0"] - space["x0"]) < (space["x1"] - space["x0"]) * HIDDEN_SPACE
    }


def _is_bold(chars: list[dict[str, Any]]) -> bool:
    return sum(is_bold_font(char["fontname"]) for char in chars) * 2 > len(chars)


def _rulings(page: PlainPage) -> Iterator[RulingLine]:
    left, top = float(page.bbox[0]), float(page.bbox[1])
    for shape in (*page.lines, *page.rects):
        box = Box(shape["x0"] - left, shape["top"] - top, shape["x1"] - left, shape["bottom"] - top)
        yield from rulings_of(box, outlined=bool(shape.get("stroke")))
