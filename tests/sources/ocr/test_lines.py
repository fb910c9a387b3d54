"""Pages are made straight, and their ruling lines are those that the PDF draws; no recogniser is asked."""

from __future__ import annotations

import time
from collections.abc import Callable

import cv2
import numpy as np
import pytest

from pipeline.errors import SourceError
from pipeline.layout.grid import merged
from pipeline.sources.ocr.pictures import Grey, ink_of, with_white_paper, without_specks
from pipeline.sources.ocr.regions import Piece, pieces_of
from pipeline.sources.ocr.ruled_ink import ruling_lines, strokes_of, without_strokes
from pipeline.sources.ocr.straightening import skew_of, straightened
from pipeline.sources.opening import document_of
from tests.makers.damages import skewed
from tests.sources.ocr.scans import SHORT, SHORT_PAGE, letter, scan

NO_CHANCE = np.random.default_rng(0)


def even(name: str) -> Grey:
    grey = without_specks(np.asarray(scan(name), np.uint8))
    return with_white_paper(grey)


def lines_of(grey: Grey) -> list[tuple[str, float]]:
    return sorted((each.axis, round(each.at, 1)) for each in ruling_lines(strokes_of(grey)))


SLOWLY = [pytest.param(name, marks=pytest.mark.slow) for name in ("300 dpi", "askew", "noise", "JPEG 50", "photograph")]


@pytest.mark.parametrize("name", ["all at 300 dpi", *SLOWLY])
def test_the_lines_of_a_scan_are_those_that_the_pdf_draws(name: str) -> None:
    page = document_of(SHORT.read_bytes()).pages[SHORT_PAGE - 1]
    drawn = [
        each
        for axis in ("horizontal", "vertical")
        for each in merged([line for line in page.rulings if line.axis == axis])
    ]
    found = ruling_lines(strokes_of(straightened(even(name))))
    assert sorted(each.axis for each in found) == sorted(each.axis for each in drawn)
    for axis in ("horizontal", "vertical"):
        gaps = [np.diff(sorted(each.at for each in lines if each.axis == axis)) for lines in (found, drawn)]
        assert gaps[0] == pytest.approx(gaps[1], abs=9 if name == "photograph" else 1.5)


@pytest.mark.parametrize("degrees", [-5.0, -1.3, 0.0, 0.4, 2.0])
def test_a_page_is_turned_back_by_its_lines_of_text(degrees: float) -> None:
    askew = skewed(-degrees)(np.asarray(letter().resize((2480, 3508)), np.uint8), NO_CHANCE)
    assert skew_of(ink_of(askew)) == pytest.approx(degrees, abs=0.11)


def test_a_page_without_anything_stays_as_it_is() -> None:
    white = np.full((1000, 700), 255, np.uint8)
    assert (straightened(white) == white).all()


def test_rows_of_letters_are_no_lines() -> None:
    assert strokes_of(np.asarray(letter().resize((2480, 3508)), np.uint8)) == []


@pytest.mark.parametrize("size", [10, 14, 20, 28, 60])
def test_type_of_any_size_is_no_line(size: int) -> None:
    grey = np.full((200, 2000), 255, np.uint8)
    cv2.putText(
        grey, "lilmnnmmiill HEHLTTEE IIII 1111111", (20, 120), cv2.FONT_HERSHEY_DUPLEX, size / 24, 0, max(1, size // 12)
    )
    assert strokes_of(grey) == []


def test_each_cell_is_a_piece_by_itself() -> None:
    grey = even("300 dpi")
    strokes = strokes_of(grey)
    clean = without_strokes(grey, strokes)
    pieces = pieces_of(clean, ink_of(clean), strokes)
    assert len(pieces) == 8  # planned beside actual, and three labels with an answer each
    assert all((piece.grey[:10] == 255).all() for piece in pieces)


def test_a_row_that_is_open_at_the_page_end_is_parted_from_the_one_beside_it() -> None:
    grey = np.full((1000, 1600), 255, np.uint8)
    for x in (100, 500, 1400):
        grey[100:800, x : x + 4] = 0
    grey[100:104, 100:1404] = 0
    for row in range(8):  # the text goes on below the borders
        cv2.putText(grey, "teksts", (150, 500 + row * 48), cv2.FONT_HERSHEY_SIMPLEX, 1.2, 0, 3)
        cv2.putText(grey, "garaks teksts", (560, 500 + row * 48), cv2.FONT_HERSHEY_SIMPLEX, 1.2, 0, 3)
    strokes = strokes_of(grey)
    clean = without_strokes(grey, strokes)
    assert [piece.left < 500 for piece in pieces_of(clean, ink_of(clean), strokes)] in ([True, False], [False, True])


def chequered() -> Grey:
    """More cells than a form has."""
    grey = np.full((3508, 2480), 255, np.uint8)
    grey[::80, :] = 0
    grey[:, ::80] = 0
    grey[40::80, 40::80] = 0
    return cv2.erode(grey, np.ones((4, 4), np.uint8))


def halftone() -> Grey:
    """A picture of short strokes."""
    grey = np.full((3508, 2480), 255, np.uint8)
    for row in range(10, 3500, 14):
        for column in range((row % 5) * 20, 2400, 160):
            grey[row : row + 3, column : column + 120] = 0
    return grey


@pytest.mark.parametrize("made", [chequered, halftone])
def test_a_page_that_no_form_has_is_refused_in_time(made: Callable[[], Grey]) -> None:
    begun = time.monotonic()
    with pytest.raises(SourceError, match="more than 400"):
        parted(made())
    assert time.monotonic() - begun < 60


def parted(grey: Grey) -> list[Piece]:
    """The pieces of a page, as it is recognised."""
    strokes = strokes_of(grey)
    clean = without_strokes(grey, strokes)
    return pieces_of(clean, ink_of(clean), strokes)


def test_the_stem_of_a_letter_that_meets_a_border_is_no_part_of_it() -> None:
    grey = np.full((600, 900), 255, np.uint8)
    grey[300:304, 100:800] = 0
    grey[300:560, 400:404] = 0
    grey[266:300, 401:404] = 0  # the letter
    [upright] = [each for each in ruling_lines(strokes_of(grey)) if each.axis == "vertical"]
    assert upright.start == pytest.approx(302 / 300 * 72, abs=0.5)


def framed(x: int, top: int, bottom: int, width: int) -> list[int]:
    """Where upright lines are seen in a frame in which another stroke stands."""
    grey = np.full((1200, 1600), 255, np.uint8)
    grey[100:105, 100:1500] = grey[1100:1105, 100:1500] = 0
    grey[100:1105, 100:105] = grey[100:1105, 1495:1500] = 0
    grey[top:bottom, x : x + width] = 0
    return [round(each.at) for each in strokes_of(grey) if each.axis == "vertical"][1:-1]


def test_stems_that_grain_joined_are_no_border_of_a_cell() -> None:
    assert framed(700, 500, 584, 2) == []
    assert framed(700, 500, 584, 5) == []
    assert framed(700, 110, 190, 2) == []


def test_a_border_of_two_lines_that_ends_on_others_is_one() -> None:
    grey_border = framed(700, 105, 205, 5)
    assert grey_border == [702]
    assert framed(700, 105, 1100, 2) == [701]
