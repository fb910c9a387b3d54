"""Pages with which PDFium is not trusted are read by pdfplumber, and it is said which."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pikepdf
import pytest

from pipeline.document import box_of
from pipeline.errors import SourceError
from pipeline.journey import submission
from pipeline.sources import pdf
from pipeline.sources.pdf import document_of_pdf
from pipeline.sources.pdfium.opened import NotOpenedError, OpenPdf
from tests.sources.changed_pdf import SAMPLES, Change, changed, drawn, last_page_again, second_page_turned

SAMPLE = "kurzeme-chromium.pdf"
# PDFium itself leaves out what is drawn again at once; here it comes back to it after other lines.
TWICE = " ".join(
    f"BT /F1 12 Tf {x} {y} Td ({text}) Tj ET"
    for x, y, text in (
        (20, 160, "Twice again and again"),
        *((20, 140 - 10 * line, f"Line {line}") for line in range(7)),
        (20.2, 160, "Twice again and again"),
    )
)


def reasons(content: bytes) -> list[str]:
    return [page.fallback for page in document_of_pdf(content).pages]


def words(content: bytes) -> list[str]:
    return [word.text for word in document_of_pdf(content).words]


def test_the_reader_is_pdfium_where_nothing_is_odd() -> None:
    assert reasons((SAMPLES / SAMPLE).read_bytes()) == ["", "", "", ""]


@pytest.mark.parametrize(
    ("draw", "reason", "word"),
    [
        ("BT /F1 12 Tf 0 1 -1 0 100 20 Tm (Turned) Tj ET", "turned", "2024"),
        ("BT /F1 12 Tf -1 0 0 -1 100 20 Tm (Upside down) Tj ET", "turned", "2024"),
        ("q 1 0 0 -1 0 200 cm BT /F1 12 Tf 20 100 Td (Mirrored) Tj ET Q", "turned", "2024"),
        ("BT /F1 12 Tf 20 100 Td (a\\001b) Tj ET", "letters", "2024"),
        ("BT /F1 12 Tf 1 0 0 1 20 100 Tm (Straight) Tj ET", "", "Straight"),
        ("BT /F1 12 Tf 1 0 0.2 1 20 100 Tm (Slanted) Tj ET", "", "Slanted"),
        (TWICE, "overprinted", "again"),
        ("BT /F1 12 Tf 20 100 Td (Bold) Tj ET BT /F1 12 Tf 20.2 100 Td (Bold) Tj ET", "", "Bold"),
    ],
)
def test_a_page_with_odd_letters_is_left_to_pdfplumber(draw: str, reason: str, word: str) -> None:
    content = drawn(draw)
    assert reasons(content) == [reason]
    assert word in words(content)


def test_a_turned_page_alone_is_left_to_pdfplumber(tmp_path: Path) -> None:
    content = changed(SAMPLE, second_page_turned)
    document = document_of_pdf(content)
    assert [page.fallback for page in document.pages] == ["", "turned", "", ""]
    assert [word.number for word in document.words] == list(range(len(document.words)))
    (tmp_path / "a.pdf").write_bytes(content)
    assert submission(tmp_path / "a.pdf", "a.pdf").fallback_pages == (2,)


def test_a_page_of_very_many_fonts_is_left_to_pdfplumber(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.sources.pdfium.fonts.MOST_FONTS", 1)
    assert reasons((SAMPLES / SAMPLE).read_bytes()) == ["fonts"] * 4


def test_a_fault_on_one_page_costs_that_page_only(monkeypatch: pytest.MonkeyPatch) -> None:
    opened = OpenPdf.page

    @contextmanager
    def breaks_on_the_third(self: OpenPdf, place: int) -> Iterator[object]:
        if place == 2:
            raise ValueError
        with opened(self, place) as page:
            yield page

    monkeypatch.setattr(OpenPdf, "page", breaks_on_the_third)
    content = (SAMPLES / SAMPLE).read_bytes()
    assert reasons(content) == ["", "", "broken", ""]


def test_what_pdfium_does_not_open_is_left_to_pdfplumber(monkeypatch: pytest.MonkeyPatch) -> None:
    content = (SAMPLES / SAMPLE).read_bytes()
    expected = sorted(words(content))

    def refuses(_: bytes) -> object:
        raise NotOpenedError

    monkeypatch.setattr(pdf, "open_pdf", refuses)
    assert reasons(content) == ["unopened"] * 4
    assert sorted(words(content)) == expected


def test_where_the_readers_count_other_pages_one_reads_them_all() -> None:
    def turned_and_named_twice(changed_pdf: pikepdf.Pdf) -> None:
        second_page_turned(changed_pdf)
        last_page_again(changed_pdf)

    assert reasons(changed(SAMPLE, turned_and_named_twice)) == ["turned"] * 4


def test_an_empty_page_is_looked_at_by_both_and_stays_pdfium_s() -> None:
    def with_an_empty_page(changed_pdf: pikepdf.Pdf) -> None:
        changed_pdf.add_blank_page()

    pages = document_of_pdf(changed(SAMPLE, with_an_empty_page)).pages
    assert [len(page.words) > 0 for page in pages] == [True, True, True, True, False]
    assert [page.fallback for page in pages] == [""] * 5


def test_a_document_without_any_text_is_refused() -> None:
    def only_an_empty_page(changed_pdf: pikepdf.Pdf) -> None:
        del changed_pdf.pages[:]
        changed_pdf.add_blank_page()

    with pytest.raises(SourceError, match="no text"):
        document_of_pdf(changed(SAMPLE, only_an_empty_page))


def corners_in_the_other_order(changed_pdf: pikepdf.Pdf) -> None:
    for page in changed_pdf.pages:
        page.MediaBox = pikepdf.Array([page.MediaBox[index] for index in (2, 3, 0, 1)])


def lines_in_a_form(changed_pdf: pikepdf.Pdf) -> None:
    """The page's contents become a form that is drawn at half its size."""
    page = changed_pdf.pages[0]
    page.contents_coalesce()
    form = changed_pdf.make_stream(page.Contents.read_bytes())
    form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
    form.BBox, form.Resources = page.MediaBox, page.Resources
    page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Whole=form))
    page.Contents = changed_pdf.make_stream(b"q 0.5 0 0 0.5 0 0 cm /Whole Do Q")


