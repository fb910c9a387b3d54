"""What is drawn in a run of a Word file: whether it is a picture, and how large it is shown."""

from __future__ import annotations

import regex

from pipeline.patterns import compiled
from pipeline.sources.docx.xml_part import Element, name_of

# DrawingML, VML, and the picture of an object of another program, such as a sheet of Excel.
_DRAWN = frozenset(("drawing", "pict", "object"))
# A bitmap in either language, and a chart.
_SEEN = frozenset(("?blip", "?imagedata", "?chart"))
# ECMA-376 part 1, 20.4.2.7: sizes are in units of which 12 700 make a point.
_EMU = 12_700
_SIDE = compiled(r"(?:^|;)\s*(?P<side>width|height)\s*:\s*(?P<length>\d{1,5}(?:\.\d{1,9})?)\s*(?P<unit>pt|in|cm|mm)")
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 7.2 / 2.54}


def is_picture(element: Element) -> bool:
    """Whether an element of a run shows a picture or a chart, and no text of its own."""
    if name_of(element) not in _DRAWN:
        return False
    names = {name_of(each) for each in element.iter()}
    return bool(names & _SEEN) and "txbxContent" not in names


def measure_of(element: Element) -> tuple[float, float]:
    """How wide and high it is shown, in points, 0 where it does not say."""
    for each in element.iter():
        if name_of(each) == "?extent":
            return _length(each.get("cx")) / _EMU, _length(each.get("cy")) / _EMU
        sides = {found["side"]: float(found["length"]) * _POINTS[found["unit"]] for found in _styled(each)}
        if sides:
            return sides.get("width", 0.0), sides.get("height", 0.0)
    return 0.0, 0.0


def _styled(element: Element) -> list[regex.Match[str]]:
    return list(_SIDE.finditer((element.get("style") or "")[:1000])) if name_of(element) == "?shape" else []


def _length(written: str | None) -> int:
    return int(written) if written and written.isdecimal() and len(written) < 12 else 0
