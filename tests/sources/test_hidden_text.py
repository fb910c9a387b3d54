"""Words in a PDF that its pages do not show become no figures, and are told."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from msgspec.structs import replace
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from pipeline.checks import findings_of
from pipeline.journey import submission
from pipeline.options import Order
from pipeline.records import Submission
from pipeline.sources.opening import document_of
from pipeline.sources.pdfium.contrast import without_contrast
from pipeline.warm_journey import smallest_pdf
from tests.makers.fonts import REGULAR
from tests.sources.changed_pdf import SAMPLES

SAMPLE = SAMPLES / "kurzeme-chromium.pdf"
TRAP = "Plānots 99 999,99 euro"
Drawing = Callable[[Canvas], None]


def said(canvas: Canvas, mode: int = 0, x: float = 235, y: float = 282) -> None:
    """Below the amounts of a planned cell."""
    text = canvas.beginText()
    text.setTextRenderMode(mode)
    text.setFont("Hidden", 9)
    text.setTextOrigin(x, y)
    text.textOut(TRAP)
    canvas.drawText(text)


def invisible(canvas: Canvas) -> None:
    said(canvas, 3)


def white(canvas: Canvas) -> None:
    canvas.setFillGray(1)
    said(canvas)


def nearly_white(canvas: Canvas) -> None:
    canvas.setFillGray(0.97)
    said(canvas)


def seen_through(canvas: Canvas) -> None:
    canvas.setFillAlpha(0)
    said(canvas)


def covered(canvas: Canvas) -> None:
    said(canvas)
    canvas.setFillGray(1)
    canvas.rect(230, 277, 138, 15, stroke=0, fill=1)


def clipping(canvas: Canvas) -> None:
    said(canvas, 7)


def beside_the_page(canvas: Canvas) -> None:
    said(canvas, x=235, y=-60)


HIDING: tuple[Drawing, ...] = (invisible, white, nearly_white, seen_through, covered, clipping, beside_the_page)


def grey(canvas: Canvas) -> None:
    canvas.setFillGray(0.6)
    said(canvas)


def white_on_black(canvas: Canvas) -> None:
    canvas.rect(230, 277, 138, 15, stroke=0, fill=1)
    canvas.setFillGray(1)
    said(canvas)


def shaded(canvas: Canvas) -> None:
    canvas.setFillGray(0.85)
    canvas.rect(230, 277, 138, 15, stroke=0, fill=1)
    canvas.setFillGray(0)
    said(canvas)


def twice_as_large(drawing: Drawing) -> Drawing:
    """The same, drawn so that `HALVED` sets it in its place."""

    def draw(canvas: Canvas) -> None:
        canvas.translate(-40, -60)
        canvas.scale(2, 2)
        drawing(canvas)

    return draw


HALVED = "0.5 0 0 0.5 20 30"


def drawn_over(drawing: Drawing, turn: int = 0, matrix: str = "1 0 0 1 0 0") -> bytes:
    """The sample with this over its third page, as a form of its own that goes through a matrix."""
    pdfmetrics.registerFont(TTFont("Hidden", REGULAR))
    laid, target = io.BytesIO(), io.BytesIO()
    canvas = Canvas(laid, pagesize=(1200, 1700))
    drawing(canvas)
    canvas.showPage()
    canvas.save()
    with pikepdf.open(SAMPLE) as pdf, pikepdf.open(laid) as over:
        page, other = pdf.pages[2], pdf.copy_foreign(over.pages[0].as_form_xobject())
        page.contents_add(b"q", prepend=True)
        name = page.add_resource(other, pikepdf.Name.XObject)
        page.contents_add(f"Q q {matrix} cm {name} Do Q".encode())
        page.Rotate = turn
        pdf.save(target)
    return target.getvalue()


def read(folder: Path, content: bytes, order: Order | None = None) -> Submission:
    path = folder / "a.pdf"
    path.write_bytes(content)
    return submission(path, "a", order)


@pytest.mark.parametrize("hiding", HIDING, ids=lambda each: each.__name__)
def test_what_the_page_does_not_show_is_no_figure_and_is_told(hiding: Drawing, tmp_path: Path) -> None:
    got, plain = read(tmp_path, drawn_over(hiding)), submission(SAMPLE, "a")
    assert got.summary
    assert plain.summary
    assert got.summary.finances == plain.summary.finances
    assert got.hidden_pages == (3,)
    assert TRAP in [each.text for each in got.summary.unclaimed]
    assert {each.code for each in findings_of([got])} >= {"text-hidden", "text-unclaimed"}


@pytest.mark.parametrize("showing", [grey, white_on_black, shaded], ids=lambda each: each.__name__)
def test_what_the_page_shows_is_read(showing: Drawing, tmp_path: Path) -> None:
    got = read(tmp_path, drawn_over(showing))
    assert got.summary
    assert got.hidden_pages == ()
    assert "99 999,99" in str(got.summary.finances)


@pytest.mark.parametrize("hiding", [covered, beside_the_page], ids=lambda each: each.__name__)
def test_a_form_that_is_drawn_smaller_hides_what_it_hides(hiding: Drawing, tmp_path: Path) -> None:
    got = read(tmp_path, drawn_over(twice_as_large(hiding), matrix=HALVED))
    assert got.hidden_pages == (3,)
    assert "99 999,99" not in str(got.summary and got.summary.finances)


def test_what_a_form_that_is_drawn_smaller_shows_is_read(tmp_path: Path) -> None:
    got = read(tmp_path, drawn_over(twice_as_large(white_on_black), matrix=HALVED))
    assert got.hidden_pages == ()
    assert "99 999,99" in str(got.summary and got.summary.finances)


@pytest.mark.parametrize("limit", ["text_layer._MOST_COMPARED", "painting._MOST_MARKS"])
@pytest.mark.parametrize("drawing", [covered, shaded], ids=lambda each: each.__name__)
def test_a_page_with_too_much_on_it_is_looked_at(
    drawing: Drawing, limit: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    content = drawn_over(drawing)
    monkeypatch.setattr(f"pipeline.sources.pdfium.{limit}", 0)
    looked_at: list[int] = []
    monkeypatch.setattr(
        "pipeline.sources.pdfium.text_layer.without_contrast",
        lambda page, boxes, shown: looked_at.append(len(boxes)) or without_contrast(page, boxes, shown),
    )
    got = read(tmp_path, content)
    assert got.hidden_pages == ((3,) if drawing is covered else ())
    assert max(looked_at) > 50


def test_a_turned_page_keeps_its_hidden_text_too(tmp_path: Path) -> None:
    got = read(tmp_path, drawn_over(invisible, turn=90))
    assert got.fallback_pages == (3,)
    assert got.hidden_pages == (3,)
    assert "99 999,99" not in str(got.summary and got.summary.finances)


def test_the_second_reader_agrees_on_hidden_words(tmp_path: Path) -> None:
    got = read(tmp_path, drawn_over(white), Order("words"))
    assert got.summary
    assert got.summary.second_reading == replace(got.summary.second_reading, page=None)  # type: ignore[type-var]


def test_nothing_of_the_samples_is_hidden() -> None:
    for path in sorted(SAMPLES.glob("*.pdf"))[:6]:
        assert submission(path, "a").hidden_pages == ()


@pytest.mark.parametrize(
    ("state", "seen"), [("OFF", ["Kopsavilkums", "2023"]), ("ON", ["Kopsavilkums", "2023", "Slepts"])]
)
def test_what_stands_in_a_layer_that_is_switched_off_is_not_seen(state: str, seen: list[str]) -> None:
    with pikepdf.open(io.BytesIO(smallest_pdf())) as pdf:
        layer = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name="Slānis"))
        shown = pikepdf.Dictionary({f"/{state}": pikepdf.Array([layer])})
        pdf.Root.OCProperties = pikepdf.Dictionary(OCGs=pikepdf.Array([layer]), D=shown)
        pdf.pages[0].Resources.Properties = pikepdf.Dictionary(L1=layer)
        pdf.pages[0].contents_add(b"/OC /L1 BDC BT /F1 12 Tf 80 600 Td (Slepts) Tj ET EMC")
        pdf.save(written := io.BytesIO())
    [page] = document_of(written.getvalue()).pages
    assert [word.text for word in page.words] == seen
    assert [word.text for word in page.unseen] == ([] if "Slepts" in seen else ["Slepts"])