@pytest.mark.parametrize(("change", "scale"), [(corners_in_the_other_order, 1.0), (lines_in_a_form, 0.5)])
def test_places_do_not_depend_on_how_they_are_written(change: Change, scale: float) -> None:
    before = document_of_pdf((SAMPLES / "kurzeme-wordlike.pdf").read_bytes()).pages[0]
    after = document_of_pdf(changed("kurzeme-wordlike.pdf", change)).pages[0]
    assert [word.text for word in after.words] == [word.text for word in before.words]
    assert after.rulings
    assert [each.axis for each in after.rulings if each.axis == "vertical"] == [
        each.axis for each in before.rulings if each.axis == "vertical"
    ]
    ends = [sorted(each.at for each in page.rulings if each.axis == "vertical") for page in (before, after)]
    assert ends[1] == pytest.approx([at * scale for at in ends[0]], abs=0.02)
    for one, other in zip(before.words, after.words, strict=True):
        assert box_of(other).x0 == pytest.approx(box_of(one).x0 * scale, abs=0.01)
        assert after.height - box_of(other).bottom == pytest.approx(
            (before.height - box_of(one).bottom) * scale, abs=0.01
        )


def test_letters_without_a_meaning_are_left_to_pdfplumber() -> None:
    """The table of letters is gone from all fonts; pdfplumber finds them in the fonts themselves."""

    def without_tables(changed_pdf: pikepdf.Pdf) -> None:
        for each in changed_pdf.objects:
            if isinstance(each, pikepdf.Dictionary) and "/ToUnicode" in each:
                del each["/ToUnicode"]

    sample = "brivpratigais-darbs.pdf"
    content = changed(sample, without_tables)
    assert reasons(content) == ["letters"] * 3
    hyphens = [word.replace("\xad", "-") for word in words(content)]
    assert hyphens == words((SAMPLES / sample).read_bytes())
