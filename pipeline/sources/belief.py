"""Whether the text that a page has of its own is to be believed: what is not shown so is recognised instead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from textwrap import shorten

from msgspec.structs import replace

from pipeline.document import Disbelief, Page, SecondReading, Word
from pipeline.sources.broken_letters import are_broken
from pipeline.sources.pdfium.text_layer import TextLayer

# On a scan stand stamps and page numbers as text; a page with a picture behind it that has more words is typed.
FEWEST_WORDS_ON_A_PICTURE = 40
_QUOTED_LETTERS = 120
# A recogniser sees a few words more where a picture has some, and reads a few otherwise.
_HARDLY_MORE, _ALIKE = 1.25, 0.7


def believed(page: Page, layer: TextLayer) -> Page:
    """The page; without its words, but with the first of them in `disbelief`, where these are not what it shows.

    That is where they are unseen, where a scan fills the page beside them, and
    where their letters are broken.
    """
    beside_scan = layer.pictured and len(page.words) < FEWEST_WORDS_ON_A_PICTURE
    texts = [word.text for word in page.words]
    hidden = layer.unseen or are_broken(texts)
    if not texts or not (hidden or beside_scan):
        return page
    quote = shorten(" ".join(texts), _QUOTED_LETTERS, placeholder=" …")
    disbelief = Disbelief(quote or texts[0][:_QUOTED_LETTERS], words=() if hidden else page.words)
    return replace(page, words=(), disbelief=disbelief)


def is_all_there(own: Sequence[Word], shown: Sequence[Word]) -> bool:
    """Whether a page shows no more than its own words: behind them is a letterhead, and they are surer."""
    said, seen = (Counter(word.text.casefold() for word in words) for words in (own, shown))
    few = seen.total() <= said.total() * _HARDLY_MORE
    return bool(said) and few and (said & seen).total() >= said.total() * _ALIKE


def disbelieved_reading(pages: Sequence[Page]) -> SecondReading | None:
    """What a page's own text said that was not believed, beside what it shows; None where all was believed."""
    found = [(page, page.disbelief) for page in pages if page.disbelief]
    if not found:
        return None
    page, disbelief = next((pair for pair in found if pair[1].shown), found[0])
    shown = disbelief.shown or shorten(" ".join(word.text for word in page.words), _QUOTED_LETTERS, placeholder=" …")
    numbers = tuple(page.number for page, _ in found)
    return SecondReading(len(pages), len(found), page.number, disbelief.said, shown, numbers)
