"""What PDFium drops of the widths of letters, as the file states them."""

from __future__ import annotations

import time

import pytest

from pipeline.sources.pdfium.written_widths import dropped_widths

SIMPLE = b"10 0 obj <</BaseFont /ABCDEF+Roboto /Type /Font /Widths [ 0 247.5 500 ] /FirstChar 0>> endobj"
COMPOSITE = b"91 0 obj<</W[0 0 365.25 1[610.5 .75]4 6 556.125 7 8 300]/BaseFont/Arial>>endobj"


@pytest.mark.parametrize(
    ("content", "dropped"),
    [
        (SIMPLE, {"Roboto": {0: 0.0, 247: 0.5, 500: 0.0}}),
        (COMPOSITE, {"Arial": {365: 0.25, 610: 0.5, 0: 0.75, 556: 0.125, 300: 0.0}}),
        (
            SIMPLE + COMPOSITE,
            {"Roboto": {0: 0.0, 247: 0.5, 500: 0.0}, "Arial": {365: 0.25, 610: 0.5, 0: 0.75, 556: 0.125, 300: 0.0}},
        ),
        (SIMPLE.replace(b"247.5 500", b"247.25 247.75"), {"Roboto": {0: 0.0, 247: 0.5}}),
        (
            SIMPLE + SIMPLE.replace(b"ABCDEF+", b"BCDEFG+").replace(b"247.5", b"300.5"),
            {"Roboto": {0: 0.0, 247: 0.5, 300: 0.5, 500: 0.0}},
        ),
    ],
    ids=["simple", "composite", "two fonts", "the mean", "subsets of one font"],
)
def test_what_is_dropped_of_a_font(content: bytes, dropped: dict[str, dict[int, float]]) -> None:
    assert dropped_widths(content) == dropped


@pytest.mark.parametrize(
    "content",
    [
        SIMPLE.replace(b"247.5", b"247"),
        SIMPLE.replace(b"/BaseFont", b"/Font"),
        SIMPLE.replace(b"endobj", b""),
        SIMPLE.replace(b"]", b""),
        COMPOSITE.replace(b"obj", b""),
        b"/W[1.5]",
        b"",
    ],
)
def test_where_nothing_is_known_nothing_is_dropped(content: bytes) -> None:
    assert dropped_widths(content) == {}


@pytest.mark.parametrize("body", [b"1.5.5 ..", b"[[1.5", b"9" * 400 + b".5", b"0 [" + b"9" * 400 + b" 1.5]", b"-1.5"])
def test_damaged_tables_are_read_without_an_error(body: bytes) -> None:
    for start in (b"/W[", b"/Widths["):
        found = dropped_widths(b"1 0 obj /BaseFont/A " + start + body + b"] endobj")
        assert all(0 <= part < 1 for each in found.values() for part in each.values())


@pytest.mark.parametrize("piece", [b"/W[", b"/W[1.5 ", b"/W[[1.5]", b"/W[1.5]", b"obj /W[1.5 " + b"1 " * 2000])
def test_a_hostile_file_is_looked_through_once(piece: bytes) -> None:
    def seconds(size: int) -> float:
        content = piece * (size // len(piece))
        begun = time.process_time()
        dropped_widths(content)
        return time.process_time() - begun

    assert seconds(4_000_000) < 16 * max(seconds(1_000_000), 0.01)
