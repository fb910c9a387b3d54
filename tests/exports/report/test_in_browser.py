"""The report as a person uses it: clicked, typed into and tabbed through in a browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from playwright.sync_api import Browser, Page

from pipeline.document import Box, PageBox
from pipeline.exports.report.writing import Drawing, write_report
from pipeline.records import UnclaimedText
from tests.exports.report.browser import opened
from tests.exports.report.conftest import NAMES, SAMPLES, Report

PDF, TEXT, FAULTY = NAMES


def visible_rows(page: Page) -> list[str]:
    return page.eval_on_selector_all(
        "#rows tbody tr:not([hidden]) th", "cells => cells.map(cell => cell.textContent.trim())"
    )


def box_in_points(page: Page, selector: str) -> tuple[float, float, float, float]:
    """Where a frame lies on its page's picture, measured on the screen and put into the page's points."""
    drawn = page.locator(selector).locator("xpath=ancestor::*[local-name()='svg']")
    frame, sheet = page.locator(selector).bounding_box(), drawn.locator("image").bounding_box()
    width = float(drawn.evaluate("svg => svg.viewBox.baseVal.width"))
    assert frame
    assert sheet
    scale = width / sheet["width"]
    x0, top = (frame["x"] - sheet["x"]) * scale, (frame["y"] - sheet["y"]) * scale
    return x0, top, x0 + frame["width"] * scale, top + frame["height"] * scale


def test_no_request_leaves_a_page_and_none_complains(browser: Browser, report: Report) -> None:
    for path in (report.index, *map(report.page, NAMES)):
        with opened(browser, path) as watched:
            watched.page.wait_for_load_state("networkidle")
            assert (path.name, watched.requests, watched.complaints) == (path.name, [], [])


def test_the_policy_stops_what_is_not_the_reports_own(browser: Browser, report: Report) -> None:
    with opened(browser, report.index) as watched:
        watched.page.evaluate(
            """() => { const script = document.createElement("script"); script.textContent = "window.ran = true";
                       document.body.append(script); const image = new Image(); image.src = "http://127.0.0.1:9/x.png";
                       document.body.append(image); document.body.setAttribute("style", "display:none"); }"""
        )
        watched.page.wait_for_timeout(200)
        assert watched.page.evaluate("window.ran") is None
        assert len(watched.complaints) == 3


@pytest.mark.parametrize("column", [0, 1, 2])
def test_clicking_an_amount_frames_its_box(browser: Browser, report: Report, column: int) -> None:
    summary = report.submission(PDF).summary
    assert summary
    line = summary.finances[0].total
    source = (line.planned_source, line.actual_source, line.remainder_source)[column]
    assert source
    assert source.box
    with opened(browser, report.page(PDF)) as watched:
        link = watched.page.locator("table.finances").first.locator("a.value").nth(column)
        link.click()
        frame = f"#p{(link.get_attribute('id') or '')[1:]}"
        assert "on" in (watched.page.get_attribute(frame, "class") or "")
        wanted = (source.box.x0 - 1, source.box.top - 1, source.box.x1 + 1, source.box.bottom + 1)
        assert box_in_points(watched.page, f"{frame} rect") == pytest.approx(wanted, abs=1.5)
        seen = watched.page.locator(frame).bounding_box()
        assert seen
        assert 0 < seen["y"] < 900


def test_clicking_a_frame_marks_its_value(browser: Browser, report: Report) -> None:
    with opened(browser, report.page(PDF)) as watched:
        frame = watched.page.locator("svg a.place.figure").nth(10)
        value = watched.page.locator((frame.get_attribute("href") or "").replace("#", "#"))
        frame.locator("rect").first.click(force=True)
        assert "on" in (value.get_attribute("class") or "")
        assert value.evaluate("element => element === document.activeElement")
        seen = value.bounding_box()
        assert seen
        assert 0 < seen["y"] < 900


def test_tabbing_to_a_value_frames_it_and_escape_takes_the_frame_away(browser: Browser, report: Report) -> None:
    with opened(browser, report.page(PDF)) as watched:
        watched.page.locator("table.finances a.value").first.focus()
        watched.page.keyboard.press("Tab")
        framed = watched.page.locator("svg a.place.on")
        assert framed.count() == 1
        focused = watched.page.evaluate("document.activeElement.id")
        assert framed.get_attribute("id") == f"p{focused[1:]}"
        watched.page.keyboard.press("Escape")
        assert watched.page.locator(".on").count() == 0


def test_a_finding_leads_to_its_place(browser: Browser, report: Report) -> None:
    with opened(browser, report.page(FAULTY)) as watched:
        refused = watched.page.locator(".findings li", has_text="98 20,00")
        refused.locator("a.to-place").click()
        label = watched.page.locator("svg a.place.on").first.get_attribute("aria-label") or ""
        assert "98 20,00" in label


def test_every_finding_with_words_has_a_place(browser: Browser, report: Report) -> None:
    with opened(browser, report.page(FAULTY)) as watched:
        own = [each for each in report.findings if each.document_id == report.submission(FAULTY).document_id]
        assert watched.page.locator(".findings li").count() == len(own)
        assert watched.page.locator(".findings a.to-place").count() == sum(bool(each.quote) for each in own)


def test_a_text_shows_its_rows_with_the_quote_marked(browser: Browser, report: Report) -> None:
    with opened(browser, report.page(TEXT)) as watched:
        assert watched.page.locator("svg image").count() == 0
        assert watched.page.locator(".form-row h3").count() == 8
        watched.page.locator("table.finances").first.locator("tr").nth(2).locator("a.value").nth(2).click()
        marked = watched.page.locator(".form-text .place.on")
        assert marked.inner_text().split() == ["(1", "040,13", "euro"]


def test_all_values_of_a_text_have_their_words(browser: Browser, report: Report) -> None:
    with opened(browser, report.page(TEXT)) as watched:
        lost = watched.page.eval_on_selector_all(
            "a.value", "links => links.filter(each => !document.querySelector(each.hash)).map(each => each.textContent)"
        )
        assert lost == []
        assert watched.page.locator("a.value").count() > 120


def test_searching_leaves_the_rows_that_hold_every_word(browser: Browser, report: Report) -> None:
    with opened(browser, report.index) as watched:
        watched.page.fill("#search", "KURZEMES centrs")
        assert visible_rows(watched.page) == [PDF, TEXT]
        assert watched.page.inner_text("#shown") == "Redzami 2 no 4"


def test_letters_are_found_without_their_marks(browser: Browser, report: Report) -> None:
    with opened(browser, report.index) as watched:
        watched.page.fill("#search", "SAVIENIBA")
        assert visible_rows(watched.page) == [FAULTY]


def test_filtering_by_status(browser: Browser, report: Report) -> None:
    with opened(browser, report.index) as watched:
        found = {}
        for status in ("ok", "review", "failed", "warnings"):
            watched.page.select_option("#status", status)
            found[status] = visible_rows(watched.page)
        assert found == {"ok": [PDF, TEXT], "review": [FAULTY], "failed": ["bojats.pdf"], "warnings": [PDF, TEXT]}


def test_a_filter_outlives_a_visit_to_a_document(browser: Browser, report: Report) -> None:
    with opened(browser, report.index) as watched:
        watched.page.select_option("#status", "review")
        watched.page.locator("#rows tbody a:visible").click()
        watched.page.wait_for_selector("h1")
        watched.page.go_back()
        watched.page.wait_for_selector("#rows")
        assert visible_rows(watched.page) == [FAULTY]


def test_sorting_by_keys_turns_round_and_keeps_what_is_empty_last(browser: Browser, report: Report) -> None:
    with opened(browser, report.index) as watched:
        heading = watched.page.locator("#rows thead th").nth(5)
        heading.locator("button").focus()
        watched.page.keyboard.press("Enter")
        assert heading.get_attribute("aria-sort") == "ascending"
        assert visible_rows(watched.page)[-2:] == [FAULTY, "bojats.pdf"]
        watched.page.keyboard.press("Enter")
        assert heading.get_attribute("aria-sort") == "descending"
        assert visible_rows(watched.page)[0] == FAULTY
        assert visible_rows(watched.page)[-1] == "bojats.pdf"


def test_a_failed_file_says_why(browser: Browser, report: Report) -> None:
    with opened(browser, report.index) as watched:
        row = watched.page.locator("#rows tbody tr", has_text="bojats.pdf")
        assert "bojāts" in row.inner_text()
        assert row.locator("a").count() == 0


def test_without_scripts_a_link_still_frames_its_place(browser: Browser, report: Report) -> None:
    with opened(browser, report.page(PDF), scripts=False) as watched:
        link = watched.page.locator("table.finances a.value").first
        link.click()
        frame = watched.page.locator(f"#p{(link.get_attribute('id') or '')[1:]} rect").first
        assert frame.evaluate("rect => getComputedStyle(rect).strokeWidth") == "2.2px"


@pytest.mark.parametrize("width", [320, 720])
def test_at_a_narrow_width_nothing_is_cut_off(browser: Browser, report: Report, width: int) -> None:
    """320 pixels are what WCAG 1.4.10 asks for: a screen of 1 280 at 400 %; 720 is one of 1 440 at 200 %."""
    for path in (report.index, report.page(PDF), report.page(TEXT)):
        with opened(browser, path, width=width) as watched:
            assert watched.page.evaluate("document.documentElement.scrollWidth") <= width


def test_in_print_all_rows_and_pages_are_there(browser: Browser, report: Report) -> None:
    with opened(browser, report.page(PDF)) as watched:
        watched.page.emulate_media(media="print")
        assert watched.page.locator("form, .sections").locator("visible=true").count() == 0
        last = watched.page.locator(".sheet").last.bounding_box()
        first = watched.page.locator(".sheet").first.bounding_box()
        assert first
        assert last
        assert last["y"] > first["y"] + 3 * first["height"] / 2


def test_unclaimed_words_are_marked_on_the_page_and_lead_to_their_line(
    browser: Browser, report: Report, tmp_path: Path
) -> None:
    read = report.submission(PDF)
    assert read.summary
    lines = (PageBox(2, Box(100, 300, 180, 312)), PageBox(2, Box(60, 314, 120, 326)))
    left = UnclaimedText(2, "sveši vārdi", 2, (500, 501), lines)
    changed = replace(read, reading=replace(read.summary, unclaimed=(left,)))
    write_report(tmp_path, [SAMPLES / PDF], [changed], [], Drawing("lv", 1))
    with opened(browser, tmp_path / "report" / f"{read.document_id}.html") as watched:
        frames = watched.page.locator("#page-2 a.place.unclaimed rect")
        assert frames.count() == 2
        watched.page.locator(".unclaimed-runs a.value").click()
        assert box_in_points(watched.page, "#page-2 a.place.unclaimed rect >> nth=0") == pytest.approx(
            (99, 299, 181, 313), abs=1.5
        )
        frames.first.click(force=True)
        assert watched.page.evaluate("document.activeElement.textContent") == "sveši vārdi"


def test_an_amount_cut_by_a_page_end_is_framed_on_both_pages(browser: Browser, report: Report, tmp_path: Path) -> None:
    read = report.submission(PDF)
    assert read.summary
    period = read.summary.finances[0]
    source = period.total.planned_source
    assert source
    cut = replace(source, lines=(PageBox(2, Box(100, 700, 120, 712)), PageBox(3, Box(60, 60, 140, 72))))
    lines = (replace(period.total, planned_source=cut), *period.lines[1:])
    finances = (replace(period, lines=lines), *read.summary.finances[1:])
    changed = replace(read, reading=replace(read.summary, finances=finances))
    write_report(tmp_path, [SAMPLES / PDF], [changed], [], Drawing("lv", 1))
    with opened(browser, tmp_path / "report" / f"{read.document_id}.html") as watched:
        watched.page.locator("table.finances a.value").first.click()
        assert [watched.page.locator(f"#page-{page} a.place.on").count() for page in (2, 3)] == [1, 1]
