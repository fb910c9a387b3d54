"""Scanned pages, recognised by Tesseract, against the text that they show."""

from __future__ import annotations

import io
from collections import Counter
from decimal import Decimal
from pathlib import Path

import numpy as np
import pikepdf
import pytest
import regex

from bench.scans import scan_score
from pipeline.checks import findings_of
from pipeline.document import Page
from pipeline.journey import submission
from pipeline.sources.ocr.page import recognised_page
from pipeline.sources.opening import document_of
from pipeline.sources.upright_pictures import upright_picture
from tests.makers.damages import SCANS, file_of
from tests.sources.ocr.scans import SHORT, SHORT_PAGE, needs_tesseract, scan

FIGURE = regex.compile(r"\d[\d.,]*")
DAMAGES = ("300 dpi", "all at 200 dpi", "turned by 90", "turned by 180", "photograph")


def recognised(name: str) -> Page:
    return recognised_page(scan(name), SHORT_PAGE, 0, SCANS[name].dpi)


def figures(page: Page) -> Counter[str]:
    return Counter(found for word in page.words for found in FIGURE.findall(word.text))


def text_page() -> Page:
    return document_of(SHORT.read_bytes()).pages[SHORT_PAGE - 1]


def mixed_pdf() -> bytes:
    """The real document with its last page as a scan."""
    target = io.BytesIO()
    scanned = io.BytesIO(file_of([scan("300 dpi")], "PDF", 300))
    with pikepdf.open(SHORT) as pdf, pikepdf.open(scanned) as other:
        del pdf.pages[SHORT_PAGE - 1]
        pdf.pages.extend(other.pages)
        pdf.save(target)
    return target.getvalue()


# Each takes seven seconds; the others are like these two.
QUICK = ("photograph", "all at 200 dpi")
EACH_DAMAGE = [pytest.param(name, marks=[] if name in QUICK else pytest.mark.slow) for name in DAMAGES]


@needs_tesseract
@pytest.mark.parametrize("name", EACH_DAMAGE)
def test_every_figure_of_a_scan_is_read_or_doubtful(name: str) -> None:
    page, true = recognised(name), figures(text_page())
    sure = Counter(
        found
        for word in page.words
        if word.confidence is None or word.confidence >= 80
        for found in FIGURE.findall(word.text)
    )
    assert sure - true == Counter()
    assert page.scan == "recognised"
    assert (true - figures(page)).total() <= 1


@needs_tesseract
def test_no_figure_of_too_coarse_a_picture_is_sure() -> None:
    coarse = scan("300 dpi").resize((827, 1169))
    page = recognised_page(coarse, SHORT_PAGE, 0, 100)
    assert figures(page)
    assert not [word.text for word in page.words if FIGURE.search(word.text) and (word.confidence or 0) >= 80]


@needs_tesseract
def test_boxes_lie_where_the_text_layer_has_its_words() -> None:
    page, true = recognised("300 dpi"), text_page()
    once = {text for text, times in Counter(word.text for word in true.words).items() if times == 1}
    boxes = {word.text: word.box for word in true.words if word.box and word.text in once}
    found = [
        (word.box, boxes[word.text]) for word in page.words if word.box and word.text in boxes and len(word.text) > 6
    ]
    assert len(found) > 8
    assert max(abs(a.x0 - b.x0) + abs(a.top - b.top) for a, b in found) < 6
    assert (page.width, page.height) == pytest.approx((true.width, true.height), abs=1)


@needs_tesseract
@pytest.mark.slow
def test_a_page_is_shown_as_it_was_recognised() -> None:
    turned = file_of([scan("turned by 180")], "PDF", 300)
    page = document_of(turned).pages[0]
    picture = np.asarray(upright_picture(turned, 1, 2.0))
    inside = [
        picture[int(b.top * 2) : int(b.bottom * 2), int(b.x0 * 2) : int(b.x1 * 2)].mean()
        for w in page.words
        if (b := w.box)
    ]
    assert np.mean(inside) < picture.mean() - 20


@needs_tesseract
def test_a_scanned_page_among_pages_with_text_is_read_too(tmp_path: Path) -> None:
    path = tmp_path / "mixed.pdf"
    path.write_bytes(mixed_pdf())
    got = submission(path, path.name)
    assert (got.route, got.ocr_pages, got.unread_pages) == ("pdf", (4,), ())
    assert got.summary
    assert got.summary.finances[-1].total.remainder == Decimal("128.28")
    assert got.summary.field_text("other_information") == "Nav"
    assert [each for each in findings_of([got]) if each.severity == "error"] == []


def test_without_tesseract_the_text_is_read_and_the_gap_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    path = tmp_path / "mixed.pdf"
    path.write_bytes(mixed_pdf())
    got = submission(path, path.name)
    assert (got.route, got.ocr_pages, got.unread_pages) == ("pdf", (), (4,))
    assert got.summary
    assert len(got.summary.years) == 3
    [finding] = [each for each in findings_of([got]) if each.code == "pages-unread"]
    assert (finding.severity, finding.actual, finding.page) == ("error", "4", 4)


@needs_tesseract
@pytest.mark.slow
@pytest.mark.parametrize("name", SCANS)
def test_the_real_document_is_read_whole_however_it_was_scanned(name: str) -> None:
    score = scan_score("kurzeme-chromium", SCANS[name], seed=1)
    assert (score.refused, score.silent) == (0, 0)
    assert score.listed == score.activities
    assert 2 * score.right / (score.indicators + score.counted) >= 0.97


@needs_tesseract
@pytest.mark.slow
@pytest.mark.parametrize("sample", ["kurzeme-wordlike", "sports-latgale", "riga-sociala"])
def test_no_amount_of_other_layouts_is_silently_wrong(sample: str) -> None:
    assert scan_score(sample, SCANS["all at 200 dpi"], seed=2).silent == 0
