"""What a document's page shows of its records."""

from __future__ import annotations

from msgspec.structs import replace

from pipeline.checks import findings_of
from pipeline.exports.report.document_page import document_page
from pipeline.exports.report.page_parts import DocumentPage
from pipeline.records import Summary
from tests.checks import made
from tests.checks.made import CIVIC, MINORITIES, YEAR_1, finances, line


def page(summary: Summary) -> DocumentPage:
    submission = made.submission(summary)
    return document_page(("a.pdf",), submission, summary, findings_of([submission]), "lv")


def test_two_purposes_with_the_same_figures_have_a_sum_each() -> None:
    period = finances(
        YEAR_1,
        line("", "200.00", "180.00", "20.00", "returned"),
        line(CIVIC, "100.00", "90.00", "10.00"),
        line(MINORITIES, "100.00", "90.00", "10.00"),
    )
    sums = page(made.summary(finances=(period,))).periods[0].sums
    assert [each.of for each in sums if each.of] == ["Kopā", CIVIC, MINORITIES]
    assert len(sums) == 6


def test_a_sum_that_breaks_says_by_how_much() -> None:
    period = finances(YEAR_1, line("", "49000.00", "47786.53", "1213.74", "returned"))
    [broken] = page(made.summary(finances=(period,))).periods[0].sums
    assert broken.holds is False
    assert "✗" in broken.text
    assert "0,27" in broken.text


def test_what_is_not_seen_again_is_told_below_the_ledger() -> None:
    told = page(made.real_summary()).carried
    assert [each.holds for each in told] == [False]
    assert "1\N{NO-BREAK SPACE}213,47" in told[0].text


def test_a_section_is_shown_once_above_its_items() -> None:
    items = (made.activity("1", section="A"), made.activity("2", section="A"), made.activity("1", section="B"))
    shown = page(made.summary(years=(made.year(1, YEAR_1, *items),))).years[0].activities
    assert [each.section for each in shown] == ["A", "", "B"]


def test_a_product_stands_below_its_count() -> None:
    count = replace(made.indicator("42", "nodarbība"), product=made.indicator("40").count)
    year = made.year(1, YEAR_1, made.activity("1", count))
    [indicator] = page(made.summary(years=(year,))).years[0].activities[0].indicators
    assert [each.holds for each in indicator.sums] == [False]


def test_a_count_is_written_with_its_qualifier_and_says_how_it_counts() -> None:
    about = replace(made.indicator("20", "persona"), qualifier="about")
    part = replace(made.indicator("5", "persona"), basis="part")
    year = made.year(1, YEAR_1, made.activity("1", about, part))
    shown = page(made.summary(years=(year,))).years[0].activities[0].indicators
    assert [(each.count.text, each.note) for each in shown] == [("ap 20", ""), ("5", "daļa no iepriekšējā")]


def test_a_finding_tells_its_page() -> None:
    wrong = finances(YEAR_1, line("", "49000.00", "47786.53", "1213.74", "returned"))
    findings = page(made.summary(finances=(wrong,))).findings
    assert [each.page for each in findings if each.code == "remainder-differs"] == [3]


def test_an_amount_without_a_place_of_its_own_leads_to_its_line() -> None:
    source = replace(made.place("Plānots"), words=(7, 8))
    stated = replace(line("", "100.00", "100.00"), source=source)
    shown = page(made.summary(finances=(finances(YEAR_1, stated),)))
    [planned] = [each.planned for each in shown.periods[0].lines]
    place = next(each for each in shown.places if each.number == planned.place)
    assert (place.first_word, place.last_word) == (7, 8)


def test_the_status_is_that_of_its_findings() -> None:
    assert page(made.summary()).status_word == "kārtībā"
    wrong = finances(YEAR_1, line("", "49000.00", "47786.53", "1213.74", "returned"))
    assert page(made.summary(finances=(wrong,))).status_word == "jāpārskata"


def test_an_amount_that_is_not_stated_shows_nothing_and_leads_nowhere() -> None:
    period = finances(YEAR_1, line("", None, "10.00"))
    shown = page(made.summary(finances=(period,))).periods[0].lines[0]
    assert (shown.planned.text, shown.planned.place) == ("", None)
