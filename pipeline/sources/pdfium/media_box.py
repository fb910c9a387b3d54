"""A page's media box, from which all boxes count."""

from __future__ import annotations

import pypdfium2

# A crop box beyond any media box: what a page shows is then its media box.
_BEYOND_EVERY_PAGE = 1e6


def show_media_box(page: pypdfium2.PdfPage) -> None:
    """Makes the page show all of its media box, whatever it is cropped to."""
    page.set_cropbox(-_BEYOND_EVERY_PAGE, -_BEYOND_EVERY_PAGE, _BEYOND_EVERY_PAGE, _BEYOND_EVERY_PAGE)


def media_box(page: pypdfium2.PdfPage) -> tuple[float, float, float, float]:
    """Left, bottom, right, top. One that the page has from its parent is not told, but it is what the page shows."""
    box = page.get_mediabox(fallback_ok=False)
    if box is None:
        show_media_box(page)
        box = page.get_bbox()
    x, y = sorted((box[0], box[2])), sorted((box[1], box[3]))
    return x[0], y[0], x[1], y[1]
