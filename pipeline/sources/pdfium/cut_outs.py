"""Whether a picture on a page lets through what lies behind it."""

from __future__ import annotations

import ctypes

import numpy as np
from pypdfium2 import PdfPage, raw

from pipeline.sources.limits import MAX_LAID_PIXELS
from pipeline.sources.pdfium.calls import Address

_SOLID = 255


def has_holes(page: PdfPage, picture: Address) -> bool:
    """Whether most of a picture is cut out, by a mask or a colour that is not drawn; too large a one is whole."""
    found = ctypes.cast(picture, raw.FPDF_PAGEOBJECT)
    width, height = ctypes.c_uint(), ctypes.c_uint()
    if not raw.FPDFImageObj_GetImagePixelSize(found, width, height) or width.value * height.value > MAX_LAID_PIXELS:
        return False
    bitmap = raw.FPDFImageObj_GetRenderedBitmap(page.pdf, page, found)
    if not bitmap:
        return False
    try:
        return _is_cut_out(bitmap)
    finally:
        raw.FPDFBitmap_Destroy(bitmap)


def _is_cut_out(bitmap: raw.FPDF_BITMAP) -> bool:
    if raw.FPDFBitmap_GetFormat(bitmap) not in (raw.FPDFBitmap_BGRA, raw.FPDFBitmap_BGRA_Premul):
        return False
    size = raw.FPDFBitmap_GetStride(bitmap) * raw.FPDFBitmap_GetHeight(bitmap)
    pixels = (ctypes.c_ubyte * size).from_address(raw.FPDFBitmap_GetBuffer(bitmap))
    alpha = np.frombuffer(pixels, np.uint8)[3::4]
    return bool(np.count_nonzero(alpha < _SOLID) * 2 > alpha.size)
