"""Summaries of a given length: real forms with a long cell of results, set by four programs."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2

from tests.makers.choices import SeededChoices
from tests.makers.made_summary import MadeSummary, Style
from tests.makers.making import Scope, made_summary
from tests.makers.producers import PRODUCERS, Producer

NAMES = ("chromium", "libreoffice", "typst", "fpdf2")
STYLE = Style()
SEED = 7
_TRIED_ITEMS = 100


class _ManyItems(SeededChoices):
    """Where many may be chosen, as many as may be."""

    def whole(self, low: int, high: int) -> int:
        return high if high >= _TRIED_ITEMS else super().whole(low, high)


def producers() -> list[Producer]:
    """The programs that are installed here."""
    return [each for each in PRODUCERS if each.name in NAMES and each.available()]


def long_summary(items: int) -> MadeSummary:
    """A summary of one year with so many items, at least `_TRIED_ITEMS`."""
    made = made_summary(_ManyItems(SEED), STYLE, Scope(years=1, items=items))
    return replace(made, years=tuple(replace(year, sections=year.sections[:1]) for year in made.years))


def long_pdf(producer: Producer, pages: int) -> bytes:
    """A PDF of about so many pages: as many items as fill them by what fills the first few."""
    tried = _pages(producer.write(long_summary(_TRIED_ITEMS), STYLE))
    return producer.write(long_summary(max(_TRIED_ITEMS * pages // tried, _TRIED_ITEMS)), STYLE)


def _pages(content: bytes) -> int:
    with pypdfium2.PdfDocument(content) as pdf:
        return len(pdf)
