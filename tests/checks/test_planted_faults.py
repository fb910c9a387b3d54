"""For each code: a fault planted in clean records is found at its row with its figures, and nothing else is."""

from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec.structs import replace

from pipeline.checks import findings_of
from pipeline.findings import Finding
from pipeline.records import Summary, UnclaimedText
from tests.checks import made
from tests.checks.made import YEAR_1, YEAR_2, activity, finances, indicator, line, spent, summary, year

P1, P2 = "2022-07-15/2023-07-14", "2023-07-15/2024-07-14"
CARRIED = finances(YEAR_1, line("", "49000.00", "47786.53", "1213.47", "carried_over"))


def found(content: Summary) -> list[Finding]:
    return findings_of([made.submission(content)])


def first_line(*amounts: str | None, disposition: str | None = None) -> Summary:
    """The clean summary with a first period that has only this total."""
    total = replace(line("", *amounts), disposition=disposition)
    return summary(finances=(finances(YEAR_1, total), spent(YEAR_2)))


def without_field(code: str, value: str, *, found: bool) -> Summary:
    fields = [made.field(code, value, found=found) if each == code else made.field(each) for each in made.FIELDS]
    return summary(fields=tuple(fields))


def first_items(*items: object) -> Summary:
    return summary(years=(year(1, YEAR_1, *items), year(2, YEAR_2)))  # type: ignore[arg-type]


