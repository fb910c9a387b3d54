"""An opened document: pages of words and ruling lines, as its source gave them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct, field

Route = Literal["pdf", "ocr", "docx", "text"]
FileKind = Literal["pdf", "docx", "odt", "doc", "rtf", "text", "image"]
"""What a file is by its content; the route says how it was read."""

SURE = 80.0
"""A word that was recognised with less confidence, of 100, is doubtful: see `ocr-uncertain` in `expectations/`."""


class Box(Struct, frozen=True):
    """A rectangle in points (1/72 inch) from the page's top left corner."""

    x0: float
    top: float
    x1: float
    bottom: float


def box_around(boxes: Sequence[Box]) -> Box:
    """The smallest box that holds all of these, of which there is at least one."""
    return Box(
        min([box.x0 for box in boxes]),
        min([box.top for box in boxes]),
        max([box.x1 for box in boxes]),
        max([box.bottom for box in boxes]),
    )


class PageBox(Struct, frozen=True):
    """A box on a page, counted from 1."""

    page: int
    box: Box


class Word(Struct, frozen=True):
    """A run of characters without white space, NFC, as it stands in the document.

    `number` counts the words of a document from 0 and tells two equal words
    apart. `box` is None where the source has no geometry. `line` counts the
    lines of a page from 0 where the source itself has lines, else it is None.
    `confidence` is how sure a recogniser is of it, from 0 to 100, None where the
    source is text. `place` says where a word stands in a document that has no
    pages: `T1/R7/C2/P3` is the third paragraph with text in the second cell of the
    seventh row of the first table, `P4` a paragraph outside tables; such a word's
    `page` and `box` only serve to find its cell. It is "" where there are pages.
    `apart` says whether a tab or several spaces stand before it on its line, as between
    columns, where the source itself has lines or tabs.
    """

    text: str
    number: int
    page: int
    box: Box | None = None
    line: int | None = None
    bold: bool = False
    confidence: float | None = None
    place: str = ""
    apart: bool = False

    def __hash__(self) -> int:
        """Words are kept in sets by the thousand, and no two of a document have the same number."""
        return self.number


def box_of(word: Word) -> Box:
    """The word's box. Raises ValueError where its source has no geometry."""
    if word.box is None:
        raise ValueError(f"{word.text!r} has no box")
    return word.box


class RulingLine(Struct, frozen=True):
    """A straight line along one axis: `at` on the other axis, from `start` to `stop`, in points."""

    axis: Literal["horizontal", "vertical"]
    at: float
    start: float
    stop: float


class Picture(Struct, frozen=True):
    """A picture on a page: its place there, and how wide and high it is shown, in points.

    `place` is as that of a word; where there is one, `box` only serves to find its cell.
    """

    box: Box
    width: float
    height: float
    place: str = ""


class Disbelief(Struct, frozen=True):
    """The first words of a text that a page has but does not show, and what it shows there, "" where nobody looked.

    `words` are all of that text where it is shown, but may not be all that is: a stamp on a scan.
    """

    said: str
    shown: str = ""
    words: tuple[Word, ...] = ()


class Page(Struct, frozen=True):
    """A page, counted from 1. `width` and `height` are in points, 0 without geometry.

    Words stand in the order in which the source gave them. `fallback` is why the
    slower reader of this kind of document read it, "" where the first one did.
    `scan` is `recognised` where its words were recognised from its picture, and
    `unread` where they should have been and could not. `disbelief` says that a text
    of its own was left aside, None where it has none such. `unseen` are words of
    its text that it does not show, beside those that it shows, and `pictures` those
    on it that are smaller than the page; both only where it was read by its text.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    rulings: tuple[RulingLine, ...] = field(default=())
    fallback: str = ""
    scan: Literal["", "recognised", "unread"] = ""
    disbelief: Disbelief | None = None
    unseen: tuple[Word, ...] = ()
    pictures: tuple[Picture, ...] = ()


class SecondReading(Struct, frozen=True):
    """What a second reader saw: how many pages, 0 where it could not open the document, and where it differs.

    `compared` is how many pages were held against it word by word. `page` is the
    first of them on which it saw something else, None where there is none; `read`
    are words that only the first reader saw there, `seen` those that only the second saw.
    `disbelieved` are the pages whose own text is not what they show: then `read` is of
    that text, and `seen` is what was taken instead.
    """

    pages: int
    compared: int = 0
    page: int | None = None
    read: str = ""
    seen: str = ""
    disbelieved: tuple[int, ...] = ()


class Document(Struct, frozen=True):
    """An opened document: how it was read, and its pages.

    `furniture` are words that the document itself keeps as running heads and feet,
    `notes` its notes and what it hides, where the source keeps these beside its pages.
    `recogniser` is what recognised some pages, a program with its version, since
    another may read otherwise; "" where none did.
    """

    route: Route
    pages: tuple[Page, ...]
    furniture: tuple[Word, ...] = ()
    notes: tuple[Word, ...] = ()
    recogniser: str = ""

    @property
    def words(self) -> tuple[Word, ...]:
        """All words, page by page, then those beside the pages."""
        return (*(word for page in self.pages for word in page.words), *self.furniture, *self.notes)
