"""What a page draws by forms, lies where it lies when the page draws it itself."""

from __future__ import annotations

import ctypes
import io

import numpy as np
import pikepdf
import pypdfium2
from pypdfium2 import raw

from pipeline.sources.pdfium.drawn_objects import Stretch, drawn_objects
from pipeline.sources.pdfium.object_bounds import bounds_of
from pipeline.sources.pdfium.paths import painted_paths
from tests.sources.changed_pdf import drawn

OUTER, INNER = "0.6 0.8 -0.8 0.6 150 40", "1.5 0.5 0.25 2 10 20"
SHAPE = "20 10 m 50 10 l 40 35 l h f"
TEXT = "BT /F1 12 Tf 5 10 Td (Slepts) Tj ET"


def stretches(content: bytes) -> tuple[pypdfium2.PdfPage, list[Stretch]]:
    page = pypdfium2.PdfDocument(content)[0]
    return page, drawn_objects(ctypes.addressof(page.raw.contents))


def in_forms() -> bytes:
    """A form in a form, each through a matrix of its own."""
    with pikepdf.open(io.BytesIO(drawn(f"q {OUTER} cm /Outer Do Q"))) as pdf:
        fonts = pdf.pages[0].Resources.Font

        def form(content: str, **drawn_in_it: pikepdf.Object) -> pikepdf.Stream:
            resources = pikepdf.Dictionary(Font=fonts, XObject=pikepdf.Dictionary(**drawn_in_it))
            box = pikepdf.Array([-500, -500, 500, 500])
            return pdf.make_stream(
                content.encode(),
                Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=box, Resources=resources,
            )  # fmt: skip

        inner = form(f"{SHAPE} {TEXT}")
        pdf.pages[0].Resources.XObject = pikepdf.Dictionary(Outer=form(f"q {INNER} cm /Inner Do Q", Inner=inner))
        pdf.save(target := io.BytesIO())
    return target.getvalue()


def test_bounds_and_points_go_through_the_matrices_of_all_forms() -> None:
    plain = drawn(f"q {OUTER} cm {INNER} cm {SHAPE} {TEXT} Q")
    own_page, own = stretches(plain)
    page, formed = stretches(in_forms())
    assert len(own) == 1
    assert [len(each.addresses) for each in formed] == [1, 0, 2, 0, 0]
    assert [each.of_kind(raw.FPDF_PAGEOBJ_FORM) for each in formed] == [[], [], [], [], []]
    [direct], [drawn_by_form] = painted_paths(own), painted_paths(formed)
    assert drawn_by_form.kind == direct.kind == "curve"
    assert np.allclose(drawn_by_form.points, direct.points, atol=0.01)
    expected = bounds_of(own[0].of_kind(raw.FPDF_PAGEOBJ_TEXT)[1:], own[0].matrix)
    # The box of what a form draws turned is the upright box around a turned box: wider, and around the same middle.
    found = bounds_of(formed[2].of_kind(raw.FPDF_PAGEOBJ_TEXT), formed[2].matrix)
    assert np.allclose(found[:, :2] + found[:, 2:], expected[:, :2] + expected[:, 2:], atol=1.0)
    assert (found[:, :2] <= expected[:, :2] + 0.1).all()
    assert (found[:, 2:] >= expected[:, 2:] - 0.1).all()
    own_page.close()
    page.close()
