"""Words that stand in a page's text and are not to be seen on it: no rule reads them, and none is lost."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from pipeline.document import Box, Document, Page, Picture, Word, box_of
from pipeline.sources.pdfium.text_layer import TextLayer


def without_hidden(page: Page, layer: TextLayer, turn: int) -> Page:
    """A page of another reader, which does not tell its text objects apart: words that lie in hidden ones are unseen.

    `turn` is by how many degrees it is turned clockwise; its words stand on the turned page.
    """
    if layer.unseen or not (layer.hidden or layer.pictures):
        return page
    boxes = [_turned(box, page, turn) for box in layer.hidden.values()]
    hidden = [word for word in page.words if any(_holds(box, word) for box in boxes)]
    first = page.words[0].number if page.words else 0
    words = [word for word in page.words if word not in set(hidden)]
    numbered = tuple(replace(word, number=first + place) for place, word in enumerate(words))
    pictures = pictures_of(_turned(box, page, turn) for box in layer.pictures)
    return replace(page, words=numbered, unseen=tuple(hidden), pictures=pictures)


def pictures_of(boxes: Iterable[Box]) -> tuple[Picture, ...]:
    """The pictures that lie in these boxes."""
    return tuple(Picture(box, box.x1 - box.x0, box.bottom - box.top) for box in boxes)


def with_unseen_noted(document: Document) -> Document:
    """The document with the unseen words of its pages as notes, which end among what no rule claimed."""
    first = sum(len(page.words) for page in document.pages)
    unseen = [word for page in document.pages for word in page.unseen]
    if not unseen:
        return document
    return replace(document, notes=tuple(replace(word, number=first + at) for at, word in enumerate(unseen)))


def _turned(box: Box, page: Page, turn: int) -> Box:
    """Where a box of the page lies once it is turned; its sides are those of the turned page."""
    if turn == 90:
        return Box(page.width - box.bottom, box.x0, page.width - box.top, box.x1)
    if turn == 180:
        return Box(page.width - box.x1, page.height - box.bottom, page.width - box.x0, page.height - box.top)
    if turn == 270:
        return Box(box.top, page.height - box.x1, box.bottom, page.height - box.x0)
    return box


def _holds(box: Box, word: Word) -> bool:
    own = box_of(word)
    x, y = (own.x0 + own.x1) / 2, (own.top + own.bottom) / 2
    return box.x0 - 1 <= x <= box.x1 + 1 and box.top - 1 <= y <= box.bottom + 1
