"""A form typed without diacritics: its labels are found and its figures read; its words stay as they stand."""

from __future__ import annotations

import unicodedata

from pipeline.forms.template import forms
from pipeline.journey import summary_of
from pipeline.sources.opening import document_of
from tests.makers.form_rows import LABELS
from tests.makers.nested import word_file

RESULTS = (
    "I. ĪSTENOŠANAS GADS (2023. gada 1. janvāris līdz 2023. gada 31. decembris)",
    "1) Notikuši 5 semināri, tajā skaitā 2 Liepājā;",
    "2) Izdoti 3 bukleti.",
)
FINANCES = (
    "2023. gada 1. janvāris līdz 2023. gada 31. decembris\nPiešķirti 10 000,00 euro\nFaktiski 9 000,00 euro\n"
    "Atlikums 1 000,00 euro apmērā pārcelts uz nākamo periodu",
)


def without_marks(text: str) -> str:
    """The text in plain letters.

    >>> without_marks("Plānotais finansējums")
    'Planotais finansejums'
    """
    return "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))


def test_a_form_without_diacritics_keeps_its_fields_and_figures() -> None:
    parts = [[without_marks(each) for each in texts] for texts in (RESULTS, FINANCES, LABELS)]
    summary = summary_of(document_of(word_file(*parts)), forms())
    assert all(field.found and field.value for field in summary.fields)
    total = summary.finances[0].total
    assert [str(each) for each in (total.planned, total.actual, total.remainder)] == ["10000.00", "9000.00", "1000.00"]
    assert total.disposition == "carried_over"
    assert [each.period and str(each.period.start) for each in summary.years] == ["2023-01-01"]
    counts = [(str(one.count), one.basis) for each in summary.years[0].activities for one in each.indicators]
    assert counts == [("5", "stated"), ("2", "part"), ("3", "stated")]
