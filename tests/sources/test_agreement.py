"""PDFium's reading of a page against plain pdfplumber's: the same words in the same order, boxes, lines and cells."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import chain

import pdfplumber
import pytest
from msgspec.structs import astuple

from pipeline.document import Page, RulingLine, Word, box_of
from pipeline.sources import pdfium_page, plain_page
from pipeline.sources.pdfium import fonts, glyphs
from pipeline.sources.pdfium.opened import open_pdf
from pipeline.sources.quick_plumber import open_quick
from tests.makers.choices import SeededChoices
from tests.makers.making import Scope, made_style, made_summary
from tests.makers.producers import PROGRAMS, QUICK, Producer
from tests.sources.changed_pdf import SAMPLES, boxes_from_the_tree, changed, corner_elsewhere, drawn

# How far the sides of a word's boxes may be apart, in points.
HALF_A_POINT = 0.5
# LibreOffice 7 writes 0 for the height of its letters. Then PDFium measures them, and pdfminer sets them
# a fifth of their size too high; once a small word beside large ones changes lines by it.
WITHOUT_HEIGHTS = {"pacientu-organizacijas.pdf", "vides-talkas-vidzeme.pdf"}
PDFS = sorted(each.name for each in SAMPLES.glob("*.pdf"))
PRODUCERS = [each for each in (*QUICK, *PROGRAMS) if each.name not in ("plain_text", "docx")]


def both(content: bytes) -> Iterator[tuple[Page, Page]]:
    """Each page by PDFium and by plain pdfplumber."""
    with open_pdf(content) as quick, pdfplumber.open(io.BytesIO(content)) as plain:
        assert len(quick) == len(plain.pages)
        for place, page in enumerate(plain.pages):
            with quick.page(place) as opened:
                yield pdfium_page.page_of(opened, place + 1, 0), plain_page.page_of(page, place + 1, 0)


def texts(page: Page) -> list[str]:
    return [word.text for word in page.words]


def distance(quick: Word, plain: Word) -> float:
    """How far the sides of two boxes are apart at most; pdfminer gives a bullet of WinAnsi code 127 no width."""
    sides = zip(astuple(box_of(quick)), astuple(box_of(plain)), strict=True)
    apart = [abs(one - other) for one, other in sides]
    return max(apart[:2] + apart[3:] if quick.text == "•" else apart)


def by_place(rulings: tuple[RulingLine, ...]) -> list[tuple[str, float, float, float]]:
    return sorted((each.axis, *(round(value, 2) for value in (each.at, each.start, each.stop))) for each in rulings)


def assert_alike(quick: Page, plain: Page, *, heights: bool = True) -> None:
    assert (texts(quick) == texts(plain)) if heights else (sorted(texts(quick)) == sorted(texts(plain)))
    assert (quick.width, quick.height) == pytest.approx((plain.width, plain.height), abs=0.01)
    ours, theirs = by_place(quick.rulings), by_place(plain.rulings)
    assert [each[0] for each in ours] == [each[0] for each in theirs]
    assert [each[1:] for each in ours] == [pytest.approx(each[1:], abs=0.02) for each in theirs]
    if heights:
        apart = zip(texts(quick), map(distance, quick.words, plain.words), strict=True)
        assert [word for word in apart if word[1] > HALF_A_POINT] == []
        assert [word.bold for word in quick.words] == [word.bold for word in plain.words]


@pytest.mark.parametrize("sample", PDFS)
def test_samples_are_read_alike(sample: str) -> None:
    for quick, plain in both((SAMPLES / sample).read_bytes()):
        assert_alike(quick, plain, heights=sample not in WITHOUT_HEIGHTS)


@pytest.mark.parametrize("sample", sorted(WITHOUT_HEIGHTS))
def test_letters_without_heights_are_moved_down_as_one_and_nowhere_else(sample: str) -> None:
    def by_text_and_side(page: Page) -> list[tuple[str, float, float]]:
        return sorted((word.text, round(box_of(word).x0, 1), box_of(word).top) for word in page.words)

    for quick, plain in both((SAMPLES / sample).read_bytes()):
        moved = [one[2] - other[2] for one, other in zip(by_text_and_side(quick), by_text_and_side(plain), strict=True)]
        assert min(moved) > 0
        assert max(moved) < 0.31 * 16


def made(producer: Producer, seed: int) -> bytes:
    choices = SeededChoices(seed)
    style = made_style(choices, producer.styles)
    return producer.write(made_summary(choices, style, Scope(years=3, items=6)), style)


@pytest.mark.parametrize(
    "seeds", [range(2), pytest.param(range(100, 160), marks=pytest.mark.slow)], ids=["few", "many"]
)
@pytest.mark.parametrize("producer", PRODUCERS, ids=lambda producer: producer.name)
def test_made_documents_are_read_alike(producer: Producer, seeds: range) -> None:
    if not producer.available():
        pytest.skip(f"{producer.name} is not installed")
    for seed in seeds:
        for quick, plain in both(made(producer, 6_100_000 + seed)):
            assert_alike(quick, plain, heights=producer.name != "libreoffice")


@pytest.mark.parametrize("change", [boxes_from_the_tree, corner_elsewhere], ids=lambda change: change.__name__)
@pytest.mark.parametrize("sample", ["kurzeme-chromium.pdf", "kurzeme-wordlike.pdf"])
def test_boxes_count_from_the_media_box(sample: str, change: object) -> None:
    content = changed(sample, change)  # type: ignore[arg-type]
    for quick, plain in both(content):
        assert quick.words
        assert_alike(quick, plain)


SET = {
    "letters apart": "1.5 Tc 20 100 Td (Kopsavilkums par 2024) Tj",
    "letters further apart": "3.5 Tc 20 100 Td (Kopsavilkums par 2024) Tj",
    "words apart": "8 Tw 20 100 Td (Kopsavilkums par 2024. gadu) Tj",
    "narrow": "50 Tz 20 100 Td (Kopsavilkums par 2024. gadu) Tj",
    "wide": "150 Tz 20 100 Td (Kopsavilkums par 2024. gadu) Tj",
    "raised": "20 100 Td (25 m) Tj 5 Ts /F1 7 Tf (2) Tj 0 Ts /F1 12 Tf ( un 20) Tj",
    "gaps within a line": "20 100 Td [(49) -250 (000,00) -300 (euro) 20 (s) -90 (x)] TJ",
    "words by themselves": "20 100 Td (Plan) Tj 60 0 Td (49) Tj 16 0 Td (000,00) Tj 45 0 Td (euro) Tj",
    "letters by themselves": " ".join(
        f"1 0 0 1 {20 + 8.2 * at} 100 Tm ({letter}) Tj" for at, letter in enumerate("nobehapud")
    ),
    "letters by themselves between which PDFium sees spaces": " ".join(
        f"1 0 0 1 {20 + 7.8 * at} 100 Tm ({letter}) Tj" for at, letter in enumerate("Kopsav")
    ),
    "right to left": "100 100 Td (second) Tj -80 0 Td (first) Tj",
    "columns in turn": "20 100 Td (A) Tj 100 0 Td (X) Tj -92 0 Td (B) Tj 100 0 Td (Y) Tj",
    "beyond the page": "-100 100 Td (Beyond the left edge) Tj 120 300 Td (Above) Tj",
    "sized by its matrix": "/F1 1 Tf 12 0 0 12 20 100 Tm (Sized by its matrix) Tj",
    "slanted": "1 0 0.3 1 20 100 Tm (Slanted) Tj",
    "a hyphen at a line's end": "14 TL 20 100 Td (labie-) Tj T* (rici un) Tj",
    "spaces that do not break": "20 100 Td (49\\240000,00\\240euro) Tj",
}


@pytest.mark.parametrize("operators", SET.values(), ids=SET)
def test_however_letters_are_set_they_are_read_alike(operators: str) -> None:
    for quick, plain in both(drawn(f"BT /F1 12 Tf {operators} ET")):
        assert len(quick.words) > 2
        assert_alike(quick, plain)


@pytest.mark.parametrize("sample", PDFS)
def test_tables_of_pdfplumber_have_the_same_cells_and_texts(sample: str) -> None:
    content = (SAMPLES / sample).read_bytes()
    with open_quick(content) as quick, pdfplumber.open(io.BytesIO(content)) as plain:
        for ours, theirs in zip(quick.pages, plain.pages, strict=True):
            tables, expected = ours.find_tables(), theirs.find_tables()
            cells = list(chain.from_iterable(table.cells for table in tables))
            assert cells == [pytest.approx(cell, abs=0.001) for table in expected for cell in table.cells]
            assert [table.extract() for table in tables] == [table.extract() for table in expected]


@pytest.mark.parametrize("sample", ["kurzeme-chromium.pdf", "kurzeme-libreoffice.pdf", "kurzeme-typst.pdf"])
def test_pdfplumber_finds_words_and_crops_alike(sample: str) -> None:
    content = (SAMPLES / sample).read_bytes()
    with open_quick(content) as quick, pdfplumber.open(io.BytesIO(content)) as plain:
        for ours, theirs in zip(quick.pages, plain.pages, strict=True):
            assert [word["text"] for word in ours.extract_words()] == [word["text"] for word in theirs.extract_words()]
            half = (0, 0, round(ours.width) - 1, ours.height / 2)
            assert ours.crop(half).extract_text() == theirs.crop(half).extract_text()
            found, expected = ours.search("euro"), theirs.search("euro")
            assert [round(each["x0"]) for each in found] == [round(each["x0"]) for each in expected]
            ends = [[round(word["doctop"]) for word in page.extract_words()[-1:]] for page in (ours, theirs)]
            assert ends[0] == ends[1]


def test_letters_whose_widths_are_not_kept_are_read_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    """As all are that stand behind the Latin ones."""
    for module in (fonts, glyphs):
        monkeypatch.setattr(module, "KEPT_CODES", ord("m"))
    for quick, plain in both((SAMPLES / "kurzeme-chromium.pdf").read_bytes()):
        assert_alike(quick, plain)


@pytest.mark.parametrize(("told", "width"), [(480.0, 0.48), (700.0, 0.5), (0.0, 0.5), (333.0, 0.5)])
def test_a_width_that_does_not_fit_what_is_drawn_is_not_believed(
    monkeypatch: pytest.MonkeyPatch, told: float, width: float
) -> None:
    """The drawn letter ends at half its size; 333 is what PDFium says of letters that it does not find."""
    monkeypatch.setattr(fonts.Font, "_name", lambda _: "")
    monkeypatch.setattr(fonts.calls, "font_descent", lambda *_: 0)
    monkeypatch.setattr(fonts.Font, "_width", lambda _, code: (told if code == ord("a") else 333.0) / 1000)
    assert fonts.Font(0).width_of(ord("a"), 0.5) == width
