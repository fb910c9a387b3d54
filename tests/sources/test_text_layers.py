"""Texts that are not what their pages show are noticed, said, and recognised from the pictures instead."""

from __future__ import annotations

import io
from decimal import Decimal
from pathlib import Path

import pikepdf
import pytest

from pipeline.checks import findings_of
from pipeline.document import Page
from pipeline.journey import submission
from pipeline.options import Order
from pipeline.records import FinanceLine, Submission
from pipeline.sources.belief import is_all_there
from pipeline.sources.broken_letters import are_broken
from pipeline.sources.ocr.recogniser import PROGRAM
from pipeline.sources.pdf import document_of_pdf
from pipeline.sources.pdfium.opened import open_pdf
from pipeline.sources.picture_check import unlike_its_pictures
from pipeline.sources.pictured_lines import MOST_LINES, telling_lines
from pipeline.sources.programs import program_path
from tests.sources import bad_layers
from tests.sources.bad_layers import STAMP, misnamed, scanned, under_a_picture
from tests.sources.changed_pdf import SAMPLES, drawn

SAMPLE = "darzkopji.pdf"
needs_tesseract = pytest.mark.skipif(program_path(PROGRAM) is None, reason="tesseract is not installed")
WRONG = {name: getattr(bad_layers, name) for name in ("sevens_for_ones", "next_letter", "misread", "private")}
SEEN_AT_ONCE = ("misread", "private")


def amounts(read: Submission) -> list[tuple[Decimal | None, ...]]:
    assert read.summary, read.failure
    lines: list[FinanceLine] = [line for period in read.summary.finances for line in period.lines]
    return [(line.planned, line.actual, line.remainder) for line in lines]


def read(content: bytes, folder: Path, order: Order | None = None) -> Submission:
    path = folder / "a.pdf"
    path.write_bytes(content)
    return submission(path, "a.pdf", order)


@needs_tesseract
@pytest.mark.slow
@pytest.mark.parametrize("name", WRONG)
def test_wrongly_named_letters_are_noticed_and_the_pictures_recognised(name: str, tmp_path: Path) -> None:
    found = read(misnamed(SAMPLE, WRONG[name]), tmp_path)
    assert (found.route, found.ocr_pages) == ("ocr", (1, 2))
    assert amounts(found) == amounts(submission(SAMPLES / SAMPLE, ""))
    [said] = [each for each in findings_of([found]) if each.code == "readers-differ"]
    assert "atpazītas no attēla" in said.message
    assert "(1, 2)" in said.message


@needs_tesseract
@pytest.mark.parametrize("name", ["sevens_for_ones", "next_letter"])
def test_a_few_lines_show_that_letters_are_wrongly_named(name: str) -> None:
    content = misnamed(SAMPLE, WRONG[name])
    unlike = unlike_its_pictures(content, document_of_pdf(content).pages)
    assert unlike
    assert unlike.read != unlike.seen


@needs_tesseract
@pytest.mark.parametrize(
    "sample", [SAMPLE, *(pytest.param(path.name, marks=pytest.mark.slow) for path in SAMPLES.glob("*.pdf"))]
)
def test_what_is_shown_is_believed(sample: str) -> None:
    content = (SAMPLES / sample).read_bytes()
    document = document_of_pdf(content)
    if document.route == "pdf":
        assert unlike_its_pictures(content, document.pages) is None


@needs_tesseract
@pytest.mark.slow
def test_where_sums_agree_by_chance_the_second_reader_looks_at_the_pictures(tmp_path: Path) -> None:
    """Ones in place of sevens and the other way round, where amounts have neither, leave all sums as they are."""
    content = misnamed(SAMPLE, lambda letter: {"b": "d", "d": "b"}.get(letter, letter))
    assert read(content, tmp_path).route == "pdf"
    assert read(content, tmp_path, Order("words")).route == "ocr"


