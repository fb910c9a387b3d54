"""Pages as a scanner or a telephone would give them: pictures of a PDF's pages, damaged by chance with a fixed seed."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from pipeline.errors import SourceError
from pipeline.sources.page_pictures import page_picture

Grey = NDArray[np.uint8]
Damage = Callable[[Grey, np.random.Generator], Grey]


@dataclass(frozen=True, slots=True)
class Scan:
    """How pages are scanned: dots for each inch, what happens to each picture, and the JPEG quality, None for none."""

    name: str
    dpi: int
    damages: tuple[Damage, ...] = ()
    quality: int | None = None


def skewed(degrees: float) -> Damage:
    """Laid askew on the glass."""

    def damage(grey: Grey, _chance: np.random.Generator) -> Grey:
        height, width = grey.shape
        turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
        return np.asarray(cv2.warpAffine(grey, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=255), np.uint8)

    return damage


def noisy(grey: Grey, chance: np.random.Generator) -> Grey:
    """Grain, and here and there a dark or a light dot."""
    grained = grey + chance.normal(0, 14, grey.shape)
    dots = chance.random(grey.shape)
    grained[dots < 0.002], grained[dots > 0.998] = 0, 255
    return np.clip(grained, 0, 255).astype(np.uint8)


def turned(quarters: int) -> Damage:
    """Put in the wrong way round."""
    return lambda grey, _chance: np.ascontiguousarray(np.rot90(grey, quarters))


def photographed(grey: Grey, chance: np.random.Generator) -> Grey:
    """Held before a telephone: a little perspective, light from one corner, out of focus, grain."""
    height, width = grey.shape
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    inwards = np.array([[1, 1], [-1, 1], [-1, -1], [1, -1]], np.float32)
    moved = corners + inwards * chance.uniform(0.004, 0.018, (4, 2)).astype(np.float32) * width
    bent = cv2.warpPerspective(
        grey, cv2.getPerspectiveTransform(corners, moved), (width, height), flags=cv2.INTER_CUBIC, borderValue=235
    )
    down, across = np.mgrid[0:height, 0:width]
    light = 1.0 - 0.38 * ((across / width) * 0.6 + (down / height) * 0.4) ** 1.3
    soft = cv2.GaussianBlur(bent, (0, 0), 1.3)
    return np.clip(soft * light + chance.normal(0, 4, grey.shape), 0, 255).astype(np.uint8)


SCANS = {
    scan.name: scan
    for scan in (
        Scan("300 dpi", 300),
        Scan("200 dpi", 200),
        Scan("askew", 300, (skewed(1.0),)),
        Scan("noise", 300, (noisy,)),
        Scan("JPEG 50", 300, (), 50),
        Scan("all at 200 dpi", 200, (skewed(-1.0), noisy), 50),
        Scan("all at 300 dpi", 300, (skewed(1.0), noisy), 50),
        Scan("turned by 90", 300, (turned(1),), 75),
        Scan("turned by 180", 300, (turned(2),), 75),
        Scan("turned by 270", 300, (skewed(0.7), turned(3)), 75),
        Scan("photograph", 300, (photographed,), 75),
    )
}


def scanned_pages(pdf: bytes, scan: Scan, seed: int = 0, pages: Sequence[int] = ()) -> list[Image.Image]:
    """The pages of these numbers, or all, as the scan gives them."""
    chance = np.random.default_rng(seed)
    return [_scanned(picture, scan, chance) for picture in _pictures(pdf, scan.dpi, pages)]


def scanned_pdf(pdf: bytes, scan: Scan, seed: int = 0, pages: Sequence[int] = ()) -> bytes:
    """The PDF that a scanner makes of them."""
    return file_of(scanned_pages(pdf, scan, seed, pages), "PDF", scan.dpi)


def file_of(pictures: Sequence[Image.Image], kind: Literal["PDF", "TIFF"], dpi: int) -> bytes:
    """One file of these pages."""
    target = io.BytesIO()
    if kind == "TIFF":
        pictures[0].save(
            target, kind, save_all=True, append_images=pictures[1:], dpi=(dpi, dpi), compression="tiff_lzw"
        )
    else:
        pictures[0].save(target, kind, save_all=True, append_images=pictures[1:], resolution=dpi, quality=90)
    return target.getvalue()


def _pictures(pdf: bytes, dpi: int, pages: Sequence[int]) -> list[Image.Image]:
    if pages:
        return [page_picture(pdf, page, dpi / 72) for page in pages]
    drawn: list[Image.Image] = []
    while True:
        try:
            drawn.append(page_picture(pdf, len(drawn) + 1, dpi / 72))
        except SourceError:
            return drawn


def _scanned(picture: Image.Image, scan: Scan, chance: np.random.Generator) -> Image.Image:
    grey = np.asarray(picture, np.uint8)
    for damage in scan.damages:
        grey = damage(grey, chance)
    damaged = Image.fromarray(grey)
    if scan.quality is None:
        return damaged
    target = io.BytesIO()
    damaged.save(target, "JPEG", quality=scan.quality)
    return Image.open(io.BytesIO(target.getvalue())).convert("L")
