"""Places in a document without pages, in words."""

from __future__ import annotations

from pipeline.catalogue.entries import Language, text

STEPS = {
    "T": "table",
    "R": "row",
    "C": "cell",
    "P": "paragraph",
    "B": "text_box",
    "F": "footnote",
    "E": "endnote",
    "H": "header",
    "L": "footer",
}
"""What the letters of a place (see `Word.place`) stand for."""


def written_place(place: str, language: Language) -> str:
    """A place as people say it; one that is none of these, such as that of a table read back, as it is.

    >>> written_place("T1/R7/C2/P3", "lv"), written_place("P4", "en"), written_place("", "en")
    ('1. tabula, 7. rinda, 2. šūna, 3. rindkopa', 'paragraph 4', '')
    """
    steps = place.split("/") if place else []
    if not all(step[:1] in STEPS and step[1:].isdecimal() for step in steps):
        return place
    return ", ".join(text(f"places.{STEPS[step[0]]}", language, number=step[1:]) for step in steps)
