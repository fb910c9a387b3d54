"""Pictures of pages: a word's box lies on its letters, whichever way the page is turned or cut."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from PIL.ImageStat import Stat

from pipeline.document import Box, Word, box_of
from pipeline.sources.page_pictures import MAX_PIXELS, page_pictures
from pipeline.sources.pdf import document_of_pdf

SAMPLES = Path(__file__).parents[2] / "samples"


def changed(change: Callable[[pikepdf.Page], object], sample: str = "kurzeme-typst.pdf") -> bytes:
    target = io.BytesIO()
    with pikepdf.open(SAMPLES / sample) as pdf:
        for page in pdf.pages:
            change(page)
        pdf.save(target)
    return target.getvalue()


def as_it_is(_page: pikepdf.Page) -> None:
    """The page stays."""


def turned(page: pikepdf.Page) -> None:
    page.Rotate = 90


def upside_down(page: pikepdf.Page) -> None:
    page.Rotate = 180


def moved(page: pikepdf.Page) -> None:
    """The media box does not begin at 0: white space is added to the left and below."""
    left, bottom, right, top = (float(each) for each in page.MediaBox)
    page.MediaBox = [left - 40, bottom - 25, right, top]


def cropped(page: pikepdf.Page) -> None:
    left, bottom, right, top = (float(each) for each in page.MediaBox)
    page.CropBox = [left + 20, bottom + 30, right - 10, top - 15]


def darkness(picture: Image.Image, box: Box, width: float) -> float:
    """How dark the picture is within a box, from 0, white, to 255."""
    scale = picture.width / width
    inside = picture.crop(tuple(round(edge * scale) for edge in (box.x0, box.top, box.x1, box.bottom)))  # type: ignore[arg-type]
    return 255 - Stat(inside.convert("L")).mean[0]


def long_words(words: tuple[Word, ...]) -> list[Word]:
    return [word for word in words if len(word.text) > 6]


@pytest.mark.parametrize("change", [as_it_is, turned, upside_down, moved, cropped])
def test_the_boxes_of_words_lie_on_their_letters(change: Callable[[pikepdf.Page], object]) -> None:
    content = changed(change)
    document = document_of_pdf(content)
    for page, picture in zip(document.pages, page_pictures(content, limit=9), strict=True):
        assert (picture.page, round(picture.width), round(picture.height)) == (
            page.number,
            round(page.width),
            round(page.height),
        )
        image = Image.open(io.BytesIO(picture.png))
        words = long_words(page.words)
        assert len(words) > 20
        assert [word.text for word in words if darkness(image, box_of(word), picture.width) < 25] == []


@pytest.mark.parametrize("sample", ["kurzeme-chromium.pdf", "kurzeme-libreoffice.pdf", "kurzeme-wordlike.pdf"])
def test_the_boxes_fit_for_every_producer(sample: str) -> None:
    content = (SAMPLES / sample).read_bytes()
    page = document_of_pdf(content).pages[0]
    picture = next(page_pictures(content, limit=1))
    image = Image.open(io.BytesIO(picture.png))
    assert [word.text for word in long_words(page.words) if darkness(image, box_of(word), picture.width) < 25] == []


def test_between_the_lines_the_page_is_white() -> None:
    content = changed(as_it_is)
    page = document_of_pdf(content).pages[0]
    picture = next(page_pictures(content, limit=1))
    image = Image.open(io.BytesIO(picture.png))
    assert darkness(image, Box(5, 5, page.width - 5, 20), picture.width) < 1


def test_a_giant_page_is_drawn_smaller() -> None:
    def giant(page: pikepdf.Page) -> None:
        page.MediaBox = [0, 0, 14_000, 14_000]

    image = Image.open(io.BytesIO(next(page_pictures(changed(giant), limit=1)).png))
    assert image.width * image.height <= MAX_PIXELS * 1.01


def test_no_more_pages_than_asked_for() -> None:
    assert [each.page for each in page_pictures(changed(as_it_is), limit=2)] == [1, 2]


def test_a_picture_is_grey_and_small() -> None:
    sizes = [len(each.png) for each in page_pictures(changed(as_it_is), limit=4)]
    assert max(sizes) < 120_000