FAULTS = {
    "label not found": (
        without_field("performer", "", found=False),
        ("error", "field-missing", "documents", "performer", "nav atrasts"),
    ),
    "field blank": (
        without_field("other_information", "", found=True),
        ("error", "field-missing", "documents", "other_information", "nav aizpildīts"),
    ),
    "delegation unreadable": (
        summary(delegation=made.unreadable()),
        ("error", "period-unreadable", "documents", "delegation_period", "14.17.2023."),
    ),
    "finance period unreadable": (
        summary(finances=(finances(made.unreadable(), *spent(YEAR_1).lines), spent(YEAR_2))),
        ("error", "period-unreadable", "finances", "15.07.2022. – 14.17.2023.", "Finansējuma periods"),
    ),
    "year unreadable": (
        summary(years=(year(1, made.unreadable()), year(2, YEAR_2))),
        ("error", "period-unreadable", "activities", "1", "Īstenošanas gada periods"),
    ),
    "delegation reversed": (
        summary(delegation=made.days("2024-07-14", "2022-07-15")),
        ("error", "period-unreadable", "documents", "delegation_period", "14.07.2024."),
    ),
    "title years": (
        summary(title_years=(2021, 2024)),
        ("warning", "title-years-differ", "documents", "title", "2021–2024"),
    ),
    "year number repeated": (
        summary(years=(year(1, YEAR_1), replace(year(2, YEAR_2), year_no=1, stated_no=1))),
        ("error", "year-numbering", "activities", "1", "numurēts ar I, bet pēc kārtas jābūt II"),
    ),
    "delegation starts earlier": (
        summary(delegation=made.days("2022-07-01", "2024-07-14")),
        ("error", "years-do-not-tile", "activities", "1", "15.07.2022., bet deleģēšanas periods sākas 01.07.2022."),
    ),
    "delegation ends later": (
        summary(delegation=made.days("2022-07-15", "2024-07-31")),
        ("error", "years-do-not-tile", "activities", "2", "14.07.2024., bet deleģēšanas periods beidzas 31.07.2024."),
    ),
    "finance period a day short": (
        summary(finances=(spent(YEAR_1), spent(made.days("2023-07-15", "2024-07-13")))),
        ("error", "finance-period-differs", "finances", "2023-07-15/2024-07-13", "15.07.2023.–14.07.2024."),
    ),
    "finance period too many": (
        summary(finances=(spent(YEAR_1), spent(YEAR_2), spent(made.YEAR_3))),
        ("error", "finance-period-differs", "finances", "2024-07-15/2025-07-14", "neviens īstenošanas gads"),
    ),
    "year without finances": (
        summary(finances=(spent(YEAR_1),)),
        ("error", "finance-period-differs", "finances", P2, "nav norādīts finansējums"),
    ),
    "remainder with swapped digits": (
        first_line("49000.00", "47786.53", "1213.74", disposition="returned"),
        (
            "error",
            "remainder-differs",
            "finances",
            P1,
            "ir 1 213,47, bet norādīts atlikums 1 213,74 (starpība 0,27 euro)",
        ),
    ),
    "remainder left out": (
        first_line("49000.00", "47786.53"),
        ("warning", "remainder-unstated", "finances", P1, "1 213,47 euro"),
    ),
    "purposes do not add up": (
        summary(
            finances=(
                finances(
                    YEAR_1,
                    line("", "49000.00", "49000.00"),
                    line(made.CIVIC, "30000.00", "29000.00"),
                    line(made.MINORITIES, "19000.00", "19000.00"),
                ),
                spent(YEAR_2),
            )
        ),
        (
            "error",
            "breakdown-differs",
            "finances",
            P1,
            "49 000,00, bet mērķi kopā ir 48 000,00 (starpība 1 000,00 euro)",
        ),
    ),
    "actual not broken down": (
        summary(
            finances=(
                spent(YEAR_1),
                finances(YEAR_2, line("", "49000.00", "49000.00"), line(made.CIVIC, "49000.00", None)),
            )
        ),
        ("warning", "breakdown-missing", "finances", P2, made.CIVIC),
    ),
    "overspent": (
        first_line("49000.00", "49000.01"),
        ("error", "overspent", "finances", P1, "0,01 euro"),
    ),
    "more spent than was carried in": (
        summary(finances=(CARRIED, finances(YEAR_2, line("", "49000.00", "50213.48")))),
        ("error", "overspent", "finances", P2, "50 213,47"),
    ),
    "fate of the remainder unsaid": (
        first_line("49000.00", "47786.53", "1213.47"),
        ("warning", "disposition-unstated", "finances", P1, "1 213,47 euro"),
    ),
    "carried and lost": (
        summary(finances=(CARRIED, spent(YEAR_2))),
        ("warning", "carry-over-unaccounted", "finances", P2, "1 213,47 euro"),
    ),
    "carried after the end": (
        summary(finances=(spent(YEAR_1), finances(YEAR_2, line("", "49000.00", "48871.72", "128.28", "carried_over")))),
        ("error", "carry-over-after-end", "finances", P2, "128,28 euro"),
    ),
    "amount refused": (
        summary(finances=(finances(YEAR_1, line("", "49000.00", None), refused="49.000 euro"), spent(YEAR_2))),
        ("error", "amount-unreadable", "finances", P1, "„49.000 euro”"),
    ),
    "product": (
        first_items(activity("1", indicator("25", "nodarbība", product=Decimal(24)))),
        ("error", "product-differs", "indicators", "1/1", "norādīts 25 (nodarbība), bet reizinājums iekavās ir 24"),
    ),
    "list too short": (
        first_items(replace(activity("1"), announced=Decimal(3)), activity("1.a"), activity("1.b")),
        ("warning", "subitems-differ", "activities", "1/1", "skaits 3, bet zem tā uzskaitīti 2"),
    ),
    "part greater than whole": (
        first_items(activity("1", indicator("25", basis="part", whole=Decimal(24)), section="Romiem")),
        ("error", "part-exceeds-whole", "indicators", "1/Romiem/1", "daļa 25"),
    ),
    "item skipped": (
        first_items(activity("1"), activity("3", section=""), activity("4")),
        ("warning", "item-numbering", "activities", "1/3", "numurēts ar 3., bet pēc kārtas jābūt 2."),
    ),
    "letter repeated": (
        first_items(activity("1"), activity("1.a"), activity("1.a")),
        ("warning", "item-numbering", "activities", "1/1.a", "jābūt 1.b"),
    ),
    "unit not in the vocabulary": (
        first_items(activity("1", indicator("2", "būris", lemma_known=False))),
        ("info", "unit-unknown", "indicators", "1/1", "„būris”"),
    ),
    "count jumps": (
        first_items(activity("1", indicator("31"))),
        ("info", "count-jump", "indicators", "2/1", "kopā 3, bet gadu iepriekš 31"),
    ),
    "words unclaimed": (
        summary(unclaimed=(UnclaimedText(2, "sveši vārdi", 2), UnclaimedText(3, "vēl", 1))),
        ("warning", "text-unclaimed", "unclaimed", "", "„sveši vārdi”"),
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_found_at_its_row_and_nothing_else_is(fault: str) -> None:
    content, (severity, code, table, row, words) = FAULTS[fault]
    findings = found(content)
    assert [(each.severity, each.code, each.table, each.row) for each in findings] == [(severity, code, table, row)]
    assert words in findings[0].message


def test_clean_records_have_no_finding() -> None:
    assert found(summary()) == []


def test_the_real_document_has_its_two_warnings_and_nothing_else() -> None:
    findings = found(made.real_summary())
    assert [(each.severity, each.code, each.row) for each in findings] == [
        ("warning", "breakdown-missing", "2024-07-15/2025-07-14"),
        ("warning", "carry-over-unaccounted", P2),
    ]
    assert "1 213,47 euro" in findings[1].message
    assert made.CIVIC in findings[0].message
    assert made.MINORITIES in findings[0].message


def test_a_message_names_figures_and_page_in_both_languages() -> None:
    content = first_line("49000.00", "47786.53", "1213.74", disposition="returned")
    (finding,) = found(content)
    assert finding.message == (
        "15.07.2022.–14.07.2023.: plānots 49 000,00 mīnus faktiski 47 786,53 ir 1 213,47, "
        "bet norādīts atlikums 1 213,74 (starpība 0,27 euro), 3. lpp."
    )
    assert finding.message_en.startswith("2022-07-15–2023-07-14: planned 49,000.00 minus actual 47,786.53")
    assert (finding.expected, finding.actual, finding.page) == ("1213.47", "1213.74", 3)
