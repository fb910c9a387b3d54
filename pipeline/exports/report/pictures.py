"""What of a document is shown beside its records: pictures of its pages, or the rows of its form.

What opens a document is imported where one is shown: the process that hands them out opens none.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import accumulate
from pathlib import Path

from msgspec import Struct, field

from pipeline.exports.report.marked_rows import ShownRow, shown_rows

# Pixels for each point: 108 to the inch, enough to read small print.
SCALE = 1.5
# A summary has a few pages; a picture of one takes about 60 kB.
MAX_PICTURES = 60
# Of all pictures of a document; far above what sixty pages of type take.
MAX_BYTES = 30_000_000


class Shown(Struct, frozen=True):
    """Pictures of pages by their numbers, each a PNG file, or where there are none the rows of the form."""

    pictures: Mapping[int, bytes] = field(default_factory=dict)
    rows: tuple[ShownRow, ...] = ()


def shown(path: Path, route: str, pages: int, passwords: tuple[str, ...] = (), scans: tuple[int, ...] = ()) -> Shown:
    """What is shown of the document of so many pages at `path`, which was read by this route.

    `scans` are the pages that were recognised: they are shown as they were recognised.
    """
    from pipeline.sources.opening import content_of, unlocked

    content = unlocked(content_of(path), passwords)
    return _pictures(content, pages, scans) if route in ("pdf", "ocr") else _rows(content)


def _pictures(content: bytes, pages: int, scans: tuple[int, ...]) -> Shown:
    from pipeline.sources.page_pictures import page_pngs

    numbers = range(1, min(pages, MAX_PICTURES) + 1)
    drawn = (
        dict(page_pngs(content, [each for each in numbers if each not in scans], SCALE)) if len(scans) < pages else {}
    )
    if scans:
        from pipeline.sources.upright_pictures import upright_pngs

        drawn |= upright_pngs(content, [each for each in numbers if each in scans], SCALE)
    pictures = dict(sorted(drawn.items()))
    sizes = accumulate(map(len, pictures.values()))
    kept = [page for page, size in zip(pictures, sizes, strict=True) if size <= MAX_BYTES]
    return Shown(pictures={page: pictures[page] for page in kept})


def _rows(content: bytes) -> Shown:
    from pipeline.forms.template import forms
    from pipeline.journey import recognised
    from pipeline.sources.opening import document_of

    _, filled = recognised(document_of(content), forms())
    return Shown(rows=shown_rows(filled))
