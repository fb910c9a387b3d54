"""Faults of what is left out: the activities of a year, and the total that was planned or spent in a period."""

from __future__ import annotations

from tests.planted.documents import A, B
from tests.planted.fault import Fault, Raised

YEAR_A = A.text[A.text.index("\n1) Novadītas 20 orient") : A.text.index("\n\nIII. ĪSTENOŠANAS")]
YEAR_B = B.text[B.text.index("\n1. Notikušas 20 dabas") : B.text.index("\nTrešais īstenošanas")]
ACTUAL_A = A.text[
    A.text.index("\n01.03.2022. – 28.02.2023.\nFaktiski") : A.text.index("\n01.03.2023. – 29.02.2024.\nPlānots")
]
PLANNED_A = A.text[
    A.text.index("\n01.03.2022. – 28.02.2023.\nPlānots") : A.text.index("\n01.03.2022. – 28.02.2023.\nFaktiski")
]
SECOND_A, SECOND_B = "2022-03-01/2023-02-28", "2021-01-01/2021-12-31"

FAULTS = (
    Fault(
        "a year of which nothing is told",
        A,
        ((YEAR_A, ""),),
        ("years", "year-without-activities"),
        Raised("warning", "year-without-activities", "activities", "2", "", "", 1),
        lv=("2. īstenošanas gads: nav nolasīta neviena aktivitāte",),
        en=("year 2: no activity was read",),
    ),
    Fault(
        "a year of which nothing is told",
        B,
        ((YEAR_B, ""),),
        ("years", "year-without-activities"),
        Raised("warning", "year-without-activities", "activities", "2", "", "", 1),
        lv=("2. īstenošanas gads: nav nolasīta neviena aktivitāte",),
        en=("year 2: no activity was read",),
    ),
    Fault(
        "what was spent left out",
        A,
        ((ACTUAL_A, ""),),
        ("period_totals", "actual-unstated"),
        Raised("warning", "amount-unstated", "finances", SECOND_A, "", "", 1),
        lv=("nav norādīts, cik kopā izlietots (plānots 43 814,30)",),
        en=("the total that was spent is not stated (planned 43,814.30)",),
    ),
    Fault(
        "what was spent left out",
        B,
        (("\nIzlietoti 58 521,55 EUR.", ""),),
        ("period_totals", "actual-unstated"),
        Raised("warning", "amount-unstated", "finances", SECOND_B, "", "", 2),
        lv=("nav norādīts, cik kopā izlietots (plānots 57 300,00)",),
        en=("the total that was spent is not stated (planned 57,300.00)",),
    ),
    Fault(
        "what was planned left out",
        A,
        ((PLANNED_A, ""),),
        ("period_totals", "planned-unstated"),
        Raised("warning", "amount-unstated", "finances", SECOND_A, "", "", 1),
        lv=("nav norādīts, cik kopā plānots (faktiski 43 814,30)",),
        en=("the total that was planned is not stated (actual 43,814.30)",),
    ),
    Fault(
        "what was planned left out",
        B,
        (("\n2021. gads\nPiešķirti 57 300,00 EUR.\n|", "\n2021. gads\n|"),),
        ("period_totals", "planned-unstated"),
        Raised("warning", "amount-unstated", "finances", SECOND_B, "", "", 2),
        lv=("nav norādīts, cik kopā plānots (faktiski 58 521,55)",),
        en=("the total that was planned is not stated (actual 58,521.55)",),
    ),
)
