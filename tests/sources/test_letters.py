"""The letters of a page are those that PDFium tells of when it is asked about each."""

from __future__ import annotations

import ctypes
import io
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from pypdfium2 import raw
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from pipeline.sources.pdfium.letters import letters_of
from tests.makers.fonts import REGULAR
from tests.sources.bad_layers import misnamed
from tests.sources.changed_pdf import SAMPLES, drawn

# Instead of some letters, others whose order PDFium may turn round.
TURNED = {"hebrew": {"a": "א", "n": "ש"}, "arabic": {"i": "م", "s": "س"}, "marks": {"a": "\u200f", "t": "\u202e"}}
DRAWN = {
    "letters one by one": " ".join(f"BT /F1 12 Tf {20 + 7 * place} 100 Td ({letter}) Tj ET" for place, letter in enumerate("novados")),
    "two texts in turns": " ".join(
        f"BT /F1 12 Tf {20 + 7 * place} {100 if place % 2 else 101} Td ({letter}) Tj ET" for place, letter in enumerate("aAbBcCdD")
    ),
    "printed twice": "BT /F1 12 Tf 20 100 Td (semin) Tj ET BT /F1 12 Tf 20.2 100 Td (semin) Tj ET",
    "mirrored": "BT /F1 12 Tf -1 0 0 1 200 100 Tm (novados) Tj ET BT /F1 12 Tf 1 0 0 1 210 100 Tm (gads) Tj ET",
    "parted by moves": "BT /F1 12 Tf 20 100 Td [(a) -2000 (b) 300 (c) -600 (de f)] TJ (g) Tj ET",
    "backwards": "BT /F1 12 Tf 100 100 Td [(a) 2000 (b) 2000 (c)] TJ ET BT /F1 12 Tf 20 100 Td (x y) Tj ET",
    "upright and turned": "BT /F1 12 Tf 0 1 -1 0 40 40 Tm (novados) Tj ET BT /F1 12 Tf 60 60 Td (gads 2) Tj ET",
}  # fmt: skip


def in_pieces(text: str) -> bytes:
    """A page with one line of pieces, each drawn by an object of its own."""
    pdfmetrics.registerFont(TTFont("pieces", REGULAR))
    canvas = Canvas(target := io.BytesIO(), pagesize=(500, 200))
    canvas.setFont("pieces", 12)
    across = 20.0
    for piece in text.split("|"):
        canvas.drawString(across, 100, piece)
        across += canvas.stringWidth(piece, "pieces", 12)
    canvas.save()
    return target.getvalue()


def owners(content: bytes) -> Iterator[tuple[dict[int, int], dict[int, int]]]:
    """For each page with letters the object that draws each of them: as read, and as PDFium says of each."""
    with pypdfium2.PdfDocument(content) as pdf:
        for page in pdf:
            text_page = raw.FPDFText_LoadPage(page)
            asked = {
                place: raw.FPDFText_GetTextObject(text_page, place)
                for place in range(raw.FPDFText_CountChars(text_page))
            }
            letters = letters_of(ctypes.addressof(text_page.contents))
            if letters is not None:
                drawn_ones = ~letters.made_up
                read = zip(letters.index[drawn_ones].tolist(), letters.owner[drawn_ones].tolist(), strict=True)
                yield dict(read), {place: ctypes.addressof(each.contents) for place, each in asked.items() if each}
            raw.FPDFText_ClosePage(text_page)


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.pdf")), ids=lambda path: path.name)
def test_objects_of_letters_in_samples(path: Path) -> None:
    for read, said in owners(path.read_bytes()):
        assert read == said


@pytest.mark.parametrize("script", TURNED)
def test_objects_of_letters_in_any_direction(script: str, tmp_path: Path) -> None:
    path = tmp_path / "pieces.pdf"
    path.write_bytes(in_pieces("novada|nn|as tan|sanati|ni|tasina"))
    [(read, said)] = owners(misnamed(str(path), lambda letter: TURNED[script].get(letter, letter)))
    assert len(set(said.values())) > 5
    assert read == said


@pytest.mark.parametrize("way", DRAWN)
def test_objects_of_letters_however_they_are_drawn(way: str) -> None:
    [(read, said)] = owners(drawn(DRAWN[way]))
    assert len(set(said.values())) > 1
    assert read == said
