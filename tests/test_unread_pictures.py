"""A table pasted as a picture is not read, and said; logos, stamps and signatures are not."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pikepdf
import pytest
from docx.shared import Pt
from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from pipeline.checks import findings_of
from pipeline.journey import submission
from pipeline.records import Submission
from tests.sources.changed_pdf import SAMPLES

PDF, WORD = SAMPLES / "kurzeme-chromium.pdf", SAMPLES / "kurzeme-word.docx"
# Left, bottom, width and height in points; 842 is the top. The finance table's planned cell has room there.
IN_FORM = (230.0, 210.0, 140.0, 90.0)


def picture() -> Image.Image:
    made = Image.new("RGB", (560, 360), "white")
    ImageDraw.Draw(made).text((20, 20), "Plānots 49 000,00 euro\nFaktiski 49 000,00 euro", fill="black")
    return made


def with_pictures(*placed: tuple[int, tuple[float, float, float, float]]) -> bytes:
    """The sample with a picture over each of these pages, counted from 0, at this place."""
    target = io.BytesIO()
    with pikepdf.open(PDF) as pdf:
        for page, place in placed:
            laid = io.BytesIO()
            canvas = Canvas(laid, pagesize=(595, 842))
            canvas.drawImage(ImageReader(picture()), *place)
            canvas.showPage()
            canvas.save()
            with pikepdf.open(laid) as over:
                pdf.pages[page].add_overlay(over.pages[0])
        pdf.save(target)
    return target.getvalue()


def read(folder: Path, content: bytes) -> Submission:
    path = folder / "a"
    path.write_bytes(content)
    return submission(path, "a")


def told(got: Submission) -> list[str | None]:
    return [each.actual for each in findings_of([got]) if each.code == "pictures-unread"]


def test_a_picture_in_the_form_of_a_pdf_is_told_with_its_page(tmp_path: Path) -> None:
    got = read(tmp_path, with_pictures((2, IN_FORM)))
    assert told(got) == ["3"]
    assert [each.page for each in findings_of([got]) if each.code == "pictures-unread"] == [3]


@pytest.mark.parametrize(
    "placed",
    [
        [(0, (80.0, 760.0, 430.0, 70.0))],  # a letterhead above the title
        [(2, (230.0, 230.0, 60.0, 60.0))],  # an emblem or a stamp
        [(2, (230.0, 240.0, 130.0, 40.0))],  # a signature
        [(3, (80.0, 100.0, 300.0, 120.0))],  # below the form, where it is signed
        [(page, (200.0, 10.0, 200.0, 70.0)) for page in range(3)],  # the mark of a signature in each foot
        [(page, (225.0, 215.0, 150.0, 90.0)) for page in (0, 1, 2)],  # a watermark
    ],
    ids=["letterhead", "emblem", "signature", "below", "foot", "again"],
)
def test_pictures_that_belong_to_the_paper_are_not_told(
    placed: list[tuple[int, tuple[float, float, float, float]]], tmp_path: Path
) -> None:
    assert told(read(tmp_path, with_pictures(*placed))) == []


def word_file(width: float, height: float, label: str = "Plānotais", *, column: int = 1) -> bytes:
    """The sample with a picture in the row of the label, or above the form where it is ""."""
    document = docx.Document(str(WORD))
    drawn, target = io.BytesIO(), io.BytesIO()
    picture().save(drawn, "PNG")
    rows = [row for table in document.tables for row in table.rows if label and label in row.cells[0].text]
    where = rows[0].cells[column].paragraphs[-1] if rows else document.paragraphs[0].insert_paragraph_before()
    where.add_run().add_picture(drawn, Pt(width), Pt(height))
    document.save(target)
    return target.getvalue()


def test_a_picture_in_the_form_of_a_word_file_is_told_with_its_place(tmp_path: Path) -> None:
    [place] = told(read(tmp_path, word_file(300, 120)))
    assert place
    assert place.startswith("T")


@pytest.mark.parametrize(("width", "height", "label"), [(60, 60, "Plānotais"), (400, 90, "")], ids=["emblem", "above"])
def test_logos_of_a_word_file_are_not_told(width: float, height: float, label: str, tmp_path: Path) -> None:
    assert told(read(tmp_path, word_file(width, height, label))) == []


def test_no_sample_has_such_a_picture() -> None:
    for path in (WORD, SAMPLES / "kurzeme-numurets.docx", PDF, SAMPLES / "darzkopji.pdf"):
        assert told(submission(path, "a")) == []
