"""A finance period whose dates a recogniser misread takes its amounts nowhere: they are refused where they may belong."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from pipeline.forms.template import forms
from pipeline.journey import summary_of
from pipeline.records import FinancePeriod
from pipeline.sources.opening import document_of
from tests.extract.summaries import form_text

RESULTS = """I. ĪSTENOŠANAS GADS (2022. gada 1. janvāris līdz 2022. gada 31. decembris)
1) Notikuši 5 semināri.
II. ĪSTENOŠANAS GADS (2023. gada 1. janvāris līdz 2023. gada 31. decembris)
1) Notikuši 6 semināri."""
FIRST = "01.01.2022. – 31.12.2022.\nPlānots 10,00 euro\nFaktiski 9,00 euro\n"
SECOND = "Plānots 20,00 euro\nFaktiski 19,00 euro"
MISREAD = ("01.01 2029 — 31.12.2023.", "01.01.2023.—81 12 2071", "01.01.2028.—31.12.2023.", "01.01.2023.—81 12 209?")


def _periods(finances: str, confidence: float | None = 95) -> list[FinancePeriod]:
    text = form_text(RESULTS, finances, "01.01.2022. – 31.12.2023.")
    document = document_of(text.encode())
    words = [
        replace(word, confidence=min(confidence, 60) if confidence and "2028" in word.text else confidence)
        for word in document.pages[0].words
    ]
    pages = (replace(document.pages[0], words=tuple(words)),)
    return list(summary_of(replace(document, pages=pages), forms()).finances)


def _quotes(period: FinancePeriod) -> list[str]:
    return [each.source.quote for each in period.refused]


@pytest.mark.parametrize("misread", MISREAD)
def test_its_amounts_are_refused_at_the_year_that_has_none(misread: str) -> None:
    first, second = _periods(f"{FIRST}{misread}\n{SECOND}")
    assert (str(first.total.planned), str(first.total.actual), first.refused) == ("10.00", "9.00", ())
    assert f"{second.period.start}/{second.period.end}" == "2023-01-01/2023-12-31"
    assert (second.total.planned, second.total.actual) == (None, None)
    assert _quotes(second) == ["Plānots 20,00 euro", "Faktiski 19,00 euro"]


@pytest.mark.parametrize("period", MISREAD)
def test_a_period_that_was_typed_so_is_taken_as_it_stands(period: str) -> None:
    _, second = _periods(f"{FIRST}{period}\n{SECOND}", confidence=None)
    assert (str(second.total.planned), second.refused) == ("20.00", ())
    assert not second.period.is_readable


def test_a_period_like_none_of_two_years_is_told_at_both() -> None:
    first, second = _periods(f"31.81 2099 — 77.77.2888.\n{SECOND}")
    assert _quotes(first) == _quotes(second) == ["Plānots 20,00 euro", "Faktiski 19,00 euro"]


@pytest.mark.parametrize("actual", ["9,00", "19,00"])
def test_an_amount_too_many_in_one_period_is_told_at_the_one_that_lacks_it(actual: str) -> None:
    text = f"01.01.2023. – 31.12.2023.\nPlānots 20,00 euro\n{FIRST}Faktiski {actual} euro"
    lacking, first = sorted(_periods(text), key=lambda each: len(_quotes(each)), reverse=True)[0:2]
    if lacking.period.start and lacking.period.start.year == 2022:
        lacking, first = first, lacking
    assert set(_quotes(lacking)) == {"Faktiski 9,00 euro", f"Faktiski {actual} euro"}
    assert first.period.start
    assert first.period.start.year == 2022


def test_two_dashes_are_one() -> None:
    _, second = _periods(f"{FIRST}01.01.2023.—-31.12.2023.\n{SECOND}")
    assert (str(second.total.planned), second.refused) == ("20.00", ())
