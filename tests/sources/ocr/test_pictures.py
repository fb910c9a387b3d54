"""What a picture file says of its size is believed where it can be true, and its pixels are read in any mode."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from pipeline.sources.images import image_page
from pipeline.sources.ocr.pictures import at_reading_dpi, ink_of, with_white_paper, without_dust, without_specks
from tests.makers.fonts import REGULAR
from tests.sources.ocr.scans import letter


def file_of(picture: Image.Image, kind: str, **options: object) -> bytes:
    target = io.BytesIO()
    picture.save(target, kind, **options)  # type: ignore[arg-type]
    return target.getvalue()


@pytest.mark.parametrize(
    ("stated", "dpi"),
    [
        ((150, 150), 150.0),
        ((72, 72), 150.0),
        ((1, 1), 150.0),
        ((5000, 5000), 150.0),
        (None, 150.0),
        ((140, 140), 140.0),
    ],
)
def test_a_resolution_that_makes_no_page_is_not_believed(stated: tuple[int, int] | None, dpi: float) -> None:
    options = {"dpi": stated} if stated else {}
    assert image_page(file_of(letter(), "PNG", **options), 1)[1] == pytest.approx(dpi, abs=0.2)


def test_a_fax_has_pixels_that_are_wider_than_high() -> None:
    fax = letter().resize((1240, 877))
    picture, dpi = image_page(file_of(fax, "TIFF", dpi=(150, 75)), 1)
    assert (picture.size, dpi) == ((1240, 1754), 150.0)


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA", "I;16"])
def test_every_mode_of_pixels_shows_the_same_ink(mode: str) -> None:
    grey = letter()
    made = Image.fromarray(np.asarray(grey, np.uint16) * 257) if mode == "I;16" else grey.convert(mode)
    picture, _ = image_page(file_of(made, "TIFF" if mode in ("1", "I;16") else "PNG"), 1)
    same = np.abs(np.asarray(picture, int) - np.asarray(grey, int)) < 140
    assert picture.mode == "L"
    assert same.mean() > 0.99


def test_what_is_not_painted_is_paper() -> None:
    picture, _ = image_page(file_of(Image.new("RGBA", (1240, 1754), (0, 0, 0, 0)), "PNG"), 1)
    assert picture.getextrema() == (255, 255)


def test_a_photograph_that_lies_on_its_side_is_turned_as_it_says() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    picture, _ = image_page(file_of(letter().convert("RGB"), "JPEG", exif=exif), 1)
    assert picture.size == (1754, 1240)


def test_paper_in_the_shade_becomes_white_and_ink_stays_dark() -> None:
    grey = np.asarray(letter(), np.float64)
    shade = np.linspace(1.0, 0.5, grey.shape[1])[None, :]
    even = with_white_paper((grey * shade).astype(np.uint8))
    assert np.median(even[:, -200:]) >= 240
    assert (ink_of(even) > 0).mean() == pytest.approx((grey < 128).mean(), rel=0.25)


def test_single_dots_go_and_letters_stay() -> None:
    grey = np.asarray(letter(), np.uint8).copy()
    strewn = grey.copy()
    strewn[np.random.default_rng(1).random(grey.shape) < 0.004] = 0
    assert np.abs(without_specks(strewn).astype(int) - grey).mean() < np.abs(strewn.astype(int) - grey).mean() / 2
    assert (without_specks(grey) == grey).all()


def test_pages_are_read_at_three_hundred_dots_for_each_inch() -> None:
    assert at_reading_dpi(np.zeros((200, 100), np.uint8), 150).shape == (400, 200)


@pytest.mark.parametrize("points", [8, 10, 12])
def test_full_stops_and_dots_are_no_dust(points: int) -> None:
    picture = Image.new("L", (900, 200), 255)
    pen = ImageDraw.Draw(picture)
    pen.text((40, 60), "15.07.2022. i, j; 1 213,47: ķ!", 0, ImageFont.truetype(REGULAR, round(points * 300 / 72)))
    grey = np.asarray(picture, np.uint8)
    assert (without_dust(grey) == grey).all()


def test_specks_away_from_letters_are_dust() -> None:
    grey = np.full((300, 300), 255, np.uint8)
    grey[100:103, 100:103] = 0
    assert (without_dust(grey) == 255).all()
