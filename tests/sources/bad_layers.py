"""Samples whose pages look as they did, but whose text is not what they show."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from typing import Literal

import pikepdf
from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from pipeline.document import Page, box_of
from pipeline.sources.opening import document_of
from pipeline.sources.page_pictures import page_picture
from tests.makers.fonts import REGULAR
from tests.sources.changed_pdf import SAMPLES

Letter = Callable[[str], str]
INVISIBLE = 3
STAMP = "ŠIS DOKUMENTS IR PARAKSTĪTS AR DROŠU ELEKTRONISKO PARAKSTU UN SATUR LAIKA ZĪMOGU"
_PAIR = re.compile(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_RANGE = re.compile(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]+)>|\[([^\]]*)\])")
_BLOCK = re.compile(r"beginbf(char|range)(.*?)endbf(?:char|range)", re.DOTALL)
_SPACE = re.compile(r"begincodespacerange.*?endcodespacerange", re.DOTALL)


def misnamed(sample: str, letter: Letter) -> bytes:
    """The sample, each font of which names its letters as this says; what is drawn is the same."""
    target = io.BytesIO()
    with pikepdf.open(SAMPLES / sample) as pdf:
        for each in pdf.objects:
            if isinstance(each, pikepdf.Dictionary) and isinstance(each.get("/ToUnicode"), pikepdf.Stream):
                table = each.ToUnicode.read_bytes().decode("latin-1")
                each.ToUnicode = pdf.make_stream(_renamed(table, letter).encode("latin-1"))
        pdf.save(target)
    return target.getvalue()


def _renamed(table: str, letter: Letter) -> str:
    space = _SPACE.search(table)
    pairs = [f"<{code}> <{''.join(map(letter, text)).encode('utf-16-be').hex()}>" for code, text in _letters_of(table)]
    blocks = (pairs[at : at + 100] for at in range(0, len(pairs), 100))
    listed = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        f"/CMapType 2 def 1 {space[0] if space else ''}\n{listed}\nendcmap end end"
    )


def _letters_of(table: str) -> Iterator[tuple[str, str]]:
    """The code of each glyph, in hexadecimal digits, and its text."""
    for kind, block in _BLOCK.findall(table):
        if kind == "char":
            yield from ((code, _text(text)) for code, text in _PAIR.findall(block))
            continue
        for first, last, text, texts in _RANGE.findall(block):
            listed = re.findall(r"<([0-9A-Fa-f]+)>", texts)
            for place in range(int(last, 16) - int(first, 16) + 1):
                said = _text(listed[place]) if listed else _next(_text(text), place)
                yield f"{int(first, 16) + place:0{len(first)}x}", said


def _text(digits: str) -> str:
    return bytes.fromhex(digits).decode("utf-16-be")


def _next(text: str, place: int) -> str:
    return text[:-1] + chr(ord(text[-1]) + place)


def sevens_for_ones(letter: str) -> str:
    return {"1": "7", "7": "1"}.get(letter, letter)


def next_letter(letter: str) -> str:
    return chr(ord(letter) + 1) if letter.isalpha() and letter.isascii() else letter


def misread(letter: str) -> str:
    """As Windows-1257 reads in Windows-1252."""
    return letter.encode("cp1257", "replace").decode("cp1252", "replace")


def private(letter: str) -> str:
    return chr(0xE000 + ord(letter)) if letter.isalnum() else letter


def slips(letter: str) -> str:
    """As a poor recogniser reads."""
    return {"0": "O", "1": "l", "5": "S", "ā": "a", "ī": "i", "š": "s", "ē": "e"}.get(letter, letter)


def scanned(sample: str, layer: Literal["none", "invisible", "covered"], stamp: str = "") -> bytes:
    """The sample's pages as pictures, with words full of slips over or behind each, and below it a stamp as text."""
    content = (SAMPLES / sample).read_bytes()
    pdfmetrics.registerFont(TTFont("Layer", REGULAR))
    target = io.BytesIO()
    canvas = Canvas(target)
    for page in document_of(content).pages:
        canvas.setPageSize((page.width, page.height))
        if layer == "covered":
            _write(canvas, page, 0)
        canvas.drawImage(ImageReader(page_picture(content, page.number, 200 / 72)), 0, 0, page.width, page.height)
        if layer == "invisible":
            _write(canvas, page, INVISIBLE)
        canvas.setFont("Layer", 7)
        canvas.drawString(60, 20, stamp)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def _write(canvas: Canvas, page: Page, mode: int) -> None:
    text = canvas.beginText()
    text.setTextRenderMode(mode)
    text.setFont("Layer", 8)
    for word in page.words:
        text.setTextOrigin(box_of(word).x0, page.height - box_of(word).bottom)
        text.textOut("".join(map(slips, word.text)))
    canvas.drawText(text)


def under_a_picture(sample: str, alpha: int) -> bytes:
    """The sample with a picture laid over the whole of each page, a word on paper of this alpha."""
    picture = Image.new("RGBA", (400, 560), (255, 255, 255, alpha))
    ImageDraw.Draw(picture).text((100, 280), "PROJEKTS", fill=(120, 120, 120, 255))
    drawn, target = io.BytesIO(), io.BytesIO()
    canvas = Canvas(drawn)
    canvas.drawImage(ImageReader(picture), 0, 0, *canvas._pagesize, mask="auto")
    canvas.save()
    with pikepdf.open(SAMPLES / sample) as pdf, pikepdf.open(drawn) as over:
        for page in pdf.pages:
            page.add_overlay(over.pages[0], pikepdf.Rectangle(*page.mediabox))
        pdf.save(target)
    return target.getvalue()
