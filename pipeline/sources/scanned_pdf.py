"""The pages of a PDF that have no text to be believed but show something → recognised pages."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace
from PIL import Image

from pipeline.asked_time import ask_for_time
from pipeline.document import Document, Page, Word
from pipeline.errors import SourceError
from pipeline.sources.belief import is_all_there
from pipeline.sources.limits import MAX_PAGE_POINTS, MAX_SCANNED_PAGES, SECONDS_A_PAGE
from pipeline.sources.ocr.page import holds_text, recognised_page
from pipeline.sources.ocr.pictures import PIXELS_PER_POINT
from pipeline.sources.ocr.recogniser import recogniser
from pipeline.sources.page_pictures import page_measure, page_picture
from pipeline.sources.pdfium.opened import open_pdf
from pipeline.sources.unseen_words import with_unseen_noted

# The longer side of A4: what a page larger than A3 is taken for, since some scanners count a pixel as a point.
_A4_POINTS = 841.9
# Pixels for each point, below which a picture is drawn larger from the start.
_LEAST_OWN = 0.9


def with_scans_read(content: bytes, pages: Sequence[Page]) -> Document:
    """The document of these pages, those without words recognised.

    Where some page has text, a scan that cannot be recognised is marked as unread.
    Raises SourceError where no page has text and one cannot be recognised, or
    where nothing was recognised at all.
    """
    route = "pdf" if any(page.words for page in pages) else "ocr"
    read: list[Page] = []
    scans = first_word = 0
    for page in pages:
        if not page.words:
            scans += 1
            page = _scan(content, page, first_word, scans, must=route == "ocr")  # noqa: PLW2901
        elif scans:
            page = replace(page, words=_numbered(page.words, first_word))  # noqa: PLW2901
        read.append(page)
        first_word += len(page.words)
    if not any(page.words for page in read):
        raise SourceError("sources.pdf_without_text", pages=len(read))
    used = recogniser() if any(page.scan == "recognised" for page in read) else ""
    return with_unseen_noted(Document("pdf" if route == "pdf" else "ocr", tuple(read), recogniser=used))


def scan_picture(content: bytes, number: int, *, fine: bool = False) -> tuple[Image.Image, float]:
    """The page of this number as it is recognised, and its dots for each inch: those of the picture that fills it.

    Other pages are drawn with `DPI`, and so are `fine` ones whose picture has less: letters
    may stand beside it. Raises SourceError where it cannot be drawn.
    """
    measure = page_measure(content, number)
    longer = max(measure.width, measure.height)
    shrunk = _A4_POINTS / longer if longer > MAX_PAGE_POINTS else 1.0
    own = measure.pixels / shrunk
    least = PIXELS_PER_POINT if fine else _LEAST_OWN
    pixels = own if least <= own <= PIXELS_PER_POINT * 1.5 else PIXELS_PER_POINT
    return page_picture(content, number, pixels * shrunk), pixels * 72


def _scan(content: bytes, page: Page, first_word: int, scans: int, *, must: bool) -> Page:
    """The page recognised; as it was where it shows no text; marked as unread where it cannot be, unless it `must`."""
    try:
        if scans > MAX_SCANNED_PAGES:
            raise SourceError("sources.ocr_too_long", limit=MAX_SCANNED_PAGES)
        if page.disbelief is None and not _has_pictures(content, page.number):
            return page
        picture, dpi = scan_picture(content, page.number, fine=page.disbelief is not None)
        if not holds_text(picture, dpi):
            return page
        ask_for_time(SECONDS_A_PAGE)
        found = recognised_page(picture, page.number, first_word, dpi)
        if page.disbelief and is_all_there(page.disbelief.words, found.words):
            return replace(page, words=_numbered(page.disbelief.words, first_word), disbelief=None)
        return replace(found, disbelief=page.disbelief, unseen=page.unseen)
    except SourceError:
        if must:
            raise
        kept = page.disbelief.words if page.disbelief else ()
        return replace(page, words=_numbered(kept, first_word), scan="unread")


def _has_pictures(content: bytes, number: int) -> bool:
    """Whether there is more on the page than lines, also where nobody can say: the borders of a form are no scan."""
    try:
        with open_pdf(content) as pdf:
            return pdf.has_pictures(number - 1)
    except Exception:  # noqa: BLE001 -- a hostile page can make any library raise nearly anything
        return True


def _numbered(words: Sequence[Word], first: int) -> tuple[Word, ...]:
    return tuple(replace(word, number=first + place) for place, word in enumerate(words))