@pytest.mark.parametrize("name", SEEN_AT_ONCE)
def test_broken_letters_are_not_taken_for_text(name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("pipeline.sources.ocr.tesseract.program_path", lambda _: None)
    found = read(misnamed(SAMPLE, WRONG[name]), tmp_path)
    assert found.summary is None
    assert "tesseract-ocr-lav" in found.failure


@pytest.mark.parametrize("layer", ["invisible", "covered"])
def test_the_text_that_a_scanner_left_is_not_believed(layer: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = pages_without_recognition(scanned(SAMPLE, layer), monkeypatch)  # type: ignore[arg-type]
    assert [len(page.words) for page in pages] == [0, 0]
    assert all(page.disbelief and page.disbelief.said for page in pages)


def test_a_stamp_on_a_scan_does_not_make_it_a_text(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = pages_without_recognition(scanned(SAMPLE, "none", STAMP), monkeypatch)
    assert [page.disbelief.said for page in pages if page.disbelief] == [STAMP, STAMP]


@pytest.mark.parametrize("alpha", [0, 255])
def test_a_watermark_over_the_page_hides_its_text_only_where_it_cannot_be_seen_through(alpha: int) -> None:
    pages = document_of_pdf(under_a_picture(SAMPLE, alpha)).pages if alpha == 0 else []
    assert all(page.words and page.disbelief is None for page in pages)
    with open_pdf(under_a_picture(SAMPLE, alpha)) as pdf:
        assert (pdf.text_layer(0).pictured, pdf.text_layer(0).unseen) == (True, alpha == 255)


def test_words_on_a_letterhead_are_all_there_and_those_of_a_stamp_are_not() -> None:
    own = document_of_pdf((SAMPLES / SAMPLE).read_bytes()).pages[1].words
    assert is_all_there(own[:20], own[:22])
    assert not is_all_there(own[:20], own[:200])
    assert not is_all_there((), own[:1])


def test_two_summaries_in_one_pdf_are_refused(tmp_path: Path) -> None:
    target = io.BytesIO()
    with pikepdf.open(SAMPLES / "kurzeme-typst.pdf") as first, pikepdf.open(SAMPLES / "riga-sociala.pdf") as second:
        first.pages.extend(second.pages)
        first.save(target)
    found = read(target.getvalue(), tmp_path)
    assert found.summary is None
    assert "vairāk nekā viens kopsavilkums" in found.failure


def pages_without_recognition(content: bytes, monkeypatch: pytest.MonkeyPatch) -> list[Page]:
    """The pages as they are handed on to be recognised."""
    handed_on: list[Page] = []
    monkeypatch.setattr("pipeline.sources.scanned_pdf.with_scans_read", lambda _, pages: handed_on.extend(pages))
    document_of_pdf(content)
    return handed_on


@pytest.mark.parametrize(
    ("operators", "unseen"),
    [
        ("BT /F1 12 Tf 20 100 Td (a) Tj 20 0 Td (b) Tj ET", False),
        ("BT 3 Tr /F1 12 Tf 20 100 Td (a) Tj 20 0 Td (b) Tj ET", True),
        ("BT 7 Tr /F1 12 Tf 20 100 Td (a) Tj 20 0 Td (b) Tj ET", True),
    ],
)
def test_most_of_the_text_decides_whether_it_is_seen(operators: str, unseen: bool) -> None:
    with open_pdf(drawn(operators)) as pdf:
        assert pdf.text_layer(0).unseen is unseen
        assert not pdf.text_layer(0).pictured


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("utf-8", "cp1252"), ("utf-8", "cp1257"), ("utf-8", "latin-1"), ("utf-8", "cp1251"),
        ("cp1257", "cp1252"), ("cp1257", "cp1250"), ("cp1257", "cp1251"), ("cp1257", "cp437"),
        ("cp775", "cp1257"), ("iso8859-4", "cp1252"), ("iso8859-4", "cp1257"), ("mac-latin2", "cp1252"),
    ],
)  # fmt: skip
def test_text_in_the_wrong_code_page_is_broken(written: str, read_as: str) -> None:
    text = (SAMPLES / "kurzeme-2022-2025.txt").read_text(encoding="utf-8")
    assert are_broken(text.encode(written, "ignore").decode(read_as, "replace").split())


@pytest.mark.parametrize(
    "text",
    [
        "Sadarbībā ar Põhja-Tallinna Valitsus, Jürgen Müller, Ülo Öpik notikuši trīs semināri Valmierā un divi Rīgā",
        "Dalibnieku skaits: 25, Krāslavā — 40 % (60 €), 2½ stundas, 10 °C, „Façade”",
        "Biedrība „Русское общество” un Общество русской культуры Daugavpilī rīkoja trīs pasākumus",
        "\uf0b7 10 semināri \uf0b7 12 lekcijas \uf0b7 14 nodarbības \uf0b7 16 tikšanās",
        "(cid:127) 10 semināri (cid:127) 12 lekcijas (cid:127) 14 nodarbības (cid:127) 5 gadi",
    ],
)
def test_names_signs_and_bullets_are_not_broken(text: str) -> None:
    assert not are_broken(text.split())


def test_lines_that_are_looked_at_hold_every_digit() -> None:
    pages = document_of_pdf((SAMPLES / "kurzeme-wordlike.pdf").read_bytes()).pages
    lines = telling_lines(pages)
    assert 0 < len(lines) <= MOST_LINES
    assert {letter for line in lines for letter in line.text if letter.isdigit()} == set("0123456789")


def test_a_page_of_borders_alone_is_no_scan() -> None:
    with open_pdf(drawn("50 50 m 250 50 l S 50 50 200 100 re S")) as pdf:
        assert not pdf.has_pictures(0)
    with open_pdf(drawn("50 50 m 60 90 90 90 100 50 c f")) as pdf:
        assert pdf.has_pictures(0)
    with open_pdf(scanned(SAMPLE, "none")) as pdf:
        assert pdf.has_pictures(0)
