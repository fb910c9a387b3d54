"""Whatever a document says, its report shows it and does nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from pipeline.exports.plain_text import plain_text
from pipeline.exports.report.writing import Drawing, write_report
from tests.exports.report.browser import opened
from tests.exports.report.conftest import NAMES, SAMPLES, Report
from tests.exports.report.hostile import HOSTILE, poisoned_finding, poisoned_submission

OUTSIDE_BDI = """text => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const outside = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode())
        if (node.data.includes(text) && !node.parentElement.closest("bdi, text, title, [dir=auto]")) outside.push(node.parentElement.outerHTML.slice(0, 200));
    return outside;
}"""


def pages_of(folder: Path, report: Report, name: str, text: str) -> list[Path]:
    """The overview and the page of a document whose every text is hostile."""
    submission = poisoned_submission(report.submission(name), text)
    findings = [poisoned_finding(each, text) for each in report.findings if each.document_id == submission.document_id]
    write_report(folder, [SAMPLES / name], [submission], findings, Drawing("lv", 1))
    return [folder / "report" / "index.html", folder / "report" / f"{submission.document_id}.html"]


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_text_in_every_field_does_nothing(
    browser: Browser, report: Report, tmp_path: Path, kind: str
) -> None:
    for path in pages_of(tmp_path, report, NAMES[0], HOSTILE[kind]):
        with opened(browser, path) as watched:
            page = watched.page
            for element in page.query_selector_all("bdi")[:5]:
                element.hover(force=True)
            assert page.evaluate("window.ran") is None
            assert (watched.requests, watched.complaints) == ([], [])
            assert page.evaluate("document.scripts.length") == 1
            assert page.evaluate("document.images.length") == 0
            handlers = "[...document.querySelectorAll('*')].flatMap(e => e.getAttributeNames()).filter(n => n.startsWith('on'))"
            assert page.evaluate(handlers) == []
            outside = "[...document.links].map(a => a.getAttribute('href')).filter(h => !/^(#|index\\.html|[0-9a-f]{12}\\.html|\\.\\.\\/)/.test(h))"
            assert page.evaluate(outside) == []


# The others are told by the test above too, but for how they are shown.
SHOWN = [pytest.param(kind, marks=[] if kind in list(HOSTILE)[:3] else pytest.mark.slow) for kind in HOSTILE]


@pytest.mark.parametrize("kind", SHOWN)
def test_a_hostile_text_is_shown_as_it_stands_and_by_itself(
    browser: Browser, report: Report, tmp_path: Path, kind: str
) -> None:
    """By itself: its direction of writing reaches no further than its own words."""
    text = plain_text(HOSTILE[kind])
    for path in pages_of(tmp_path, report, NAMES[0], HOSTILE[kind]):
        with opened(browser, path) as watched:
            assert text in watched.page.evaluate("document.body.textContent")
            assert watched.page.evaluate(OUTSIDE_BDI, text) == []


def test_a_word_of_ten_thousand_letters_widens_no_page(browser: Browser, report: Report, tmp_path: Path) -> None:
    for path in pages_of(tmp_path, report, NAMES[0], HOSTILE["long"]):
        with opened(browser, path, width=720) as watched:
            assert watched.page.evaluate("document.documentElement.scrollWidth") <= 720


def test_a_hostile_text_document_is_shown_too(browser: Browser, report: Report, tmp_path: Path) -> None:
    for path in pages_of(tmp_path, report, NAMES[1], HOSTILE["attribute"]):
        with opened(browser, path) as watched:
            assert watched.page.evaluate("window.ran") is None
            assert watched.complaints == []
