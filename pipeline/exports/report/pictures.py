"""What of a document is shown beside its records: pictures of its pages, or the rows of its form."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pipeline.exports.report.marked_rows import ShownRow, shown_rows
from pipeline.forms.template import forms
from pipeline.journey import recognised
from pipeline.sources.opening import content_of, document_of
from pipeline.sources.page_pictures import PagePicture, page_pictures

# A summary has a few pages; a picture of one takes about 60 kB.
MAX_PICTURES = 60


@dataclass(frozen=True, slots=True)
class Shown:
    """Pictures of the pages, or where there are none the rows of the form; both empty where neither can be had."""

    pictures: tuple[PagePicture, ...] = ()
    rows: tuple[ShownRow, ...] = ()


def shown(path: Path, route: str) -> Shown:
    """What is shown of the document at `path`, which was read by this route; at most `MAX_PICTURES` pages."""
    content = content_of(path)
    if route in ("pdf", "ocr"):
        return Shown(pictures=tuple(page_pictures(content, limit=MAX_PICTURES)))
    _, filled = recognised(document_of(content), forms())
    return Shown(rows=shown_rows(filled))
