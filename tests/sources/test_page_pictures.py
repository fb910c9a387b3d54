"""Pages as pictures: upright, grey, and with every word's box on its letters; hostile ones are refused."""

from __future__ import annotations

import io
from itertools import pairwise

import pikepdf
import pytest
from PIL import Image

from pipeline.document import Box, Page, Word, box_of
from pipeline.errors import SourceError
from pipeline.sources import page_pictures
from pipeline.sources.page_pictures import page_picture, page_pngs, png
from pipeline.sources.pdf import document_of_pdf
from tests.saboteurs.files import SABOTEURS
from tests.sources.changed_pdf import SAMPLES, Change, changed

SAMPLE = "kurzeme-typst.pdf"
SCALE = 2.0
# An overhanging letter or an underline stains a gap; with boxes two points beside their words nearly all would be.
STAINS = 0.05


def rotated(degrees: int) -> Change:
    """The pages turned, and their contents turned back, so that the words are upright again."""
    turns = {90: (0, 1, -1, 0), 180: (-1, 0, 0, -1), 270: (0, -1, 1, 0)}

    def change(pdf: pikepdf.Pdf) -> None:
        for page in pdf.pages:
            _, _, width, height = (float(edge) for edge in page.MediaBox)
            move = {90: (height, 0), 180: (width, height), 270: (0, width)}[degrees]
            if degrees != 180:
                page.MediaBox = pikepdf.Array([0, 0, height, width])
            matrix = " ".join(f"{each:g}" for each in (*turns[degrees], *move))
            page.contents_add(f"q {matrix} cm".encode(), prepend=True)
            page.contents_add(b"Q")
            page.Rotate = degrees

    return change


def moved(pdf: pikepdf.Pdf) -> None:
    """The media box begins elsewhere than at 0, and the page is wider to the left and below."""
    for page in pdf.pages:
        _, _, width, height = (float(edge) for edge in page.MediaBox)
        page.MediaBox = pikepdf.Array([-50, -70, width, height + 20])


def cropped(pdf: pikepdf.Pdf) -> None:
    """The crop box leaves out the page's upper left part."""
    for page in pdf.pages:
        page.CropBox = pikepdf.Array([100, 0, 500, 600])


def inherited(pdf: pikepdf.Pdf) -> None:
    """The media box stands at the tree's root, and the pages are cropped."""
    pdf.Root.Pages.MediaBox = pikepdf.Array([-30, -40, 620, 860])
    for page in pdf.pages:
        del page.obj["/MediaBox"]
    cropped(pdf)


def ink(picture: Image.Image, box: Box) -> float:
    """How much of the box is dark."""
    edges = (box.x0, box.top, box.x1, box.bottom)
    levels = picture.crop(tuple(round(edge * SCALE) for edge in edges)).histogram()  # type: ignore[arg-type]
    return sum(levels[:128]) / max(1, sum(levels))


def gaps(page: Page) -> list[Box]:
    """The spaces between words that follow each other on a line, without their outer parts, which touch borders."""

    def gap(left: Word, right: Word) -> Box:
        before, after = box_of(left), box_of(right)
        return Box(before.x1 + 0.5, before.top + 2, after.x0 - 0.5, before.bottom - 2)

    beside = ((a, b) for a, b in pairwise(page.words) if abs(box_of(a).top - box_of(b).top) < 0.1)
    return [each for each in (gap(*pair) for pair in beside) if 1 < each.x1 - each.x0 < 4]


def assert_boxes_fit(content: bytes) -> None:
    for page in document_of_pdf(content).pages:
        picture = page_picture(content, page.number, SCALE)
        assert picture.mode == "L"
        assert picture.width == pytest.approx(page.width * SCALE, abs=1)
        assert picture.height == pytest.approx(page.height * SCALE, abs=1)
        lettered = [word for word in page.words if sum(map(str.isalnum, word.text)) > 2]
        empty = [word.text for word in lettered if ink(picture, box_of(word)) < 0.02]
        stained = [each for each in gaps(page) if ink(picture, each) > 0.02]
        assert len(lettered) > 20
        assert empty == []
        assert len(stained) <= STAINS * len(gaps(page))


@pytest.mark.parametrize("producer", ["chromium", "libreoffice", "typst", "wordlike"])
def test_every_box_holds_its_word_and_no_space_does(producer: str) -> None:
    assert_boxes_fit((SAMPLES / f"kurzeme-{producer}.pdf").read_bytes())


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_boxes_fit_on_a_page_that_is_turned(degrees: int) -> None:
    assert_boxes_fit(changed(SAMPLE, rotated(degrees)))


@pytest.mark.parametrize("change", [moved, cropped, inherited])
def test_boxes_fit_whatever_part_of_the_page_is_shown(change: Change) -> None:
    assert_boxes_fit(changed(SAMPLE, change))


def test_several_pages_are_png_files_by_their_numbers() -> None:
    drawn = page_pngs((SAMPLES / SAMPLE).read_bytes(), (1, 3), 1.0)
    assert list(drawn) == [1, 3]
    assert all(Image.open(io.BytesIO(each)).format == "PNG" for each in drawn.values())


def test_a_png_shows_the_picture_in_16_greys() -> None:
    picture = page_picture((SAMPLES / SAMPLE).read_bytes(), 1, 1.0)
    shown = Image.open(io.BytesIO(png(picture))).convert("L")
    differences = [abs(a - b) for a, b in zip(picture.tobytes(), shown.tobytes(), strict=True)]
    assert max(differences) <= 16
    assert shown.getextrema() == (0, 255)


def test_a_page_takes_little_room() -> None:
    drawn = page_pngs((SAMPLES / SAMPLE).read_bytes(), (1,))
    assert len(drawn[1]) < 120_000


def test_a_coloured_picture_keeps_its_colours() -> None:
    shown = Image.open(io.BytesIO(png(Image.new("RGB", (2, 2), (200, 30, 0)))))
    assert shown.convert("RGB").getpixel((0, 0)) == (200, 30, 0)


@pytest.mark.parametrize("page", [0, -1, 5])
def test_a_page_that_is_not_there_is_refused(page: int) -> None:
    with pytest.raises(SourceError, match="no page"):
        page_picture((SAMPLES / SAMPLE).read_bytes(), page)


@pytest.mark.parametrize("size", [(14400, 14400), (10, 10**6), (10**6, 10), (10**6, 10**6)])
def test_a_page_that_would_fill_the_memory_is_refused(size: tuple[int, int]) -> None:
    def huge(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].MediaBox = pikepdf.Array([0, 0, *size])

    content = changed(SAMPLE, huge)
    with pytest.raises(SourceError, match="no side may be longer than 3000"):
        page_picture(content, 1)
    assert list(page_pngs(content, (1, 2))) == [2]


@pytest.mark.parametrize("name", ["zero-bytes.pdf", "not-a-pdf.pdf", "header-only.pdf", "encrypted.pdf"])
def test_what_does_not_open_is_refused(name: str) -> None:
    with pytest.raises(SourceError, match="does not open"):
        page_picture(SABOTEURS[name].content(), 1)


def test_a_page_that_breaks_while_it_is_drawn_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> Image.Image:
        raise ZeroDivisionError

    monkeypatch.setattr(page_pictures, "_drawn", broken)
    with pytest.raises(SourceError, match="page is broken"):
        page_picture((SAMPLES / SAMPLE).read_bytes(), 1)
