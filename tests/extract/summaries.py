"""Summaries written as plain text, for tests that ask one thing each."""

from __future__ import annotations

from pipeline.forms.template import forms
from pipeline.journey import summary_of
from pipeline.records import Activity, FinanceLine, Indicator, Summary
from pipeline.sources.opening import document_of

FINANCES = """01.01.2023. – 31.12.2023.
Plānots 1 000,00 euro
Faktiski 1 000,00 euro"""
RESULTS = """I. ĪSTENOŠANAS GADS (2023. gada 1. janvāris līdz 2023. gada 31. decembris)
1) Notikuši 5 semināri."""


def summary(
    results: str = RESULTS, finances: str = FINANCES, period: str = "01.01.2023. – 31.12.2023.", ineligible: str = "Nav"
) -> Summary:
    """A summary with these contents, read as a text file."""
    return summary_of(document_of(form_text(results, finances, period, ineligible).encode()), forms())


def form_text(
    results: str = RESULTS, finances: str = FINANCES, period: str = "01.01.2023. – 31.12.2023.", ineligible: str = "Nav"
) -> str:
    """The text of a form that is filled in with these contents."""
    return f"""Kopsavilkums par uzdevumu veikšanu Latgales reģionā (2023)
Valsts pārvaldes
uzdevums
Jaunatnes darbs
Valsts pārvaldes uzdevuma veicējs
Biedrība „Solis”
Valsts pārvaldes uzdevuma deleģēšanas periods
{period}
Apraksts un vērtējums par valsts pārvaldes uzdevuma izpildes ietvaros sasniegtajiem rezultatīvajiem
rādītājiem un izlietotā valsts budžeta finansējuma atbilstību līgumā paredzētajiem mērķiem
{results}
Plānotais un faktiski izlietotais valsts budžeta finansējums sadalījumā pa gadiem
{finances}
Neatbilstoši veiktie izdevumi
{ineligible}
Neatgūto līdzekļu apmērs no neatbilstoši veiktajiem izdevumiem
Nav
Cita informācija
Nav
"""


def activities(results: str) -> list[Activity]:
    """The activities of a results field."""
    return [activity for year in summary(results).years for activity in year.activities]


def indicators(item: str) -> list[Indicator]:
    """The indicators of one item of text."""
    return [each for activity in activities(f"{RESULTS.splitlines()[0]}\n1) {item}") for each in activity.indicators]


def lines(finances: str) -> list[FinanceLine]:
    """The finance lines of a finance field."""
    return [line for period in summary(finances=finances).finances for line in period.lines]
