"""Faults in the money of the plain text, and in handing it in beside another document."""

from __future__ import annotations

from tests.planted.documents import A
from tests.planted.fault import Fault, Raised

FIRST, SECOND, THIRD = "2021-03-01/2022-02-28", "2022-03-01/2023-02-28", "2023-03-01/2024-02-29"
WHOLE = "2021-03-01/2024-02-29"
COURSES, TEACHING = "sociālās rehabilitācijas nodarbībām", "asistentu un tuvinieku apmācībai"
PLANNED_LAST, ACTUAL_LAST = "01.03.2023. – 29.02.2024.\nPlānots", "01.03.2023. – 29.02.2024.\nFaktiski"
LAST_PERIOD = A.text[A.text.index(PLANNED_LAST) : A.text.index("Neatbilstoši veiktie")]
LAST_ITEMS = """ euro, t.sk.
- 27 208,44 euro sociālās
rehabilitācijas nodarbībām;
- 15 110,50 euro asistentu un
tuvinieku apmācībai."""
EXTRA_PERIOD = """01.03.2024. – 28.02.2025.
Plānots 42 600,00 euro.

01.03.2024. – 28.02.2025.
Faktiski 42 600,00 euro.

"""

FAULTS = (
    Fault(
        "a finance period behind the last year",
        A,
        (("Neatbilstoši veiktie", EXTRA_PERIOD + "Neatbilstoši veiktie"),),
        ("finance_periods", "finance-period-without-year"),
        Raised("error", "finance-period-differs", "finances", "2024-03-01/2025-02-28", "", "2024-03-01/2025-02-28", 1),
        lv=("periodam 01.03.2024.–28.02.2025. neatbilst neviens īstenošanas gads",),
        en=("2024-03-01–2025-02-28 is no implementation year",),
    ),
    Fault(
        "the last year's finances left out",
        A,
        ((LAST_PERIOD, ""),),
        ("finance_periods", "year-without-finance-period"),
        Raised("error", "finance-period-differs", "finances", THIRD, THIRD, "", None),
        lv=("Īstenošanas gadam 01.03.2023.–29.02.2024. nav norādīts finansējums",),
        en=("No finances are stated for the implementation year 2023-03-01–2024-02-29",),
    ),
    Fault(
        "the leap day forgotten in a finance period",
        A,
        (
            (PLANNED_LAST, PLANNED_LAST.replace("29.", "28.")),
            (ACTUAL_LAST, ACTUAL_LAST.replace("29.", "28.")),
        ),
        ("finance_periods", "finance-period-differs"),
        Raised(
            "error", "finance-period-differs", "finances", "2023-03-01/2024-02-28", THIRD, "2023-03-01/2024-02-28", 1
        ),
        lv=("01.03.2023.–28.02.2024., bet īstenošanas gads ir 01.03.2023.–29.02.2024.",),
        en=("2023-03-01–2024-02-28, the implementation year 2023-03-01–2024-02-29",),
    ),
    Fault(
        "thousands behind a full stop, without cents",
        A,
        (("01.03.2021. – 28.02.2022.\nPlānots 42 600,00", "01.03.2021. – 28.02.2022.\nPlānots 42.600"),),
        ("amounts", "amount-unreadable"),
        Raised("error", "amount-unreadable", "finances", FIRST, "", "42.600 euro", 1),
        lv=("01.03.2021.–28.02.2022.: summa „42.600 euro” nav droši nolasāma",),
        en=("“42.600 euro” cannot be read for sure",),
    ),
    Fault(
        "the letter l for the digit 1",
        A,
        (("15 110,50", "l5 110,50"),),
        ("amounts", "amount-unreadable"),
        Raised("error", "amount-unreadable", "finances", f"{THIRD}/{TEACHING}", "", "5 110,50 euro", 1),
        lv=("01.03.2023.–29.02.2024.: summa „5 110,50 euro”",),
        en=("“5 110,50 euro” cannot be read for sure",),
    ),
    Fault(
        "a remainder in lats",
        A,
        (("281,06 euro", "281,06 latu"),),
        ("amounts", "amount-unreadable"),
        Raised("error", "amount-unreadable", "finances", THIRD, "", "281,06 latu", 1),
        lv=("summa „281,06 latu” nav droši nolasāma",),
        en=("“281,06 latu” cannot be read for sure",),
    ),
    Fault(
        "digits swapped in a remainder",
        A,
        (("281,06", "281,60"),),
        ("finances", "remainder-differs"),
        Raised("error", "remainder-differs", "finances", THIRD, "281.06", "281.60", 1),
        lv=("plānots 42 600,00 mīnus faktiski 42 318,94 ir 281,06", "atlikums 281,60 (starpība 0,54 euro)"),
        en=("planned 42,600.00 minus actual 42,318.94 is 281.06", "281.60 (0.54 euro apart)"),
    ),
    Fault(
        "the comma of a remainder moved",
        A,
        (("281,06", "2 810,60"),),
        ("finances", "remainder-differs"),
        Raised("error", "remainder-differs", "finances", THIRD, "281.06", "2810.60", 1),
        lv=("ir 281,06, bet norādīts atlikums 2 810,60 (starpība 2 529,54 euro)",),
        en=("2,810.60 (2,529.54 euro apart)",),
    ),
    Fault(
        "a digit lost of a remainder",
        A,
        (("281,06", "21,06"),),
        ("finances", "remainder-differs"),
        Raised("error", "remainder-differs", "finances", THIRD, "281.06", "21.06", 1),
        lv=("ir 281,06, bet norādīts atlikums 21,06 (starpība 260,00 euro)",),
        en=("21.06 (260.00 euro apart)",),
    ),
    Fault(
        "the last remainder left out",
        A,
        (("\nAtlikums 281,06 euro apmērā\natgriezts ministrijas budžetā.\n", ""),),
        ("finances", "remainder-unstated"),
        Raised("warning", "remainder-unstated", "finances", THIRD, "281.06", "", 1),
        lv=("plānots 42 600,00, faktiski 42 318,94, bet atlikums 281,06 euro nav norādīts",),
        en=("remainder of 281.06 euro is not stated",),
    ),
    Fault(
        "more spent for a purpose than it was given",
        A,
        (("27 208,44", "27 408,44"), ("15 110,50", "14 910,50")),
        ("finances", "overspent"),
        Raised("error", "overspent", "finances", f"{THIRD}/{COURSES}", "<= 27400.00", "27408.44", 1),
        lv=(f"„{COURSES}”: faktiski izlietots 27 408,44, bet pieejami bija 27 400,00", "pārsniegts par 8,44 euro"),
        en=("actual is 27,408.44, available were 27,400.00", "8.44 euro too much"),
    ),
    Fault(
        "digits swapped in a planned purpose",
        A,
        (("Plānots 43 814,30 euro,\nt.sk.\n- 28 287,65", "Plānots 43 814,30 euro,\nt.sk.\n- 28 827,65"),),
        ("breakdowns", "breakdown-differs"),
        Raised("error", "breakdown-differs", "finances", SECOND, "43814.30", "44354.30", 1),
        lv=("plānotā summa ir 43 814,30, bet mērķi kopā ir 44 354,30 (starpība 540,00 euro)",),
        en=("planned total is 43,814.30, the purposes add up to 44,354.30",),
    ),
    Fault(
        "a digit lost of an actual purpose",
        A,
        (("15 110,50", "1 510,50"),),
        ("breakdowns", "breakdown-differs"),
        Raised("error", "breakdown-differs", "finances", THIRD, "42318.94", "28718.94", 1),
        lv=("faktiskā summa ir 42 318,94, bet mērķi kopā ir 28 718,94 (starpība 13 600,00 euro)",),
        en=("actual total is 42,318.94, the purposes add up to 28,718.94",),
    ),
    Fault(
        "actual not broken down",
        A,
        ((LAST_ITEMS, " euro."),),
        ("period_totals", "breakdown-missing"),
        Raised("warning", "breakdown-missing", "finances", THIRD, "2", "0", 1),
        lv=("faktiskais 42 318,94 nav sadalīts", f"„{COURSES}”, „{TEACHING}”"),
        en=("actual 42,318.94 is not for", f"“{COURSES}”, “{TEACHING}”"),
    ),
    Fault(
        "a purpose left out of actual",
        A,
        ((";\n- 14 873,35 euro asistentu un\ntuvinieku apmācībai.", "."),),
        ("period_totals", "breakdown-missing"),
        Raised("warning", "breakdown-missing", "finances", FIRST, "2", "1", 1),
        lv=(f"faktiskais 41 385,70 nav sadalīts šiem mērķiem: „{TEACHING}”",),
        en=(f"actual 41,385.70 is not for “{TEACHING}”",),
    ),
    Fault(
        "a purpose of another name in actual",
        A,
        (("- 15 110,50 euro asistentu un\ntuvinieku apmācībai", "- 15 110,50 euro mācību līdzekļu\niegādei"),),
        ("period_totals", "breakdown-missing"),
        Raised("warning", "breakdown-missing", "finances", THIRD, "2", "1", 1),
        lv=(f"faktiskais 42 318,94 nav sadalīts šiem mērķiem: „{TEACHING}”",),
        en=(f"actual 42,318.94 is not for “{TEACHING}”",),
    ),
    Fault(
        "not said that the first remainder was carried over",
        A,
        (("apmērā\npārcelts uz nākamo periodu\n(", "apmērā\n("),),
        ("period_totals", "disposition-unstated"),
        Raised("warning", "disposition-unstated", "finances", FIRST, "carried_over, returned, other", "", 1),
        lv=("norādīts atlikums 1 214,30 euro, bet nav teikts, kas ar to noticis",),
        en=("a remainder of 1,214.30 euro is stated",),
    ),
    Fault(
        "letters swapped in what became of a remainder",
        A,
        (("atgriezts ministrijas", "atgirezts ministrijas"),),
        ("period_totals", "disposition-unstated"),
        Raised("warning", "disposition-unstated", "finances", THIRD, "carried_over, returned, other", "", 1),
        lv=("norādīts atlikums 281,06 euro, bet nav teikts, kas ar to noticis",),
        en=("a remainder of 281.06 euro is stated",),
        also=("text-unclaimed",),  # the mistyped word and those behind it
    ),
    Fault(
        "a remainder carried over and not seen again",
        A,
        (
            ("Plānots 43 814,30 euro,\nt.sk.\n- 28 287,65", "Plānots 42 600,00 euro,\nt.sk.\n- 27 400,00"),
            ("15 526,65 euro asistentu\nun", "15 200,00 euro asistentu\nun"),
            ("Faktiski 43 814,30 euro, t.sk.\n- 28 287,65", "Faktiski 42 600,00 euro, t.sk.\n- 27 400,00"),
            ("15 526,65 euro asistentu un\n", "15 200,00 euro asistentu un\n"),
        ),
        ("period_totals", "carry-over-unaccounted"),
        Raised(
            "warning",
            "carry-over-unaccounted",
            "finances",
            SECOND,
            "1214.30",
            "planned 42600.00, actual 42600.00",
            1,
        ),
        lv=("01.03.2021.–28.02.2022. pārceltie 1 214,30 euro šeit nav redzami", "plānots 42 600,00"),
        en=("the 1,214.30 euro carried over from 2021-03-01–2022-02-28 are not seen here",),
    ),
    Fault(
        "the last remainder carried over",
        A,
        (("atgriezts ministrijas budžetā", "pārcelts uz nākamo periodu"),),
        ("period_totals", "carry-over-after-end"),
        Raised("error", "carry-over-after-end", "finances", THIRD, "returned", "carried_over", 1),
        lv=("01.03.2023.–29.02.2024. ir pēdējais periods, bet atlikums 281,06 euro pārcelts",),
        en=("its remainder of 281.06 euro is carried into a next one",),
    ),
    Fault(
        "handed in again with another remark",
        A,
        (("Nodarbību apraksti pieejami", "Nodarbību apraksti glabājas"),),
        ("resubmissions", "resubmission-agrees"),
        Raised(
            "warning",
            "duplicate-submission",
            "documents",
            "A, handed in again with another remark, clean",
            "",
            "A, handed in again with another remark, clean",
            None,
        ),
        lv=("deleģēšanas periods 01.03.2021.–29.02.2024.", "sakrīt arī visas summas"),
        en=("2021-03-01–2024-02-29 are the same, and so are all amounts",),
        beside_clean=True,
    ),
    Fault(
        "handed in again with other amounts",
        A,
        (("42 318,94", "42 308,94"), ("15 110,50", "15 100,50"), ("281,06", "291,06")),
        ("resubmissions", "resubmission-differs"),
        Raised(
            "warning",
            "duplicate-submission",
            "documents",
            "A, handed in again with other amounts, clean",
            "42318.94",
            "42308.94",
            None,
        ),
        lv=("atšķirīgu summu skaits: 3", "01.03.2023.–29.02.2024., faktiskā summa šeit 42 308,94, tur 42 318,94"),
        en=("(3 of them)", "the actual amount here 42,308.94, there 42,318.94"),
        beside_clean=True,
    ),
    Fault(
        "the same task for a month less",
        A,
        (
            ("2024. gada 29. februāris\n\nApraksts", "2024. gada 31. janvāris\n\nApraksts"),
            ("2024. gada\n29. februāris", "2024. gada\n31. janvāris"),
            (PLANNED_LAST, PLANNED_LAST.replace("29.02.", "31.01.")),
            (ACTUAL_LAST, ACTUAL_LAST.replace("29.02.", "31.01.")),
        ),
        ("overlaps", "periods-overlap-same-task"),
        Raised(
            "warning",
            "periods-overlap",
            "documents",
            "A, the same task for a month less, clean",
            "",
            WHOLE,
            None,
        ),
        lv=("01.03.2021.–31.01.2024. pārklājas ar periodu 01.03.2021.–29.02.2024.", "uzdevums ir tas pats"),
        en=("overlaps with 2021-03-01–2024-02-29", "the task is the same"),
        beside_clean=True,
    ),
    Fault(
        "another task in the same time",
        A,
        (("\nveicināšana Zemgales", "\nun nodarbinātības veicināšana Zemgales"),),
        ("overlaps", "periods-overlap-other-task"),
        Raised("info", "periods-overlap", "documents", "A, another task in the same time, clean", "", WHOLE, None),
        lv=("cits uzdevums, „Cilvēku ar redzes traucējumiem sociālās iekļaušanas veicināšana Zemgales reģionā”",),
        en=("also has another task", "2021-03-01–2024-02-29"),
        beside_clean=True,
    ),
)
