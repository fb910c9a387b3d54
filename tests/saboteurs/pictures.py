"""Picture files that are not what a scanned summary should be."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable

from PIL import Image

from tests.saboteurs.files import Saboteur


def _png(width: int, height: int, rows: bytes) -> bytes:
    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    packed = zlib.compress(rows)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def _tiff(pages: int, following: Callable[[int, int], int]) -> bytes:
    """A TIFF of pages of one pixel; `following` says for a page and its size where the next one stands."""
    entries = ((256, 1), (257, 1), (258, 8), (259, 1), (262, 1), (273, 8), (277, 1), (278, 1), (279, 1))
    body = struct.pack("<H", len(entries))
    body += b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in entries)
    size = len(body) + 4
    start = 10
    directories = b"".join(
        body + struct.pack("<I", following(page, size) if page + 1 < pages else 0) for page in range(pages)
    )
    return struct.pack("<2sHI", b"II", 42, start) + b"\xff\xff" + directories


def many_pages(pages: int) -> bytes:
    """A TIFF of so many pages."""
    return _tiff(pages, lambda page, size: 10 + (page + 1) * size)


def _jpeg(picture: Image.Image) -> bytes:
    target = io.BytesIO()
    picture.save(target, "JPEG")
    return target.getvalue()


PICTURES = {
    "huge.png": Saboteur(lambda: _png(100_000, 100_000, b"\x00" * 1000), "100000 × 100000"),
    "larger-than-a-page.png": Saboteur(lambda: _png(10_000, 7_000, b"\x00" * 1000), "miljonus punktu"),
    "rows-missing.png": Saboteur(lambda: _png(2_000, 3_000, b"\x00" * 5000), "bojāts"),
    "ten-thousand-pages.tif": Saboteur(lambda: many_pages(10_000), "vairāk nekā 40"),
    "page-without-end.tif": Saboteur(lambda: _tiff(3, lambda _page, _size: 10), ""),
    "cut-short.jpg": Saboteur(lambda: _jpeg(Image.effect_noise((800, 1100), 90))[:20_000], "bojāts"),
    "white.jpg": Saboteur(lambda: _jpeg(Image.new("L", (1654, 2339), 255)), "nav atpazīstama teksta"),
    "black.jpg": Saboteur(lambda: _jpeg(Image.new("L", (1654, 2339), 0)), "nav atpazīstama teksta"),
    "one-pixel.png": Saboteur(lambda: _png(1, 1, b"\x00\x00"), "nav atpazīstama teksta"),
    "thread.png": Saboteur(lambda: _png(50_000, 1, b"\x00" * 50_001), "nav atpazīstama teksta"),
}
