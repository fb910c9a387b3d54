"""Whether the text that a page has of its own is to be believed: what is not shown so is recognised instead."""

from __future__ import annotations

from dataclasses import replace
from textwrap import shorten

from pipeline.document import Disbelief, Page
from pipeline.sources.broken_letters import are_broken
from pipeline.sources.pdfium.text_layer import TextLayer

# On a scan stand stamps and page numbers as text; a page with a picture behind it that has more words is typed.
FEWEST_WORDS_ON_A_PICTURE = 40
_QUOTED_LETTERS = 120


def believed(page: Page, layer: TextLayer) -> Page:
    """The page; without its words, but with the first of them in `disbelief`, where these are not what it shows.

    That is where they are unseen, where a scan fills the page beside them, and
    where their letters are broken.
    """
    beside_scan = layer.pictured and len(page.words) < FEWEST_WORDS_ON_A_PICTURE
    texts = [word.text for word in page.words]
    if not texts or not (layer.unseen or beside_scan or are_broken(texts)):
        return page
    quote = shorten(" ".join(texts), _QUOTED_LETTERS, placeholder=" …")
    return replace(page, words=(), disbelief=Disbelief(quote or texts[0][:_QUOTED_LETTERS]))
