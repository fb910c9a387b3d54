"""Pictures that stand in the form, as a table that somebody pasted as one: they are told, since nobody reads them."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.document import Box, Document, Page, Picture, Word, box_of
from pipeline.layout.rows import FilledForm

# Stamps, emblems, signatures and their marks are smaller, in points and square points; three lines of a cell are not.
_LEAST_WIDTH, _LEAST_HEIGHT, _LEAST_AREA = 120.0, 36.0, 12_000.0
# A picture with more words over it is the ground that they stand on.
_WORDS_ON_A_GROUND = 3
# The parts of a page's height where letterheads and marks of signatures stand.
_EDGE = 0.06
# What lies in the same place on several pages belongs to the paper.
_SAME_PLACE = 2.0
_MOST_TOLD = 12

_Place = tuple[int, float]


def pictures_in_form(document: Document, filled: FilledForm) -> tuple[str, ...]:
    """The page of each picture between the first label and the end of the last row; in a Word file its place."""
    if not any(page.pictures for page in document.pages):
        return ()
    words = [
        word
        for row in filled.rows
        for word in (*row.label, *(word for cell in row.cells for line in cell.lines for word in line.words))
    ]
    if not words:
        return ()
    first = min(map(_top, words))
    last = _end(document, max(map(_bottom, words)))
    found = (
        picture.place or str(page.number)
        for page in document.pages
        for picture in page.pictures
        if first <= (page.number, _middle(picture.box)) <= last and _is_told(picture, page, document)
    )
    return tuple(dict.fromkeys(found))[:_MOST_TOLD]


def _top(word: Word) -> _Place:
    return word.page, box_of(word).top


def _bottom(word: Word) -> _Place:
    return word.page, box_of(word).bottom


def _middle(box: Box) -> float:
    return (box.top + box.bottom) / 2


def _end(document: Document, last: _Place) -> _Place:
    """Where the row ends whose last word ends there: at the border below it, if there is one."""
    page = next(each for each in document.pages if each.number == last[0])
    below = [line.at for line in page.rulings if line.axis == "horizontal" and line.at >= last[1]]
    return last[0], min(below, default=last[1])


def _is_told(picture: Picture, page: Page, document: Document) -> bool:
    if picture.width < _LEAST_WIDTH or picture.height < _LEAST_HEIGHT or picture.width * picture.height < _LEAST_AREA:
        return False
    if picture.place:
        return True
    at_edge = not page.height * _EDGE < _middle(picture.box) < page.height * (1 - _EDGE)
    over = sum(1 for word in page.words if _lies_in(box_of(word), picture.box))
    return not at_edge and over <= _WORDS_ON_A_GROUND and not any(_again(picture.box, page, document))


def _lies_in(box: Box, other: Box) -> bool:
    x = (box.x0 + box.x1) / 2
    return other.x0 <= x <= other.x1 and other.top <= _middle(box) <= other.bottom


def _again(box: Box, page: Page, document: Document) -> Iterator[bool]:
    """For each picture of other pages whether it lies in the same place."""
    for other in document.pages:
        for each in other.pictures if other is not page else ():
            apart = (each.box.x0 - box.x0, each.box.top - box.top, each.box.x1 - box.x1, each.box.bottom - box.bottom)
            yield max(map(abs, apart)) < _SAME_PLACE
