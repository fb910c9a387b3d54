"""The journey, once made: a process forked from one that has imported this has its words, rules and forms loaded.

Each document is read in a process of its own, and would load them anew, which
takes as long as reading one page.
"""

from __future__ import annotations

import gc

CONTENTS = {
    "period": "01.01.2023. – 31.12.2023.",
    "results": "I. ĪSTENOŠANAS GADS (01.01.2023. – 31.12.2023.)\n1) Notikuši vismaz 5 semināri, no tiem 2 tiešsaistē;",
    "finances": "01.01.2023. – 31.12.2023.\nPlānots 100,00 euro, t.sk.\n- 100,00 euro attīstībai\nFaktiski 100,00 euro",
    "answer": "Nav",
}


def _read_smallest_summary() -> None:
    """Reads a summary in which every reader finds something; a second reader and scans need more to be loaded."""
    from pipeline.forms.template import forms
    from pipeline.journey import summary_of
    from pipeline.sources import images, picture_check, second_reader  # noqa: F401
    from pipeline.sources.opening import document_of

    rows = ((field.labels[0], CONTENTS.get(field.reader, "Biedrība")) for field in forms()[0].fields)
    text = "\n".join(["Kopsavilkums (2023)", *(line for row in rows for line in row)])
    summary_of(document_of(text.encode()), forms())


# What is loaded here stays: neither is it searched for cycles now, nor by the processes that are forked from this one.
gc.disable()
_read_smallest_summary()
gc.freeze()
gc.enable()
